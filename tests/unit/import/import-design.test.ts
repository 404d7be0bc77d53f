import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'; // prettier-ignore
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { isSynthetic } from '#lib/import/report/reading.ts';
import { openSav } from '#lib/sav/index.ts';
import { getCrosstab } from '#lib/server/crosstab/crosstab.ts';
import { openRespondents } from '#lib/server/crosstab/respondents.ts';
import { cautiousInterval, designOf, domainOf, shareOf, wilson } from '#lib/stats/index.ts';
import { realDatabase } from '../../fixtures/real.ts';
import { savBytes, writeSav, type FileDescription, type Value } from '../../fixtures/sav/bytes.ts';
import { describe2015 } from '../../fixtures/synthetic/spring-2015.ts';
import {
	folder,
	local,
	map,
	onlyQuestions,
	rightMapping,
	run,
	saveMapping,
	useSyntheticFile
} from '../../support/import-run.ts';

/*
 * Files whose weights, strata and units are as real ones have them: with gaps, with values that are declared
 * missing, with a handful of units. Three questions are enough.
 */

useSyntheticFile();

const description = describe2015();
const place = (name: string) => description.variables.findIndex((each) => each.name === name);
const isGerman = (row: Value[]) => row[place('COUNTRY')] === 10;
const rows: Value[][] = [...description.rows].map((row) => [...row]);
const germans = rows.filter(isGerman);
const few = onlyQuestions('defend-nato-ally', 'us-would-defend-ally', 'view-of-nato');

interface Units {
	psu?: (german: number) => number;
	stratum?: (german: number) => number;
}

/** The synthetic file with units for Germany, more rows of Germans, and codes that are declared missing. */
function fileWith(
	units: Units,
	more: Value[][] = [],
	missing: Record<string, number> = {}
): string {
	let german = 0;
	const path = join(folder, 'units.sav');
	const all = rows.map((row) => {
		if (!isGerman(row)) return row;
		const changed = row
			.with(place('PSU'), units.psu?.(german) ?? null)
			.with(place('STRATUM'), units.stratum?.(german) ?? null);
		german++;
		return changed;
	});
	const written: FileDescription = {
		...description,
		variables: description.variables.map((variable) =>
			variable.name in missing
				? { ...variable, missing: { values: [missing[variable.name]!] } }
				: variable
		),
		rows: [...all, ...more],
		cases: all.length + more.length
	};
	writeSav(path, written);
	saveMapping(rightMapping({ questions: few }));
	return path;
}

/** Germans once more, with other values. */
const again = (count: number, change: Record<string, number>): Value[][] =>
	germans
		.slice(0, count)
		.map((row) =>
			Object.entries(change).reduce(
				(changed, [name, value]) => changed.with(place(name), value),
				row
			)
		);

const db = realDatabase();
/** The crosstab of what was imported last. */
function crosstabOf(query = '') {
	const respondents = openRespondents(join(local, 'respondents.sqlite'))!;
	try {
		return getCrosstab(db, respondents, new URLSearchParams(query));
	} finally {
		openRespondents(join(folder, 'nowhere'));
	}
}

const csv = (name: string) =>
	parse<Record<string, string>>(readFileSync(join(local, name)), { columns: true });

describe('A value that the file declares missing', () => {
	test('of the weight, the stratum or the unit drops its row, which is counted, in the crosstab too', async () => {
		const units = { psu: (i: number) => i % 200, stratum: (i: number) => i % 10 };
		const more = [
			...again(25, { WEIGHT: 99, PSU: 1, STRATUM: 1 }),
			...again(20, { PSU: 9999, STRATUM: 1 }),
			...again(10, { PSU: 1, STRATUM: 777 })
		];
		const path = fileWith(units, more, { WEIGHT: 99, PSU: 9999, STRATUM: 777 });
		const { text, error } = await run(path, { map, yes: true });
		expect(error).toBeUndefined();
		expect(text).toContain(
			`${rows.length + 55} interviews, 1000 in Germany with a weight above 0.`
		);
		expect(text).toContain(
			'25 German interviews without a weight, or with one declared missing, are left out.'
		);
		expect(text).toContain(
			'30 German interviews without a stratum or sampling unit, which the others have, are left out.'
		);
		// The crosstab keeps the design of the others: its limits are theirs.
		const { table } = crosstabOf('question=Q52');
		const column = (name: string) =>
			Float64Array.from(germans, (row) => row[place(name)] as number);
		const design = designOf({
			weight: column('WEIGHT'),
			psu: Float64Array.from(germans.keys(), units.psu),
			stratum: Float64Array.from(germans.keys(), units.stratum)
		})!;
		const own = cautiousInterval(
			shareOf(domainOf(design)!, { column: column('Q52'), codes: [1] })
		)!;
		const [all] = table!.answers[0]!.cells;
		expect(table!.groups[0]!.n).toBe(1000);
		expect([all!.low, all!.high]).toEqual([
			expect.closeTo(100 * own.low, 9),
			expect.closeTo(100 * own.high, 9)
		]);
	});

	test('in more than one row of twenty is no gap in a design, and the file is refused with how many', async () => {
		const path = fileWith({ psu: (i) => i % 200 }, again(60, { PSU: 9999 }), { PSU: 9999 });
		const { error } = await run(path, { map, yes: true });
		expect(error).toMatchObject({ code: 'bad_mapping' });
		expect(error!.message).toContain('a psu in all rows or in none, got none in 60 of 1060');
		expect(existsSync(local)).toBe(false);
	});
});

describe('With few sampling units', () => {
	test('no interval is narrower than of people drawn at random, gaps included, and every figure warns', async () => {
		// Units alike in everything: their own variance is next to nothing.
		const { error } = await run(fileWith({ psu: (i) => i % 6 }), { map, yes: true });
		expect(error).toBeUndefined();
		const shown = csv('figures.csv').filter(({ pct }) => pct !== '');
		expect(shown.length).toBeGreaterThan(8);
		for (const { pct, n, n_eff, ci95_low, ci95_high, note_en } of shown) {
			expect(Number(n_eff)).toBeLessThanOrEqual(Number(n));
			// Five degrees of freedom: t is 2.57, not 1.96, so the limits are those of 0.58 times as many.
			const atRandom = wilson(Number(pct) / 100, 0.59 * Number(n));
			expect(Number(ci95_low)).toBeLessThanOrEqual(100 * atRandom.low);
			expect(Number(ci95_high)).toBeGreaterThanOrEqual(100 * atRandom.high);
			expect(note_en).toContain('Few sampling units');
		}
		const pctOf = (question: string, answer: string, group: string) =>
			Number(
				shown.find(
					(row) =>
						row['question_id'] === question &&
						row['answer_id'] === answer &&
						row['group_id'] === group
				)?.['pct'] ?? NaN
			);
		let compared = 0;
		for (const { question_id = '', answer_id = '', se_pts, df } of csv('gaps.csv')) {
			expect(Number(df)).toBeLessThan(8);
			const [east, west] = ['east', 'west'].map((side) => pctOf(question_id, answer_id, side) / 100) as [number, number]; // prettier-ignore
			if (Number.isNaN(east) || Number.isNaN(west)) continue;
			const least = 100 * Math.sqrt((east * (1 - east)) / 240 + (west * (1 - west)) / 700);
			// Rounded shares and one decimal.
			expect(Number(se_pts)).toBeGreaterThan(least - 0.15);
			compared++;
		}
		expect(compared).toBeGreaterThan(3);
	});

	test('a single one says nothing of the error: no figure of it is shown', async () => {
		const { error, text } = await run(fileWith({ psu: () => 1 }), { map, yes: true });
		expect(error).toBeUndefined();
		expect(csv('figures.csv').filter(({ pct }) => pct !== '')).toEqual([]);
		expect(csv('gaps.csv')).toEqual([]);
		expect(text).toContain('1 stratum has a single sampling unit in Germany');
	});

	test('strata with a single one are told, in the report and under the crosstab', async () => {
		const psu = (i: number) => i % 40;
		const stratum = (i: number) => (psu(i) < 5 ? psu(i) : 100 + (psu(i) % 5));
		const { text } = await run(fileWith({ psu, stratum }), { map, yes: true });
		expect(text).toContain('5 strata have a single sampling unit in Germany');
		const { table } = crosstabOf();
		expect(table!.lonelyStrata).toBe(5);
	});
});

describe('A synthetic file', () => {
	test('is one without its label too', () => {
		expect(isSynthetic(openSav(savBytes({ ...description, fileLabel: '' })))).toBe(true);
		const { variables } = description;
		const at = place('SYNTHETIC');
		const real: FileDescription = {
			...description,
			fileLabel: 'Spring 2015',
			variables: variables.toSpliced(at, 1),
			rows: rows.slice(0, 5).map((row) => row.toSpliced(at, 1)),
			cases: 5
		};
		expect(isSynthetic(openSav(savBytes(real)))).toBe(false);
	});

	const hasHaven = spawnSync('Rscript', ['-e', 'library(haven)']).status === 0;
	if (!hasHaven) console.warn('Skipped: R, which lacks the package haven.');
	test.skipIf(!hasHaven)('stays one when R writes it again', () => {
		const [from, to] = [join(folder, 'synthetic.sav'), join(folder, 'by-r.sav')];
		const script = `haven::write_sav(haven::read_sav("${from}", user_na = TRUE), "${to}")`;
		expect(spawnSync('Rscript', ['-e', script]).status).toBe(0);
		const file = openSav(to);
		expect(file.dictionary.fileLabel).not.toMatch(/synthetic/i);
		expect(isSynthetic(file)).toBe(true);
		file.close();
	});
});

test('Countries as texts lead as far as the crosstab, with Enter alone', async () => {
	const labels = new Map(
		description.variables[place('COUNTRY')]!.valueLabels as [number, string][]
	);
	const at = place('COUNTRY');
	const path = join(folder, 'texts.sav');
	writeSav(path, {
		...description,
		variables: description.variables.with(at, { name: 'Country', label: 'Country', width: 20 }),
		rows: rows.map((row) => row.with(at, labels.get(row[at] as number)!)),
		cases: rows.length
	});
	const enter = Array<string>(10).fill('');
	const { error, version } = await run(path, {}, [...enter, 'excluded', 'yes']);
	expect(error).toBeUndefined();
	expect(version).toBeDefined();
	const { table, catalog } = crosstabOf();
	expect(catalog.countries).toContain('deu');
	expect(table!.groups.map(({ n }) => n)).toEqual([1000, 240, 700]);
});

test('What killed imports left is swept by the next one, and only the owner can look into what it writes', async () => {
	mkdirSync(local, { recursive: true, mode: 0o755 });
	chmodSync(local, 0o755);
	// Numbers of processes that are no more.
	const { pid } = spawnSync(process.execPath, ['-e', '']);
	const left = [`respondents.sqlite.loading-${pid}`, `respondents.sqlite.loading-${pid}-journal`, `.figures.csv.${pid}`, `.import.json.${pid}`]; // prettier-ignore
	for (const name of left) writeFileSync(join(local, name), 'half', { mode: 0o644 });
	const { error } = await run(fileWith({}), { map, yes: true });
	expect(error).toBeUndefined();
	expect(readdirSync(local).sort()).toEqual(
		['figures.csv', 'gaps.csv', 'import.json', 'overlaps.csv', 'respondents.sqlite', 'sources.csv'] // prettier-ignore
	);
	const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8);
	expect([modeOf(local), modeOf(join(local, 'respondents.sqlite'))]).toEqual(['700', '600']);
});
