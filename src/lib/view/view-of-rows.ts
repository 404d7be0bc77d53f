import { usualAssumptions } from '#lib/view/assumptions.ts';
import { partScope } from '#lib/view/scope.ts';
import type { QuestionView } from '#lib/view/result.ts';
import type { DataPoint, Dictionary } from '#lib/view/row.ts';
import type { Layout } from '#lib/view/view.ts';

/** A few figures of one question and survey as a view of their own, which claims nothing of the rest. */
export function viewOf(rows: DataPoint[], by: Layout, dictionary: Dictionary): QuestionView {
	const unique = (codes: string[]) => [...new Set(codes)];
	return {
		question: rows[0]?.question ?? '',
		scope: partScope,
		view: {
			by,
			survey: unique(rows.map((row) => row.survey)),
			country: unique(rows.map((row) => row.population)),
			group: unique(rows.map((row) => row.group)),
			answer: unique(rows.map((row) => row.answer)),
			sort: 'value'
		},
		query: '',
		notices: [],
		rows,
		dictionary,
		claim: null,
		assumed: usualAssumptions,
		tests: {},
		ranges: {}
	};
}
