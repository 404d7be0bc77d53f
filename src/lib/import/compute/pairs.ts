import type { ShareEstimate } from '#lib/stats/index.ts';
import type { KnownAnswer, KnownQuestion } from '#lib/import/catalog.ts';

/** An answer of one of the two questions. */
export interface Side {
	question: KnownQuestion;
	answer: KnownAnswer;
	/** Its share of those who were asked both. */
	share: number;
}

/** How many Germans gave two answers. */
export interface Pair {
	a: Side;
	b: Side;
	estimate: ShareEstimate;
	/** shown; few people or too imprecise; another hidden one could be worked out from it. */
	disclosure: 'shown' | 'imprecise' | 'derivable';
}

/** All answers of one question by all of another, among the Germans who were asked both. */
export interface PairTable {
	a: KnownQuestion;
	b: KnownQuestion;
	pairs: Pair[];
	/** Whether somebody in the base gave an answer that the project does not have. */
	hasOthers: { a: boolean; b: boolean };
}
