import { answerOf, barsOf, gapOf, lineKey } from '#lib/view/result.ts';
import type { DataPoint } from '#lib/view/row.ts';
import type { Layout } from '#lib/view/view.ts';
import { chartWords, shortLabel } from '#lib/words/charts/charts.ts';
import { points } from '#lib/words/numbers.ts';
import { question as words } from '#lib/words/pages/question.ts';
import { regions as regionWords } from '#lib/words/pages/regions.ts';
import { groupOf, populationOf, questionOf, waveOf, type Context } from './labels.ts';
import { numberOf } from './row-marks.ts';

/** The numbers of a drawing as text, for where a table has to be small. */
export interface PlainTable {
	heads: string[];
	/** A cell is empty where the view has no such figure; an absence stands in words. */
	lines: { label: string; cells: string[] }[];
}

/** One line a bar of the drawing, or a dumbbell; figures of several questions one by one. */
export function plainTable(rows: DataPoint[], by: Layout, context: Context): PlainTable {
	const questions = new Set(rows.map(({ question }) => question));
	if (by === 'region') return sided(rows, context);
	return questions.size > 1 ? single(rows, context) : parted(rows, context);
}

type Key = 'survey' | 'question' | 'population' | 'group';

/** What tells these rows from one another, as the label of one of them. */
function labeller(rows: DataPoint[], context: Context, keys: Key[]) {
	const differ = (key: Key) => new Set(rows.map((row) => row[key])).size > 1;
	const names: Record<Key, (row: DataPoint) => string> = {
		question: (row) => questionOf(context, row.question),
		population: (row) => populationOf(context, row.population),
		group: (row) => groupOf(context, row.group),
		survey: (row) => waveOf(context, row.survey)
	};
	const telling = keys.filter(differ);
	return (row: DataPoint) => telling.map((key) => names[key](row));
}

const cellOf = (row: DataPoint | undefined, { lang }: Context): string =>
	row ? numberOf(row, lang) + (row.confidence === 'low' && row.pct !== null ? '†' : '') : '';

const answerName = (row: DataPoint, { dictionary, lang }: Context): string =>
	shortLabel(answerOf(dictionary, row).label[lang]);

/** Columns are the answers. */
function parted(rows: DataPoint[], context: Context): PlainTable {
	const answers = [...new Map(rows.map((row) => [row.answer, row])).values()].sort(
		(a, b) => answerOf(context.dictionary, a).sort - answerOf(context.dictionary, b).sort
	);
	const labelOf = labeller(rows, context, ['population', 'group', 'survey']);
	return {
		heads: answers.map((row) => answerName(row, context)),
		lines: barsOf(rows).flatMap((bar) => {
			const [first] = bar.rows;
			if (!first) return [];
			const label = labelOf(first);
			return {
				label: label.length > 0 ? label.join(', ') : populationOf(context, bar.population),
				cells: answers.map(({ answer }) =>
					cellOf(
						bar.rows.find((row) => row.answer === answer),
						context
					)
				)
			};
		})
	};
}

/** Columns are East and West, or the regions of another country, with the gap. */
function sided(rows: DataPoint[], context: Context): PlainTable {
	const { lang } = context;
	const found = [...new Set(rows.map(({ group }) => group))];
	const groups = [
		...found.filter((group) => group !== 'all'),
		...found.filter((group) => group === 'all')
	];
	const lines = [...Map.groupBy(rows, (row) => `${lineKey(row)}/${row.population}`).values()];
	const hasGap = lines.some((line) => gapOf(line) !== undefined);
	const labelOf = labeller(rows, context, ['question', 'population', 'survey']);
	return {
		heads: [
			...groups.map((group) => groupOf(context, group)),
			...(hasGap ? [chartWords.gapHead[lang].join(' ')] : [])
		],
		lines: lines.flatMap((line) => {
			const [first] = line;
			if (!first) return [];
			const gap = gapOf(line);
			const cells = groups.map((group) =>
				cellOf(
					line.find((row) => row.group === group),
					context
				)
			);
			const last = hasGap ? [gap === undefined ? regionWords.noGap[lang] : points(gap)] : [];
			return {
				label: [answerName(first, context), ...labelOf(first)].join(', '),
				cells: [...cells, ...last]
			};
		})
	};
}

/** One line a figure. */
function single(rows: DataPoint[], context: Context): PlainTable {
	const labelOf = labeller(rows, context, ['question', 'population', 'group', 'survey']);
	return {
		heads: [words.tableUnit[context.lang]],
		lines: rows.map((row) => ({
			label: [answerName(row, context), ...labelOf(row)].join(', '),
			cells: [cellOf(row, context)]
		}))
	};
}
