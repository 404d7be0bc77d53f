import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { fillAbout } from './about.ts';
import { fill, versionOf } from './fill.ts';
import { loadingPath, sweep } from './leftovers.ts';
import { isReplaceable } from './file.ts';
import { create, openFile, type Opened } from './open.ts';
import { databasePath } from './path.ts';
import { checkPackage } from './package.ts';
import { listBarePercentages } from './package/prose.ts';
import { progressOn } from './progress.ts';
import type { Tables } from './package/schema.ts';
import { dataVersion } from './schema.ts';
import { isCurrent, LoadError, makerOf, readPackage, type Package } from './source.ts';
import { keepVersion } from './versions/keep.ts';

export { isCurrent, LoadError, readPackage, type Package };

/** What stands at the path was not made by a load; it stays as it is. */
export class NotOurs extends Error {
	override name = 'NotOurs';

	constructor(path: string) {
		super(
			`Nothing was loaded: ${path} is no database of Beistand and stays as it is. ` +
				'Expected BEISTAND_DB to name a file that does not exist yet, is empty, or was made by a load.'
		);
	}
}

/** @throws {LoadError} naming every fault by file, line, column and value */
export function checked({ schema, parts }: Package): Tables {
	const { tables, faults } = checkPackage(schema, parts);
	if (faults.length > 0) throw new LoadError(faults);
	return tables;
}

/**
 * Package to file: everything is checked, a new file is filled in one transaction and renamed over
 * the old one. Whenever this is killed, the old file or the new one stands there.
 *
 * @returns the data version
 * @throws {LoadError} if the package has a fault
 */
export function load(source: Package, path: string): string {
	const tables = checked(source);
	if (!isReplaceable(path)) throw new NotOurs(path);
	sweep(path);
	const loading = loadingPath(path);
	let opened: Opened | undefined;
	const progress = progressOn(process.stderr, 'Loading rows', undefined);
	try {
		opened = create(loading);
		const stamp = { day: source.schema.version, hash: source.hash };
		fill(opened, source.structure, tables, stamp, progress);
		fillAbout(opened, versionOf(source.schema.version, source.hash));
		opened.run(`PRAGMA user_version = ${makerOf(source)}`);
		opened.close();
		sync(loading);
		keep(loading, path);
		// The log of a file in WAL mode would be read into the new one.
		for (const log of ['-wal', '-shm', '-journal']) rmSync(path + log, { force: true });
		renameSync(loading, path);
		sync(dirname(path));
	} catch (error) {
		opened?.close();
		rmSync(loading, { force: true });
		throw error;
	} finally {
		progress.end();
	}
	return versionOf(source.schema.version, source.hash);
}

/** How many files of versions stay, by the operator's wish; undefined: all. */
function versionsToKeep(): number | undefined {
	const wish = process.env['KEEP_VERSIONS'] ?? '';
	return /^[1-9]\d*$/.test(wish) ? Number(wish) : undefined;
}

/** Keeps the version for those who cite it. Where that fails, the data are loaded all the same. */
function keep(finished: string, path: string): void {
	try {
		keepVersion(finished, path, versionsToKeep());
	} catch (error) {
		console.error(
			`Warning: this version of the data could not be kept for later: ${String(error)}`
		);
	}
}

function sync(path: string): void {
	const descriptor = openSync(path, 'r');
	fsyncSync(descriptor);
	closeSync(descriptor);
}

/** `npm run db:load`; with `--if-stale` only when the file does not hold this package yet. */
function main(): void {
	const path = databasePath();
	try {
		const source = readPackage();
		if (process.argv.includes('--if-stale') && isCurrent(source, path)) return keep(path, path);
		const version = load(source, path);
		for (const line of listBarePercentages(checked(source))) console.log(line);
		console.log(`Loaded ${figuresIn(path)} figures, data version ${version}.`);
	} catch (error) {
		console.error(
			error instanceof LoadError
				? summaryOf(error)
				: error instanceof NotOurs
					? error.message
					: whyNot(error, path)
		);
		process.exitCode = 1;
	}
}

const summaryOf = ({ message, faults }: LoadError): string =>
	`${message}\n${faults.length} ${faults.length === 1 ? 'fault' : 'faults'}; ` +
	'nothing was loaded, the old database stays.';

/** One sentence for what the disk refused. @throws the error itself if it is a mistake of this code */
function whyNot(error: unknown, path: string): string {
	// The query layer wraps what the driver says.
	const cause = ((error as Error).cause ?? error) as NodeJS.ErrnoException;
	if (!cause.code) throw error;
	return (
		`Nothing was loaded, the old database stays: ${cause.message} (${cause.code}) at ` +
		`${cause.path ?? path}. Is it there, may this user read and write it, and is there space?`
	);
}

function figuresIn(path: string): number | undefined {
	const { db, close } = openFile(path);
	try {
		return db.select().from(dataVersion).get()?.figures;
	} finally {
		close();
	}
}

if (import.meta.main) main();
