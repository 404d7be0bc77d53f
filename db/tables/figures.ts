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
import { dimensions, absences, sides, storedStatuses, confidences } from '../codes.ts';
import { oneOf, percentage } from '../constraints.ts';
import { groups, populationId, sourceId } from './fieldwork.ts';
import { toAnswer, toItem } from './instrument.ts';

/* What came out: the numbers, and which version of them this file holds. */

/** One row is the data version of this file. There is exactly one row. */
export const dataVersion = sqliteTable(
	'data_version',
	{
		one: integer('one').primaryKey(),
		/** Day of the package and the first twelve digits of its hash: 2026-11-24.3fa9c1b2d4e5. */
		version: text('version').notNull(),
		/** SHA-256 over every file of the package, in hexadecimal. */
		hash: text('hash').notNull(),
		figures: integer('figures').notNull()
	},
	() => [check('only_one', sql.raw('one = 1'))]
);

/**
 * One row is one percentage that a source gives, or its absence with the reason. No row means: nothing found.
 *
 * The id is the five codes joined by `~`. The item it points to is its wording record, and the lead
 * source must stand in figure_sources: a figure without wording record, status or source cannot be
 * stored. That key and its mirror form a circle, so the load defers foreign keys to its commit.
 * Where a net was not printed but both its parts were, the load adds their sum, with a status of its own.
 */
export const figures = sqliteTable(
	'figures',
	{
		figureId: text('figure_id').primaryKey(),
		surveyId: text('survey_id').notNull(),
		questionId: text('question_id').notNull(),
		populationId: populationId(),
		dimension: text('dimension', { enum: dimensions }).notNull(),
		groupId: text('group_id').notNull(),
		answerId: text('answer_id').notNull(),
		pct: real('pct'),
		absence: text('absence', { enum: absences }),
		status: text('status', { enum: storedStatuses }).notNull(),
		confidence: text('confidence', { enum: confidences }).notNull(),
		n: integer('n'),
		nEff: real('n_eff'),
		sePts: real('se_pts'),
		ci95Low: real('ci95_low'),
		ci95High: real('ci95_high'),
		intervalMethod: text('interval_method'),
		leadSourceId: text('lead_source_id').notNull(),
		noteEn: text('note_en'),
		noteDe: text('note_de')
	},
	(t) => [
		unique('figure_key').on(t.questionId, t.surveyId, t.populationId, t.groupId, t.answerId),
		index('figures_by_group').on(t.dimension, t.questionId),
		toItem('figure_item', t.surveyId, t.questionId),
		toAnswer('figure_answer', t.questionId, t.answerId),
		foreignKey({
			name: 'figure_group',
			columns: [t.dimension, t.groupId],
			foreignColumns: [groups.dimension, groups.groupId]
		}),
		foreignKey({
			name: 'figure_lead_source',
			columns: [t.figureId, t.leadSourceId],
			foreignColumns: [figureSources.figureId, figureSources.sourceId]
		}),
		check(
			'figure_id_is_key',
			sql.raw(
				`figure_id = survey_id || '~' || question_id || '~' || population_id || '~' || group_id || '~' || answer_id`
			)
		),
		check('figure_pct', percentage('pct')),
		check('figure_pct_or_absence', sql.raw('(pct IS NULL) = (absence IS NOT NULL)')),
		check('figure_absence', oneOf('absence', absences)),
		check('figure_status', oneOf('status', storedStatuses)),
		check('figure_confidence', oneOf('confidence', confidences)),
		check('figure_interval', sql.raw('ci95_low <= ci95_high')),
		check('figure_n', sql.raw('n >= 0 AND n_eff >= 0 AND se_pts >= 0'))
	]
);

/** Which sources a figure was seen in, the one to cite first. No row: the figure cannot be stored. */
export const figureSources = sqliteTable(
	'figure_sources',
	{
		figureId: text('figure_id')
			.notNull()
			.references((): AnySQLiteColumn => figures.figureId),
		sourceId: sourceId(),
		sort: integer('sort').notNull()
	},
	(t) => [primaryKey({ columns: [t.figureId, t.sourceId] })]
);

/** One row is a difference between East and West Germany that an institute states in words and gives no number for. No row: nothing of the kind was seen. */
export const directions = sqliteTable(
	'directions',
	{
		surveyId: text('survey_id').notNull(),
		questionId: text('question_id').notNull(),
		populationId: populationId(),
		answerId: text('answer_id').notNull(),
		higherGroupId: text('higher_group_id', { enum: sides })
			.notNull()
			.references(() => groups.groupId),
		saysEn: text('says_en').notNull(),
		saysDe: text('says_de').notNull()
	},
	(t) => [
		primaryKey({ columns: [t.surveyId, t.questionId, t.populationId, t.answerId] }),
		toItem('direction_item', t.surveyId, t.questionId),
		toAnswer('direction_answer', t.questionId, t.answerId),
		check('direction_side', oneOf('higher_group_id', sides))
	]
);

/** Which sources a direction was read in, the one to cite first. No row: the load refuses the direction. */
export const directionSources = sqliteTable(
	'direction_sources',
	{
		surveyId: text('survey_id').notNull(),
		questionId: text('question_id').notNull(),
		populationId: text('population_id').notNull(),
		answerId: text('answer_id').notNull(),
		sourceId: sourceId(),
		sort: integer('sort').notNull()
	},
	(t) => [
		primaryKey({
			columns: [t.surveyId, t.questionId, t.populationId, t.answerId, t.sourceId]
		}),
		foreignKey({
			name: 'direction_source_direction',
			columns: [t.surveyId, t.questionId, t.populationId, t.answerId],
			foreignColumns: [
				directions.surveyId,
				directions.questionId,
				directions.populationId,
				directions.answerId
			]
		})
	]
);

/** One row is one figure that was taken back, with what stands in its place. */
export const withdrawn = sqliteTable('withdrawn', {
	figureId: text('figure_id').primaryKey(),
	successorId: text('successor_id').references(() => figures.figureId),
	withdrawnOn: text('withdrawn_on').notNull(),
	reasonEn: text('reason_en').notNull(),
	reasonDe: text('reason_de').notNull(),
	pctBefore: real('pct_before')
});
