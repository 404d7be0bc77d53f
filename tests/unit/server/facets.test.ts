import fc from 'fast-check';
import { expect, test, describe } from 'vitest';
import { getExplore } from '#lib/server/explore/explore.ts';
import type { FacetKey } from '#lib/view/explore/facets.ts';
import { bruteFigures } from '../../fixtures/explore-brute.ts';
import { chosenBy, filters, queryOf } from '../../fixtures/explore-random.ts';
import { realDatabase } from '../../fixtures/real.ts';

const real = realDatabase();
const all = bruteFigures(real);
const ask = (query: string) => getExplore(real, new URLSearchParams(query), 'en');

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
