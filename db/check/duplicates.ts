import { list, text, type PackageRow } from '../package/schema.ts';
import { finding, groupedBy, rowsOf, type Check } from './finding.ts';

/**
 * What should tell two rows of a resource apart for a reader; the same in all these columns looks
 * like one thing entered twice. A row with an empty cell is not compared. Wording and number of items
 * are not among them: the items of a battery share both.
 */
const tellingApart: [resource: string, columns: string[]][] = [
	['sources', ['url', 'title']],
	['surveys', ['organisation', 'title_en']],
	['surveys', ['organisation', 'title_de']],
	['questions', ['short_title_en']],
	['questions', ['short_title_de']],
	['answers', ['question_id', 'label_en']],
	['answers', ['question_id', 'label_de']],
	['populations', ['label_en']],
	['populations', ['label_de']],
	['groups', ['label_en']],
	['groups', ['label_de']],
	['readings', ['outlet', 'published', 'author']],
	['claims', ['locator']],
	['claims', ['claim_en']],
	['claims', ['claim_de']]
];

export const duplicates: Check = {
	title: 'Rows that a reader cannot tell apart',
	find: (tables) =>
		tellingApart.flatMap(([resource, columns]) =>
			twins(rowsOf(tables, resource), columns).map(([first, twin]) =>
				finding('remark', twin, `same ${columns.join(', ')} as line ${first.line}`)
			)
		)
};

export const sameMedian: Check = {
	title: 'Medians of the same countries',
	find(tables) {
		const known = rowsOf(tables, 'populations').filter((row) => list(row, 'members').length > 0);
		const byMembers = Map.groupBy(known, (row) => list(row, 'members').toSorted().join());
		return [...byMembers.values()].flatMap(([first, ...others]) =>
			others.map((row) =>
				finding('remark', row, `the countries of ${first ? text(first, 'population_id') : ''}`)
			)
		);
	}
};

function twins(rows: PackageRow[], columns: string[]): [PackageRow, PackageRow][] {
	const filled = rows.filter((row) => columns.every((column) => row.cells[column] !== null));
	return [...groupedBy(filled, columns).values()].flatMap(([first, ...others]) =>
		first ? others.map((twin): [PackageRow, PackageRow] => [first, twin]) : []
	);
}
