import type { Database } from '#db/open.ts';
import type { DataPoint } from '#lib/view/row.ts';
import { coreSurvey } from '#lib/view/explore/explore.ts';
import { wholeDictionary } from '#lib/server/data/dictionary.ts';
import { codesAt } from '#lib/server/facets/facet-counts.ts';
import type { FigureColumns } from '#lib/server/facets/figure-index.ts';
import type { Meaning } from './meaning.ts';

/* Which of the figures with one number a sentence is most likely about. */

/** What speaks for a figure beside the words of the sentence: all people of Germany, in the survey of the site. */
const usual = { headline: 0.5, whole: 2, germany: 1, survey: 1, mentioned: 1, direction: 3 };

/** How well each figure of the index fits a sentence; more is better. */
export function ranking(
	db: Database,
	columns: FigureColumns,
	meaning: Meaning
): (index: number) => number {
	const { answers } = wholeDictionary(db);
	return (index) => {
		const codes = codesAt(columns, index);
		const pole = answers[`${codes.question}/${codes.answer}`]?.pole ?? null;
		return score(
			{ ...codes, population: codes.country },
			pole,
			columns.headline[index] === 1,
			meaning
		);
	};
}

/** How well one figure fits a sentence; more is better. */
export function scoreOf(db: Database, row: DataPoint, meaning: Meaning): number {
	const { answers, questions } = wholeDictionary(db);
	const pole = answers[`${row.question}/${row.answer}`]?.pole ?? null;
	return score(row, pole, questions[row.question]?.headline === row.answer, meaning);
}

const score = (
	row: Pick<DataPoint, 'question' | 'survey' | 'population' | 'group'>,
	pole: 'yes' | 'no' | null,
	isHeadline: boolean,
	{ questions, direction, mentioned }: Meaning
): number =>
	(questions.get(row.question) ?? 0) +
	(isHeadline ? usual.headline : 0) +
	(row.group === 'all' ? usual.whole : 0) +
	(row.population === 'deu' ? usual.germany : 0) +
	(mentioned.includes(row.population) ? usual.mentioned : 0) +
	(row.survey === coreSurvey ? usual.survey : 0) +
	(direction !== undefined && pole === direction ? usual.direction : 0);
