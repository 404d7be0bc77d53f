import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { getExplore } from '#lib/server/explore/explore.ts';
import { figureIndex } from '#lib/server/facets/figure-index.ts';
import { guidesOf } from '#lib/server/explore/guide.ts';
import { dims, maxCells, measures } from '#lib/view/explore/explore.ts';
import type { Explored } from '#lib/view/explore/result.ts';
import { facetKeys, type FacetKey } from '#lib/view/explore/facets.ts';
import { wholeDictionary } from '#lib/server/data/dictionary.ts';
import {
	exploreKeys,
	exploreQuery,
	parseExplore,
	pinned
} from '#lib/view/explore/explore-query.ts';
import { bruteFigures } from '../../fixtures/explore-brute.ts';
import { realDatabase } from '../../fixtures/real.ts';
import { records, smallDatabase } from '../../fixtures/small.ts';

const small = smallDatabase();
const real = realDatabase();
const all = bruteFigures(real);
const { catalog } = figureIndex(real);

const ask = (query: string, db = real): Explored =>
	getExplore(db, new URLSearchParams(query), 'en');
const values = (query: string, db = small): (number | string | null)[][] =>
	ask(query, db).pivot.rows.map(({ cells }) => cells.map(({ value, absence }) => value ?? absence));

/** A random choice of values of some facets. */
const filters = fc.dictionary(
	fc.constantFrom(...facetKeys),
	fc.nat(10_000).chain((seed) => fc.constant(seed)),
	{ maxKeys: 3 }
);
const chosenBy = (picked: Record<string, number>): Partial<Record<FacetKey, string[]>> =>
	Object.fromEntries(
		Object.entries(picked).map(([key, seed]) => {
			const codes = catalog.values[key as FacetKey];
			return [key, codes.filter((_, index) => (index * 7 + seed) % 4 === 0)];
		})
	);
/** All figures have an address of their own; without one there is the first view. */
const queryOf = (chosen: Partial<Record<FacetKey, string[]>>): string =>
	[
		'rows=question',
		...Object.entries(chosen)
			.filter(([, codes]) => codes.length > 0)
			.map(([key, codes]) => `${key}=${codes.join()}`)
	].join('&');

/** Any text in any key, the right ones among them. */
const anyQuery = fc
	.array(
		fc.tuple(
			fc.oneof(fc.constantFrom(...exploreKeys), fc.string({ maxLength: 8 })),
			fc.oneof(
				fc.constantFrom(...dims, ...measures, 'none', 'label', 'deu', 'deu~asc', 'headline'),
				fc.constantFrom(...Object.values(catalog.values).flat()),
				fc.constantFrom(...all.map(({ row }) => row.figure)),
				fc.string({ unit: 'binary', maxLength: 30 })
			)
		),
		{ maxLength: 6 }
	)
	.map((pairs) => {
		const query = new URLSearchParams();
		for (const [key, value] of pairs) query.append(key, value);
		return query;
	});

describe('the view of the workbench', () => {
	test('serialised and parsed again is the same view, for any address', () => {
		fc.assert(
			fc.property(anyQuery, (query) => {
				const { view } = parseExplore(query, catalog);
				const canonical = exploreQuery(view);
				const again = parseExplore(new URLSearchParams(canonical), catalog);
				expect(again.view).toEqual(view);
				expect(again.notices).toEqual([]);
				expect(exploreQuery(again.view)).toBe(canonical);
			}),
			{ numRuns: 1000 }
		);
	});

	test.each([
		['', ''],
		['answer=headline&group=all&survey=pew-2015-spring', ''],
		['rows=question&columns=country&measure=percent', 'rows=question'],
		['from=1&columns=country', ''],
		['from=51', 'from=51'],
		['country=deu&country=fra', 'country=fra,deu'],
		['rows=country', 'rows=country'],
		['rows=country&columns=survey', 'rows=country'],
		['measure=gap&columns=none', 'measure=gap'],
		['q=%20%20Nato%20%20ally%20', 'q=Nato%20ally'],
		['sort=deu~asc', 'sort=deu~asc'],
		['east_share=17&n=900', 'east_share=17&n=900']
	])('%s has the canonical query "%s"', (given, canonical) => {
		expect(exploreQuery(parseExplore(new URLSearchParams(given), catalog).view)).toBe(canonical);
	});

	test.each([
		['country=atlantis', 'country', 'atlantis'],
		['rows=planet', 'rows', 'planet'],
		['rows=country&columns=country', 'columns', 'country'],
		['measure=gap&rows=country', 'rows', 'country'],
		['measure=net&columns=answer', 'columns', 'answer'],
		['sort=atlantis', 'sort', 'atlantis'],
		['pin=a~b', 'pin', 'a~b'],
		['cell=pew-2015-spring~defend-nato-ally~fra~east~should', 'cell', undefined],
		['deff=0', 'deff', '0'],
		['from=-3', 'from', '-3'],
		['contry=deu', 'contry', '']
	])('%s is dropped and named', (query, key, value) => {
		const { notices } = parseExplore(new URLSearchParams(query), catalog);
		expect(notices).toHaveLength(1);
		expect(notices[0]!.key).toBe(key);
		if (value !== undefined) expect(notices[0]!.value).toBe(value);
	});

	test('holds four pinned cells; a fifth takes the place of the first', () => {
		const ids = all.slice(0, 5).map(({ row }) => row.figure);
		const { view, notices } = parseExplore(new URLSearchParams({ pin: ids.join() }), catalog);
		expect(view.pin).toEqual(ids.slice(0, 4));
		expect(notices.map(({ kind }) => kind)).toEqual(['too_many']);
		expect(pinned(view, ids[4]!).pin).toEqual(ids.slice(1));
		expect(pinned(view, ids[1]!).pin).toEqual([ids[0], ids[2], ids[3]]);
	});
});

describe('facets', () => {
	test('count what choosing a value would show, for random filters, counted one by one', () => {
		fc.assert(
			fc.property(filters, (picked) => {
				const chosen = chosenBy(picked);
				const { facets, matched } = ask(queryOf(chosen));
				const lets = (figure: (typeof all)[number], except?: FacetKey) =>
					Object.entries(chosen).every(
						([key, codes]) =>
							key === except ||
							codes.length === 0 ||
							figure.values[key as FacetKey].some((code) => codes.includes(code))
					);
				expect(matched).toBe(all.filter((figure) => lets(figure)).length);
				for (const facet of facets) {
					const within = all.filter((figure) => lets(figure, facet.key));
					for (const { code, count } of facet.values)
						expect(count, `${facet.key}=${code}`).toBe(
							within.filter(({ values }) => values[facet.key].includes(code)).length
						);
				}
			}),
			{ numRuns: 25 }
		);
	});

	test('have an address for every value that shows something, and none for the others', () => {
		const { facets } = ask('survey=pew-2015-spring');
		const country = facets.find(({ key }) => key === 'country')!;
		for (const { code, count, toggle } of country.values) {
			expect(toggle === undefined, code).toBe(count === 0);
			if (toggle !== undefined) expect(ask(toggle).matched, code).toBe(count);
		}
		const swedes = country.values.find(({ code }) => code === 'swe')!;
		expect([swedes.count, swedes.exists]).toEqual([0, true]);
	});

	test('take a chosen value away again', () => {
		const { facets } = ask('country=fra,deu');
		const germany = facets
			.find(({ key }) => key === 'country')!
			.values.find(({ code }) => code === 'deu')!;
		expect([germany.chosen, germany.toggle]).toEqual([true, 'country=fra']);
	});
});

describe('the table', () => {
	test('holds each figure of the selection once, and says why other cells are empty', () => {
		const { pivot, matched } = ask('question=help&answer=yes', small);
		expect(matched).toBe(8);
		expect(pivot.columns.map(({ label }) => label)).toEqual([
			'Germany',
			'United States',
			'France',
			'Median of two'
		]);
		expect(pivot.added).toEqual(['survey', 'group']);
		expect(values('question=help&answer=yes')).toEqual([
			// 2015: France's 0 is a number, less than half a per cent.
			[30, 60, 0, 15],
			// 2017: America is named as not asked, France is not known.
			[33, 'not_asked', 'not_published', 'not_published'],
			[25, 'impossible', 'impossible', 'impossible'],
			[35, 'impossible', 'impossible', 'impossible'],
			[28, 'not_asked', 'not_published', 'not_published']
		]);
	});

	test('calls a figure that a filter left out so, and never unpublished', () => {
		expect(values('answer=yes&group=all&status=published&rows=survey')).toEqual([
			['filtered', 60, 0, 15],
			[33, 'not_asked', 'not_published', 'not_published']
		]);
	});

	test('never puts two figures into one cell, whatever is laid out', () => {
		for (const rows of dims)
			for (const columns of [...dims, 'none'].filter((dim) => dim !== rows)) {
				const { pivot } = ask(`rows=${rows}&columns=${columns}`, small);
				const shown = pivot.rows.flatMap(({ cells }) =>
					cells.filter(({ value }) => value !== null)
				);
				expect(new Set(shown.map(({ figure }) => figure)).size).toBe(12);
				expect(shown).toHaveLength(12);
			}
	});

	test('computes net, gap, distance to the median and rank by hand', () => {
		// 60 − 35, 0 − 96; of Germany's no there is no figure.
		expect(values('measure=net&survey=pew-2015-spring&country=usa,fra,deu')).toEqual([[25, -96]]);
		expect(values('measure=net&survey=pew-2015-spring&country=deu')).toEqual([['one_side']]);
		// 25 − 35 in 2017; of the other question only the East is known.
		expect(values('measure=gap')).toEqual([[-10]]);
		expect(ask('measure=gap', small).pivot.empty).toEqual({ rows: 1, columns: 0 });
		// 30 − 15, 0 − 15; America is no member of the median.
		expect(values('measure=median&survey=pew-2015-spring&answer=yes')).toEqual([[15, -15]]);
		expect(values('measure=rank&survey=pew-2015-spring&answer=yes')).toEqual([[2, 1, 3]]);
		expect(values('measure=rank&survey=pew-2015-spring&answer=yes&country=deu')).toEqual([[2]]);
	});

	test('shares a place among equal countries', () => {
		const equal = {
			...records,
			figures: records['figures']!.map((row) => {
				const pct = { yes: '30', no: '66' }[row['answer_id'] ?? ''];
				return row['population_id'] === 'fra' && pct ? { ...row, pct } : row;
			})
		};
		const db = smallDatabase(equal);
		expect(values('measure=rank&survey=pew-2015-spring&answer=yes', db)).toEqual([[2, 1, 2]]);
	});

	test('promises as many rows as its file has, for any measure, filter and layout', () => {
		const layouts = [
			'',
			'columns=none',
			'rows=question&columns=survey',
			'rows=survey&columns=country'
		];
		fc.assert(
			fc.property(
				filters,
				fc.constantFrom(...measures),
				fc.constantFrom(...layouts),
				fc.constantFrom('', 'from=3', 'from=200'),
				(picked, measure, layout, from) => {
					const query = new URLSearchParams(
						[queryOf(chosenBy(picked)), layout, `measure=${measure}`, from].join('&')
					);
					if (layout.startsWith('rows')) query.delete('rows', 'question');
					const file = getExplore(real, query, 'en', { whole: true });
					const cells = file.pivot.rows.flatMap((row) => row.cells);
					const differences = cells.filter(
						({ figure, absence }) => figure !== null && absence !== 'filtered'
					);
					const came = measure === 'percent' ? file.rows.length : differences.length;
					expect(getExplore(real, query, 'en').records, `${query}`).toBe(came);
				}
			),
			{ numRuns: 30 }
		);
	});

	test('a table in several parts leaves with its figures alone, one shown at once with its reasons too', () => {
		const rowsOf = (query: string) =>
			getExplore(real, new URLSearchParams(query), 'en', { whole: true }).rows;
		expect(rowsOf('rows=question')).toHaveLength(all.length);
		const shown = rowsOf('question=defend-nato-ally');
		expect(shown.some(({ absence }) => absence === 'not_asked')).toBe(true);
	});

	test('sorts by a column, falling and rising, and by name; what is missing stands last', () => {
		const order = (sort: string) =>
			ask(
				`question=help&rows=country&columns=answer&survey=pew-2015-spring${sort}`,
				small
			).pivot.rows.map(({ label }) => label);
		expect(order('')).toEqual(['Germany', 'United States', 'France', 'Median of two']);
		expect(order('&sort=yes~asc')).toEqual(['France', 'Median of two', 'Germany', 'United States']);
		expect(order('&sort=yes')).toEqual(['United States', 'Germany', 'Median of two', 'France']);
		expect(order('&sort=dk')[0]).toBe('France');
		expect(order('&sort=label')[0]).toBe('France');
	});

	test('marks rows that mix institutes, wordings, or wordings nobody saw', () => {
		const flags = (query: string, db = real) =>
			new Set(ask(query, db).pivot.rows.flatMap((row) => row.flags));
		expect(flags('question=help&rows=country&answer=yes&group=all', small)).toEqual(
			new Set(['unseen'])
		);
		// The question page joins 2015 and 2019 by a line, so no mark may part them here.
		expect(
			flags(
				'question=defend-nato-ally&rows=country&answer=should&group=all&survey=pew-2015-spring,pew-2019-spring'
			).has('wording')
		).toBe(false);
		expect(flags('rows=country&columns=survey&answer=yes,in', small)).toContain('institutes');
		expect(
			flags('rows=country&columns=question&group=all,east,women&country=deu&year=2016,2017', small)
		).toEqual(new Set(['institutes', 'years']));
		expect(flags('measure=net&question=help&rows=country&group=all&year=2015', small)).toEqual(
			new Set()
		);
	});

	test('of many rows shows the first, says how many there are, and leads on to every other', () => {
		const seen = new Set<string>();
		let query: string | undefined = 'rows=question';
		let parts = 0;
		while (query !== undefined && parts < 100) {
			const { pivot, matched } = ask(query);
			const cells = pivot.rows.length * pivot.columns.length;
			expect(cells, query).toBeLessThanOrEqual(maxCells);
			for (const { cells } of pivot.rows)
				for (const { figure, value } of cells) if (value !== null) seen.add(figure!);
			parts += 1;
			query = pivot.part.next;
			if (query !== undefined) continue;
			expect(matched).toBe(all.length);
			expect(pivot.part.first + pivot.rows.length - 1).toBe(pivot.part.all);
		}
		expect(parts).toBeGreaterThan(2);
		expect(seen.size).toBe(all.filter(({ row }) => row.pct !== null).length);
	});

	test('is there for every filter and every layout that leaves a figure', () => {
		const usual = [
			'',
			'rows=question',
			...catalog.values.question.filter((_, at) => at % 9 === 0).map((code) => `question=${code}`),
			...catalog.values.topic.map((code) => `topic=${code}`),
			...catalog.values.country.filter((_, at) => at % 7 === 0).map((code) => `country=${code}`),
			'survey=pew-2015-spring',
			'year=2015',
			'country=deu&group=east,west',
			'answer=headline'
		];
		for (const [index, filter] of usual.entries())
			for (const [place, rows] of dims.entries()) {
				// Every filter with every kind of rows, the columns taking turns.
				const others = [...dims.filter((dim) => dim !== rows), 'none'];
				const columns = others[(index + place) % others.length];
				const query = `${filter}${filter === '' ? '' : '&'}rows=${rows}&columns=${columns}`;
				const { pivot, matched, view } = ask(query);
				expect([view.rows, view.columns, view.measure], query).toEqual([rows, columns, 'percent']);
				expect(pivot.rows.length > 0, query).toBe(matched > 0);
			}
	}, 60_000);

	test('has no row and no column without a value beside those that have one', () => {
		for (const query of ['', 'rows=question', 'rows=country&columns=year&topic=russia']) {
			const { pivot } = ask(query);
			for (const row of pivot.rows)
				expect(
					row.cells.some(({ value }) => value !== null),
					`${query} ${row.label}`
				).toBe(true);
		}
		const { pivot } = ask('');
		for (const [at, column] of pivot.columns.entries())
			expect(
				pivot.rows.some(({ cells }) => cells[at]!.value !== null),
				column.label
			).toBe(true);
	});

	test('of who has chosen nothing is spring 2015: questions down, countries across, Germany first', () => {
		const { pivot, view, query } = ask('');
		expect(query).toBe('');
		expect(view.filters.survey).toEqual(['pew-2015-spring']);
		expect(pivot.columns[0]!.label).toBe('Germany');
		expect(pivot.head).toEqual(['question']);
		const defend = pivot.rows.find(({ key }) => key.startsWith('defend-nato-ally'))!;
		expect(defend.cells[0]!.value).toBe(38);
	});

	test('over years has a column of the change, the later minus the earlier', () => {
		const { pivot } = ask(
			'question=defend-nato-ally&answer=should&group=all&country=deu,pol&rows=country&columns=year&year=2015,2019'
		);
		expect(pivot.columns.map(({ label }) => label)).toEqual([
			'2015',
			'2019',
			'Change 2015 to 2019'
		]);
		// 38 and 34; 48 and 40
		expect(pivot.rows.map(({ cells }) => cells.map(({ value }) => value))).toEqual([
			[38, 34, -4],
			[48, 40, -8]
		]);
	});

	test('of changes takes the institute’s last wave of the choice minus its first', () => {
		const { pivot } = ask(
			'measure=change&question=defend-nato-ally&answer=should&group=all&country=deu,pol&rows=country&columns=none'
		);
		// 34 − 38 in 2019; Poland was asked last in 2022: 65 − 48
		expect(pivot.rows.map(({ cells }) => cells[0]!.value)).toEqual([-4, 17]);
		expect(pivot.rows[0]!.cells[0]!.parts.map(({ label }) => label)).toEqual(['2019', '2015']);
	});

	test('of distances names the median and leaves alone who is no member of it', () => {
		const { pivot } = ask('measure=median&survey=pew-2015-spring&answer=headline&group=all');
		const { populations } = wholeDictionary(real);
		for (const { cells } of pivot.rows)
			for (const { figure, value, from } of cells) {
				if (value === null) continue;
				const [, , median = ''] = from[1]!.split('~');
				expect(populations[median]!.members).toContain(figure!.split('~')[2]);
			}
		const columns = pivot.columns.map(({ key }) => key);
		expect(columns).toContain('deu');
		expect(columns).not.toContain('rus');
	});

	test('of gaps opens a cell with both parts, the value and the verdict, and compares pinned gaps', () => {
		const gaps = 'measure=gap&question=defend-nato-ally,confidence-putin';
		const cells = ask(gaps).pivot.rows.flatMap(({ cells }) => cells);
		const [a, b] = cells.filter(({ value }) => value !== null);
		const { opened } = ask(`${gaps}&cell=${a!.figure}`);
		expect(opened!.cell.value).toBe(a!.value);
		expect(opened!.comparison!.difference).toBe(a!.value);
		expect([opened!.comparison!.a.group, opened!.comparison!.b.group]).toEqual(['east', 'west']);
		const { pinnedCells } = ask(`${gaps}&pin=${a!.figure},${b!.figure}`);
		expect(pinnedCells.map(({ value }) => value)).toEqual([a!.value, b!.value]);
	});

	test('of nets names the questions that have none, once each', () => {
		const { pivot } = ask('measure=net&survey=pew-2015-spring&group=all&country=deu');
		expect(pivot.withoutSides.length).toBeGreaterThan(1);
		expect(new Set(pivot.withoutSides).size).toBe(pivot.withoutSides.length);
	});

	test('of nothing is empty and throws nothing', () => {
		expect(ask('question=help&institute=other', small).matched).toBe(0);
		expect(ask('question=help&institute=other', small).pivot.rows).toEqual([]);
		expect(ask('measure=gap&country=fra', small).pivot.rows).toEqual([]);
	});
});

describe('the search', () => {
	const hits = (q: string) => ask(`q=${encodeURIComponent(q)}`);

	test('finds ü by ue, ß by ss, the beginning of a word, and the other language', () => {
		const found = (q: string) =>
			ask(`q=${encodeURIComponent(q)}`, small).hits.map(({ label }) => label);
		expect(found('Verbündeten')).toEqual(['Help an ally']);
		expect(found('verbuendete')).toEqual(['Help an ally']);
		expect(found('OEFFENTL hilfe')).toEqual(['Help an ally']);
		expect(found('öffentliche mitmachen')).toEqual([]);
		expect(found('"; DROP TABLE figures; --')).toEqual([]);
		expect(found('few want')).toEqual(['Few want to help.']);
	});

	test('leads to the figure in its table', () => {
		for (const hit of hits('military force').hits.filter(({ query }) => query !== undefined)) {
			const { view, chosen, pivot } = ask(hit.query!);
			expect(chosen?.figure).toBe(view.cell);
			const cells = pivot.rows.flatMap((row) => row.cells.map(({ figure }) => figure));
			expect(cells, hit.label).toContain(view.cell);
		}
		expect(hits('military force').hits.length).toBeGreaterThan(2);
	});

	test('narrows the figures to what it found, a statement to the figures under it', () => {
		const { matched, hits: found } = ask('q=few%20want', small);
		expect([matched, found[0]!.kind]).toEqual([1, 'claim']);
	});
});

/** East minus West, the widest gap of each topic that the guide compares, as it would be written. */
function widestGaps(): string[] {
	const sides = Map.groupBy(
		all.filter(({ row }) => row.population === 'deu' && row.pct !== null),
		({ row }) => [row.survey, row.question, row.answer].join()
	);
	const widest = new Map<string, number>();
	for (const [first, ...others] of sides.values()) {
		const of = (group: string) =>
			[first!, ...others].find(({ row }) => row.group === group)?.row.pct ?? undefined;
		const [topic = ''] = first!.values.topic;
		const [east, west] = [of('east'), of('west')];
		if (!['alliance', 'russia', 'united-states'].includes(topic)) continue;
		if (east === undefined || west === undefined) continue;
		if (Math.abs(east - west) > Math.abs(widest.get(topic) ?? 0)) widest.set(topic, east - west);
	}
	return [...widest.values()].map((gap) => `${gap < 0 ? '−' : '+'}${Math.abs(gap)}`);
}
const numbersIn = (text: string): string[] => text.match(/[−+]\d+/g) ?? [];

describe('the guided start', () => {
	test.each(['en', 'de'] as const)('answers five questions from the rows in %s', (lang) => {
		const guides = guidesOf(real, lang);
		expect(guides.map(({ id }) => id)).toEqual([
			'east-west',
			'readiness',
			'burden',
			'refusal',
			'median'
		]);
		for (const { query } of guides) {
			const { pivot, notices, query: canonical } = ask(query);
			expect(notices).toEqual([]);
			expect(canonical).toBe(query);
			expect(pivot.rows.length).toBeGreaterThan(0);
		}
		const read = Object.fromEntries(guides.map(({ id, reading }) => [id, reading]));
		expect(numbersIn(read['east-west']!)).toEqual(expect.arrayContaining(widestGaps()));
		// Worked out from the rows of spring 2015 and spring 2019 by hand.
		expect(read['readiness']).toMatch(/−4.*−8.*−6/s);
		expect(read['burden']).toMatch(/68.*38/s);
		expect(read['refusal']).toMatch(/−20.*−18.*−11.*−6.*\+19/s);
		expect(read['median']).toMatch(/−22.*\+14/s);
	});

	test('says nothing where the figures for it are missing', () => {
		expect(guidesOf(small, 'en').map(({ id }) => id)).toEqual([]);
	});
});
