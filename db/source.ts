import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { madeOf } from './file.ts';
import { hashOf } from './package.ts';
import { localPath } from './path.ts';
import { readDescriptor } from './package/descriptor.ts';
import { printFault, type Fault, type PackageSchema, type Part } from './package/schema.ts';

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

/** Whether the file holds this package, made by this code. Anything unreadable is not. */
export function isCurrent(source: Package, path: string): boolean {
	if (!existsSync(path)) return false;
	const made = madeOf(path);
	return made?.hash === source.hash && made.maker === makerOf(source);
}

/** A number for tables and loading code, so that a file made by an older load is made anew. */
export function makerOf(source: Package): number {
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
