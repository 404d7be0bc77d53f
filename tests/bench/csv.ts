import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Driver from 'better-sqlite3';
import { csvBlocks } from '#lib/formats/tables/csv.ts';
import { tidyRecords, type TableOfRecords } from '#lib/formats/tables/table.ts';
import { wholeDictionary } from '#lib/server/data/dictionary.ts';
import { allFigures } from '#lib/server/data/all-figures.ts';
import { realDatabase } from '../fixtures/real.ts';
import { manyFigures } from './many-figures.ts';
import { median } from './load.ts';
import { tidyTable } from '../fixtures/tidy-table.ts';

const rounds = 9;

/** Codes of all questions. */
export const contentsFor = (): string[] => Object.keys(wholeDictionary(realDatabase()).questions);

/** Processor seconds of some work. */
function cost(work: () => void): number {
	const before = process.cpuUsage();
	work();
	const { user, system } = process.cpuUsage(before);
	return (user + system) / 1e6;
}

/** Takes every block as it comes, as what is sent does, and keeps none. */
function send(table: TableOfRecords): void {
	let bytes = 0;
	for (const block of csvBlocks(table)) bytes += block.length;
	if (bytes === 0) throw new RangeError('Expected a CSV of some bytes');
}

/**
 * Rows per processor second: our CSV of all figures, `times` over, written from records and made from
 * figures in memory; and sqlite3's of the same table.
 */
export function csvRates(times: number): {
	write: number;
	whole: number;
	peer: number;
	rows: number;
} {
	const { db, close } = manyFigures(times);
	const figures = allFigures(db);
	const context = {
		dictionary: wholeDictionary(db),
		permalink: 'https://beistand.example/en/api',
		dataVersion: '2026-11-24.000000000000',
		isOrdered: true
	};
	const table = tidyTable(figures, context);
	const rows = table.records.length;
	const folder = mkdtempSync(join(tmpdir(), 'beistand-csv-'));
	const path = join(folder, 'same.sqlite');
	const driver = new Driver(path);
	const names = table.columns.map(({ name }) => `"${name}"`);
	driver.exec(`CREATE TABLE same (${names.join()})`);
	const insert = driver.prepare(`INSERT INTO same VALUES (${names.map(() => '?').join()})`);
	driver.transaction(() => {
		for (const record of table.records) insert.run(record);
	})();
	driver.close();
	const sqlite = (): number => {
		const command = `TIMEFORMAT='%U %S'; time sqlite3 -csv '${path}' 'SELECT * FROM same' >/dev/null`;
		const { stderr } = spawnSync('bash', ['-c', command], { encoding: 'utf8' });
		const [user = 0, system = 0] = stderr.trim().split(/\s+/).map(Number);
		return user + system;
	};
	// All take turns; what comes first warms the program up and does not count.
	const costs = Array.from({ length: rounds + 2 }, () => ({
		write: cost(() => send(table)),
		whole: cost(() => send(tidyRecords(figures, context))),
		peer: sqlite()
	})).slice(2);
	const rate = (of: 'write' | 'whole' | 'peer') => rows / median(costs.map((each) => each[of]));
	close();
	rmSync(folder, { recursive: true });
	return { write: rate('write'), whole: rate('whole'), peer: rate('peer'), rows };
}
