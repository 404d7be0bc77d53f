import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { dims, measures } from '#lib/view/explore/explore.ts';
import { exploreKeys } from '#lib/view/explore/explore-query.ts';
import { allFigures } from '#lib/server/data/all-figures.ts';
import { absenceWords } from '../fixtures/absence-words.ts';
import { readCsv } from '../fixtures/data-package.ts';
import { realDatabase } from '../fixtures/real.ts';
import { runs } from '../support/sample.ts';
import { useSite } from '../support/site.ts';

const server = useSite();
const { get } = server;
/** The page, from its canonical address if this is another. */
const page = async (query: string): Promise<string> =>
	(await fetch(`${server.origin}/en/explore${query === '' ? '' : `?${query}`}`)).text();

const codes = ['surveys', 'questions', 'populations', 'groups', 'answers'].flatMap((name) => {
	const { header, rows } = readCsv(`${name}.csv`);
	const at = header.indexOf(
		{ surveys: 'survey_id', questions: 'question_id', populations: 'population_id' }[name] ??
			{ groups: 'group_id', answers: 'answer_id' }[name] ??
			''
	);
	return rows.map((row) => row[at] ?? '');
});

/** Addresses as they come: right keys and codes, wrong ones, and noise. */
const queries = fc
	.array(
		fc.tuple(
			fc.oneof(
				{ weight: 6, arbitrary: fc.constantFrom(...exploreKeys) },
				{ weight: 1, arbitrary: fc.string({ maxLength: 8 }) }
			),
			fc.oneof(
				{ weight: 5, arbitrary: fc.constantFrom(...codes) },
				{
					weight: 3,
					arbitrary: fc.constantFrom(...dims, ...measures, 'none', 'label', 'headline', 'both')
				},
				{ weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
				{
					weight: 1,
					arbitrary: fc
						.array(fc.constantFrom(...codes), { minLength: 2, maxLength: 60 })
						.map((list) => list.join())
				}
			)
		),
		{ maxLength: 7 }
	)
	.map((pairs) => {
		const query = new URLSearchParams();
		for (const [key, value] of pairs) query.append(key, value.toWellFormed());
		return query.toString();
	});

/** How many replies had each status, and how much longer the slow ones took than most. */
async function ask(count: number, seed: number, pathOf: (query: string) => string) {
	const counts = new Map<number, number>();
	const times: number[] = [];
	for (const query of fc.sample(queries, { numRuns: count, seed })) {
		const begun = performance.now();
		const reply = await fetch(server.origin + pathOf(query));
		await reply.arrayBuffer();
		times.push(performance.now() - begun);
		counts.set(reply.status, (counts.get(reply.status) ?? 0) + 1);
		if (reply.status >= 500) throw new Error(`${reply.status}: ${pathOf(query)}`);
	}
	const sorted = times.toSorted((a, b) => a - b);
	const at = (share: number) => sorted[Math.floor(share * (count - 1))]!;
	return { counts, ratio: at(0.99) / at(0.5) };
}

/** Ids in the cells of the table with their text; a cell without a value has its sign in words. */
function cells(html: string): Map<string, string> {
	const found = html.matchAll(/<td[^>]*data-figure="([^"]+)"[^>]*>([\s\S]*?)<\/td>/g);
	return new Map(
		[...found].map(([, id = '', cell = '']) => [
			id,
			/class="number[^"]*">([^<]*)</.exec(cell)?.[1] ??
				/class="visually-hidden[^"]*">([^<]*)</.exec(cell)?.[1] ??
				''
		])
	);
}

async function csv(query: string): Promise<Record<string, string>[]> {
	const reply = await get(`/en/explore.csv?${query}`);
	expect(reply.status, query).toBe(200);
	return Papa.parse<Record<string, string>>(await reply.text(), {
		header: true,
		skipEmptyLines: true
	}).data;
}

describe('random addresses', () => {
	test('all give a page, none an error, and none takes out of all proportion', async () => {
		const { counts, ratio } = await ask(runs(80, 400), 7, (query) => `/en/explore?${query}`);
		expect([...counts.keys()]).toEqual([200]);
		// Ratios, since the machine may be busy; the largest table holds some hundred times the cells of most.
		expect(ratio).toBeLessThan(40);
	}, 300_000);

	test('give a file, or a sentence on what is wrong with the address', async () => {
		const { counts } = await ask(runs(40, 200), 8, (query) => `/de/explore.csv?${query}`);
		expect([...counts.keys()].toSorted()).toEqual([200, 400]);
	}, 120_000);
});

describe('the table and its file', () => {
	test.each([
		'question=defend-nato-ally',
		'survey=pew-2015-spring&answer=headline',
		'country=deu&group=east,west&rows=question&columns=group',
		'columns=none&survey=pew-2015-spring&group=all',
		'question=defend-nato-ally&rows=country&sort=pew-2015-spring',
		'status=sum_of_parts&survey=pew-2015-spring'
	])('%s: every cell is a row of the CSV with the same value or absence', async (query) => {
		const shown = cells(await page(query));
		const rows = await csv(query);
		const filtered = [...shown].filter(([, text]) => text === 'left out by your choices');
		expect(shown.size - filtered.length).toBe(rows.length);
		expect(rows.length).toBeGreaterThan(4);
		for (const row of rows) {
			const expected =
				row['pct'] === '' ? absenceWords[row['absence']!] : `${Math.round(Number(row['pct']))}%`;
			expect(shown.get(row['figure_id']!), row['figure_id']).toBe(expected);
		}
	});

	test.each([
		['measure=gap', (first: number, second: number) => first - second],
		['measure=net&survey=pew-2015-spring', (first: number, second: number) => first - second],
		['measure=median&survey=pew-2015-spring&answer=headline', (a: number, b: number) => a - b]
	])('%s: the file holds each difference with what it is made of', async (query, difference) => {
		const shown = cells(await page(query));
		const rows = await csv(query);
		const values = rows.filter(({ value }) => value !== '');
		expect(values.length).toBeGreaterThan(4);
		for (const row of values) {
			const expected = difference(Number(row['first_pct']), Number(row['second_pct']));
			expect(Number(row['value'])).toBe(expected);
			const [id = ''] = row['figure_ids']!.split(';');
			const sign = expected < 0 ? '−' : expected > 0 ? '+' : '';
			expect(shown.get(id), id).toBe(`${sign}${Math.abs(expected)}`);
		}
		for (const row of rows.filter(({ value }) => value === '')) expect(row['absence']).not.toBe('');
	});

	test('many rows: the page shows the first and the count, its CSV holds every figure', async () => {
		const html = await page('rows=question');
		const all = allFigures(realDatabase()).length;
		expect(html).toMatch(/Rows 1 to \d+ of \d+/);
		expect(html).toMatch(/href="\/en\/explore\?from=\d+"/);
		expect(await csv('rows=question')).toHaveLength(all);
	});

	test.each(measures)('as many rows come as are promised, of the measure %s', async (measure) => {
		for (const query of [`measure=${measure}&survey=pew-2015-spring`, `measure=${measure}`]) {
			const html = await page(query);
			const promised = /([\d,]+) (?:figures|rows|records)[^<]*<\/summary>|([\d,]+) rows?\b/g;
			const numbers = [...html.matchAll(promised)].map(([text]) =>
				Number(/[\d,]+/.exec(text)![0].replaceAll(',', ''))
			);
			const rows = await csv(query);
			expect(numbers, query).toContain(rows.length);
		}
	});

	test.each(['json', 'xlsx', 'md', 'csv-metadata.json'])(
		'leaves as .%s under each measure',
		async (form) => {
			for (const measure of measures) {
				const path = `/de/explore.${form}?measure=${measure}&survey=pew-2015-spring&topic=alliance`;
				const reply = await get(path);
				expect(reply.status, path).toBe(200);
				expect((await reply.arrayBuffer()).byteLength).toBeGreaterThan(500);
			}
		}
	);
});

describe('an address', () => {
	test('written in any way leads to the one canonical address', async () => {
		const reply = await get('/en/explore?rows=country&country=fra&country=deu&columns=&q=');
		expect(reply.status).toBe(302);
		expect(reply.headers.get('location')).toBe('/en/explore?country=fra,deu&rows=country');
		const canonical = await get('/en/explore?country=fra,deu&rows=country');
		expect(canonical.status).toBe(200);
		const searched = await get('/en/explore?q=%C3%BCber+Nato');
		expect(searched.status).toBe(200);
	});

	test('with a mistake keeps the rest and says what it dropped', async () => {
		const html = await page('country=germny,fra&contry=1');
		expect(html).toContain('“germny” is not a known country here');
		expect(html).toContain('says “contry”');
	});
});

describe('two pinned cells', () => {
	const said = async (...ids: string[]): Promise<string> => {
		const html = await page(`pin=${ids.join()}`);
		return /class="compare[\s\S]*?<\/section>/.exec(html)?.[0].replace(/<[^>]*>/g, ' ') ?? '';
	};
	const core = 'pew-2015-spring~defend-nato-ally';

	test('of whole countries with published margins: larger, not distinguishable, or uncertain', async () => {
		// 56 and 38 per cent: 18 points against at most ±5.8 for a difference.
		expect(await said(`${core}~usa~all~should`, `${core}~deu~all~should`)).toContain(
			'larger than sampling error, by the range of margins'
		);
		// 48 and 48
		expect(await said(`${core}~pol~all~should`, `${core}~esp~all~should`)).toContain(
			'not distinguishable from sampling error'
		);
		// 53 and 49: 4 points against ±4.0 to ±5.8, give or take the rounding.
		expect(await said(`${core}~can~all~should`, `${core}~gbr~all~should`)).toContain(
			'is uncertain'
		);
	});

	test('of East and West rest on the assumptions, which the address may change', async () => {
		const pair = ['east', 'west'].map(
			(side) => `pew-2015-spring~confidence-putin~deu~${side}~confidence`
		);
		expect(await said(...pair)).toContain(
			'larger than sampling error, under the assumptions about the samples'
		);
		const html = await page(`n=50&pin=${pair.join()}`);
		expect(html).toMatch(/is uncertain|not distinguishable/);
	});

	test.each([
		['a median', `${core}~median-nato-8~all~should`, 'a median has no margin of its own'],
		['a group', `pew-2015-spring~view-of-nato~deu~east~favorable`, 'not lent to a part of it'],
		[
			'another survey',
			'pew-2019-spring~defend-nato-ally~fra~all~should',
			'no margin of error was found'
		],
		['nothing', `${core}~swe~all~should`, 'no number, so there is no difference']
	])('of which one is %s: not known, and why', async (_, other, reason) => {
		expect(await said(`${core}~fra~all~should`, other)).toContain(reason);
	});

	test('name what else keeps them apart', async () => {
		const text = await said(
			`${core}~deu~all~should`,
			'forsa-2024-02~russia-attack-nato-possible~deu~east~possible'
		);
		expect(text).toContain('Different questions.');
		expect(text).toContain('Different institutes');
		expect(text).toContain('rounded figures');
	});

	test('four make six pairs', async () => {
		const ids = ['usa', 'can', 'gbr', 'pol'].map((code) => `${core}~${code}~all~should`);
		expect((await said(...ids)).match(/A difference of rounded figures/g)).toHaveLength(6);
	});
});

test('without scripts the forms and links carry the whole state', async () => {
	const html = await page('country=deu&q=Nato');
	expect(html).toMatch(/<input type="hidden" name="country" value="deu"/);
	expect(html).toMatch(/<form[^>]*method="GET"[^>]*action="\/en\/explore"/);
	expect(html).toMatch(/<select name="measure"/);
	const [, href = ''] = /<a[^>]*class="value[^"]*"[^>]*href="([^"]+)"/.exec(html) ?? [];
	expect((await get(href.replaceAll('&amp;', '&'))).status).toBe(200);
});

test('the start page’s search leads to the workbench', async () => {
	for (const lang of ['en', 'de']) {
		const html = await (await get(`/${lang}`)).text();
		expect(html).toMatch(new RegExp(`role="search"[^>]*action="/${lang}/explore"`));
	}
});
