import { and, eq, inArray, isNotNull } from 'drizzle-orm';
import type { Database } from '#db/open.ts';
import { figures, gaps } from '#db/schema.ts';
import { wholeDictionary } from '#lib/server/data/dictionary.ts';
import { assumptionGrid, GERMANY_2015 } from '#lib/stats/published/assumption-range.ts';
import type { Interval } from '#lib/stats/published/interval.ts';
import { twoProportions } from '#lib/stats/published/two-proportions.ts';
import { judgeFamily, type FamilyVerdict } from '#lib/stats/published/verdict.ts';
import { testedDifference } from '#lib/stats/respondents/tested-difference.ts';
import { assumedN, assumptionParts, type Assumed } from '#lib/view/assumptions.ts';
import { joinQuery } from '#lib/view/query.ts';
import {
	lineKey,
	splitsOf,
	type GapTest,
	type QuestionView,
	type Range
} from '#lib/view/result.ts';
import type { DataPoint } from '#lib/view/row.ts';
import { perDatabase, perDatabaseAndKey } from '#lib/server/data/per-database.ts';

/** What was tested on respondents, and what follows from assumptions, of gaps by `lineKey`. */
type Judged = Pick<QuestionView, 'tests' | 'ranges'>;

/**
 * What can be said of the gaps between East and West among these rows.
 *
 * Every gap on record is one family (Holm), whatever part of it a screen shows: were it the screen, the
 * same gap would hold on the page of its question and not on the list.
 */
export function judgedGaps(db: Database, rows: DataPoint[], assumed: Assumed): Judged {
	const { tests, ranges } = familyOf(db, assumed);
	const keys = new Set(splitsOf(rows).map(({ key }) => key));
	const shown = <Value>(all: Record<string, Value>): Record<string, Value> =>
		Object.fromEntries(Object.entries(all).filter(([key]) => keys.has(key)));
	return { tests: shown(tests), ranges: shown(ranges) };
}

/** Of each set of assumptions; a reader tries a handful. */
const familyOf = perDatabaseAndKey(judge, {
	keyOf: (assumed: Assumed) => joinQuery(assumptionParts(assumed)),
	max: 32
});

/** A gap of which both sides have a number, and what was tested of it whatever is assumed. */
interface Gap {
	key: string;
	survey: string;
	east: Side;
	west: Side;
	test: Test | undefined;
}
type Side = { pct: number; nEff: number | null };

/** All gaps on record; read once, for every set of assumptions asks for them. */
const gapsOnRecord = perDatabase(readGaps);

function readGaps(db: Database): Gap[] {
	const stored = new Map(
		db
			.select()
			.from(gaps)
			.all()
			.map((gap) => [[gap.surveyId, gap.questionId, gap.answerId].join('/'), gap])
	);
	const rows = db
		.select()
		.from(figures)
		.where(
			and(
				eq(figures.populationId, 'deu'),
				inArray(figures.groupId, ['east', 'west']),
				isNotNull(figures.pct)
			)
		)
		.all()
		.map(({ surveyId, questionId, answerId, groupId, pct, nEff }) => ({
			survey: surveyId,
			question: questionId,
			answer: answerId,
			group: groupId,
			side: { pct: pct ?? 0, nEff }
		}));
	return [...Map.groupBy(rows, lineKey)].flatMap(([key, line]) => {
		const side = (group: string) => line.find((row) => row.group === group)?.side;
		const [east, west] = [side('east'), side('west')];
		if (!east || !west) return [];
		const error = stored.get(key);
		const test = error
			? withError(error.differencePts, error.sePts, error.df)
			: testFromSizes(east, west);
		return [{ key, survey: line[0]!.survey, east, west, test }];
	});
}

function judge(db: Database, assumed: Assumed): Judged {
	const all = gapsOnRecord(db).map((gap) => ({
		...gap,
		range: gap.test ? undefined : rangeOf(db, gap, assumed)
	}));
	// What was tested rests on no assumption: its p is the same in every cell.
	const cells = all.find(({ range }) => range)?.range?.cells.length ?? 1;
	const family = judgeFamily(
		all.map(({ test, range }): Interval[] =>
			range ? range.cells : Array.from({ length: cells }, () => ({ low: test!.p, high: test!.p }))
		)
	);
	const judged: Judged = { tests: {}, ranges: {} };
	all.forEach(({ key, test, range }, index) => {
		const verdict = family[index]!;
		if (test) judged.tests[key] = asTest(test, verdict);
		else if (range) judged.ranges[key] = asRange(range, verdict);
	});
	return judged;
}

type Test = Pick<GapTest, 'difference' | 'low' | 'high' | 'p' | 'by'>;

const asTest = (test: Test, { verdict, high, of }: FamilyVerdict): GapTest => ({
	...test,
	pHolm: high,
	tested: of,
	verdict: verdict === 'holds' ? 'larger' : 'not-distinguishable'
});

function withError(difference: number, se: number, df: number): Test | undefined {
	if (se === 0) return undefined;
	const { p, interval } = testedDifference(difference, se, df);
	return { difference, ...interval, p, by: 'design' };
}

/** Without the error of the difference the two sides are taken as independent. */
export function testFromSizes(east: Side, west: Side): Test | undefined {
	if (!east.nEff || !west.nEff) return undefined;
	const { p, newcombe } = twoProportions(east.pct / 100, east.nEff, west.pct / 100, west.nEff);
	const [low, high] = [100 * newcombe.low, 100 * newcombe.high];
	return { difference: east.pct - west.pct, low, high, p, by: 'effective_n' };
}

type Ranged = Pick<Range, 'east' | 'west' | 'n' | 'nIsAssumed'> & { cells: Interval[] };

/** What rounded figures allow under the assumptions, cell by cell. */
function rangeOf(db: Database, { survey, east, west }: Gap, assumed: Assumed): Ranged {
	const known = wholeDictionary(db).surveys[survey]?.nGermany ?? null;
	const n = assumed.n ?? known ?? assumedN;
	const { cells, eastBand, westBand } = assumptionGrid(east.pct / 100, west.pct / 100, {
		...GERMANY_2015,
		n,
		eastShare: { low: assumed.eastShare.low / 100, high: assumed.eastShare.high / 100 },
		deff: assumed.deff
	});
	return {
		cells: cells.map(({ pLow, pHigh }) => ({ low: pLow, high: pHigh })),
		east: { low: 100 * eastBand.low, high: 100 * eastBand.high },
		west: { low: 100 * westBand.low, high: 100 * westBand.high },
		n,
		nIsAssumed: assumed.n !== null || known === null
	};
}

const asRange = ({ east, west, n, nIsAssumed }: Ranged, { verdict, of }: FamilyVerdict): Range => ({
	verdict,
	of,
	east,
	west,
	n,
	nIsAssumed
});
