import type { Database } from '#db/open.ts';
import { figures } from '#db/schema.ts';
import { and, eq, inArray, isNotNull } from 'drizzle-orm';
import type { QuestionInfo, DataPoint, Topic } from '#lib/view/row.ts';
import type { Text } from '#lib/words/lang.ts';
import { getCatalog } from '#lib/server/data/catalog.ts';
import { wholeDictionary } from '#lib/server/data/dictionary.ts';
import { readRows } from '#lib/server/data/rows.ts';

/** One question in a list, with the number a reader looks at first. */
export interface ListedQuestion {
	question: QuestionInfo;
	/** Undefined when nothing was published for everybody in one country. */
	headline: { row: DataPoint; answer: Text; place: Text; survey: string; year: number } | undefined;
	hasRegions: boolean;
}

/**
 * All questions, or those that a search finds, by topic in the order of the package.
 *
 * @param wanted codes of the questions that a search found; undefined: all
 */
export function listQuestions(
	db: Database,
	wanted?: string[]
): { topic: Topic; questions: ListedQuestion[] }[] {
	const { questions } = wholeDictionary(db);
	const found = wanted && new Set(wanted);
	const split = withRegions(db);
	const topics = new Map<Topic, ListedQuestion[]>();
	for (const question of Object.values(questions)) {
		if (found && !found.has(question.id)) continue;
		const listed = topics.get(question.topic) ?? [];
		topics.set(question.topic, listed);
		listed.push({
			question,
			headline: named(db, headlineOf(db, question)),
			hasRegions: split.has(question.id)
		});
	}
	return [...topics].map(([topic, listed]) => ({ topic, questions: listed }));
}

/** Questions that stand next to this one: what it is related to, and what is related to it. */
export function listRelated(db: Database, question: QuestionInfo): QuestionInfo[] {
	return Object.values(wholeDictionary(db).questions).filter(
		({ id, relatedTo }) =>
			id !== question.id &&
			(relatedTo === question.id ||
				id === question.relatedTo ||
				(relatedTo !== null && relatedTo === question.relatedTo))
	);
}

/** The number with what it stands for, so that a list needs no dictionary. */
function named(db: Database, row: DataPoint | undefined): ListedQuestion['headline'] {
	const { answers, populations, surveys } = wholeDictionary(db);
	const answer = answers[`${row?.question}/${row?.answer}`]?.label;
	const place = populations[row?.population ?? '']?.label;
	const survey = surveys[row?.survey ?? ''];
	if (!row || !answer || !place || !survey) return undefined;
	return { row, answer, place, survey: survey.organisation, year: survey.year };
}

/** Germany's figure in the default survey, else that of the first country that has one. */
export function headlineOf(db: Database, question: QuestionInfo): DataPoint | undefined {
	const catalog = getCatalog(db, question.id);
	if (!catalog) return undefined;
	const here = catalog.present.filter(
		(cell) =>
			cell.survey === catalog.defaultSurvey &&
			cell.group === 'all' &&
			cell.answer === question.headline
	);
	const country =
		here.find(({ population }) => population === 'deu') ??
		catalog.populations
			.map((code) => here.find(({ population }) => population === code))
			.find((cell) => cell !== undefined);
	if (!country) return undefined;
	const { survey, population, group, answer } = country;
	const cells = { survey: [survey], country: [population], group: [group], answer: [answer] };
	return readRows(db, question.id, cells, catalog)[0];
}

/** Questions with a figure for East or for West Germany in any survey. */
const withRegions = (db: Database): Set<string> =>
	new Set(
		db
			.selectDistinct({ question: figures.questionId })
			.from(figures)
			.where(
				and(
					eq(figures.dimension, 'region'),
					inArray(figures.groupId, ['east', 'west']),
					isNotNull(figures.pct)
				)
			)
			.all()
			.map(({ question }) => question)
	);
