import type { Database } from '#db/open.ts';
import { claims } from '#db/schema.ts';
import { asc } from 'drizzle-orm';
import { listClaims, type Relation } from './claims.ts';

/** What became of the article's statements when they were held against the survey. */
export interface VerdictSummary {
	/** Per cents that the article states, in its order, each once. */
	numbers: number[];
	/** How many of these are as published. */
	right: number;
	/** One verdict a statement, in the order of the article. */
	verdicts: { id: string; relation: Relation }[];
}

/** Verdicts under which the number that a statement gives is the published one. */
const isRight = (relation: Relation): boolean =>
	relation === 'matches' || relation === 'number_matches';

/** A statement gives a number where its text has a token for one. */
const givesNumber = /\{(figure|number):/;

/** The verdicts on all statements, and on the numbers they give. */
export function summariseVerdicts(db: Database): VerdictSummary {
	const all = listClaims(db);
	const texts = db
		.select({ id: claims.claimId, text: claims.claimEn })
		.from(claims)
		.orderBy(asc(claims.sort))
		.all();
	const giving = new Set(texts.filter(({ text }) => givesNumber.test(text)).map(({ id }) => id));
	const given = all.filter(({ id }) => giving.has(id));
	const right = given.filter(({ relation }) => isRight(relation));
	const numbers = (listed: typeof all) => [
		...new Set(listed.flatMap(({ rows }) => rows[0]?.pct ?? []))
	];
	return {
		numbers: numbers(given),
		right: numbers(right).length,
		verdicts: all.map(({ id, relation }) => ({ id, relation }))
	};
}
