import {
	check,
	index,
	integer,
	primaryKey,
	real,
	sqliteTable,
	text
} from 'drizzle-orm/sqlite-core';
import {
	articleSections,
	aspects,
	claimKinds,
	conflictKinds,
	relations,
	stances
} from '../codes.ts';
import { oneOf, percentage } from '../constraints.ts';
import { groups, populationId, sourceId, sources, surveys } from './fieldwork.ts';
import { toAnswer, toItem } from './instrument.ts';
import { figures } from './figures.ts';

/* What others made of the numbers. */

/** One row is one wrong or mislabelled number in circulation. It needs no figure of ours: some misprints have none. */
export const conflicts = sqliteTable(
	'conflicts',
	{
		surveyId: text('survey_id').notNull(),
		questionId: text('question_id').notNull(),
		populationId: populationId(),
		groupId: text('group_id')
			.notNull()
			.references(() => groups.groupId),
		answerId: text('answer_id').notNull(),
		kind: text('kind', { enum: conflictKinds }).notNull(),
		printedPct: real('printed_pct').notNull(),
		correctPct: real('correct_pct'),
		sourceId: sourceId(),
		noteEn: text('note_en').notNull(),
		noteDe: text('note_de').notNull()
	},
	(t) => [
		primaryKey({
			columns: [t.surveyId, t.questionId, t.populationId, t.groupId, t.answerId, t.sourceId]
		}),
		toItem('conflict_item', t.surveyId, t.questionId),
		toAnswer('conflict_answer', t.questionId, t.answerId),
		check('conflict_kind', oneOf('kind', conflictKinds)),
		check('conflict_printed', percentage('printed_pct')),
		check('conflict_correct', percentage('correct_pct'))
	]
);

/** One row is how one outlet reads the figures. */
export const readings = sqliteTable(
	'readings',
	{
		sourceId: text('source_id')
			.primaryKey()
			.references(() => sources.sourceId),
		sort: integer('sort').notNull(),
		published: text('published'),
		author: text('author'),
		outlet: text('outlet').notNull(),
		countryEn: text('country_en').notNull(),
		countryDe: text('country_de').notNull(),
		stanceCode: text('stance_code', { enum: stances }).notNull(),
		stanceEn: text('stance_en').notNull(),
		stanceDe: text('stance_de').notNull(),
		wordingShiftEn: text('wording_shift_en'),
		wordingShiftDe: text('wording_shift_de'),
		sitsOnWave: text('sits_on_wave')
			.notNull()
			.references(() => surveys.surveyId)
	},
	() => [check('reading_stance', oneOf('stance_code', stances))]
);

/** Which figures a reading uses. No row: it names no figure that the package holds. */
export const readingFigures = sqliteTable(
	'reading_figures',
	{
		sourceId: text('source_id')
			.notNull()
			.references(() => readings.sourceId),
		figureId: text('figure_id')
			.notNull()
			.references(() => figures.figureId),
		sort: integer('sort').notNull()
	},
	(t) => [
		primaryKey({ columns: [t.sourceId, t.figureId] }),
		index('readings_by_figure').on(t.figureId)
	]
);

/** One row is one statement of the starting article, in the order of its text. */
export const claims = sqliteTable(
	'claims',
	{
		claimId: text('claim_id').primaryKey(),
		sort: integer('sort').notNull(),
		paragraph: integer('paragraph').notNull(),
		locator: text('locator'),
		claimEn: text('claim_en').notNull(),
		claimDe: text('claim_de').notNull(),
		kind: text('kind', { enum: claimKinds }).notNull(),
		relation: text('relation', { enum: relations }).notNull(),
		whyEn: text('why_en').notNull(),
		whyDe: text('why_de').notNull()
	},
	() => [
		check('claim_kind', oneOf('kind', claimKinds)),
		check('claim_relation', oneOf('relation', relations))
	]
);

/** Which figures a statement rests on. No row: it rests on none that was published. */
export const claimFigures = sqliteTable(
	'claim_figures',
	{
		claimId: text('claim_id')
			.notNull()
			.references(() => claims.claimId),
		figureId: text('figure_id')
			.notNull()
			.references(() => figures.figureId),
		sort: integer('sort').notNull()
	},
	(t) => [
		primaryKey({ columns: [t.claimId, t.figureId] }),
		index('claims_by_figure').on(t.figureId)
	]
);

/** One row is one sentence of the starting article, or a few, with the statements that come from it. */
export const passages = sqliteTable(
	'passages',
	{
		passageId: text('passage_id').primaryKey(),
		sort: integer('sort').notNull(),
		section: text('section', { enum: articleSections }).notNull(),
		/** In our words, phrases marked `[phrase](claim)`; null where one statement says it all. */
		sentenceEn: text('sentence_en'),
		sentenceDe: text('sentence_de'),
		/** Day on which its statements were last held against the figures. */
		reviewed: text('reviewed').notNull()
	},
	() => [check('passage_section', oneOf('section', articleSections))]
);

/** Which statements come from a passage; each from one. */
export const passageClaims = sqliteTable('passage_claims', {
	claimId: text('claim_id')
		.primaryKey()
		.references(() => claims.claimId),
	passageId: text('passage_id')
		.notNull()
		.references(() => passages.passageId),
	sort: integer('sort').notNull()
});

/** One row is one aspect in which a statement departs from the question that was asked. */
export const claimShifts = sqliteTable(
	'claim_shifts',
	{
		claimId: text('claim_id')
			.notNull()
			.references(() => claims.claimId),
		aspect: text('aspect', { enum: aspects }).notNull(),
		sort: integer('sort').notNull(),
		askedEn: text('asked_en').notNull(),
		askedDe: text('asked_de').notNull(),
		writtenEn: text('written_en').notNull(),
		writtenDe: text('written_de').notNull()
	},
	(t) => [
		primaryKey({ columns: [t.claimId, t.aspect] }),
		check('shift_aspect', oneOf('aspect', aspects))
	]
);
