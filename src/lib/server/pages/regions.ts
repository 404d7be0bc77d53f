import type { Database } from '#db/open.ts';
import { assumptionKeys, assumptionParts, parseAssumptions } from '#lib/view/assumptions.ts';
import { bounded, joinQuery, one, unknownKeys, chosenOf, type Notice } from '#lib/view/query.ts';
import { barsOf, gapOf, regionSorts, type Regions } from '#lib/view/result.ts';
import type { QuestionInfo, DataPoint, SurveyInfo } from '#lib/view/row.ts';
import type { Lang, Text } from '#lib/words/lang.ts';
import { getCatalog, latestFirst } from '#lib/server/data/catalog.ts';
import { coreSurvey } from '#lib/view/explore/explore.ts';
import { dictionaryOf, wholeDictionary } from '#lib/server/data/dictionary.ts';
import { judgedGaps } from '#lib/server/gaps/gap-family.ts';
import { splitOf } from './question.ts';
import { perDatabase } from '#lib/server/data/per-database.ts';

/** The question this product begins with leads everywhere. */
export const leadingQuestion = 'defend-nato-ally';

/** East and West Germany: every question and survey with a published figure of either side. */
export function getRegions(db: Database, query: URLSearchParams, lang: Lang): Regions {
	const notices: Notice[] = [];
	const dictionary = wholeDictionary(db);
	const all = allSplits(db);
	const possible = Object.values(dictionary.surveys)
		.toSorted(latestFirst)
		.map(({ id }) => id)
		.filter((id) => all.some((row) => row.survey === id));
	const chosen = chosenOf(query, 'survey', possible, notices);
	const survey = chosen.length > 0 ? chosen : possible;
	const sort = one(query, 'sort', regionSorts, notices) ?? 'topic';
	const rows = ordered(
		db,
		all.filter((row) => survey.includes(row.survey)),
		sort,
		lang
	);
	const assumed = parseAssumptions(query, notices);
	const parts = assumptionParts(assumed);
	if (survey.length < possible.length) parts.push(['survey', survey.join()]);
	if (sort !== 'topic') parts.push(['sort', sort]);
	return {
		survey,
		surveys: possible,
		sort,
		query: joinQuery(parts),
		notices: bounded([...unknownKeys(query, ['survey', 'sort', ...assumptionKeys]), ...notices]),
		rows,
		dictionary: dictionaryOf(db, rows),
		assumed,
		...judgedGaps(db, rows, assumed)
	};
}

const allSplits = perDatabase((db: Database): DataPoint[] =>
	Object.values(wholeDictionary(db).items)
		.flatMap(({ question, survey }) => {
			const catalog = getCatalog(db, question);
			return catalog ? splitOf(db, question, survey, catalog) : [];
		})
		.map((row) => ({ ...row, role: 'main' }))
);

/** The survey this product is about first, then as the reader wants it; the answers of a question stay together. */
function ordered(db: Database, rows: DataPoint[], sort: Regions['sort'], lang: Lang): DataPoint[] {
	const dictionary = wholeDictionary(db);
	const asked = Map.groupBy(rows, ({ survey, question }) => `${survey}/${question}`);
	const title = ([row]: DataPoint[]) =>
		dictionary.questions[row?.question ?? '']?.title[lang] ?? '';
	const widest = (split: DataPoint[]) =>
		Math.max(
			...[...new Set(split.map((row) => row.answer))].map((answer) =>
				Math.abs(gapOf(split.filter((row) => row.answer === answer)) ?? -1)
			)
		);
	const survey = ([row]: DataPoint[]) => dictionary.surveys[row?.survey ?? ''];
	const byName = new Intl.Collator(lang).compare;
	const topics = Object.values(dictionary.questions).map(({ topic }) => topic);
	const topic = ([row]: DataPoint[]) =>
		row?.question === leadingQuestion
			? -1
			: topics.indexOf(dictionary.questions[row?.question ?? '']?.topic ?? 'context');
	const core = (split: DataPoint[]) => Number(split[0]?.survey === coreSurvey);
	return [...asked.values()]
		.toSorted((a, b) => {
			if (sort === 'label') return byName(title(a), title(b));
			const [one, two] = [survey(a), survey(b)];
			const later = one && two ? latestFirst(one, two) : 0;
			if (sort === 'time') return later;
			// What was asked first is told forward; within a topic the latest comes first.
			if (sort === 'topic') return topic(a) - topic(b) || (topic(a) === -1 ? -later : later);
			return core(b) - core(a) || widest(b) - widest(a) || later;
		})
		.flatMap((split) => barsOf(split).flatMap((bar) => bar.rows));
}

/** East and West in one line: what was asked, which answer, and both sides as far as published. */
export interface Split {
	key: string;
	question: QuestionInfo;
	survey: SurveyInfo;
	answer: Text;
	east: DataPoint | undefined;
	west: DataPoint | undefined;
}

/** What is on record for East and West in the survey this product is about, and the nearest of its first question. */
export function coreSplits(db: Database): Split[] {
	const dictionary = wholeDictionary(db);
	const isShown = ({ survey, question }: DataPoint) =>
		survey === coreSurvey || (survey.startsWith('pew-') && question === leadingQuestion);
	const lines = new Map<string, Split>();
	for (const row of allSplits(db).filter(isShown)) {
		const key = `${row.survey}/${row.question}/${row.answer}`;
		const question = dictionary.questions[row.question];
		const survey = dictionary.surveys[row.survey];
		const answer = dictionary.answers[`${row.question}/${row.answer}`]?.label;
		if (!question || !survey || !answer) continue;
		const line = lines.get(key) ?? {
			key,
			question,
			survey,
			answer,
			east: undefined,
			west: undefined
		};
		if (row.group === 'east') line.east = row;
		if (row.group === 'west') line.west = row;
		lines.set(key, line);
	}
	return [...lines.values()];
}
