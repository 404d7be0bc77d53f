import { primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { questions, toAnswer } from './instrument.ts';

/* Answers and findings in words that make a sentence a newsroom would print. */

/** One row is one answer in words that complete a sentence. No row: sentences quote the label of the answer. */
export const clauses = sqliteTable(
	'clauses',
	{
		questionId: text('question_id').notNull(),
		answerId: text('answer_id').notNull(),
		clauseEn: text('clause_en').notNull(),
		clauseDe: text('clause_de').notNull(),
		shortEn: text('short_en').notNull(),
		shortDe: text('short_de').notNull()
	},
	(t) => [
		primaryKey({ columns: [t.questionId, t.answerId] }),
		toAnswer('clause_answer', t.questionId, t.answerId)
	]
);

/** One row is the finding of one question in spring 2015, written by hand. No row: the title is made from the clauses. */
export const titles = sqliteTable('titles', {
	questionId: text('question_id')
		.primaryKey()
		.references(() => questions.questionId),
	titleEn: text('title_en').notNull(),
	titleDe: text('title_de').notNull(),
	conditionEn: text('condition_en'),
	conditionDe: text('condition_de')
});
