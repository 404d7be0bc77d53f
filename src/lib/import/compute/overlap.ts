import { domainOf, presentationOf, shareOf, type Domain } from '#lib/stats/index.ts';
import type { KnownQuestion } from '#lib/import/catalog.ts';
import { codesOfAnswer, type Table } from './compute.ts';
import { inBase, type Mapping, type QuestionMapping } from '#db/respondents.ts';
import { germany } from '#lib/import/mapping.ts';
import { hidePairs } from './overlap-suppress.ts';
import { baseRows, countryDesign, countrySample } from './people.ts';
import type { Pair, PairTable, Side } from './pairs.ts';
import { columnOf, type Sample } from './sample.ts';
import type { Solver } from './linear-bounds.ts';
import type { Audited } from './protection.ts';
import type { Judged } from './suppress.ts';

/** A table of two questions with what everything published allows of its hidden shares. */
export type AuditedPairs = PairTable & { audited: Audited[] };

/**
 * Every question of the mapping by every other one, with what has to stay hidden of it.
 *
 * @param judged the figures of each question, which may be known
 * @param progress told how many tables are done
 */
export function pairTables(
	sample: Sample,
	mapping: Mapping,
	judged: Judged[],
	solver: Solver,
	progress: (done: number, of: number) => void = () => {}
): AuditedPairs[] {
	const knows = knownMargins(judged);
	const tables = crossTables(
		sample,
		mapping,
		judged.map(({ table }) => table)
	);
	return tables.map((table, done) => {
		progress(done, tables.length);
		return hidePairs(table, (side) => knows(table, side), solver);
	});
}

/**
 * Every question of the mapping by every other one, for Germany as a whole: nothing is crossed with a
 * third variable, so no table can be subtracted from another.
 */
export function crossTables(file: Sample, mapping: Mapping, tables: Table[]): PairTable[] {
	const sample = countrySample(file, mapping, germany);
	const design = countryDesign(sample, mapping, germany);
	if (!design) return [];
	const asked = tables
		.filter(({ cells }) => cells.length > 0)
		.map(({ question }) => question)
		.toSorted((a, b) => (a.id < b.id ? -1 : 1));
	return asked.flatMap((a, at) =>
		asked.slice(at + 1).flatMap((b) => {
			const [ofA, ofB] = [mapping.questions[a.id]!, mapping.questions[b.id]!];
			const domain = domainOf(design, baseRows(sample, ofA), baseRows(sample, ofB));
			if (!domain) return [];
			const both = crossed(columnOf(sample, ofA.variable), columnOf(sample, ofB.variable));
			const sidesA = sidesOf(a, ofA, domain, sample);
			const sidesB = sidesOf(b, ofB, domain, sample);
			const pairs = sidesA.flatMap(({ codes: first, ...one }) =>
				sidesB.map(({ codes: second, ...other }): Pair => {
					const codes = first.flatMap((x) => second.map((y) => both.codeOf(x, y)));
					const estimate = shareOf(domain, { column: both.column, codes });
					const disclosure = presentationOf(estimate) === 'hide' ? 'imprecise' : 'shown';
					return { a: one, b: other, estimate, disclosure };
				})
			);
			return [{ a, b, pairs, hasOthers: { a: hasOther(ofA), b: hasOther(ofB) } }];
		})
	);
}

const hasOther = ({ codes }: QuestionMapping): boolean => Object.values(codes).includes(inBase);

function sidesOf(
	question: KnownQuestion,
	asked: QuestionMapping,
	domain: Domain,
	sample: Sample
): (Side & { codes: number[] })[] {
	const column = columnOf(sample, asked.variable);
	return question.answers.flatMap((answer) => {
		const codes = codesOfAnswer(asked, answer);
		if (codes.length === 0) return [];
		return [{ question, answer, codes, share: shareOf(domain, { column, codes }).share }];
	});
}

/**
 * Whether the total of an answer is on record, or is about to be, and is of the people of a table: a total
 * of other people says nothing about these.
 */
export function knownMargins(judged: Judged[]): (table: PairTable, side: Side) => boolean {
	const known = new Set(
		judged.flatMap(({ disclosures }) =>
			[...disclosures].flatMap(([{ question, group, answer }, disclosure]) =>
				group === 'all' && ['shown', 'on_record'].includes(disclosure)
					? [`${question.id}/${answer.id}`]
					: []
			)
		)
	);
	const bases = new Map(judged.map(({ table }) => [table.question.id, table.bases.all?.n]));
	return ({ pairs }, { question, answer }) =>
		bases.get(question.id) === pairs[0]?.estimate.n && known.has(`${question.id}/${answer.id}`);
}

/** One column that says both codes at once; NaN where either is missing. */
function crossed(first: Float64Array, second: Float64Array) {
	const [x, y] = [numbered(first), numbered(second)];
	const one = (a: number, b: number): number => a * (y.size + 1) + b;
	return {
		column: first.map((code, row) => {
			const other = second[row]!;
			return Number.isNaN(code) || Number.isNaN(other) ? NaN : one(x.get(code)!, y.get(other)!);
		}),
		// A code that nobody has is none of the column's.
		codeOf: (code: number, other: number): number => one(x.get(code) ?? 0, y.get(other) ?? 0)
	};
}

/** Codes that occur, numbered from 1. */
const numbered = (column: Float64Array): Map<number, number> =>
	new Map([...new Set(column)].map((code, at) => [code, at + 1]));
