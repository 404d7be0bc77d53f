import type { Measure } from '#lib/view/explore/explore.ts';
import type { PivotCell } from '#lib/view/explore/pivot.ts';
import { rankText } from '#lib/words/explore/explore.ts';
import type { Lang } from '#lib/words/lang.ts';
import { percent, points } from '#lib/words/numbers.ts';

/* A cell of the table as it is read. */

export function valueText(cell: PivotCell, measure: Measure, lang: Lang): string {
	const { value, of } = cell;
	if (value === null) return '';
	if (isChange(cell)) return points(value);
	if (measure === 'percent') return percent(value, lang);
	return measure === 'rank' ? rankText(value, of ?? 0, lang) : points(value);
}

/** A cell of the column of changes is no figure itself. */
const isChange = ({ figure }: PivotCell): boolean => figure === null;

const partText = (pct: number | null, lang: Lang) => (pct === null ? '?' : percent(pct, lang));

/** What a gap is the difference of: `40 / 19`. */
export const partsText = ({ parts }: PivotCell, measure: Measure, lang: Lang): string =>
	measure === 'percent' || parts.every(({ pct }) => pct === null)
		? ''
		: parts.map(({ pct }) => partText(pct, lang)).join(' / ');

export const partsInFull = ({ parts }: PivotCell, lang: Lang): string =>
	parts.map(({ label, pct }) => `${label} ${partText(pct, lang)}`).join(', ');

const signs = { reported: '*', recovered: '°', sum_of_parts: 'Σ', computed: '‡', published: '' };

/** The mark behind a number. */
export const signOf = ({ value, weak, status }: PivotCell): string =>
	value === null ? '' : weak ? '†' : status ? signs[status] : '';

/** The class that tints a cell, or says why it is empty. */
export const shade = ({ value, absence, heat }: PivotCell): string =>
	value === null ? (absence ?? '') : `heat-${heat}${value < 0 ? ' negative' : ''}`;
