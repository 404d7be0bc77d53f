import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

/** A server that a test started; the test must end it. */
export interface RunningServer {
	/** Where it listens, as it says itself: `http://127.0.0.1:40123`. */
	origin: string;
	pid: number;
	/** Asks it to end. @returns its exit code, null if a signal ended it */
	stop(): Promise<number | null>;
	/** Ends it at once. */
	kill(): Promise<number | null>;
	/** All it printed so far. */
	output(): string;
}

/** The start failed. */
export class NoServer extends Error {
	override name = 'NoServer';
	code: number | null;
	output: string;

	constructor(code: number | null, output: string) {
		super(`Expected a server, got exit code ${code} and: ${output}`);
		this.code = code;
		this.output = output;
	}
}

/**
 * `npm start` without npm, on a free port unless PORT is given.
 *
 * @param env what the environment has beside this process's own
 * @param project folder to start in; this project's own by default
 * @param words what stands behind the command: `--crosstab`
 * @param before shell command that narrows what the process may do: `ulimit -n 64`
 * @throws {NoServer} if it ends instead of listening
 */
export async function startServer(
	env: Record<string, string> = {},
	project = join(import.meta.dirname, '../..'),
	before = 'true',
	words: string[] = []
): Promise<RunningServer> {
	const command = [process.execPath, join(project, 'src/process/start.ts'), ...words];
	const child = spawn('sh', ['-c', `${before}; exec "$0" "$@"`, ...command], {
		cwd: project,
		env: { ...outsideOfTests(), PORT: '0', ...env },
		stdio: ['ignore', 'pipe', 'pipe']
	});
	let output = '';
	const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
	const listening = new Promise<string>((resolve) => {
		for (const stream of [child.stdout, child.stderr])
			stream.on('data', (text) => {
				output += text;
				const origin = /listens on (\S+)\n/.exec(output)?.[1];
				if (origin) resolve(origin);
			});
	});
	const origin = await Promise.race([listening, ended]);
	if (typeof origin !== 'string') throw new NoServer(origin, output);
	return {
		origin,
		pid: child.pid ?? 0,
		stop: () => end(child, 'SIGTERM', ended),
		kill: () => end(child, 'SIGKILL', ended),
		output: () => output
	};
}

function end(
	child: ChildProcess,
	signal: NodeJS.Signals,
	ended: Promise<number | null>
): Promise<number | null> {
	child.kill(signal);
	return ended;
}

/** Without what the test runner sets, which would make another server of it. */
function outsideOfTests(): NodeJS.ProcessEnv {
	const foreign = /^(VITEST|NODE_ENV$|HOST$|PORT$|ORIGIN$|TEST$)/;
	return Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)));
}

/** What a server started with METRICS_PORT=0 counts: the value of every line by its name. */
export async function metricsOf(server: RunningServer): Promise<Map<string, number>> {
	const address = /Metrics on (\S+)\n/.exec(server.output())?.[1];
	if (!address) throw new RangeError('Expected a server started with METRICS_PORT');
	const text = await (await fetch(address)).text();
	const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
	return new Map(
		lines.map((line) => {
			const at = line.lastIndexOf(' ');
			return [line.slice(0, at), Number(line.slice(at + 1))];
		})
	);
}
