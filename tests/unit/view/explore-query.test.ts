import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { figureIndex } from '#lib/server/facets/figure-index.ts';
import { dims, measures } from '#lib/view/explore/explore.ts';
import {
	exploreKeys,
	exploreQuery,
	parseExplore,
	pinned
} from '#lib/view/explore/explore-query.ts';
import { bruteFigures } from '../../fixtures/explore-brute.ts';
import { realDatabase } from '../../fixtures/real.ts';

const real = realDatabase();
const all = bruteFigures(real);
const { catalog } = figureIndex(real);

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
