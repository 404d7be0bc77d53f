import { surveyName } from '#lib/view/survey-name.ts';
import { sentenceOf } from '#lib/formats/cite/sentence.ts';
import { togetherWith } from '#lib/server/pages/together.ts';
import type { Database } from '#lib/server/data/database.ts';
import type { Measure } from '#lib/view/explore/explore.ts';
import type { Comparison, Explored, MeasuredCell } from '#lib/view/explore/result.ts';
import { exploreQuery, pinned as withPin } from '#lib/view/explore/explore-query.ts';
import { figureContext, figureName } from '#lib/view/figure-name.ts';
import type { Dictionary, DataPoint } from '#lib/view/row.ts';
import { statusNames } from '#lib/words/codes.ts';
import { comparisonText, measuredPairText } from '#lib/words/explore/compare.ts';
import { measureNames } from '#lib/words/explore/measures.ts';
import { rankText } from '#lib/words/explore/explore.ts';
import { inPoints } from '#lib/words/explore/guide.ts';
import { figure as figureWords } from '#lib/words/pages/figures.ts';
import type { Lang } from '#lib/words/lang.ts';
import { percent } from '#lib/words/numbers.ts';
import { question as questionWords } from '#lib/words/pages/question.ts';
import { interviewsIn } from '#lib/words/files/sentences.ts';

/** What stands under the table, ready to be read: the cell that was opened, and those put side by side. */
export interface TrayData {
	/**
	 * `pin` is the query of the view with the cell pinned or released, `together` that of the page on two
	 * questions to the same people.
	 */
	cell:
		| {
				figure: string;
				said: string;
				about: string;
				pin: string;
				isPinned: boolean;
				together: string | undefined;
		  }
		| undefined;
	pinned: { row: DataPoint; name: string; context: string; pin: string }[];
	/** What the pinned cells are under a measure; empty where they are figures. */
	measured: { figure: string; name: string; value: string; pin: string }[];
	comparisons: { key: string; text: string }[];
	/** Query of the page on the two pinned figures, where they are of the same people. */
	together: string | undefined;
	/** Some pair is East and West of one line, where assumptions decide. */
	isAssumed: boolean;
}

/**
 * @param others the other answers of the people in the open cell, with what their codes stand for in the dictionary
 * @returns undefined if no cell is open and none is pinned
 */
export function trayOf(
	db: Database,
	{ view, chosen, pinned, comparisons, dictionary, opened, pinnedCells }: Explored,
	lang: Lang,
	others: DataPoint[] = []
): TrayData | undefined {
	if (!chosen && pinned.length === 0) return undefined;
	const pin = ({ figure }: DataPoint) => exploreQuery(withPin(view, figure));
	const [first, second, more] = pinned;
	const isIn = (side: string) => pinned.some(({ group }) => group === side);
	return {
		cell: chosen && {
			figure: chosen.figure,
			said: opened
				? openedText(opened, view.measure, dictionary, lang)
				: sentenceOf(chosen, dictionary, lang, others),
			about: aboutText(chosen, dictionary, lang),
			pin: pin(chosen),
			isPinned: view.pin.includes(chosen.figure),
			together: togetherWith(db, chosen)
		},
		pinned: pinned.map((row) => ({
			row,
			name: figureName(row, dictionary, lang),
			context: figureContext(row, dictionary, lang),
			pin: pin(row)
		})),
		measured: pinnedCells.map(({ figure, name, value, of }) => ({
			figure,
			name,
			value: measuredValue(value, of, view.measure, lang),
			pin: exploreQuery(withPin(view, figure))
		})),
		comparisons:
			pinnedCells.length > 0
				? pairsOf(pinnedCells, view.measure, lang)
				: comparisons.map((pair) => said(pair, dictionary, lang)),
		together: first && second && !more ? togetherWith(db, first, second) : undefined,
		isAssumed: comparisons.length > 0 && isIn('east') && isIn('west')
	};
}

const measuredValue = (value: number, of: number | null, measure: Measure, lang: Lang): string =>
	measure === 'rank' ? rankText(value, of ?? 0, lang) : inPoints(value, lang);

/** The value with its name, then its two figures, their difference and whether it exceeds sampling error. */
function openedText(
	{ cell, comparison }: NonNullable<Explored['opened']>,
	measure: Measure,
	dictionary: Dictionary,
	lang: Lang
): string {
	const value = measuredValue(cell.value, cell.of, measure, lang);
	const parts = cell.parts.flatMap(({ label, pct }) =>
		pct === null ? [] : [`${label} ${percent(pct, lang)}`.trim()]
	);
	const head = `${cell.name}: ${measureNames[measure][lang]} ${value} (${parts.join(', ')}).`;
	return comparison ? `${head} ${said(comparison, dictionary, lang).text}` : head;
}

/** Every two of the pinned differences, with the difference between them. */
const pairsOf = (
	cells: MeasuredCell[],
	measure: Measure,
	lang: Lang
): { key: string; text: string }[] =>
	cells.flatMap((a, index) =>
		cells.slice(index + 1).map((b) => ({
			key: `${a.figure} ${b.figure}`,
			text: measuredPairText(
				`${a.name}: ${measuredValue(a.value, a.of, measure, lang)}`,
				`${b.name}: ${measuredValue(b.value, b.of, measure, lang)}`,
				measure === 'rank' ? undefined : a.value - b.value,
				lang
			)
		}))
	);

/** `Pew Research Center, spring 2015. Status: published. Base: number of interviews … not published.` */
function aboutText(row: DataPoint, dictionary: Dictionary, lang: Lang): string {
	const status = row.status
		? [`${questionWords.status[lang]}: ${statusNames[row.status][lang]}.`]
		: [];
	return [
		`${surveyName(dictionary.surveys[row.survey], lang)}.`,
		...status,
		`${figureWords.base[lang]}: ${interviewsIn(row.n, '', lang)}.`
	].join(' ');
}

function said(
	{ a, b, difference, verdict, cautions }: Comparison,
	dictionary: Dictionary,
	lang: Lang
): { key: string; text: string } {
	const name = (row: DataPoint) => {
		const value = row.pct === null ? '' : `: ${percent(row.pct, lang)}`;
		return `${figureName(row, dictionary, lang)} (${figureContext(row, dictionary, lang)}${value})`;
	};
	return {
		key: `${a.figure} ${b.figure}`,
		text: comparisonText(name(a), name(b), difference, verdict, cautions, lang)
	};
}
