import {
	chmodSync,
	closeSync,
	existsSync,
	fsyncSync,
	mkdirSync,
	openSync,
	readFileSync,
	readdirSync,
	renameSync,
	rmdirSync,
	rmSync,
	writeFileSync
} from 'node:fs';
import { dirname, join } from 'node:path';
import { LoadError, load, readPackage } from '#db/load.ts';
import { loadingPath, sweep } from '#db/leftovers.ts';
import { databasePath, localPath, respondentsPath } from '#db/path.ts';
import { ImportError } from '#lib/import/error.ts';

/** Written with every import: how the file was read, and the mark by which the rest is known as ours. */
const mark = 'import.json';

/** Sources first: figures may never stand there without theirs, whenever this is killed. */
const order = [mark, 'sources.csv', 'figures.csv', 'overlaps.csv', 'gaps.csv'];

/**
 * Puts files into db/local and loads the package; if either fails, both are as before.
 *
 * @param files by name; the names in `order`, no others
 * @param keep writes the respondents into a file of their own; it takes its place when all else is done
 * @returns the data version
 * @throws {ImportError} not_stored
 */
export function store(files: Map<string, string>, keep: (path: string) => void): string {
	const folder = localPath();
	const before = filesIn(folder);
	if (before.size > 0 && !before.has(mark))
		throw new ImportError(
			'not_stored',
			`Expected ${folder} to be empty or made by this command, got ${[...before.keys()].join(', ')}`
		);
	const staged = loadingPath(respondentsPath());
	try {
		const version = changing(folder, before, () => {
			makePrivate(folder);
			sweepAll(folder);
			privately(() => keep(staged));
			replaceFiles(folder, files);
		});
		renameSync(staged, respondentsPath());
		return version;
	} finally {
		if (existsSync(staged)) rmSync(staged);
		// A folder that only this file was in was made for it.
		removeIfEmpty(folder);
	}
}

/**
 * Takes the last import out again and loads the package.
 *
 * @returns the data version; undefined if there was nothing to undo
 * @throws {ImportError} not_stored
 */
export function undo(): string | undefined {
	const folder = localPath();
	sweepAll(folder);
	const before = filesIn(folder);
	if (!before.has(mark)) {
		removeIfEmpty(folder);
		return;
	}
	const version = changing(folder, before, () => clear(folder));
	rmSync(respondentsPath(), { force: true });
	removeIfEmpty(folder);
	return version;
}

/** Nobody else on this machine may look into the folder. */
function makePrivate(folder: string): void {
	mkdirSync(folder, { recursive: true, mode: 0o700 });
	chmodSync(folder, 0o700);
}

/** What is written meanwhile only its owner can read, from its first byte on. */
function privately(write: () => void): void {
	const before = process.umask(0o077);
	try {
		write();
	} finally {
		process.umask(before);
	}
}

/** What imports that were killed left behind: respondents and half-written tables. */
function sweepAll(folder: string): void {
	if (!existsSync(folder)) return;
	sweep(respondentsPath());
	for (const name of readdirSync(folder)) {
		const [, table = ''] = /^\.(.+)\.\d+$/.exec(name) ?? [];
		if (order.includes(table) && name !== `.${table}.${process.pid}`)
			rmSync(join(folder, name), { force: true });
	}
}

function changing(folder: string, before: Map<string, string>, change: () => void): string {
	try {
		change();
		return load(readPackage(), databasePath());
	} catch (cause) {
		putBack(folder, before);
		const reason = cause instanceof LoadError ? cause.message : whyNot(cause);
		throw new ImportError('not_stored', `Nothing was stored. ${reason}`, { cause });
	}
}

/** Ours, as far as they are there. @throws {ImportError} not_stored */
function filesIn(folder: string): Map<string, string> {
	if (!existsSync(folder)) return new Map();
	try {
		const found = readdirSync(folder).filter((name) => order.includes(name));
		return new Map(found.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
	} catch (cause) {
		throw new ImportError('not_stored', `Nothing was stored. ${whyNot(cause)}`, { cause });
	}
}

/** All are on the disk before the first takes its name: a full disk leaves the old ones. */
function replaceFiles(folder: string, files: Map<string, string>): void {
	mkdirSync(folder, { recursive: true });
	const staged = new Map(
		order
			.filter((name) => files.has(name))
			.map((name) => [name, join(folder, `.${name}.${process.pid}`)])
	);
	try {
		for (const [name, path] of staged) writeDown(path, files.get(name)!);
		for (const [name, path] of staged) renameSync(path, join(folder, name));
	} finally {
		for (const path of staged.values()) rmSync(path, { force: true });
	}
}

function writeDown(path: string, text: string): void {
	const file = openSync(path, 'w');
	try {
		writeFileSync(file, text);
		fsyncSync(file);
	} finally {
		closeSync(file);
	}
}

/** Figures go first, as they came last. */
function clear(folder: string): void {
	for (const name of order.toReversed()) rmSync(join(folder, name), { force: true });
	removeIfEmpty(folder);
}

function removeIfEmpty(folder: string): void {
	if (existsSync(folder) && readdirSync(folder).length === 0) rmdirSync(folder);
}

function putBack(folder: string, before: Map<string, string>): void {
	try {
		if (before.size === 0) clear(folder);
		else replaceFiles(folder, before);
	} catch {
		// What could not be written cannot be put back either; the database was not touched.
	}
}

function whyNot(error: unknown): string {
	// The query layer wraps what the driver says.
	const cause = ((error as Error).cause ?? error) as NodeJS.ErrnoException;
	if (!cause.code) throw error;
	const where = cause.path ? ` at ${dirname(cause.path)}` : '';
	return (
		`${cause.message} (${cause.code})${where}. May this user write there, and is there space? ` +
		'The database is as it was.'
	);
}
