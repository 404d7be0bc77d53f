import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { getExplore } from '#lib/server/explore/explore.ts';
import { figureIndex } from '#lib/server/facets/figure-index.ts';
import { dims, maxCells, measures } from '#lib/view/explore/explore.ts';
import { bruteFigures } from '../../fixtures/explore-brute.ts';
import { chosenBy, filters, queryOf } from '../../fixtures/explore-random.ts';
import { realDatabase } from '../../fixtures/real.ts';
import { smallDatabase } from '../../fixtures/small.ts';
import { runs } from '../../support/sample.ts';

const small = smallDatabase();
const real = realDatabase();
const all = bruteFigures(real);
const { catalog } = figureIndex(real);

const ask = (query: string, db = real) => getExplore(db, new URLSearchParams(query), 'en');
const values = (query: string): (number | string | null)[][] =>
	ask(query, small).pivot.rows.map(({ cells }) =>
		cells.map(({ value, absence }) => value ?? absence)
	);

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
			{ numRuns: runs(15, 150) }
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

	test('of nothing is empty and throws nothing', () => {
		expect(ask('question=help&institute=other', small).matched).toBe(0);
		expect(ask('question=help&institute=other', small).pivot.rows).toEqual([]);
		expect(ask('measure=gap&country=fra', small).pivot.rows).toEqual([]);
	});
});
