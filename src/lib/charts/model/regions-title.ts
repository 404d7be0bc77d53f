import { gapOf, lineKey, type Regions } from '#lib/view/result.ts';
import type { DataPoint } from '#lib/view/row.ts';
import { findings } from '#lib/words/charts/findings.ts';
import { regions as regionWords } from '#lib/words/pages/regions.ts';
import { questionOf, type Context } from './labels.ts';
import { labelOf, sideOf } from './title.ts';

/**
 * The widest gap between East and West; two that are equally wide have no widest.
 *
 * @param regions all lines of the view, also where a drawing shows the first of them only
 */
export function titleOfRegions(regions: Regions, context: Context): string {
	const { lang } = context;
	const lines = [...Map.groupBy(regions.rows, lineKey).values()];
	const [widest, next] = byWidth(lines);
	const east = widest && sideOf(widest, 'east');
	const west = widest && sideOf(widest, 'west');
	if (!east || !west) return findings.nothing(regionWords.title[lang], undefined, lang);
	const [question, answer] = [questionOf(context, east.question), labelOf(east, context)];
	if (!next || widthOf(next) === widthOf(widest) || byWidth(lines).length < 3)
		return findings.plainSides(question, answer, east.pct, west.pct, lang);
	const isWhole = regions.surveys.length > 0 && regions.survey.length === regions.surveys.length;
	return findings.widest(question, answer, { east: east.pct, west: west.pct }, isWhole, lang);
}

/** East minus West of a line in points, whatever its sign; −1 with a side missing. */
const widthOf = (line: DataPoint[]): number => Math.abs(gapOf(line) ?? -1);

/** Lines with both sides, the widest first. */
export const byWidth = (lines: DataPoint[][]): DataPoint[][] =>
	lines.filter((line) => gapOf(line) !== undefined).sort((a, b) => widthOf(b) - widthOf(a));
