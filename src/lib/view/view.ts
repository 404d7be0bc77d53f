import type { AnswerKind, Dimension } from './row.ts';

/** How the rows of a question are laid out. */
export const layouts = ['country', 'region', 'group', 'time'] as const;
export type Layout = (typeof layouts)[number];

export const sorts = ['value', 'value-asc', 'label'] as const;
type Sort = (typeof sorts)[number];

/**
 * What is on the screen. Lists hold codes in the order of the catalog and are never empty, so that
 * two addresses that show the same are the same view.
 */
export interface View {
	by: Layout;
	survey: string[];
	country: string[];
	group: string[];
	answer: string[];
	sort: Sort;
}

/** The view's keys whose values are lists of codes, in the order in which they depend on each other. */
export const listKeys = ['survey', 'country', 'group', 'answer'] as const;
export type ListKey = (typeof listKeys)[number];

/** One question's codes: all that a view of it may name, and where figures are. */
export interface Catalog {
	/** Surveys that asked it, latest first. */
	surveys: string[];
	/** Spring 2015 where the question was asked then, else the latest. */
	defaultSurvey: string;
	/** All countries and medians, in the order of the package. */
	populations: string[];
	groups: { id: string; dimension: Dimension; population: string | null }[];
	/** In the order of the questionnaire. */
	answers: { id: string; kind: AnswerKind }[];
	/** Cells with a published number. */
	present: { survey: string; population: string; group: string; answer: string }[];
	/** Where the question is known to have been asked. */
	asked: { survey: string; population: string }[];
}

const finer: Dimension[] = ['gender', 'age', 'party'];

/** The layout that shows most of what was published: countries, else East and West, else countries. */
export function defaultLayout(catalog: Catalog): Layout {
	const totals = catalog.present.filter(
		({ survey, group }) => survey === catalog.defaultSurvey && group === 'all'
	);
	if (new Set(totals.map(({ population }) => population)).size > 1) return 'country';
	return catalog.present.some(({ group }) => dimensionOf(catalog, group) === 'region')
		? 'region'
		: 'country';
}

/**
 * What a list holds when the reader has chosen nothing.
 *
 * @param chosen the lists before it in `listKeys`: which countries are shown depends on the survey
 */
export function defaultList(
	catalog: Catalog,
	by: Layout,
	key: ListKey,
	chosen: Pick<View, 'survey' | 'country' | 'group'>
): string[] {
	switch (key) {
		case 'survey':
			return defaultSurveys(catalog, by);
		case 'country':
			return defaultCountries(catalog, by, chosen.survey);
		case 'group':
			return defaultGroups(catalog, by, chosen);
		case 'answer':
			return defaultAnswers(catalog, chosen);
	}
}

function defaultSurveys(catalog: Catalog, by: Layout): string[] {
	if (by === 'time') {
		// A wave that asked elsewhere only would add nothing but lines that say so.
		const home = [...catalog.present, ...catalog.asked].filter(
			({ population }) => population === 'deu'
		);
		const waves = catalog.surveys.filter((id) => home.some(({ survey }) => survey === id));
		return waves.length > 0 ? waves : catalog.surveys;
	}
	if (by !== 'group') return [catalog.defaultSurvey];
	const split = new Set(
		catalog.present
			.filter(({ group }) => finer.includes(dimensionOf(catalog, group)))
			.map(({ survey }) => survey)
	);
	const order = [catalog.defaultSurvey, ...catalog.surveys];
	return [order.find((survey) => split.has(survey)) ?? catalog.defaultSurvey];
}

function defaultCountries(catalog: Catalog, by: Layout, surveys: string[]): string[] {
	const here = catalog.present.filter(({ survey }) => surveys.includes(survey));
	const asked = catalog.asked.filter(({ survey }) => surveys.includes(survey));
	const pick = (wanted: { population: string }[]) => {
		const codes = new Set(wanted.map(({ population }) => population));
		return catalog.populations.filter((code) => codes.has(code));
	};
	if (by === 'country') {
		const found = pick([...here.filter(({ group }) => group === 'all'), ...asked]);
		return found.length > 0 ? found : ['deu'];
	}
	if (by === 'group') {
		const found = pick(here.filter(({ group }) => finer.includes(dimensionOf(catalog, group))));
		return found.length > 0 ? found : ['deu'];
	}
	// East and West, and what changed over time, are asked about Germany first.
	if ([...here, ...catalog.asked].some(({ population }) => population === 'deu')) return ['deu'];
	const found =
		by === 'region'
			? pick(here.filter(({ group }) => dimensionOf(catalog, group) === 'region'))
			: pick(here.filter(({ group }) => group === 'all'));
	return found.length > 0 ? found : ['deu'];
}

function defaultGroups(
	catalog: Catalog,
	by: Layout,
	{ survey, country }: Pick<View, 'survey' | 'country'>
): string[] {
	if (by === 'country' || by === 'time') return ['all'];
	const fits = (group: Catalog['groups'][number]) =>
		group.population === null || country.includes(group.population);
	if (by === 'region')
		return catalog.groups
			.filter(({ dimension }) => dimension === 'total' || dimension === 'region')
			.filter(fits)
			.map(({ id }) => id);
	const here = new Set(
		catalog.present
			.filter((cell) => survey.includes(cell.survey) && country.includes(cell.population))
			.map(({ group }) => group)
	);
	return catalog.groups
		.filter(({ id, dimension }) => id === 'all' || (finer.includes(dimension) && here.has(id)))
		.map(({ id }) => id);
}

/** Nets where there are any, else the answers themselves; volunteered and don't know where published. */
function defaultAnswers(
	catalog: Catalog,
	{ survey, country, group }: Pick<View, 'survey' | 'country' | 'group'>
): string[] {
	const here = new Set(
		catalog.present
			.filter(
				(cell) =>
					survey.includes(cell.survey) &&
					country.includes(cell.population) &&
					group.includes(cell.group)
			)
			.map(({ answer }) => answer)
	);
	const main = catalog.answers.some(({ kind }) => kind === 'net') ? 'net' : 'substantive';
	return catalog.answers
		.filter(({ id, kind }) => (kind === main ? true : kind !== 'substantive' && here.has(id)))
		.map(({ id }) => id);
}

export const dimensionOf = (catalog: Catalog, group: string): Dimension =>
	catalog.groups.find(({ id }) => id === group)?.dimension ?? 'total';
