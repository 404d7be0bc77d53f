import type { Database } from '#db/open.ts';
import { figures } from '#db/schema.ts';
import { isNotNull } from 'drizzle-orm';
import type { DataPoint } from '#lib/view/row.ts';
import {
	baseCode,
	isPublished,
	paradoxAnswers,
	usualTogether,
	type Base,
	type Refusal,
	type RefusalCode,
	type Together,
	type TogetherCatalog,
	type TogetherView
} from '#lib/view/together/together.ts';
import { unknownValue } from '#lib/view/query.ts';
import { parseTogether, togetherQuery } from '#lib/view/together/together-query.ts';
import { getCatalog, latestFirst } from '#lib/server/data/catalog.ts';
import { listClaims, type ListedClaim } from './claims.ts';
import { dictionaryOf, isPartOf, wholeDictionary } from '#lib/server/data/dictionary.ts';
import { measuredOf } from './measured-overlap.ts';
import { readRows } from '#lib/server/data/rows.ts';
import { perDatabase } from '#lib/server/data/per-database.ts';
import { roundingOf, limitsOf, sizeOf, floorOf } from './together-limits.ts';

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
		notices.push(unknownValue('overlap', String(view.overlap)));
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

/**
 * The page that puts a figure together with another of the same people, as a query.
 *
 * @param other the second figure; undefined: that of the paradox, or the first question they were asked
 * @returns undefined where nothing else was published of these people, or not of the same
 */
export function togetherWith(
	db: Database,
	figure: DataPoint,
	other?: DataPoint
): string | undefined {
	const catalog = getTogetherCatalog(db);
	const baseOf = ({ survey, population: country, group }: DataPoint) => ({
		survey,
		country,
		group
	});
	const base = baseOf(figure);
	const code = baseCode(base);
	const both = other ? [figure, other] : [figure];
	const isPossible =
		both.every((row) => row.pct !== null && baseCode(baseOf(row)) === code) &&
		figure.question !== other?.question &&
		catalog.bases.some((each) => baseCode(each) === code);
	if (!isPossible) return undefined;
	const query = new URLSearchParams({
		...base,
		question: both.map(({ question }) => question).join(),
		answer: both.map(({ answer }) => answer).join()
	});
	return togetherQuery(parseTogether(query, catalog).view, catalog);
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
	const code = codeOf(db, view, rows, catalog);
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
	db: Database,
	view: TogetherView,
	[a, b]: [DataPoint, DataPoint],
	catalog: TogetherCatalog
): RefusalCode | undefined {
	if (a.question === b.question) {
		if (a.answer === b.answer) return 'same_answer';
		return isPartOf(db, a, b) ? 'net_and_part' : 'same_question';
	}
	if (wholeDictionary(db).populations[view.country]?.kind === 'median') return 'median';
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

function paradoxOf(db: Database, view: TogetherView): Together['paradox'] {
	if (view.question.join() !== usualTogether.question.join()) return null;
	const [willing, counting] = view.question.flatMap((question, at) =>
		readCell(db, view, question, paradoxAnswers[at] ?? '').map(({ pct }) => pct)
	);
	if (willing === undefined || willing === null) return null;
	return counting === undefined || counting === null ? null : { willing, counting };
}
