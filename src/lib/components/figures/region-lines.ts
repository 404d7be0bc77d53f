import { gapOf, lineKey, type GapTest, type Range } from '#lib/view/result.ts';
import { isDirection, type Shown } from '#lib/view/row.ts';
import { gaps as gapWords } from '#lib/words/charts/gaps.ts';
import type { Lang } from '#lib/words/lang.ts';
import { regions } from '#lib/words/pages/regions.ts';

/** A line of a table of East and West: one answer of one survey. */
export interface RegionLine {
	key: string;
	first: Shown;
	/** East, West, the whole country. */
	shown: [Shown | undefined, Shown | undefined, Shown | undefined];
	/** East minus West in points; undefined with one side missing. */
	gap: number | undefined;
	test: GapTest | undefined;
	range: Range | undefined;
}

/** The rows by survey, question and answer, in the order of their first appearance. */
export function linesOf(
	rows: Shown[],
	tests: Record<string, GapTest>,
	ranges: Record<string, Range>
): RegionLine[] {
	return [...Map.groupBy(rows, lineKey)].flatMap(([key, cells]): RegionLine[] => {
		const [first] = cells;
		if (!first) return [];
		const of = (group: string) => cells.find((row) => row.group === group);
		const shown: RegionLine['shown'] = [of('east'), of('west'), of('all')];
		return [{ key, first, shown, gap: gapOf(cells), test: tests[key], range: ranges[key] }];
	});
}

/** Why there is no gap: a side that was computed and withheld is not one that nobody published. */
export const whyNoGap = (sides: (Shown | undefined)[], lang: Lang): string =>
	sides.some((row) => row?.absence === 'suppressed')
		? gapWords.suppressed[lang]
		: sides.some((row) => isDirection(row?.absence ?? null))
			? regions.directionOnly[lang]
			: regions.noGap[lang];

/** Columns that hold nothing but “not published”, and the figures that would stand there. */
interface Silent {
	sides: boolean;
	whole: boolean;
	figures: string[];
}

const nothingSilent: Silent = { sides: false, whole: false, figures: [] };

/** Which columns of a table say nothing; of one that says nothing at all, none. */
export function silentIn(lines: RegionLine[]): Silent {
	const isSilent = (row: Shown | undefined) => !row || row.absence === 'not_published';
	const sides = lines.every(({ shown: [east, west] }) => isSilent(east) && isSilent(west));
	const whole = lines.every(({ shown }) => isSilent(shown[2]));
	if (sides === whole) return nothingSilent;
	const figures = lines.flatMap(({ shown: [east, west, all] }) => (sides ? [east, west] : [all]));
	return { sides, whole, figures: figures.flatMap((row) => row?.figure ?? []) };
}
