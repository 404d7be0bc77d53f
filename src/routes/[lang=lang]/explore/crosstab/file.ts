import type { Value } from '#lib/formats/columns.ts';
import type { Crosstab, CrosstabView } from '#lib/view/crosstab.ts';
import type { Dictionary } from '#lib/view/row.ts';
import { groupLabels } from '#lib/words/explore/crosstab.ts';
import type { Lang } from '#lib/words/lang.ts';

/** Whom a table is about: the country, and each filter. */
export const whoOf = (
	{ country, region, sex, age }: CrosstabView,
	populations: Dictionary['populations'],
	lang: Lang
): string[] => [
	populations[country]?.label[lang] ?? country,
	...[region, sex, age].flatMap((id) => (id === null ? [] : [groupLabels[id][lang]]))
];

/** Columns of the file: one record a cell of the table. */
export const fileColumns = [
	'question',
	'country_and_filters',
	'answer',
	'is_net',
	'column',
	'column_pct',
	'row_pct',
	'ci95_low',
	'ci95_high',
	'respondents',
	'column_n',
	'larger_than',
	'publishable'
];

export function fileRecords(crosstab: Crosstab, who: string[], lang: Lang): Value[][] {
	const { table, catalog, view } = crosstab;
	const question = catalog.variables.find(({ name }) => name === view.question)?.label[lang];
	const one = (value: number | null) => (value === null ? null : Number(value.toFixed(1)));
	return (table?.answers ?? []).flatMap(({ label, isNet, cells }) =>
		cells.map((cell, at) => {
			const group = table!.groups[at]!;
			return [
				question ?? view.question,
				who.join(', '),
				label[lang],
				isNet ? 'yes' : 'no',
				`${group.label[lang]}${group.letter ? ` (${group.letter})` : ''}`,
				one(cell.pct),
				one(cell.rowPct),
				one(cell.low),
				one(cell.high),
				cell.picked,
				group.n,
				cell.above.join(' '),
				cell.presentation === 'hide' ? 'no' : 'yes'
			];
		})
	);
}
