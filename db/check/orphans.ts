import { list, text, type PackageRow, type Tables } from '../package/schema.ts';
import { finding, keyOf, rowsOf, type Check } from './finding.ts';

/** Resource and columns of codes that point to something. */
type Mention = [resource: string, columns: string[]];

/** Rows of `resource` whose code none of the mentions has. */
function unused(title: string, resource: string, columns: string[], mentions: Mention[]): Check {
	return {
		title,
		find(tables) {
			const used = new Set(mentions.flatMap((mention) => mentioned(tables, mention)));
			return rowsOf(tables, resource)
				.filter((row) => !used.has(keyOf(row, columns)))
				.map((row) => finding('remark', row, keyOf(row, columns)));
		}
	};
}

function mentioned(tables: Tables, [resource, columns]: Mention): string[] {
	const [only] = columns;
	return rowsOf(tables, resource).flatMap((row) =>
		columns.length === 1 && only && Array.isArray(row.cells[only])
			? list(row, only)
			: keyOf(row, columns)
	);
}

const item = ['survey_id', 'question_id'];
const answer = ['question_id', 'answer_id'];

export const orphans: Check[] = [
	unused(
		'Sources that nothing cites',
		'sources',
		['source_id'],
		[
			['surveys', ['source_ids']],
			['items', ['source_ids']],
			['figures', ['source_ids']],
			['conflicts', ['source_id']],
			['readings', ['source_id']]
		]
	),
	unused('Surveys without items', 'surveys', ['survey_id'], [['items', ['survey_id']]]),
	unused('Questions without figures', 'questions', ['question_id'], [['figures', ['question_id']]]),
	unused('Items without figures', 'items', item, [['figures', item]]),
	unused('Answers without figures and without misprints', 'answers', answer, [
		['figures', answer],
		['conflicts', answer]
	]),
	unused(
		'Populations that nothing names',
		'populations',
		['population_id'],
		[
			['figures', ['population_id']],
			['items', ['asked_in']],
			['items', ['not_asked_in']],
			['populations', ['members']],
			['groups', ['population_id']]
		]
	),
	unused(
		'Groups without figures and without misprints',
		'groups',
		['group_id'],
		[
			['figures', ['group_id']],
			['conflicts', ['group_id']]
		]
	),
	{
		title: 'Headline answers without a figure',
		find(tables) {
			const used = new Set(rowsOf(tables, 'figures').map((row) => keyOf(row, answer)));
			const headline = (row: PackageRow): string =>
				`${text(row, 'question_id')}/${text(row, 'headline_answer')}`;
			return rowsOf(tables, 'questions')
				.filter((row) => !used.has(headline(row)))
				.map((row) => finding('remark', row, headline(row)));
		}
	}
];
