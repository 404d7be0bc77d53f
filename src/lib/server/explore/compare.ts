import type { Database } from '#db/open.ts';
import { Z } from '#lib/stats/published/interval.ts';
import { effectiveNFromMargin } from '#lib/stats/published/published-margin.ts';
import { answerGap, questionGap } from '#lib/stats/published/same-people.ts';
import { twoProportions } from '#lib/stats/published/two-proportions.ts';
import { judgeFamily } from '#lib/stats/published/verdict.ts';
import { roundingCorners } from '#lib/stats/published/wilson.ts';
import type { Assumed } from '#lib/view/assumptions.ts';
import { unlikenesses } from '#lib/view/comparable.ts';
import type { Comparison, CompareVerdict } from '#lib/view/explore/result.ts';
import { lineKey } from '#lib/view/result.ts';
import type { DataPoint } from '#lib/view/row.ts';
import { isPartOf, wholeDictionary } from '#lib/server/data/dictionary.ts';
import { judgedGaps } from '#lib/server/gaps/gap-family.ts';
import { roundingOf } from '#lib/server/pages/together-limits.ts';

/**
 * Every pair of the pinned cells, in the order they were pinned; of two waves of one series the later
 * minus the earlier. The pairs are one family (Holm); a gap of East and West has its verdict from the
 * family of all gaps on record, as everywhere.
 */
export function comparisonsOf(db: Database, rows: DataPoint[], assumed: Assumed): Comparison[] {
	const pairs = rows.flatMap((a, index) => rows.slice(index + 1).map((b) => inTime(db, a, b)));
	const assessed = pairs.map(([a, b]) => assess(db, a, b, assumed));
	const open = assessed.filter((each) => 'ps' in each);
	const family = judgeFamily(
		open.map(({ ps }) => [{ low: Math.min(...ps), high: Math.max(...ps) }])
	);
	return pairs.map(([a, b], index) => {
		const each = assessed[index]!;
		const judged = 'ps' in each ? family[open.indexOf(each)] : undefined;
		return {
			a,
			b,
			difference: a.pct === null || b.pct === null ? null : a.pct - b.pct,
			verdict:
				'ps' in each ? { kind: kinds[judged!.verdict], basis: each.basis, of: open.length } : each,
			cautions: cautionsOf(db, a, b)
		};
	});
}

const kinds = { holds: 'larger', 'does-not-hold': 'not', uncertain: 'uncertain' } as const;

/** Two waves of one series run from the later to the earlier: their difference is what changed. */
function inTime(db: Database, a: DataPoint, b: DataPoint): [DataPoint, DataPoint] {
	const isSeries = (['question', 'population', 'group', 'answer'] as const).every(
		(key) => a[key] === b[key]
	);
	const year = ({ survey }: DataPoint) => wholeDictionary(db).surveys[survey]?.year ?? 0;
	return isSeries && year(a) < year(b) ? [b, a] : [a, b];
}

/** P-values that rounding and margins allow, to be judged among the other pairs; or what is certain already. */
type Assessed = CompareVerdict | { ps: number[]; basis: 'computed' | 'margins' };

/** Effective interviews behind a share, from least to most. */
interface Size {
	least: number;
	most: number;
	basis: 'computed' | 'margins';
}

/**
 * What can be said of the difference. A margin of a whole country is never lent to a part of it, and a
 * median has none.
 */
function assess(db: Database, a: DataPoint, b: DataPoint, assumed: Assumed): Assessed {
	const { populations } = wholeDictionary(db);
	if (a.pct === null || b.pct === null) return { kind: 'unknown', why: 'absent' };
	if ([a, b].some((row) => populations[row.population]?.kind === 'median'))
		return { kind: 'unknown', why: 'median' };
	const sides = sidesOf(db, a, b, assumed);
	if (sides) return sides;
	const same = a.survey === b.survey && a.population === b.population;
	if (same && a.group !== b.group && overlap(a, b)) return { kind: 'unknown', why: 'overlap' };
	const [x, y] = [sizeOf(db, a), sizeOf(db, b)];
	if (!x || !y) {
		const isPart = [a, b].some((row) => row.group !== 'all' && row.nEff === null);
		return { kind: 'unknown', why: isPart ? 'group' : 'margin' };
	}
	const basis = x.basis === 'computed' && y.basis === 'computed' ? 'computed' : 'margins';
	const [halfA, halfB] = basis === 'computed' ? [0, 0] : [roundingOf(a), roundingOf(b)];
	const corners = roundingCorners(a.pct / 100, b.pct / 100, halfA, halfB);
	const samePeople = same && a.group === b.group;
	if (samePeople && a.question === b.question && isPartOf(db, a, b))
		return { kind: 'unknown', why: 'parts' };
	const ps = corners.flatMap(([p, q]) =>
		(['least', 'most'] as const).flatMap((end) =>
			samePeople ? pSame(p, q, a, b, x[end]) : [twoProportions(p, x[end], q, y[end]).p]
		)
	);
	// Rounding alone may have made a difference of one point, or of two between sums of rounded parts.
	const rounding = 100 * (halfA + halfB);
	if (rounding > 0 && Math.abs(a.pct - b.pct) <= rounding + 1e-9) ps.push(1);
	return { ps, basis };
}

/** East and West in one survey, question and answer: the respondents decide, else the range of assumptions. */
function sidesOf(
	db: Database,
	a: DataPoint,
	b: DataPoint,
	assumed: Assumed
): CompareVerdict | undefined {
	const groups = [a.group, b.group].toSorted().join();
	if (groups !== 'east,west' || lineKey(a) !== lineKey(b)) return undefined;
	const { tests, ranges } = judgedGaps(db, [a, b], assumed);
	const test = tests[lineKey(a)];
	if (test)
		return {
			kind: test.verdict === 'larger' ? 'larger' : 'not',
			basis: 'computed',
			of: test.tested
		};
	const range = ranges[lineKey(a)];
	if (!range) return undefined;
	return { kind: kinds[range.verdict], basis: 'assumed', of: range.of };
}

/** Two groups of one sample overlap unless they are two values of one division. */
const overlap = (a: DataPoint, b: DataPoint): boolean =>
	a.dimension !== b.dimension || a.dimension === 'total' || a.dimension === 'party';

/** Asked in the same wave, but not among the countries of the report that gave the margins. */
const withoutMargin = ['pew-2015-spring~tur'];

/** Computed interviews, or those that the published margins of whole countries stand for. */
function sizeOf(db: Database, row: DataPoint): Size | undefined {
	if (row.nEff !== null && row.nEff > 0)
		return { least: row.nEff, most: row.nEff, basis: 'computed' };
	const survey = wholeDictionary(db).surveys[row.survey];
	if (row.group !== 'all' || !survey) return undefined;
	// A margin printed for Germany stands for Germany alone; the range over the countries for any of them.
	const own = row.population === 'deu' ? survey.moeGermanyPts : null;
	const [narrowest, widest] = [own ?? survey.moeMinPts, own ?? survey.moeMaxPts];
	if (!narrowest || !widest) return undefined;
	if (withoutMargin.includes(`${row.survey}~${row.population}`)) return undefined;
	// The number of interviews cancels: a margin says how many effective ones stand behind it.
	const interviews = (margin: number) => effectiveNFromMargin(1000, margin / 100);
	return {
		least: interviews(widest),
		most: interviews(narrowest),
		basis: 'margins'
	};
}

/** Two answers of one question, or two questions to the same people, of whom nobody knows how many gave both. */
function pSame(p: number, q: number, a: DataPoint, b: DataPoint, n: number): number[] {
	if (a.question === b.question) return [answerGap(p, Math.min(q, 1 - p), n).p];
	const { difference, se } = questionGap(p, q, n);
	// Only whether z passes the limit counts here, so a certain p stands for each side of it.
	return [se.low, se.high].map((each) => (Math.abs(difference) > Z * each ? 0 : 1));
}

function cautionsOf(db: Database, a: DataPoint, b: DataPoint): Comparison['cautions'] {
	const { surveys, items } = wholeDictionary(db);
	const item = (row: DataPoint) => items[`${row.survey}/${row.question}`];
	const cautions: Comparison['cautions'] = [];
	const sameQuestion = a.question === b.question;
	if (!sameQuestion) cautions.push('question');
	if (surveys[a.survey]?.organisation !== surveys[b.survey]?.organisation)
		cautions.push('institute');
	if (sameQuestion && a.survey !== b.survey) cautions.push(...unlikenesses([item(a), item(b)]));
	const sums = [a, b].filter(({ status }) => status === 'sum_of_parts').length;
	if (sums > 0) cautions.push(sums > 1 ? 'sums' : 'sum');
	else if (a.nEff === null || b.nEff === null) cautions.push('rounded');
	if ([a, b].some(({ confidence }) => confidence === 'low')) cautions.push('weak');
	return cautions;
}
