/**
 * A weighted crosstab with two filters (question × region among women of 30 to 49) over synthetic respondents
 * of the size of the Pew file, ten and a hundred times as many: columns as the import keeps them, read and
 * computed as the page does, with intervals and Rao–Scott. Beside it DuckDB, which only counts.
 *
 * npm run bench:crosstab            45,435 and 454,350 respondents; with --all 4,543,500 too
 *
 * DuckDB is no dependency of this project: 70 MB for one number of a bench. Where it is wanted:
 *   npm install --prefix FOLDER @duckdb/node-api && BEISTAND_DUCKDB=FOLDER npm run bench:crosstab
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { append, bytesOf, emptyColumn } from '#db/columns.ts';
import { writeRespondents, type KeptVariable } from '#db/respondents.ts';
import { getCrosstab } from '#lib/server/crosstab/crosstab.ts';
import { openRespondents } from '#lib/server/crosstab/respondents.ts';
import { realDatabase } from '../fixtures/real.ts';

const ROWS = 45_435;
const query = new URLSearchParams('question=Q52&by=region&sex=women&age=30-49');
const variables = ['COUNTRY', 'WEIGHT', 'Q52', 'QREGDE', 'Q145', 'Q146'] as const;
type Columns = Record<(typeof variables)[number], Float64Array>;

const mapping = JSON.stringify({
	survey: 'pew-2015-spring',
	country: { variable: 'COUNTRY', codes: { 10: 'deu' } },
	weight: 'WEIGHT',
	stratum: null,
	psu: null,
	sex: 'Q145',
	age: 'Q146',
	region: {
		variable: 'QREGDE',
		east: [2],
		west: [1],
		excluded: [],
		berlin: { codes: [3], counts_as: 'excluded' }
	},
	questions: {
		'defend-nato-ally': {
			variable: 'Q52',
			codes: { 1: 'should', 2: 'should-not', 8: 'dk', 9: 'dk' }
		}
	}
});

/** @param countries among which respondents are shared out; Germany is the tenth, or the only one */
function synthetic(rows: number, countries: number): Columns {
	let state = 1;
	const random = () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
	const pick = (...codes: number[]) => codes[Math.floor(random() * codes.length)]!;
	const made = Object.fromEntries(
		variables.map((name) => [name, new Float64Array(rows)])
	) as Columns;
	for (let row = 0; row < rows; row++) {
		const country = countries === 1 ? 10 : 1 + (row % countries);
		made.COUNTRY[row] = country;
		made.WEIGHT[row] = 0.2 + 2 * random();
		made.Q52[row] = pick(1, 1, 1, 2, 2, 2, 2, 8, 9);
		made.QREGDE[row] = country === 10 ? pick(1, 1, 1, 1, 2, 3) : NaN;
		made.Q145[row] = pick(1, 2);
		made.Q146[row] = 18 + Math.floor(random() * 70);
	}
	return made;
}

const codesOf: Partial<Record<string, [number, string, number][]>> = {
	Q52: [[1, 'Should', 1], [2, 'Should not', 1], [8, "Don't know", 1], [9, 'Refused', 1]], // prettier-ignore
	QREGDE: [[1, 'West', 1], [2, 'East', 1], [3, 'Berlin', 1]], // prettier-ignore
	Q145: [[1, 'Male', 1], [2, 'Female', 1]] // prettier-ignore
};

function keep(path: string, columns: Columns): void {
	const kept = variables.map((name): KeptVariable => {
		const column = emptyColumn(columns[name].length);
		append(column, columns[name]);
		const codes = codesOf[name] ?? null;
		return { name, label: name, codes, missing: [], kind: column.kind, data: bytesOf(column) };
	});
	const rows = columns.WEIGHT.length;
	writeRespondents(path, { rows, sha256: '', isSynthetic: true, mapping }, kept);
}

/** Median of several runs after some that do not count, in milliseconds. */
async function timed(run: () => unknown, times: number): Promise<number> {
	for (let i = 0; i < times / 2; i++) await run();
	const taken: number[] = [];
	for (let i = 0; i < times; i++) {
		const start = performance.now();
		await run();
		taken.push(performance.now() - start);
	}
	return taken.sort((a, b) => a - b)[Math.floor(times / 2)]!;
}

const counting = `SELECT Q52, QREGDE, count(*), sum(WEIGHT) FROM people
	WHERE COUNTRY = 10 AND Q145 = 2 AND Q146 BETWEEN 30 AND 49 GROUP BY ALL`;

/** The part of DuckDB's API that is used. */
interface Connection {
	run(sql: string): Promise<unknown>;
	runAndReadAll(sql: string): Promise<{ getRows(): unknown[][] }>;
	createAppender(table: string): Promise<{
		appendTinyInt(value: number): void;
		appendDouble(value: number): void;
		appendNull(): void;
		endRow(): void;
		closeSync(): void;
	}>;
}

/** @returns undefined where it is not installed */
async function duckdb(columns: Columns): Promise<Connection | undefined> {
	const folder = process.env['BEISTAND_DUCKDB'];
	if (!folder) return undefined;
	const path = createRequire(join(folder, 'any.js')).resolve('@duckdb/node-api');
	const { DuckDBInstance } = (await import(pathToFileURL(path).href)) as {
		DuckDBInstance: { create(path: string): Promise<{ connect(): Promise<Connection> }> };
	};
	const connection = await (await DuckDBInstance.create(':memory:')).connect();
	const types = variables.map((name) => `${name} ${name === 'WEIGHT' ? 'DOUBLE' : 'TINYINT'}`);
	await connection.run(`CREATE TABLE people (${types.join()})`);
	const appender = await connection.createAppender('people');
	for (let row = 0; row < columns.WEIGHT.length; row++) {
		for (const name of variables) {
			const value = columns[name][row]!;
			if (name === 'WEIGHT') appender.appendDouble(value);
			else if (Number.isNaN(value)) appender.appendNull();
			else appender.appendTinyInt(value);
		}
		appender.endRow();
	}
	appender.closeSync();
	return connection;
}

const folder = mkdtempSync(join(tmpdir(), 'crosstab-bench-'));
try {
	const db = realDatabase();
	for (const factor of process.argv.includes('--all') ? [1, 10, 100] : [1, 10]) {
		const rows = ROWS * factor;
		const times = { 1: 300, 10: 60, 100: 9 }[factor]!;
		console.log(`${rows.toLocaleString('en')} SYNTHETIC respondents`);
		for (const countries of factor === 1 ? [40, 1] : [40]) {
			const columns = synthetic(rows, countries);
			const path = join(folder, `${rows}-${countries}.sqlite`);
			keep(path, columns);
			const respondents = openRespondents(path)!;
			const begun = performance.now();
			getCrosstab(db, respondents, query);
			const first = performance.now() - begun;
			const where = countries === 1 ? 'all of one country' : `one of ${countries} countries`;
			const ours = await timed(() => getCrosstab(db, respondents, query), times);
			const { groups } = getCrosstab(db, respondents, query).table!;
			const bases = groups.map(({ n }) => n).join(' / ');
			console.log(
				`  crosstab, ${where.padEnd(22)} ${ours.toFixed(2)} ms, first ${first.toFixed(1)} ms (bases ${bases})`
			);
			const connection = countries === 1 ? undefined : await duckdb(columns);
			if (connection) {
				const theirs = await timed(() => connection.runAndReadAll(counting), times);
				console.log(`  DuckDB in memory, counts only    ${theirs.toFixed(2)} ms`);
				console.log(`  ratio DuckDB / ours              ${(theirs / ours).toFixed(2)}`);
			} else if (countries > 1) console.log('  DuckDB                           not installed');
			openRespondents(join(folder, 'none'));
			rmSync(path);
		}
	}
} finally {
	rmSync(folder, { recursive: true });
}
