import { existsSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { versionsPath } from '../path.ts';
import type { VersionChanges } from './changes.ts';

/** What is on record of one version. */
export interface VersionRecord extends VersionChanges {
	version: string;
	/** When it was last put into service here, in UTC: 2026-11-24T09:30:00.000Z. */
	loadedAt: string;
	/** The version that was in service before it; null: none is known. */
	previous: string | null;
	figures: number;
	bytes: number;
	/** SHA-256 of the file, in hexadecimal. */
	sha256: string;
}

export function writeRecord(path: string, record: VersionRecord): void {
	const target = join(versionsPath(path), `${record.version}.json`);
	const half = `${target}.half-${process.pid}`;
	writeFileSync(half, `${JSON.stringify(record, null, '\t')}\n`);
	renameSync(half, target);
}

export const readRecord = (path: string, version: string): VersionRecord | undefined =>
	readRecords(path).find((record) => record.version === version);

/** Every version on record, the latest first; a record that cannot be read is left out. */
export function readRecords(path: string): VersionRecord[] {
	const folder = versionsPath(path);
	if (!existsSync(folder)) return [];
	const records = readdirSync(folder)
		.filter((name) => name.endsWith('.json'))
		.flatMap((name) => {
			try {
				const record = JSON.parse(readFileSync(join(folder, name), 'utf8')) as VersionRecord;
				return record.version === basename(name, '.json') ? [record] : [];
			} catch {
				return [];
			}
		});
	return records.toSorted((a, b) => (a.loadedAt < b.loadedAt ? 1 : -1));
}
