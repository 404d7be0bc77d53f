import { createHash } from 'node:crypto';
import {
	closeSync,
	existsSync,
	fsyncSync,
	openSync,
	readFileSync,
	readdirSync,
	renameSync,
	rmSync
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fillAbout } from './about.ts';
import { fill, versionOf } from './fill.ts';
import { loadingPath, sweep } from './leftovers.ts';
import { create, isReplaceable, openFile, type Opened } from './open.ts';
import { databasePath, localPath } from './path.ts';
import { checkPackage, hashOf } from './package.ts';
import { listBarePercentages } from './package/prose.ts';
import { progressOn } from './progress.ts';
import { readDescriptor } from './package/descriptor.ts';
import {
	printFault,
	type Fault,
	type PackageSchema,
	type Part,
	type Tables
} from './package/schema.ts';
import { dataVersion } from './schema.ts';
import { keepVersion } from './versions.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const descriptor = 'datapackage.json';

/** The package cannot be loaded; the old file stays as it was. */
export class LoadError extends Error {
	override name = 'LoadError';
	faults: Fault[];

	constructor(faults: Fault[]) {
		super(faults.map(printFault).join('\n'));
		this.faults = faults;
	}
}

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

/** Everything a load needs, read from the folders of the project. */
export interface Package {
	schema: PackageSchema;
	parts: Part[];
	/** schema.sql, search.sql and views.sql. */
	structure: string;
	hash: string;
}

/**
 * @param folder where the package lies; what was imported (db/local) is taken in beside the project's own
 * @throws {LoadError} if the descriptor has a fault
 */
export function readPackage(folder = process.env['BEISTAND_DATA'] || join(here, 'data')): Package {
	const local = localPath();
	const parts = [readPart(folder, 'db/data', true)];
	if (existsSync(local)) parts.push(readPart(local, 'db/local', false));
	const text = readFileSync(join(folder, descriptor), 'utf8');
	const { schema, faults } = readDescriptor(text, `db/data/${descriptor}`);
	if (faults.length > 0) throw new LoadError(faults);
	return {
		schema,
		parts,
		structure: ['schema.sql', 'search.sql', 'views.sql']
			.map((name) => readFileSync(join(here, name), 'utf8'))
			.join('\n'),
		hash: hashOf(parts)
	};
}

function readPart(folder: string, name: string, complete: boolean): Part {
	const names = readdirSync(folder).filter((file) => /\.(csv|json)$/.test(file));
	return {
		name,
		complete,
		files: new Map(names.map((file) => [file, readFileSync(join(folder, file), 'utf8')]))
	};
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

/** Whether the file holds this package, made by this code. Anything unreadable is not. */
export function isCurrent(source: Package, path: string): boolean {
	if (!existsSync(path)) return false;
	try {
		const { db, close } = openFile(path);
		try {
			const made = db.get<{ user_version: number }>('PRAGMA user_version');
			const stored = db.select().from(dataVersion).get();
			return stored?.hash === source.hash && made.user_version === makerOf(source);
		} finally {
			close();
		}
	} catch {
		return false;
	}
}

/** A number for tables and loading code, so that a file made by an older load is made anew. */
function makerOf(source: Package): number {
	const hash = createHash('sha256').update(source.structure);
	for (const name of [
		'about.ts',
		'fill.ts',
		'fold.ts',
		'sums.ts',
		'package/cells.ts',
		'package/schema.ts'
	])
		hash.update(readFileSync(join(here, name)));
	return hash.digest().readInt32BE() & 0x7fffffff;
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
