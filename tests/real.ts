import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fill } from '#db/fill.ts';
import { checked, readPackage } from '#db/load.ts';
import { create, type Database } from '#db/open.ts';

/** The real data package in a database of its own, whatever an analyst imported on this machine. */
export function realDatabase(): Database {
	process.env['BEISTAND_LOCAL'] = join(tmpdir(), 'beistand-without-local');
	const source = readPackage(join(import.meta.dirname, '../db/data'));
	const opened = create(':memory:');
	const stamp = { day: source.schema.version, hash: source.hash };
	fill(opened, source.structure, checked(source), stamp);
	return opened.db;
}
