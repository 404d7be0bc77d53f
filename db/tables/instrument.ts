import { sql } from 'drizzle-orm';
import {
	check,
	foreignKey,
	index,
	integer,
	primaryKey,
	real,
	sqliteTable,
	text,
	unique,
	type AnySQLiteColumn
} from 'drizzle-orm/sqlite-core';
import {
	sourceKinds,
	topics,
	questionRoles,
	itemRoles,
	modes,
	wordingStatuses,
	wordingOrigins,
	yesNo,
	comparabilities,
	answerKinds,
	populationKinds,
	dimensions
} from '../codes.ts';
import { oneOf } from '../constraints.ts';

/* What was asked, of whom, where it was seen. */

/** One row is one source: a chart, a report, an extract or a press item in which a figure, a wording or a reading was seen. */
export const sources = sqliteTable(
	'sources',
	{
		sourceId: text('source_id').primaryKey(),
		kind: text('kind', { enum: sourceKinds }).notNull(),
		title: text('title'),
		publisher: text('publisher'),
		author: text('author'),
		date: text('date'),
		url: text('url'),
		transcriptionEn: text('transcription_en'),
		transcriptionDe: text('transcription_de'),
		noteEn: text('note_en'),
		noteDe: text('note_de'),
		titleLang: text('title_lang')
	},
	() => [
		check('source_kind', oneOf('kind', sourceKinds)),
		check('source_named', sql.raw('title IS NOT NULL OR publisher IS NOT NULL'))
	]
);

/** One row is one survey wave: one institute, one field period. */
export const surveys = sqliteTable(
	'surveys',
	{
		surveyId: text('survey_id').primaryKey(),
		organisation: text('organisation').notNull(),
		sponsorEn: text('sponsor_en'),
		sponsorDe: text('sponsor_de'),
		titleEn: text('title_en').notNull(),
		titleDe: text('title_de').notNull(),
		year: integer('year').notNull(),
		fieldworkStart: text('fieldwork_start'),
		fieldworkEnd: text('fieldwork_end'),
		fieldworkNoteEn: text('fieldwork_note_en'),
		fieldworkNoteDe: text('fieldwork_note_de'),
		targetPopulationEn: text('target_population_en'),
		targetPopulationDe: text('target_population_de'),
		modeGermany: text('mode_germany', { enum: modes }),
		nTotal: integer('n_total'),
		nGermany: integer('n_germany'),
		moeMinPts: real('moe_min_pts'),
		moeMaxPts: real('moe_max_pts'),
		moeGermanyPts: real('moe_germany_pts'),
		moeNoteEn: text('moe_note_en'),
		moeNoteDe: text('moe_note_de'),
		eastWestDefinitionEn: text('east_west_definition_en'),
		eastWestDefinitionDe: text('east_west_definition_de'),
		reportTitle: text('report_title'),
		reportUrl: text('report_url'),
		notesEn: text('notes_en'),
		notesDe: text('notes_de')
	},
	() => [
		check('survey_mode', oneOf('mode_germany', modes)),
		check('survey_n', sql.raw('n_total > 0 AND n_germany > 0'))
	]
);

/** Which sources a survey's record rests on. No row: the load refuses the survey. */
export const surveySources = sqliteTable(
	'survey_sources',
	{
		surveyId: text('survey_id')
			.notNull()
			.references(() => surveys.surveyId),
		sourceId: text('source_id')
			.notNull()
			.references(() => sources.sourceId),
		sort: integer('sort').notNull()
	},
	(t) => [primaryKey({ columns: [t.surveyId, t.sourceId] })]
);

/** One row is one country or one median of countries. */
export const populations = sqliteTable(
	'populations',
	{
		populationId: text('population_id').primaryKey(),
		sort: integer('sort').notNull(),
		kind: text('kind', { enum: populationKinds }).notNull(),
		labelEn: text('label_en').notNull(),
		labelDe: text('label_de').notNull(),
		inEn: text('in_en').notNull(),
		inDe: text('in_de').notNull(),
		noteEn: text('note_en'),
		noteDe: text('note_de')
	},
	() => [check('population_kind', oneOf('kind', populationKinds))]
);

/** Which countries a median is of. No row for a median: its list of countries is not known. */
export const medianMembers = sqliteTable(
	'median_members',
	{
		medianId: text('median_id')
			.notNull()
			.references(() => populations.populationId),
		memberId: text('member_id')
			.notNull()
			.references(() => populations.populationId)
	},
	(t) => [primaryKey({ columns: [t.medianId, t.memberId] })]
);

/** One row is one subgroup of the people asked; all is everybody. */
export const groups = sqliteTable(
	'groups',
	{
		dimension: text('dimension', { enum: dimensions }).notNull(),
		groupId: text('group_id').primaryKey(),
		sort: integer('sort').notNull(),
		populationId: text('population_id').references(() => populations.populationId),
		labelEn: text('label_en').notNull(),
		labelDe: text('label_de').notNull(),
		inEn: text('in_en').notNull(),
		inDe: text('in_de').notNull(),
		definitionEn: text('definition_en'),
		definitionDe: text('definition_de'),
		noteEn: text('note_en'),
		noteDe: text('note_de')
	},
	(t) => [
		unique('group_dimension').on(t.dimension, t.groupId),
		check('group_dimension_code', oneOf('dimension', dimensions))
	]
);

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
		foreignKey({
			name: 'question_headline',
			columns: [t.questionId, t.headlineAnswer],
			foreignColumns: [answers.questionId, answers.answerId]
		})
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
		foreignKey({
			name: 'part_net',
			columns: [t.questionId, t.netId],
			foreignColumns: [answers.questionId, answers.answerId]
		}),
		foreignKey({
			name: 'part_part',
			columns: [t.questionId, t.partId],
			foreignColumns: [answers.questionId, answers.answerId]
		})
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
		populationId: text('population_id')
			.notNull()
			.references(() => populations.populationId),
		asked: text('asked', { enum: yesNo }).notNull()
	},
	(t) => [
		primaryKey({ columns: [t.surveyId, t.questionId, t.populationId] }),
		foreignKey({
			name: 'item_population_item',
			columns: [t.surveyId, t.questionId],
			foreignColumns: [items.surveyId, items.questionId]
		}),
		check('item_population_asked', oneOf('asked', yesNo))
	]
);

/** Which sources an item's record rests on. No row: the load refuses the item. */
export const itemSources = sqliteTable(
	'item_sources',
	{
		surveyId: text('survey_id').notNull(),
		questionId: text('question_id').notNull(),
		sourceId: text('source_id')
			.notNull()
			.references(() => sources.sourceId),
		sort: integer('sort').notNull()
	},
	(t) => [
		primaryKey({ columns: [t.surveyId, t.questionId, t.sourceId] }),
		foreignKey({
			name: 'item_source_item',
			columns: [t.surveyId, t.questionId],
			foreignColumns: [items.surveyId, items.questionId]
		})
	]
);
