import { describe, expect, test } from 'vitest';
import { getExplore } from '#lib/server/explore/explore.ts';
import { guidesOf } from '#lib/server/explore/guide.ts';
import { comparesEvery } from '#lib/view/scope.ts';
import { langs } from '#lib/words/lang.ts';
import { readCsv } from '../../fixtures/data-package.ts';
import { bruteFigures } from '../../fixtures/explore-brute.ts';
import { realDatabase } from '../../fixtures/real.ts';
import { smallDatabase } from '../../fixtures/small.ts';

/*
 * What the guided start calls widest, highest or furthest is held against the files of the data, of which the
 * workbench shows a part: a superlative over a part would be one that nobody can check.
 */

const db = realDatabase();
const file = (name: string) => {
	const { header, rows } = readCsv(name);
	return rows.map((cells) => Object.fromEntries(header.map((key, at) => [key, cells[at] ?? ''])));
};
const figures = file('figures.csv').filter(({ pct }) => pct !== '');
const medians = new Set(
	file('populations.csv').flatMap(({ population_id, kind }) =>
		kind === 'median' ? population_id! : []
	)
);
const share = (survey: string, question: string, country: string, answer: string) => {
	const found = figures.find(
		(row) =>
			row['survey_id'] === survey &&
			row['question_id'] === question &&
			row['population_id'] === country &&
			row['dimension'] === 'total' &&
			row['answer_id'] === answer
	);
	return found && Number(found['pct']);
};
const countries = [...new Set(figures.map((row) => row['population_id']!))].filter(
	(id) => !medians.has(id)
);
const nameOf = new Map(file('populations.csv').map((row) => [row['population_id']!, row]));
const reading = (id: string, lang: 'en' | 'de') =>
	guidesOf(db, lang).find((guide) => guide.id === id)!.reading;

test.each(langs)('“highest” and every net below nought are those of all countries (%s)', (lang) => {
	const nets = countries.flatMap((country) => {
		const [yes, no] = ['should', 'should-not'].map((answer) =>
			share('pew-2015-spring', 'defend-nato-ally', country, answer)
		);
		return yes === undefined || no === undefined ? [] : [{ country, net: yes - no }];
	});
	expect(nets.length).toBeGreaterThan(8);
	const [highest] = nets.toSorted((a, b) => b.net - a.net);
	const said = reading('refusal', lang);
	const label = (country: string) => nameOf.get(country)![`label_${lang}`]!;
	const last = said.split(/Highest:|Am höchsten:/)[1]!;
	expect(last).toContain(`${label(highest!.country)} +${highest!.net}`);
	const below = nets.filter(({ net }) => net < 0);
	for (const { country, net } of below)
		expect(said).toContain(`${label(country)} −${Math.abs(net)}`);
	expect(said.match(/−\d+/g)).toHaveLength(below.length);
});

test.each(langs)('“widest” and how many are those of all countries asked both (%s)', (lang) => {
	const pairs = countries.flatMap((country) => {
		const own = share('pew-2015-spring', 'defend-nato-ally', country, 'should');
		const us = share('pew-2015-spring', 'us-would-defend-ally', country, 'would');
		return own === undefined || us === undefined ? [] : [{ country, own, us }];
	});
	const widest = Math.max(...pairs.map(({ own, us }) => us - own));
	const said = reading('burden', lang);
	const more = pairs.filter(({ own, us }) => us > own).length;
	expect(said).toContain(
		{ en: `In ${more} of ${pairs.length} `, de: `In ${more} von ${pairs.length} ` }[lang]
	);
	for (const { country, own, us } of pairs)
		expect(said.includes(nameOf.get(country)![`label_${lang}`]!), country).toBe(
			us - own === widest
		);
});

test.each(langs)('“furthest” looks at every question with a median of spring 2015 (%s)', (lang) => {
	const answers = new Map(
		file('questions.csv').map((row) => [row['question_id']!, row['headline_answer']!])
	);
	const gaps = [...answers].flatMap(([question, answer]) => {
		const own = share('pew-2015-spring', question, 'deu', answer);
		const others = [...medians].flatMap(
			(median) => share('pew-2015-spring', question, median, answer) ?? []
		);
		return own === undefined ? [] : others.map((median) => own - median);
	});
	const said = reading('median', lang);
	expect(gaps.length).toBeGreaterThan(8);
	expect(said).toContain(`−${Math.abs(Math.min(...gaps))}`);
	expect(said).toContain(`+${Math.max(...gaps)}`);
});

test('no guide chooses among what it compares', () => {
	expect(comparesEvery('question=a&country=deu', 'country')).toBe(false);
	expect(comparesEvery('question=a', 'country')).toBe(true);
	expect(guidesOf(db, 'en')).toHaveLength(5);
});

/** East minus West, the widest gap of each topic that the guide compares, as it would be written. */
function widestGaps(): string[] {
	const sides = Map.groupBy(
		bruteFigures(db).filter(({ row }) => row.population === 'deu' && row.pct !== null),
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
		const guides = guidesOf(db, lang);
		expect(guides.map(({ id }) => id)).toEqual([
			'east-west',
			'readiness',
			'burden',
			'refusal',
			'median'
		]);
		for (const { query } of guides) {
			const { pivot, notices, query: canonical } = getExplore(db, new URLSearchParams(query), 'en');
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
		expect(guidesOf(smallDatabase(), 'en').map(({ id }) => id)).toEqual([]);
	});
});
