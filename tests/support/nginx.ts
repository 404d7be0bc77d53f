import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Debian's place for it. */
const program = '/usr/sbin/nginx';
export const hasNginx = existsSync(program);

/** nginx with the project's own configuration, in a folder of its own. */
export interface RunningNginx {
	origin: string;
	/** Its folder; `static/` in it is served at /static/ where a test added that. */
	folder: string;
	pid: number;
	/** What it runs, with this machine's paths. */
	configuration: string;
	/** The shell's word for nginx with this configuration. */
	command: string;
	stop(): Promise<void>;
}

/**
 * @param replicas ports of two replicas
 * @param change what the test writes otherwise into the configuration
 */
export async function startNginx(
	replicas: [number, number],
	change = (configuration: string) => configuration
): Promise<RunningNginx> {
	const folder = mkdtempSync(join(tmpdir(), 'beistand-nginx-'));
	for (const name of ['log', 'cache', 'static']) mkdirSync(join(folder, name), { mode: 0o777 });
	const port = await freePort();
	const own = readFileSync(
		join(import.meta.dirname, '../../src/process/deploy/nginx.conf'),
		'utf8'
	);
	const path = join(folder, 'nginx.conf');
	const configuration = own
		.replaceAll('/run/nginx.pid', join(folder, 'pid'))
		.replaceAll('/var/log/nginx', join(folder, 'log'))
		.replaceAll('/var/cache/nginx/beistand', join(folder, 'cache'))
		.replace('worker_processes auto', 'worker_processes 1')
		.replace('listen 80', `listen 127.0.0.1:${port}`)
		.replace('127.0.0.1:3001', `127.0.0.1:${replicas[0]}`)
		.replace('127.0.0.1:3002', `127.0.0.1:${replicas[1]}`);
	// The folder belongs to whoever runs the test; a worker of another user could not write there.
	const user = process.getuid?.() === 0 ? 'user root;\n' : '';
	const changed = user + change(configuration);
	writeFileSync(path, changed);
	const words = ['-p', folder, '-e', join(folder, 'log/error.log'), '-c', path];
	const child = spawn(program, [...words, '-g', 'daemon off;'], { stdio: 'ignore' });
	const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
	const origin = `http://127.0.0.1:${port}`;
	await listening(origin);
	return {
		origin,
		folder,
		pid: child.pid ?? 0,
		configuration: changed,
		command: [program, ...words].join(' '),
		async stop() {
			child.kill('SIGTERM');
			await ended;
			rmSync(folder, { recursive: true });
		}
	};
}

async function freePort(): Promise<number> {
	const server = createServer().listen(0, '127.0.0.1');
	await new Promise((resolve) => server.once('listening', resolve));
	const { port } = server.address() as { port: number };
	await new Promise((resolve) => server.close(resolve));
	return port;
}

/** @throws {RangeError} if nothing answers there for ten seconds */
async function listening(origin: string): Promise<void> {
	for (let tries = 0; tries < 100; tries += 1) {
		const answered = await fetch(`${origin}/`, { redirect: 'manual' }).then(
			() => true,
			() => false
		);
		if (answered) return;
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
	throw new RangeError(`Expected nginx at ${origin}`);
}
