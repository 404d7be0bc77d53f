import { linesOf, whyNoGap } from '#lib/components/figures/region-lines.ts';
import { surveyName } from '#lib/view/survey-name.ts';
import { answerOf, gapOf, type Range, type Regions } from '#lib/view/result.ts';
import { figureId, type DataPoint, type Shown } from '#lib/view/row.ts';
import type { Lang } from '#lib/words/lang.ts';

/*
 * What the page of East and West lists. The page travels twice, as markup and as what wakes it up, so the
 * second holds nothing that follows from the rest: no ids, no nulls, no decimals that nobody sees.
 */

/** A question in one survey, with a line for each answer of which a side is on record. */
export interface Entry {
	survey: string;
	question: string;
	title: string;
	surveyName: string;
	lines: Line[];
}

/** East, West and the country for one answer. */
export interface Line {
	answer: string;
	label: string;
	east?: Cell;
	west?: Cell;
	whole?: Cell;
	/** East minus West in points. */
	gap?: number;
	/** Why there is none, where no number is on record for one side or both. */
	noGap?: string;
	/** Under the assumptions: the verdict, and the limits of both sides in per cent. */
	range?: Pick<Range, 'verdict' | 'east' | 'west'>;
}

/** What a row holds beside its codes, as far as it is not as usual. */
export type Cell = Partial<Pick<Shown, keyof typeof usual>>;

const usual = {
	pct: null,
	absence: null,
	status: 'published',
	confidence: 'high',
	n: null,
	low: null,
	high: null
} as const satisfies Partial<Shown>;

/** The rows by question and survey, in their order. */
export function entriesOf(
	{ rows, dictionary, ranges, tests }: Omit<Regions, 'rows'> & { rows: DataPoint[] },
	lang: Lang
): Entry[] {
	const asked = Map.groupBy(rows, ({ survey, question }) => `${survey}/${question}`);
	return [...asked.values()].flatMap((own): Entry[] => {
		const [first] = own;
		if (!first) return [];
		const { survey, question } = first;
		return [
			{
				survey,
				question,
				title: dictionary.questions[question]?.title[lang] ?? question,
				surveyName: surveyName(dictionary.surveys[survey], lang),
				lines: linesOf(own, tests, ranges).map(({ first, shown, range }): Line => {
					const [east, west, whole] = shown;
					const gap = gapOf(own.filter(({ answer }) => answer === first.answer));
					return {
						answer: first.answer,
						label: answerOf(dictionary, first).label[lang],
						...(east && { east: cellOf(east) }),
						...(west && { west: cellOf(west) }),
						...(whole && { whole: cellOf(whole) }),
						...(gap === undefined ? { noGap: whyNoGap([east, west], lang) } : { gap }),
						...(range && { range: drawnOf(range) })
					};
				})
			}
		];
	});
}

const cellOf = (row: Shown): Cell =>
	Object.fromEntries(
		Object.entries(usual).flatMap(([key, value]) => {
			const own = row[key as keyof Cell];
			return own === value ? [] : [[key, own]];
		})
	);

/** The row that a cell was made of. */
export const rowOf = (
	{ survey, question }: Pick<Entry, 'survey' | 'question'>,
	answer: string,
	group: 'east' | 'west' | 'all',
	cell: Cell
): Shown => ({
	...usual,
	...cell,
	figure: figureId(survey, question, 'deu', group, answer),
	survey,
	question,
	group,
	answer
});

/** A band is drawn to a tenth of a per cent. */
const drawnOf = ({ verdict, east, west }: Range): Pick<Range, 'verdict' | 'east' | 'west'> => {
	const limits = ({ low, high }: { low: number; high: number }) => ({
		low: Number(low.toFixed(1)),
		high: Number(Math.min(high, 100).toFixed(1))
	});
	return { verdict, east: limits(east), west: limits(west) };
};
