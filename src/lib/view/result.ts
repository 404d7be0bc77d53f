import type { Assumed } from './assumptions.ts';
import type { Notice } from './query.ts';
import type { AnswerInfo, Dictionary, DataPoint } from './row.ts';
import type { Scope } from './scope.ts';
import type { View } from './view.ts';
import type { TestedGap } from '#lib/words/charts/gaps.ts';

/** What one view of a question shows. Every face of it (chart, table, file) is made of these rows. */
export interface QuestionView {
	question: string;
	view: View;
	/** How much of what was published it shows. */
	scope: Scope;
	/** Canonical query string of the view, without the mark. */
	query: string;
	notices: Notice[];
	/** Main rows in the order of the screen, then the nearest ones. */
	rows: DataPoint[];
	dictionary: Dictionary;
	/** The article's statement whose figures are set off, if one was chosen. */
	claim: string | null;
	/** Under `by=region`, by `lineKey`: gaps tested on the respondents of an imported file. */
	tests: Record<string, GapTest>;
	/** Under `by=region`: what is assumed, and what follows for each other gap, by `lineKey`. */
	assumed: Assumed;
	ranges: Record<string, Range>;
}

/**
 * What rounded figures of East and West allow to be said of their gap, under a range of assumptions:
 * never a margin of error, since none was published.
 */
export interface Range {
	/** With all gaps on record judged together: p < .05 under every assumption; under none; neither. */
	verdict: 'holds' | 'does-not-hold' | 'uncertain';
	/** Gaps on record that were judged together. */
	of: number;
	/** Outermost 95 % limits over the assumptions, in per cent. */
	east: { low: number; high: number };
	west: { low: number; high: number };
	/** Interviews in Germany, and whether they are an assumption. */
	n: number;
	nIsAssumed: boolean;
}

/** A gap between East and West, tested on the respondents of an imported file. */
export interface GapTest extends TestedGap {
	/** At 5 %, all gaps on record judged together. */
	verdict: 'larger' | 'not-distinguishable';
}

/** The line to which an East or West figure belongs: one survey, question and answer. */
export const lineKey = ({
	survey,
	question,
	answer
}: Pick<DataPoint, 'survey' | 'question' | 'answer'>): string =>
	[survey, question, answer].join('/');

/** East and West of each line of which both sides have a number. */
export function splitsOf(rows: DataPoint[]): { key: string; east: Measured; west: Measured }[] {
	const isMeasured = (row: DataPoint): row is Measured => row.pct !== null;
	const west = new Map(
		rows.filter((row) => row.group === 'west').map((row) => [lineKey(row), row])
	);
	return rows
		.filter((row) => row.group === 'east')
		.flatMap((east) => {
			const key = lineKey(east);
			const other = west.get(key);
			return other && isMeasured(east) && isMeasured(other) ? [{ key, east, west: other }] : [];
		});
}

/** A row with a number. */
type Measured = DataPoint & { pct: number };

export const regionSorts = ['topic', 'gap', 'time', 'label'] as const;

/** Surveys that a view names, questions with an East or a West figure, and how they are sorted. */
export interface Regions {
	survey: string[];
	/** Every survey that could be chosen. */
	surveys: string[];
	sort: (typeof regionSorts)[number];
	query: string;
	notices: Notice[];
	rows: DataPoint[];
	dictionary: Dictionary;
	tests: Record<string, GapTest>;
	assumed: Assumed;
	ranges: Record<string, Range>;
}

/** Rows that share a bar: one question, survey, population and group. */
export interface Bar {
	/** The four codes joined by `~`. */
	key: string;
	role: DataPoint['role'];
	survey: string;
	question: string;
	population: string;
	group: string;
	/** One a answer, in the order of the questionnaire. */
	rows: DataPoint[];
}

/** The rows gathered into bars; the order of first appearance is kept. */
export function barsOf(rows: DataPoint[]): Bar[] {
	const bars = new Map<string, Bar>();
	for (const row of rows) {
		const { survey, question, population, group, role } = row;
		const key = [survey, question, population, group].join('~');
		const bar = bars.get(key) ?? { key, role, survey, question, population, group, rows: [] };
		bar.rows.push(row);
		bars.set(key, bar);
	}
	return [...bars.values()];
}

/** An answer of a row. @throws {RangeError} if the dictionary lacks it, which would be our mistake */
export function answerOf<Answer = AnswerInfo>(
	dictionary: { answers: Record<string, Answer> },
	row: Pick<DataPoint, 'question' | 'answer'>
): Answer {
	const answer = dictionary.answers[`${row.question}/${row.answer}`];
	if (!answer) throw new RangeError(`Expected a known answer, got ${row.question}/${row.answer}`);
	return answer;
}

/** Least a row of answers must add up to for its bars to be stacked, in per cent. */
const enough = 90;

/**
 * Whether the answers of every bar may be stacked: none is a net of another, and what was published
 * adds up to at least 90. Otherwise separate bars, since a stack would show a whole that is none. Medians
 * are medians of each answer and add up to nothing in particular: they neither make a stack nor forbid it.
 */
export function stackable(rows: DataPoint[], dictionary: Dictionary): boolean {
	const isMedian = ({ population }: Bar) => dictionary.populations[population]?.kind === 'median';
	const bars = barsOf(rows).filter((bar) => bar.rows.some((row) => row.pct !== null));
	return (
		bars.some((bar) => !isMedian(bar)) &&
		bars.every((bar) => {
			const shown = bar.rows.filter((row) => row.pct !== null);
			const ids = new Set(shown.map((row) => row.answer));
			const parted = shown.some((row) =>
				answerOf(dictionary, row).netOf.some((part) => ids.has(part))
			);
			return !parted && (isMedian(bar) || sumOf(shown) >= enough);
		})
	);
}

/** What the published answers of a bar add up to: whole per cents rarely make exactly 100. */
export const sumOf = (rows: DataPoint[]): number =>
	rows.reduce((sum, row) => sum + (row.pct ?? 0), 0);

/** East minus West in points, or undefined with one side missing: then there is no gap. */
export function gapOf(rows: Pick<DataPoint, 'group' | 'pct'>[]): number | undefined {
	const east = rows.find((row) => row.group === 'east')?.pct ?? undefined;
	const west = rows.find((row) => row.group === 'west')?.pct ?? undefined;
	return east === undefined || west === undefined ? undefined : east - west;
}
