import { sql } from 'drizzle-orm';
import {
	check,
	foreignKey,
	index,
	integer,
	primaryKey,
	sqliteTable,
	text,
	unique,
	type AnySQLiteColumn,
	type ForeignKeyBuilder
} from 'drizzle-orm/sqlite-core';
import {
	topics,
	questionRoles,
	itemRoles,
	wordingStatuses,
	wordingOrigins,
	yesNo,
	comparabilities,
	answerKinds
} from '../codes.ts';
import { oneOf } from '../constraints.ts';
import { populationId, sourceId, surveys } from './fieldwork.ts';

/* What was asked, of whom, where it was seen. */

/** The pair of columns that names an item on record. @param name of the constraint */
export const toItem = (
	name: string,
	surveyId: AnySQLiteColumn,
	questionId: AnySQLiteColumn
): ForeignKeyBuilder =>
	foreignKey({
		name,
		columns: [surveyId, questionId],
		foreignColumns: [items.surveyId, items.questionId]
	});

/** The pair of columns that names an answer on record. @param name of the constraint */
export const toAnswer = (
	name: string,
	questionId: AnySQLiteColumn,
	answerId: AnySQLiteColumn
): ForeignKeyBuilder =>
	foreignKey({
		name,
		columns: [questionId, answerId],
		foreignColumns: [answers.questionId, answers.answerId]
	});

/** One row is one question, independent of the survey that asked it; another wording or another institute is another question. */
export const questions = sqliteTable(
	'questions',
	{
		questionId: text('question_id').primaryKey(),
		/** Place in the package, which is the order of lists. */
		sort: integer('sort').notNull(),
		topic: text('topic', { enum: topics }).notNull(),
		shortTitleEn: text('short_title_en').notNull(),
		shortTitleDe: text('short_title_de').notNull(),
		role: text('role', { enum: questionRoles }).notNull(),
		answerScaleEn: text('answer_scale_en').notNull(),
		answerScaleDe: text('answer_scale_de').notNull(),
		relatedTo: text('related_to').references((): AnySQLiteColumn => questions.questionId),
		headlineAnswer: text('headline_answer').notNull()
	},
	(t) => [
		check('question_topic', oneOf('topic', topics)),
		check('question_role', oneOf('role', questionRoles)),
		toAnswer('question_headline', t.questionId, t.headlineAnswer)
	]
);

/** One row is one answer of one question, in the order of the questionnaire. */
export const answers = sqliteTable(
	'answers',
	{
		questionId: text('question_id')
			.notNull()
			.references((): AnySQLiteColumn => questions.questionId),
		answerId: text('answer_id').notNull(),
		sort: integer('sort').notNull(),
		labelEn: text('label_en').notNull(),
		labelDe: text('label_de').notNull(),
		kind: text('kind', { enum: answerKinds }).notNull(),
		pole: text('pole', { enum: yesNo })
	},
	(t) => [
		primaryKey({ columns: [t.questionId, t.answerId] }),
		unique('answer_sort').on(t.questionId, t.sort),
		check('answer_kind', oneOf('kind', answerKinds)),
		check('answer_pole', oneOf('pole', yesNo))
	]
);

/** Which answers a net adds up. No row: the answer is no net. */
export const answerParts = sqliteTable(
	'answer_parts',
	{
		questionId: text('question_id').notNull(),
		netId: text('net_id').notNull(),
		partId: text('part_id').notNull()
	},
	(t) => [
		primaryKey({ columns: [t.questionId, t.netId, t.partId] }),
		toAnswer('part_net', t.questionId, t.netId),
		toAnswer('part_part', t.questionId, t.partId)
	]
);

/** One row is one question as asked in one survey: its number, its wording, where it was asked. No figure exists without it. */
export const items = sqliteTable(
	'items',
	{
		surveyId: text('survey_id')
			.notNull()
			.references(() => surveys.surveyId),
		questionId: text('question_id')
			.notNull()
			.references(() => questions.questionId),
		number: text('number'),
		wordingEn: text('wording_en'),
		wordingDe: text('wording_de'),
		wordingDeOrigin: text('wording_de_origin', { enum: wordingOrigins }),
		wordingStatus: text('wording_status', { enum: wordingStatuses }).notNull(),
		askedInComplete: text('asked_in_complete', { enum: yesNo }).notNull(),
		comparable: text('comparable', { enum: comparabilities }).notNull(),
		noteEn: text('note_en'),
		noteDe: text('note_de'),
		role: text('role', { enum: itemRoles }).notNull()
	},
	(t) => [
		primaryKey({ columns: [t.surveyId, t.questionId] }),
		index('items_by_question').on(t.questionId),
		check('item_wording_status', oneOf('wording_status', wordingStatuses)),
		check('item_wording_origin', oneOf('wording_de_origin', wordingOrigins)),
		check('item_complete', oneOf('asked_in_complete', yesNo)),
		check('item_comparable', oneOf('comparable', comparabilities)),
		check('item_role', oneOf('role', itemRoles)),
		check('item_wording_seen', sql.raw(`(wording_status = 'not_seen') = (wording_en IS NULL)`)),
		check('item_wording_both', sql.raw(`(wording_en IS NULL) = (wording_de IS NULL)`)),
		check('item_wording_marked', sql.raw(`(wording_de IS NULL) = (wording_de_origin IS NULL)`))
	]
);

/** Where an item was asked (asked = yes) or is known not to have been (no). No row: not known, unless the item's list is complete. */
export const itemPopulations = sqliteTable(
	'item_populations',
	{
		surveyId: text('survey_id').notNull(),
		questionId: text('question_id').notNull(),
		populationId: populationId(),
		asked: text('asked', { enum: yesNo }).notNull()
	},
	(t) => [
		primaryKey({ columns: [t.surveyId, t.questionId, t.populationId] }),
		toItem('item_population_item', t.surveyId, t.questionId),
		check('item_population_asked', oneOf('asked', yesNo))
	]
);

/** Which sources an item's record rests on. No row: the load refuses the item. */
export const itemSources = sqliteTable(
	'item_sources',
	{
		surveyId: text('survey_id').notNull(),
		questionId: text('question_id').notNull(),
		sourceId: sourceId(),
		sort: integer('sort').notNull()
	},
	(t) => [
		primaryKey({ columns: [t.surveyId, t.questionId, t.sourceId] }),
		toItem('item_source_item', t.surveyId, t.questionId)
	]
);
