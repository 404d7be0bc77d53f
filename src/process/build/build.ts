import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
	accessSync,
	constants,
	cpSync,
	existsSync,
	globSync,
	mkdirSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
	writeFileSync
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { exclusively } from '#db/file.ts';
import { inCopy, isUnfitForVite } from './elsewhere.ts';
import { builds, command, root, StartError } from '../project.ts';

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

/*
 * Every build has a folder named after its sources, and `build/current` says which one a server takes
 * when it starts. So a build beside a running server takes nothing from it: its pages that nobody visited
 * yet and its scripts stay where they are. The two builds before stay too: readers have their pages open,
 * and a replica may still be of one.
 */

/** Where the adapter writes (svelte.config.js); renamed when it is complete. */
const unfinished = join(builds, 'new');
const current = join(builds, 'current');
const keptBuilds = 3;

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

/** The name of the build that these sources make. */
const idOf = (): string => sourceHash().slice(0, 16);

const isComplete = (folder: string): boolean => existsSync(join(folder, 'handler.js'));

/** @returns the folder of the build in service, undefined before there is one */
export function currentBuild(): string | undefined {
	if (!existsSync(current)) return undefined;
	const folder = join(builds, readFileSync(current, 'utf8').trim());
	return isComplete(folder) ? folder : undefined;
}

/** Folders of complete builds, the newest first. */
export const allBuilds = (): string[] =>
	globSync('*/handler.js', { cwd: builds })
		.map((path) => dirname(join(builds, path)))
		.filter((folder) => folder !== unfinished)
		.sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);

/** Whether the build in service was made from the sources as they are now. */
export const isBuilt = (): boolean => currentBuild() === join(builds, idOf());

/**
 * Makes a build of the sources as they are now and puts it into service, unless another process does it
 * meanwhile: two starts on a fresh checkout make one build.
 *
 * @throws {StartError} with what the build printed; the build in service stays
 */
export function build(): void {
	try {
		mkdirSync(builds, { recursive: true });
		accessSync(builds, constants.W_OK);
	} catch (cause) {
		throw new StartError(
			`The sources changed since the last build, and ${builds} cannot be written (${(cause as Error).message}). ` +
				'Whoever owns the checkout runs "npm run build" there.',
			{ cause }
		);
	}
	exclusively(join(builds, 'lock'), () => {
		if (isBuilt()) return;
		const id = idOf();
		const folder = join(builds, id);
		if (!isComplete(folder)) make(id, folder);
		writeFileSync(`${current}.new`, `${id}\n`);
		renameSync(`${current}.new`, current);
		const others = allBuilds().filter((each) => each !== folder);
		for (const old of others.slice(keptBuilds - 1)) rmSync(old, { recursive: true, force: true });
	});
}

function make(id: string, folder: string): void {
	rmSync(unfinished, { recursive: true, force: true });
	if (!isUnfitForVite(root)) runVite(root);
	else
		inCopy((copy) => {
			runVite(copy);
			cpSync(join(copy, relative(root, unfinished)), unfinished, { recursive: true });
		});
	fillTokens();
	// Threads read the source; with a copy of their own they match the server, whatever is pulled later.
	for (const name of ['package.json', 'src/lib'])
		cpSync(join(root, name), join(unfinished, name), { recursive: true });
	if (idOf() !== id)
		throw new StartError('The sources changed during the build; run the command again.');
	rmSync(folder, { recursive: true, force: true });
	renameSync(unfinished, folder);
}

/** @throws {StartError} with what it printed if it fails */
function runVite(folder: string): void {
	const made = spawnSync(process.execPath, [vite(folder), 'build'], {
		cwd: folder,
		encoding: 'utf8',
		maxBuffer: 2 ** 26,
		env: environment()
	});
	if (made.status !== 0) throw new StartError(`${made.stdout}${made.stderr}The build failed.`);
}

/**
 * What the adapter puts into its own files. It looks for them with a pattern made of the path, so in a folder
 * such as "beistand (1)" it finds none, and leaves the words.
 */
const tokens: Record<string, string> = {
	BASE: '""',
	ENV_PREFIX: '""',
	PRECOMPRESS: 'true',
	PRERENDERED: 'new Set([])'
};

function fillTokens(): void {
	for (const name of globSync(['*.js', 'server/chunks/handler-*.js'], { cwd: unfinished })) {
		const path = join(unfinished, name);
		const code = readFileSync(path, 'utf8');
		const filled = code.replace(
			/\b(BASE|ENV_PREFIX|PRECOMPRESS|PRERENDERED)\b/g,
			(token) => tokens[token] ?? token
		);
		if (filled !== code) writeFileSync(path, filled);
	}
}

function vite(folder: string): string {
	try {
		const manifest = createRequire(join(folder, 'package.json')).resolve('vite/package.json');
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

/** `node src/process/build/build.ts`; with `--if-stale` only when a source changed. */
if (import.meta.main && !(process.argv.includes('--if-stale') && isBuilt())) await command(build);
