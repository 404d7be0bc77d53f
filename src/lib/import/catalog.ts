import { list, text, type PackageRow, type Tables } from '#db/package/schema.ts';

/** One answer of a question of this project. */
export interface KnownAnswer {
	id: string;
	label: string;
	kind: 'substantive' | 'dont_know' | 'volunteered' | 'net';
	/** Answers a net adds up. */
	parts: string[];
}

/** One question as asked in the survey. */
export interface KnownQuestion {
	id: string;
	/** As printed: 'Q52', 'Q48a-d' where the letter was not seen, '' where the number was not. */
	number: string;
	title: string;
	/** '' where it was not seen. */
	wording: string;
	headline: string;
	answers: KnownAnswer[];
}

interface KnownCountry {
	id: string;
	label: string;
	/** How value labels may call it. */
	names: string[];
}

/** A number on record, in per cent. */
export interface KnownFigure {
	pct: number;
	status: 'published' | 'recovered' | 'reported';
	source: string;
}

/** What the data package knows about one survey: what a file can be matched with and checked against. */
export interface Catalog {
	survey: { id: string; organisation: string; title: { en: string; de: string } };
	/** In the order of the package. */
	questions: KnownQuestion[];
	countries: KnownCountry[];
	/** By keyOf; figures without a number are not in it. */
	figures: Map<string, KnownFigure>;
	/** Keys of rows that say why there is no number: a computed figure takes their place. */
	absences: Set<string>;
}

export const keyOf = (question: string, population: string, group: string, answer: string) =>
	`${question}/${population}/${group}/${answer}`;

/** Names beside the project's own, ISO 3166 codes of two letters among them; those of three are the ids. */
const otherNames: Record<string, string[]> = {
	usa: ['U.S.', 'United States of America', 'US'],
	gbr: ['Britain', 'Great Britain', 'UK', 'GB'],
	rus: ['Russian Federation', 'RU'],
	tur: ['Türkiye', 'TR'],
	cze: ['Czechia', 'CZ'],
	deu: ['DE', 'Federal Republic of Germany', 'BRD'],
	fra: ['FR'],
	ita: ['IT'],
	esp: ['ES'],
	pol: ['PL'],
	can: ['CA'],
	ukr: ['UA']
};

/** Codes of the surveys that have questions. */
export const surveysOf = (tables: Tables): string[] => [
	...new Set(rowsOf(tables, 'items').map((row) => text(row, 'survey_id')))
];

/** @returns undefined if the package has no such survey */
export function catalogOf(tables: Tables, surveyId: string): Catalog | undefined {
	const survey = rowsOf(tables, 'surveys').find((row) => row.cells['survey_id'] === surveyId);
	if (!survey) return;
	const questions = new Map(
		rowsOf(tables, 'questions').map((row) => [text(row, 'question_id'), row])
	);
	const answers = Map.groupBy(rowsOf(tables, 'answers'), (row) => text(row, 'question_id'));
	const figures = ofSurvey(tables, 'figures', surveyId);
	return {
		survey: {
			id: surveyId,
			organisation: text(survey, 'organisation'),
			title: { en: text(survey, 'title_en'), de: text(survey, 'title_de') }
		},
		questions: ofSurvey(tables, 'items', surveyId).map((item): KnownQuestion => {
			const id = text(item, 'question_id');
			const question = questions.get(id)!;
			return {
				id,
				number: String(item.cells['number'] ?? ''),
				title: text(question, 'short_title_en'),
				wording: String(item.cells['wording_en'] ?? ''),
				headline: text(question, 'headline_answer'),
				answers: (answers.get(id) ?? []).toSorted(bySort).map(answerOf)
			};
		}),
		countries: rowsOf(tables, 'populations')
			.filter((row) => row.cells['kind'] === 'country')
			.map((row) => {
				const [id, label] = [text(row, 'population_id'), text(row, 'label_en')];
				const names = [label, text(row, 'label_de'), id, ...(otherNames[id] ?? [])];
				return { id, label, names };
			}),
		figures: new Map(figures.filter((row) => row.cells['pct'] !== null).map(figureOf)),
		absences: new Set(figures.filter((row) => row.cells['pct'] === null).map(keyOfRow))
	};
}

const rowsOf = (tables: Tables, name: string): PackageRow[] => tables.get(name) ?? [];

const ofSurvey = (tables: Tables, name: string, survey: string): PackageRow[] =>
	rowsOf(tables, name).filter((row) => row.cells['survey_id'] === survey);

const bySort = (a: PackageRow, b: PackageRow) => Number(a.cells['sort']) - Number(b.cells['sort']);

const answerOf = (row: PackageRow): KnownAnswer => ({
	id: text(row, 'answer_id'),
	label: text(row, 'label_en'),
	kind: text(row, 'kind') as KnownAnswer['kind'],
	parts: list(row, 'net_of')
});

const keyOfRow = (row: PackageRow): string =>
	keyOf(
		text(row, 'question_id'),
		text(row, 'population_id'),
		text(row, 'group_id'),
		text(row, 'answer_id')
	);

const figureOf = (row: PackageRow): [string, KnownFigure] => [
	keyOfRow(row),
	{
		pct: Number(row.cells['pct']),
		status: text(row, 'status') as KnownFigure['status'],
		source: list(row, 'source_ids')[0]!
	}
];
