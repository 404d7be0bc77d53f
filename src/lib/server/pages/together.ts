import type { Database } from '#db/open.ts';
import { figures } from '#db/schema.ts';
import { isNotNull } from 'drizzle-orm';
import {
	frechetBounds,
	jointFloor,
	roundedBounds,
	type FrechetBounds
} from '#lib/stats/published/frechet.ts';
import { roundHalfUp, roundingHalfWidth } from '#lib/stats/published/rounding.ts';
import { assumedN } from '#lib/view/assumptions.ts';
import type { Dictionary, DataPoint } from '#lib/view/row.ts';
import {
	baseCode,
	isPublished,
	paradoxAnswers,
	usualTogether,
	type Base,
	type Floor,
	type Limits,
	type Refusal,
	type RefusalCode,
	type Together,
	type TogetherCatalog,
	type TogetherView
} from '#lib/view/together/together.ts';
import { parseTogether, togetherQuery } from '#lib/view/together/together-query.ts';
import { getCatalog, latestFirst } from '#lib/server/data/catalog.ts';
import { listClaims, type ListedClaim } from './claims.ts';
import { dictionaryOf, wholeDictionary } from '#lib/server/data/dictionary.ts';
import { measuredOf } from './measured-overlap.ts';
import { readRows } from '#lib/server/data/rows.ts';
import { perDatabase } from '#lib/server/data/per-database.ts';

/**
 * Two figures of the same people put together, or why they cannot be.
 *
 * @returns undefined if the package has no two questions
 */
export function getTogether(db: Database, query: URLSearchParams): Together | undefined {
	const catalog = getTogetherCatalog(db);
	const { view, notices } = parseTogether(query, catalog);
	const rows = view.question.flatMap((question, at) =>
		readCell(db, view, question, view.answer[at] ?? '')
	);
	const [a, b] = rows;
	if (!a || !b) return undefined;
	const refusal = refusalOf(db, view, [a, b], catalog);
	const limits = refusal
		? null
		: limitsOf(a.pct ?? 0, b.pct ?? 0, view.overlap, roundingOf(a), roundingOf(b));
	const measured = limits && measuredOf(db, view);
	// A counted overlap leaves nothing to be moved.
	if (limits && measured && measured !== 'suppressed') limits.overlap = limits.usual;
	if (view.overlap !== null && limits?.overlap !== view.overlap) {
		const value = String(view.overlap);
		notices.push({ kind: 'unknown_value', key: 'overlap', value, possible: [] });
	}
	view.overlap = limits && limits.overlap !== limits.usual ? limits.overlap : null;
	const size = sizeOf(db, view, [a, b]);
	if (view.n === size.n) view.n = null;
	return {
		view,
		query: togetherQuery(view, catalog),
		notices,
		rows,
		dictionary: dictionaryOf(db, rows),
		refusal,
		limits,
		measured,
		floor: limits && floorOf(view, [a, b], size),
		paradox: paradoxOf(db, view)
	};
}

/** The article's statements that put these two figures together. */
export const claimsOnBoth = (db: Database, rows: DataPoint[]): ListedClaim[] =>
	listClaims(db).filter((claim) => rows.every(({ figure }) => claim.figures.includes(figure)));

/** All that may be put together. It is small, so it is read once a file. */
export const getTogetherCatalog = perDatabase(readTogetherCatalog);

function readTogetherCatalog(db: Database): TogetherCatalog {
	const dictionary = wholeDictionary(db);
	const stored = db
		.select({
			figure: figures.figureId,
			survey: figures.surveyId,
			country: figures.populationId,
			group: figures.groupId,
			question: figures.questionId
		})
		.from(figures)
		.where(isNotNull(figures.pct))
		.all();
	const asked = new Map<string, Base & { questions: Set<string> }>();
	for (const { survey, country, group, question } of stored) {
		const base = { survey, country, group };
		const found = asked.get(baseCode(base)) ?? { ...base, questions: new Set<string>() };
		found.questions.add(question);
		asked.set(baseCode(base), found);
	}
	const surveys = Object.values(dictionary.surveys)
		.toSorted(latestFirst)
		.map(({ id }) => id);
	const countries = Object.values(dictionary.populations);
	const groups = Object.values(dictionary.groups);
	const bases = surveys.flatMap((survey) =>
		countries
			.filter(({ kind }) => kind === 'country')
			.flatMap(({ id: country }) => groups.map(({ id: group }) => ({ survey, country, group })))
			.filter((base) => (asked.get(baseCode(base))?.questions.size ?? 0) > 1)
	);
	return {
		surveys,
		countries: countries.map(({ id }) => id),
		groups,
		questions: Object.values(dictionary.questions).map(({ id, headline }) => ({
			id,
			headline,
			answers: Object.values(dictionary.answers)
				.filter((answer) => answer.question === id)
				.map((answer) => answer.id)
		})),
		published: new Set(stored.map(({ figure }) => figure)),
		bases
	};
}

function readCell(db: Database, { survey, country, group }: Base, question: string, code: string) {
	const catalog = getCatalog(db, question);
	const cells = { survey: [survey], country: [country], group: [group], answer: [code] };
	return catalog ? readRows(db, question, cells, catalog) : [];
}

/** Most places named where both answers can be had. */
const mostElsewhere = 6;

function refusalOf(
	db: Database,
	view: TogetherView,
	rows: [DataPoint, DataPoint],
	catalog: TogetherCatalog
): Refusal | null {
	const code = codeOf(wholeDictionary(db), view, rows, catalog);
	if (!code) return null;
	const isPair = !['same_answer', 'net_and_part', 'same_question'].includes(code);
	return {
		code,
		missing: rows
			.filter(({ pct }) => pct === null)
			.map(({ question, absence }) => ({ question, absence })),
		elsewhere: catalog.bases
			.filter((base) => isPair && haveBoth(view, base, catalog))
			.slice(0, mostElsewhere)
			.map((base) => ({
				...base,
				query: togetherQuery({ ...view, ...base, overlap: null, n: null }, catalog)
			}))
	};
}

const haveBoth = ({ question, answer }: TogetherView, base: Base, catalog: TogetherCatalog) =>
	question.every((id, at) => isPublished(catalog, base, id, answer[at] ?? ''));

function codeOf(
	{ answers, populations }: Dictionary,
	view: TogetherView,
	[a, b]: [DataPoint, DataPoint],
	catalog: TogetherCatalog
): RefusalCode | undefined {
	if (a.question === b.question) {
		if (a.answer === b.answer) return 'same_answer';
		const parts = ({ question, answer }: DataPoint) =>
			answers[`${question}/${answer}`]?.netOf ?? [];
		const isPart = parts(a).includes(b.answer) || parts(b).includes(a.answer);
		return isPart ? 'net_and_part' : 'same_question';
	}
	if (populations[view.country]?.kind === 'median') return 'median';
	const [missing, ...more] = [a, b].filter(({ pct }) => pct === null);
	if (!missing) return undefined;
	const isThere = (base: Base) => isPublished(catalog, base, missing.question, missing.answer);
	if (more.length > 0) return 'not_published';
	if (catalog.surveys.some((survey) => isThere({ ...view, survey }))) return 'other_survey';
	const { survey } = view;
	return catalog.countries.some((country) =>
		catalog.groups.some(({ id: group }) => isThere({ survey, country, group }))
	)
		? 'other_population'
		: 'not_published';
}

/** How far rounding may have moved a figure, as a share; the sum of two printed parts was rounded twice. */
const roundingOf = ({ pct, status }: DataPoint): number =>
	roundingHalfWidth(pct ?? 0, status === 'sum_of_parts' ? 2 : 1);

/**
 * What two figures in per cent allow, with the overlap where it is asked for, if it can be there.
 *
 * @param halfA how far rounding may have moved the first figure, as a share
 * @param halfB the same of the second
 */
export function limitsOf(
	a: number,
	b: number,
	asked: number | null,
	halfA = roundingHalfWidth(a),
	halfB = roundingHalfWidth(b)
): Limits {
	const bounds = frechetBounds(a / 100, b / 100);
	const both = inPercent(bounds.both);
	const independent = tidy(100 * bounds.independent);
	const [low, high] = [Math.ceil(both.low), Math.floor(both.high)];
	const nearest = Math.min(high, Math.max(low, roundHalfUp(independent)));
	const said = saidOf(a, b, halfA, halfB);
	const steps = low < high ? { low, independent: nearest, high } : null;
	const usual = steps ? low : both.low;
	const isPossible = asked !== null && steps && low <= asked && asked <= high;
	return {
		a,
		b,
		both,
		independent,
		said,
		bGivenA: bounds.bGivenA && inPercent(bounds.bGivenA),
		aGivenB: bounds.aGivenB && inPercent(bounds.aGivenB),
		steps,
		usual,
		overlap: isPossible ? asked : usual
	};
}

/**
 * Limits over all that rounding allows. Halves are rounded up, so an upper limit is never reached: 58 and 68
 * leave at most just below 58.5 for both, which prints as 58.
 */
function saidOf(a: number, b: number, halfA: number, halfB: number): Limits['said'] {
	const half = Math.max(halfA, halfB);
	const bounds = roundedBounds(a / 100, b / 100, halfA, halfB);
	const inside = ({ low, high }: { low: number; high: number }) => {
		const range = inPercent({ low, high });
		return half > 0 && range.high < 100 ? { ...range, high: range.high - 1e-6 } : range;
	};
	return {
		both: inside(bounds.both),
		bGivenA: bounds.bGivenA && inside(bounds.bGivenA),
		aGivenB: bounds.aGivenB && inside(bounds.aGivenB)
	};
}

/** Without the residue of binary fractions: 58 + 68 − 100 is 26, and whole. */
const tidy = (pct: number): number => Number(pct.toFixed(9));

const inPercent = ({ low, high }: FrechetBounds['both']) => ({
	low: tidy(100 * low),
	high: tidy(100 * high)
});

/** Interviews behind both figures where the reader assumes nothing; null: not to be had. */
interface Size {
	n: number | null;
	nSource: Floor['nSource'];
	/** Effective interviews, where they were computed. */
	nEff: number | null;
}

/**
 * The number of interviews of a whole country is never lent to a part of it: without one of its own,
 * or one that the reader assumes, a group has none.
 */
function sizeOf(
	db: Database,
	{ survey, country, group }: Base,
	[a, b]: [DataPoint, DataPoint]
): Size {
	const nEff = a.nEff !== null && b.nEff !== null ? Math.min(a.nEff, b.nEff) : null;
	const own = a.n !== null && b.n !== null ? Math.min(a.n, b.n) : null;
	if (own !== null || group !== 'all') return { n: own, nSource: 'figures', nEff };
	const germany = country === 'deu' ? wholeDictionary(db).surveys[survey]?.nGermany : undefined;
	if (germany) return { n: germany, nSource: 'survey', nEff };
	return { n: assumedN, nSource: 'usual', nEff };
}

/** The lowest share of both under sampling error, or null without a number of interviews. */
function floorOf(view: TogetherView, [a, b]: [DataPoint, DataPoint], size: Size): Floor | null {
	const isKnown = view.n === null && size.nEff !== null;
	const n = view.n ?? size.n;
	const nEff = isKnown ? size.nEff : n && n / view.deff;
	if (!nEff) return null;
	const floor = jointFloor((a.pct ?? 0) / 100, (b.pct ?? 0) / 100, nEff);
	return {
		ifMost: 100 * floor.ifMost,
		ifIndependent: 100 * floor.ifIndependent,
		ifLeast: 100 * floor.ifLeast,
		n: isKnown ? null : n,
		nSource: view.n === null ? size.nSource : 'reader',
		deff: isKnown ? null : view.deff,
		nEff
	};
}

function paradoxOf(db: Database, view: TogetherView): Together['paradox'] {
	if (view.question.join() !== usualTogether.question.join()) return null;
	const [willing, counting] = view.question.flatMap((question, at) =>
		readCell(db, view, question, paradoxAnswers[at] ?? '').map(({ pct }) => pct)
	);
	if (willing === undefined || willing === null) return null;
	return counting === undefined || counting === null ? null : { willing, counting };
}
