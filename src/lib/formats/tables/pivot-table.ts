import type { Pivot } from '#lib/view/explore/pivot.ts';
import { sheetOf } from '#lib/view/explore/sheet.ts';
import type { Lang, Text } from '#lib/words/lang.ts';
import { pivotTexts } from '#lib/words/explore/columns.ts';
import { emptyTexts } from '#lib/words/files/columns.ts';
import type { Table } from './table.ts';

/** The table of the workbench with all its rows, as it stands on the screen: for reading and for slides. */
export function pivotTable(pivot: Pivot, lang: Lang): Table {
	const { head, rows } = sheetOf(pivot, lang);
	const inBoth = (text: string): Text => ({ en: text, de: text });
	return {
		columns: unique(head).map((name, index) => {
			const isNumber = rows.every((row) => typeof row[index] !== 'string');
			return index === 0
				? { name, kind: 'text', about: pivotTexts.row }
				: {
						name,
						kind: isNumber ? 'number' : 'text',
						about: inBoth(name),
						empty: emptyTexts.general
					};
		}),
		records: rows,
		key: new Set(rows.map(([name]) => name)).size === rows.length ? head.slice(0, 1) : []
	};
}

/** Two columns of one name would be one to most readers. */
function unique(names: string[]): string[] {
	const seen = new Map<string, number>();
	return names.map((name) => {
		const times = (seen.get(name) ?? 0) + 1;
		seen.set(name, times);
		return times === 1 ? name : `${name} (${times})`;
	});
}
