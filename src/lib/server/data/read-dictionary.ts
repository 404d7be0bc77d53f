import type { Database } from '#db/open.ts';
import * as schema from '#db/schema.ts';
import { asc } from 'drizzle-orm';
import type { Dictionary } from '#lib/view/row.ts';
import type { Text } from '#lib/words/lang.ts';
import { filled } from './interpolate.ts';

/** Both languages of a text, or null where there is none; the load lets no half of one in. */
const pair = (en: string | null, de: string | null): Text | null =>
	en === null || de === null ? null : { en, de };

/** Records by a key, in the order they come. */
const keyed = <Info>(infos: Info[], key: (info: Info) => string): Record<string, Info> =>
	Object.fromEntries(infos.map((info) => [key(info), info]));

/** All that codes stand for, in the order of the package. */
export function readDictionary(db: Database): Dictionary {
	return {
		surveys: keyed(readSurveys(db), ({ id }) => id),
		questions: keyed(readQuestions(db), ({ id }) => id),
		items: keyed(readItems(db), ({ survey, question }) => `${survey}/${question}`),
		answers: keyed(readAnswers(db), ({ question, id }) => `${question}/${id}`),
		populations: keyed(readPopulations(db), ({ id }) => id),
		groups: keyed(readGroups(db), ({ id }) => id),
		sources: keyed(readSources(db), ({ id }) => id)
	};
}

/** A row whose texts are one for both languages: `noteEn` and `noteDe` become `note`. */
type Paired<Row> = {
	[
		Key in keyof Row as Key extends `${infer Stem}En`
			? Stem
			: Key extends `${string}De`
				? never
				: Key
	]: Key extends `${string}En` ? (null extends Row[Key] ? Text | null : Text) : Row[Key];
};

const paired = <Row extends Record<string, unknown>>(row: Row): Paired<Row> =>
	Object.fromEntries(
		Object.entries(row).flatMap(([key, value]): [string, unknown][] => {
			if (key.endsWith('De')) return [];
			const stem = key.replace(/En$/, '');
			return [[stem, key === stem ? value : pair(value as string, row[`${stem}De`] as string)]];
		})
	) as Paired<Row>;

const readSurveys = (db: Database) =>
	db
		.select()
		.from(schema.surveys)
		.all()
		.map(({ surveyId, ...row }) => ({ id: surveyId, ...paired(row) }));

function readQuestions(db: Database) {
	const titles = keyed(db.select().from(schema.titles).all(), ({ questionId }) => questionId);
	return db
		.select()
		.from(schema.questions)
		.orderBy(asc(schema.questions.sort))
		.all()
		.map((row) => ({
			id: row.questionId,
			topic: row.topic,
			title: { en: row.shortTitleEn, de: row.shortTitleDe },
			role: row.role,
			scale: { en: row.answerScaleEn, de: row.answerScaleDe },
			relatedTo: row.relatedTo,
			headline: row.headlineAnswer,
			...phrasesOf(db, titles[row.questionId])
		}));
}

/** What was written by hand on a question. */
const phrasesOf = (db: Database, title: typeof schema.titles.$inferSelect | undefined) => ({
	finding: title ? filled(db, { en: title.titleEn, de: title.titleDe }) : null,
	condition: title ? pair(title.conditionEn, title.conditionDe) : null
});

function readItems(db: Database) {
	const sources = Map.groupBy(
		db.select().from(schema.itemSources).orderBy(asc(schema.itemSources.sort)).all(),
		({ surveyId, questionId }) => `${surveyId}/${questionId}`
	);
	return db
		.select()
		.from(schema.items)
		.all()
		.map((row) => ({
			survey: row.surveyId,
			question: row.questionId,
			number: row.number,
			wording: pair(row.wordingEn, row.wordingDe),
			wordingDeOrigin: row.wordingDeOrigin,
			wordingStatus: row.wordingStatus,
			comparable: row.comparable,
			note: pair(row.noteEn, row.noteDe),
			sources: (sources.get(`${row.surveyId}/${row.questionId}`) ?? []).map(
				({ sourceId }) => sourceId
			)
		}));
}

function readAnswers(db: Database) {
	const parts = Map.groupBy(
		db.select().from(schema.answerParts).all(),
		({ questionId, netId }) => `${questionId}/${netId}`
	);
	const clauses = new Map(
		db
			.select()
			.from(schema.clauses)
			.all()
			.map(({ questionId, answerId, ...words }) => [
				`${questionId}/${answerId}`,
				{
					full: { en: words.clauseEn, de: words.clauseDe },
					short: { en: words.shortEn, de: words.shortDe }
				}
			])
	);
	return db
		.select()
		.from(schema.answers)
		.orderBy(asc(schema.answers.questionId), asc(schema.answers.sort))
		.all()
		.map((row) => ({
			id: row.answerId,
			question: row.questionId,
			sort: row.sort,
			label: { en: row.labelEn, de: row.labelDe },
			kind: row.kind,
			pole: row.pole,
			netOf: (parts.get(`${row.questionId}/${row.answerId}`) ?? []).map(({ partId }) => partId),
			clause: clauses.get(`${row.questionId}/${row.answerId}`) ?? null
		}));
}

function readPopulations(db: Database) {
	const members = db.select().from(schema.medianMembers).all();
	return db
		.select()
		.from(schema.populations)
		.orderBy(asc(schema.populations.sort))
		.all()
		.map((row) => ({
			id: row.populationId,
			kind: row.kind,
			label: { en: row.labelEn, de: row.labelDe },
			in: { en: row.inEn, de: row.inDe },
			members: members
				.filter((each) => each.medianId === row.populationId)
				.map((each) => each.memberId),
			note: pair(row.noteEn, row.noteDe)
		}));
}

const readGroups = (db: Database) =>
	db
		.select()
		.from(schema.groups)
		.orderBy(asc(schema.groups.sort))
		.all()
		.map((row) => ({
			id: row.groupId,
			dimension: row.dimension,
			population: row.populationId,
			label: { en: row.labelEn, de: row.labelDe },
			in: { en: row.inEn, de: row.inDe },
			definition: pair(row.definitionEn, row.definitionDe),
			note: pair(row.noteEn, row.noteDe)
		}));

const readSources = (db: Database) =>
	db
		.select()
		.from(schema.sources)
		.all()
		.map(({ sourceId, kind, title, titleLang, ...row }) => ({
			id: sourceId,
			...{ kind, title, titleLang },
			...paired(row)
		}));
