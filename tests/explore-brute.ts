import { readById } from '../src/lib/server/rows.ts';
import { wholeDictionary } from '../src/lib/server/dictionary.ts';
import { figures } from '../db/schema.ts';
import type { Database } from '../db/open.ts';
import type { FacetKey } from '../src/lib/view/explore.ts';
import type { Row } from '../src/lib/view/row.ts';

/** All figures, read one by one, with the value of every facet looked up in the plainest way. */
export function bruteFigures(db: Database): { row: Row; values: Record<FacetKey, string[]> }[] {
	const { questions, surveys } = wholeDictionary(db);
	const ids = db
		.select({ id: figures.figureId })
		.from(figures)
		.all()
		.map(({ id }) => id);
	const rows = ids.flatMap((id) => readById(db, [id]));
	return rows.map((row) => {
		const question = questions[row.question]!;
		const survey = surveys[row.survey]!;
		const sides = ['east', 'west'].filter((side) =>
			rows.some(
				(other) =>
					other.group === side &&
					other.pct !== null &&
					other.survey === row.survey &&
					other.question === row.question &&
					other.answer === row.answer
			)
		);
		return {
			row,
			values: {
				topic: [question.topic],
				question: [row.question],
				institute: [slug(survey.organisation)],
				survey: [row.survey],
				year: [String(survey.year)],
				country: [row.population],
				group: [row.group],
				answer: [row.answer, ...(row.answer === question.headline ? ['headline'] : [])],
				status: [row.pct === null ? 'absent' : (row.status ?? '')],
				sides: [sides.length === 2 ? 'both' : sides.length === 1 ? 'one' : 'none'],
				claimed: [row.claims.length > 0 ? 'yes' : 'no']
			}
		};
	});
}

/** Written anew: letters without their dots, everything else a hyphen. */
const slug = (name: string): string =>
	[...name.toLowerCase()]
		.map((letter) => ({ ä: 'a', ö: 'o', ü: 'u' })[letter] ?? letter)
		.join('')
		.split(/[^a-z0-9]+/)
		.filter((part) => part !== '')
		.join('-');
