import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { command, root, StartError } from './project.ts';

/** What the build is made of. The data are none of it: they are read from the database. */
const sources = [
	'src/**/*',
	'static/**/*',
	'db/**/*.ts',
	'package.json',
	'package-lock.json',
	'svelte.config.js',
	'vite.config.ts'
];

const stamp = join(root, 'build', '.stamp');

/** SHA-256 over names and bytes of everything the build is made of, in hexadecimal. */
export function sourceHash(folder = root): string {
	const hash = createHash('sha256');
	const files = globSync(sources, { cwd: folder, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name))
		.sort();
	for (const file of files)
		hash
			.update(`${relative(folder, file)}\0`)
			.update(readFileSync(file))
			.update('\0');
	return hash.digest('hex');
}

/** Whether build/ was made from the sources as they are now. */
export const isBuilt = (): boolean =>
	existsSync(join(root, 'build', 'handler.js')) &&
	existsSync(stamp) &&
	readFileSync(stamp, 'utf8') === sourceHash();

/**
 * Makes build/ anew. The stamp goes first and comes back last, so that an interrupted build is
 * never taken for a finished one.
 *
 * @throws {StartError} with what the build printed
 */
export function build(): void {
	const hash = sourceHash();
	rmSync(stamp, { force: true });
	const made = spawnSync(process.execPath, [vite(), 'build'], {
		cwd: root,
		encoding: 'utf8',
		maxBuffer: 2 ** 26,
		env: environment()
	});
	if (made.status !== 0) throw new StartError(`${made.stdout}${made.stderr}The build failed.`);
	writeFileSync(stamp, hash);
}

function vite(): string {
	try {
		const manifest = createRequire(import.meta.url).resolve('vite/package.json');
		return join(dirname(manifest), 'bin', 'vite.js');
	} catch {
		throw new StartError('Expected vite in node_modules, which makes the build; run "npm ci".');
	}
}

/** A build started by a test would otherwise be a build for tests: Svelte and Vite look at these. */
function environment(): NodeJS.ProcessEnv {
	const kept = Object.entries(process.env).filter(([name]) => !name.startsWith('VITEST'));
	const plain = process.stderr.isTTY ? {} : { NO_COLOR: '1' };
	return { ...Object.fromEntries(kept), ...plain, NODE_ENV: 'production' };
}

/** `node src/process/build.ts`; with `--if-stale` only when a source changed. */
if (import.meta.main && !(process.argv.includes('--if-stale') && isBuilt())) await command(build);
