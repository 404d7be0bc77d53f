import { sql } from 'drizzle-orm';
import { check, integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { absences } from '../codes.ts';
import { oneOf, percentage } from '../constraints.ts';
import { populationId, sourceId } from './fieldwork.ts';
import { toAnswer, toItem } from './instrument.ts';

/* What only a respondent file can tell. The package as published here has no row of either table. */

/**
 * One row is one pair of answers to two questions of one survey: the share of the same people that gave both, or its suppression. No row means: not computed.
 *
 * The codes of the two questions stand in the order of the alphabet, so that a pair has one row.
 */
export const overlaps = sqliteTable(
	'overlaps',
	{
		surveyId: text('survey_id').notNull(),
		populationId: populationId(),
		questionA: text('question_a').notNull(),
		answerA: text('answer_a').notNull(),
		questionB: text('question_b').notNull(),
		answerB: text('answer_b').notNull(),
		pct: real('pct'),
		absence: text('absence', { enum: absences }),
		n: integer('n').notNull(),
		nEff: real('n_eff'),
		sePts: real('se_pts'),
		ci95Low: real('ci95_low'),
		ci95High: real('ci95_high'),
		intervalMethod: text('interval_method'),
		sourceId: sourceId()
	},
	(t) => [
		primaryKey({
			columns: [t.surveyId, t.populationId, t.questionA, t.answerA, t.questionB, t.answerB]
		}),
		toItem('overlap_item_a', t.surveyId, t.questionA),
		toItem('overlap_item_b', t.surveyId, t.questionB),
		toAnswer('overlap_answer_a', t.questionA, t.answerA),
		toAnswer('overlap_answer_b', t.questionB, t.answerB),
		check('overlap_order', sql.raw('question_a < question_b')),
		check('overlap_pct', percentage('pct')),
		check('overlap_pct_or_absence', sql.raw('(pct IS NULL) = (absence IS NOT NULL)')),
		check('overlap_absence', oneOf('absence', absences)),
		check('overlap_interval', sql.raw('ci95_low <= ci95_high'))
	]
);

/**
 * One row is the difference East minus West of one answer with its error, covariance included, computed from the respondents. No row means: not computed, or one side may not be shown.
 */
export const gaps = sqliteTable(
	'gaps',
	{
		surveyId: text('survey_id').notNull(),
		questionId: text('question_id').notNull(),
		populationId: populationId(),
		answerId: text('answer_id').notNull(),
		differencePts: real('difference_pts').notNull(),
		sePts: real('se_pts').notNull(),
		df: integer('df').notNull(),
		sourceId: sourceId()
	},
	(t) => [
		primaryKey({ columns: [t.surveyId, t.questionId, t.populationId, t.answerId] }),
		toItem('gap_item', t.surveyId, t.questionId),
		toAnswer('gap_answer', t.questionId, t.answerId),
		check('gap_difference', sql.raw('difference_pts BETWEEN -100 AND 100')),
		check('gap_error', sql.raw('se_pts >= 0 AND df >= 1'))
	]
);
