import { usualAssumptions } from '#lib/view/assumptions.ts';
import type { Result } from '#lib/view/result.ts';
import { figureId, type Dictionary, type Row } from '#lib/view/row.ts';
import type { Layout } from '#lib/view/view.ts';

/** A number, or why there is none. */
export type Cell = number | NonNullable<Row['absence']>;

/** A row with the fields that a chart reads; the rest as for a published topline. */
export function row(
	[survey, question, population, group, answer]: [string, string, string, string, string],
	cell: Cell,
	more: Partial<Row> = {}
): Row {
	const known = typeof cell === 'number';
	return {
		figure: figureId(survey, question, population, group, answer),
		survey,
		question,
		population,
		dimension: dictionary.groups[group]?.dimension ?? 'total',
		group,
		answer,
		pct: known ? cell : null,
		absence: known ? null : cell,
		status: known ? 'published' : null,
		confidence: known ? 'high' : null,
		n: null,
		nEff: null,
		sePts: null,
		low: null,
		high: null,
		intervalMethod: null,
		role: 'main',
		sources: [],
		claims: [],
		note: null,
		...more
	};
}

/** What a result has besides its rows. */
export const unclaimed = { claim: null, assumed: usualAssumptions, tests: {}, ranges: {} };

export function resultOf(by: Layout, rows: Row[], words = dictionary): Result {
	const distinct = (key: 'survey' | 'population' | 'group' | 'answer') => [
		...new Set(rows.filter(({ role }) => role === 'main').map((each) => each[key]))
	];
	const view = {
		by,
		survey: distinct('survey'),
		country: distinct('population'),
		group: distinct('group'),
		answer: distinct('answer'),
		sort: 'value'
	} as const;
	const question = rows[0]?.question ?? 'defend';
	return { question, view, query: '', notices: [], rows, dictionary: words, ...unclaimed };
}

const survey = (id: string, organisation: string, en: string, de: string, year: number) => ({
	id,
	organisation,
	title: { en, de },
	year,
	fieldworkStart: null,
	fieldworkEnd: null
});
const question = (id: string, en: string, de: string, headline: string) => ({
	id,
	title: { en, de },
	headline
});
const answer = (
	of: string,
	id: string,
	[en, de]: [string, string],
	kind = 'substantive',
	pole: string | null = null,
	netOf: string[] = []
) => ({ id, question: of, sort: 0, label: { en, de }, kind, pole, netOf });
const place = (id: string, kind: string, en: string, de: string, inEn: string, inDe: string) => ({
	id,
	kind,
	label: { en, de },
	in: { en: inEn, de: inDe }
});
const keyed = <Value>(list: Value[], key: (value: Value) => string) =>
	Object.fromEntries(list.map((value) => [key(value), value]));

const surveys = [
	survey('pew-2015', 'Pew Research Center', 'survey, spring 2015', 'Umfrage, Frühjahr 2015', 2015),
	survey('pew-2017', 'Pew Research Center', 'survey, spring 2017', 'Umfrage, Frühjahr 2017', 2017),
	survey('pew-2019', 'Pew Research Center', 'survey, spring 2019', 'Umfrage, Frühjahr 2019', 2019),
	survey('kb-2018', 'Körber-Stiftung', 'survey 2018', 'Umfrage 2018', 2018)
];
const answers = [
	answer('defend', 'should', ['Should', 'Sollte'], 'substantive', 'yes'),
	answer('defend', 'should-not', ['Should not', 'Sollte nicht'], 'substantive', 'no'),
	answer('defend', 'dk', ['Don’t know', 'Weiß nicht'], 'dont_know'),
	answer('nato', 'good', ['Favorable (very + somewhat)', 'Positiv (sehr + eher)'], 'net', 'yes', [
		'very-good',
		'rather-good'
	]),
	answer('nato', 'very-good', ['Very favorable', 'Sehr positiv'], 'substantive', 'yes'),
	answer('nato', 'rather-good', ['Somewhat favorable', 'Eher positiv'], 'substantive', 'yes'),
	answer('nato', 'rather-bad', ['Somewhat unfavorable', 'Eher negativ'], 'substantive', 'no'),
	answer('nato', 'very-bad', ['Very unfavorable', 'Sehr negativ'], 'substantive', 'no'),
	answer('threat', 'major', ['Major threat', 'Große Bedrohung']),
	answer('threat', 'minor', ['Minor threat', 'Geringe Bedrohung']),
	answer('threat', 'none', ['Not a threat', 'Keine Bedrohung'])
];
const populations = [
	place('usa', 'country', 'United States', 'USA', 'in the United States', 'in den USA'),
	place('pol', 'country', 'Poland', 'Polen', 'in Poland', 'in Polen'),
	place('deu', 'country', 'Germany', 'Deutschland', 'in Germany', 'in Deutschland'),
	place('ukr', 'country', 'Ukraine', 'Ukraine', 'in Ukraine', 'in der Ukraine'),
	place('median', 'median', 'Median of eight', 'Median von acht', 'in the median', 'im Median')
];
const group = (id: string, dimension: string, population: string | null, words: string[]) => ({
	id,
	dimension,
	population,
	label: { en: words[0], de: words[1] },
	in: { en: words[2], de: words[3] }
});
const groups = [
	group('all', 'total', null, ['All', 'Alle Befragten', 'among all', 'unter allen Befragten']),
	group('east', 'region', 'deu', ['East Germany', 'Ostdeutschland', 'in East Germany', 'im Osten']),
	group('west', 'region', 'deu', [
		'West Germany',
		'Westdeutschland',
		'in West Germany',
		'im Westen'
	]),
	group('kyiv', 'region', 'ukr', ['Kyiv', 'Kiew', 'in Kyiv', 'in Kiew']),
	group('lviv', 'region', 'ukr', ['Lviv', 'Lwiw', 'in Lviv', 'in Lwiw']),
	group('odesa', 'region', 'ukr', ['Odesa', 'Odessa', 'in Odesa', 'in Odessa']),
	group('women', 'gender', null, ['Women', 'Frauen', 'among women', 'unter Frauen']),
	group('men', 'gender', null, ['Men', 'Männer', 'among men', 'unter Männern'])
];
const items = surveys.flatMap(({ id }) =>
	['defend', 'nato', 'threat'].map((of) => ({
		survey: id,
		question: of,
		comparable: id === 'kb-2018' ? 'house' : 'yes'
	}))
);

/** Codes as in the data, shortened; fields that no chart reads are left out. */
export const dictionary = {
	surveys: keyed(surveys, ({ id }) => id),
	questions: keyed(
		[
			question('defend', 'Defend an ally', 'Einen Verbündeten verteidigen', 'should'),
			question('nato', 'View of NATO', 'Meinung über die Nato', 'good'),
			question('threat', 'Russia as a threat', 'Russland als Bedrohung', 'major')
		],
		({ id }) => id
	),
	items: keyed(items, (item) => `${item.survey}/${item.question}`),
	answers: keyed(answers, ({ id, question: of }) => `${of}/${id}`),
	populations: keyed(populations, ({ id }) => id),
	groups: keyed(groups, ({ id }) => id),
	sources: {}
} as unknown as Dictionary;

/** What Pew published for 2015 of two countries and the median. */
export const defend2015 = [
	row(['pew-2015', 'defend', 'usa', 'all', 'should'], 56),
	row(['pew-2015', 'defend', 'usa', 'all', 'should-not'], 37),
	row(['pew-2015', 'defend', 'usa', 'all', 'dk'], 'not_published'),
	row(['pew-2015', 'defend', 'median', 'all', 'should'], 48),
	row(['pew-2015', 'defend', 'median', 'all', 'should-not'], 42),
	row(['pew-2015', 'defend', 'median', 'all', 'dk'], 8),
	row(['pew-2015', 'defend', 'deu', 'all', 'should'], 38),
	row(['pew-2015', 'defend', 'deu', 'all', 'should-not'], 58),
	row(['pew-2015', 'defend', 'deu', 'all', 'dk'], 'not_published')
];

/** One answer over all of Germany, East and West. */
export const sided = (
	wave: string,
	answer: string,
	[all, east, west]: [Cell, Cell, Cell],
	more: Partial<Row> = {}
): Row[] => [
	row([wave, 'defend', 'deu', 'all', answer], all, more),
	row([wave, 'defend', 'deu', 'east', answer], east, more),
	row([wave, 'defend', 'deu', 'west', answer], west, more)
];
