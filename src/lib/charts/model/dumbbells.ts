import {
	answerOf,
	barsOf,
	gapOf,
	lineKey,
	type Regions,
	type QuestionView
} from '#lib/view/result.ts';
import type { DataPoint } from '#lib/view/row.ts';
import { chartWords, footWords, shortLabel, sides } from '#lib/words/charts/charts.ts';
import { absenceNames } from '#lib/words/codes.ts';
import { listing, points } from '#lib/words/numbers.ts';
import { altOf, briefOf } from './alt-text.ts';
import type { Entry, Mark, RowsChart, Section, Series } from './chart.ts';
import { titleOfRegions } from './regions-title.ts';
import { titleOf } from './title.ts';
import {
	footOf,
	groupOf,
	nearestSections,
	populationOf,
	questionOf,
	subtitleOf,
	waveOf,
	type Context
} from './labels.ts';
import { isClaimed, markOf } from './row-marks.ts';
import type { Token } from './theme.ts';

const isSide = (group: string): group is 'east' | 'west' => group === 'east' || group === 'west';
const generic: Token[] = ['first', 'second', 'third', 'fourth'];

/** The regions of a country on one line an answer; for Germany East and West with their gap. */
export function questionRegionsChart(result: QuestionView, context: Context): RowsChart {
	const main = result.rows.filter(({ role }) => role === 'main');
	const nearest = result.rows.filter(({ role }) => role === 'nearest');
	const series = regionsOf(result.rows, context);
	const ofRows = (rows: DataPoint[], among: DataPoint[]) =>
		lines(rows).map((line) =>
			entryOf(line, series, result, labelOf(line, among, context), context)
		);
	const title = titleOf(result, context);
	const sections: Section[] = [
		{ heading: null, notes: [], entries: ofRows(main, main) },
		...nearestSections(barsOf(nearest), result.question, context, (bars) => {
			const rows = bars.flatMap((bar) => bar.rows);
			return ofRows(rows, rows);
		})
	];
	return {
		kind: 'dumbbell',
		lang: context.lang,
		title,
		subtitle: subtitleOf(context, result.question, result.view.survey, main),
		foot: [...bandNote(sections, context), ...footOf(result.rows, context)],
		alt: altOf(result.rows, title, context, result.ranges),
		brief: briefOf(result.rows, title, 'region', context),
		series,
		sections: sections.filter(({ entries }) => entries.length > 0),
		gapHead: gapHeadOf(sections, context)
	};
}

/** East and West, one line a question, survey and answer. */
export function allRegionsChart(regions: Regions, context: Context): RowsChart {
	const series = regionsOf(regions.rows, context);
	const entries = lines(regions.rows).map((line) => {
		const [row] = line;
		if (!row) throw new RangeError('Expected a line with a row, got none');
		const answer = shortLabel(answerOf(context.dictionary, row).label[context.lang]);
		const label = questionOf(context, row.question);
		const second = `${answer}\u00a0· ${waveOf(context, row.survey)}`;
		const own = { ranges: regions.ranges, claim: null, isSpread: true };
		return entryOf(line, series, own, { label, second }, context);
	});
	const sections: Section[] = [{ heading: null, notes: [], entries }];
	const title = titleOfRegions(regions, context);
	const isWhole = regions.surveys.length > 0 && regions.survey.length === regions.surveys.length;
	return {
		kind: 'dumbbell',
		lang: context.lang,
		title,
		subtitle: chartWords[isWhole ? 'regions' : 'chosenRegions'][context.lang],
		foot: [...bandNote(sections, context), ...footOf(regions.rows, context)],
		alt: altOf(regions.rows, title, context, regions.ranges, true),
		brief: briefOf(regions.rows, title, 'region', context),
		series,
		sections: entries.length > 0 ? sections : [],
		gapHead: gapHeadOf(sections, context)
	};
}

/** The regions that are drawn as dots: East and West always both, so that a missing one is seen. */
function regionsOf(rows: DataPoint[], context: Context): Series[] {
	const found = [...new Set(rows.map(({ group }) => group))].filter((group) => group !== 'all');
	const german = found.length === 0 || found.some(isSide);
	const ids: string[] = german ? ['east', 'west'] : found;
	return ids.map((id, index) => ({
		id,
		label: isSide(id) ? sides[id].full[context.lang] : groupOf(context, id),
		color: isSide(id) ? id : (generic[index] ?? 'fourth'),
		soft: false,
		side: 1
	}));
}

/** Rows that share a line: all but the group is the same. */
const lines = (rows: DataPoint[]): DataPoint[][] => [
	...Map.groupBy(rows, (row) => `${lineKey(row)}/${row.population}`).values()
];

function labelOf(
	line: DataPoint[],
	among: DataPoint[],
	context: Context
): Pick<Entry, 'label' | 'second'> {
	const [row] = line;
	if (!row) throw new RangeError('Expected a line with a row, got none');
	const differ = (key: 'survey' | 'population') => new Set(among.map((each) => each[key])).size > 1;
	const second = [
		...(differ('population') ? [populationOf(context, row.population)] : []),
		...(differ('survey') ? [waveOf(context, row.survey)] : [])
	];
	return {
		label: answerOf(context.dictionary, row).label[context.lang],
		second: second.length > 0 ? second.join('\u00a0· ') : null
	};
}

function entryOf(
	line: DataPoint[],
	series: Series[],
	{ ranges, claim, isSpread }: Pick<QuestionView, 'ranges' | 'claim'> & { isSpread?: boolean },
	label: Pick<Entry, 'label' | 'second'>,
	context: Context
): Entry {
	const marks: Mark[] = line.flatMap((row) => {
		const index = series.findIndex(({ id }) => id === row.group);
		return index >= 0 || (row.group === 'all' && row.pct !== null)
			? [markOf(row, index, context, assumedOf(row, ranges), isSpread)]
			: [];
	});
	const gap = gapOf(line);
	return {
		...label,
		strong: isClaimed(line, claim),
		marks,
		gap: gap === undefined ? null : points(gap),
		missing: missingOf(line, series, context)
	};
}

/** The range of one side, where both were published as rounded figures. */
function assumedOf(row: DataPoint, ranges: QuestionView['ranges']): Mark['assumed'] {
	return isSide(row.group) ? (ranges[lineKey(row)]?.[row.group] ?? null) : null;
}

/** `West: not published`; sides that lack for the same reason are named together. */
function missingOf(line: DataPoint[], series: Series[], { lang }: Context): string | null {
	const absent = series.flatMap(({ id, label }) => {
		const row = line.find(({ group }) => group === id);
		if (row && row.pct !== null) return [];
		const name = isSide(id) ? sides[id].short[lang] : label;
		return [{ name, why: absenceNames[row?.absence ?? 'not_published'][lang] }];
	});
	const parts = [...Map.groupBy(absent, ({ why }) => why)].map(
		([why, part]) =>
			`${listing(
				part.map(({ name }) => name),
				lang
			)}: ${why}`
	);
	return parts.length > 0 ? parts.join('; ') : null;
}

const bandNote = (sections: Section[], { lang }: Context): string[] =>
	sections.some(({ entries }) => entries.some(({ marks }) => marks.some(({ assumed }) => assumed)))
		? [footWords.assumed[lang]]
		: [];

const gapHeadOf = (sections: Section[], { lang }: Context): string[] =>
	sections.some(({ entries }) => entries.some(({ gap }) => gap !== null))
		? chartWords.gapHead[lang]
		: [];
