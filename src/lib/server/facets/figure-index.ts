import type { Database } from '#db/open.ts';
import { claimFigures, figures } from '#db/schema.ts';
import { and, asc, eq, isNotNull, sql } from 'drizzle-orm';
import { headlineAnswer, type ExploreCatalog } from '#lib/view/explore/explore.ts';
import { facetKeys, type FacetKey } from '#lib/view/explore/facets.ts';
import { statusNames } from '#lib/words/codes.ts';
import { latestFirst } from '#lib/server/data/catalog.ts';
import { cellWithCatalog } from '#lib/server/data/cells.ts';
import { instituteCode } from '#lib/view/slug.ts';
import { wholeDictionary } from '#lib/server/data/dictionary.ts';
import { perDatabase } from '#lib/server/data/per-database.ts';

/*
 * All figures as columns of small numbers, for the counts beside the facets. Measured over 66,500
 * figures, eleven GROUP BY over a covering index took longer than the hundred milliseconds an answer
 * may take, one pass over these columns a few of them. They are made once a file, from an index.
 */

export interface FigureColumns {
	catalog: ExploreCatalog;
	/** Number of figures. */
	length: number;
	/** For every facet, the place of each figure's value in the catalog. */
	codes: Record<FacetKey, Uint16Array>;
	/** The place of each value in the catalog. */
	places: Record<FacetKey, Map<string, number>>;
	/** For every facet, by place: whether any figure has the value. */
	exists: Record<FacetKey, Uint8Array>;
	/** Per cent of each figure; NaN where there is no number. */
	pct: Float64Array;
	/** Whether each figure is of the answer a reader looks at first. */
	headline: Uint8Array;
	/** Place of a figure by the places of its five codes, as `keyOf` joins them. */
	at: Map<number, number>;
	/** Places of the figures that a statement of the article rests on. */
	claims: Map<string, number[]>;
}

/** The columns of a file's figures, made at the first question. */
export const figureIndex = perDatabase(readColumns);

function readColumns(db: Database): FigureColumns {
	const values = valuesOf(db);
	const length =
		db
			.select({ n: sql<number>`count(*)` })
			.from(figures)
			.get()?.n ?? 0;
	const codes = Object.fromEntries(
		facetKeys.map((key) => [key, new Uint16Array(length)])
	) as FigureColumns['codes'];
	const headline = new Uint8Array(length);
	const pct = new Float64Array(length).fill(NaN);
	const places = Object.fromEntries(
		facetKeys.map((key) => [key, new Map(values[key].map((code, index) => [code, index]))])
	) as Record<FacetKey, Map<string, number>>;
	const { questions, surveys } = wholeDictionary(db);
	const waveOf = new Map(
		Object.values(surveys).map(({ id, organisation, year }) => [
			id,
			{
				institute: places.institute.get(instituteCode(organisation)) ?? 0,
				year: places.year.get(String(year)) ?? 0
			}
		])
	);
	const figuresOf = figuresQuery(db).prepare();
	const claimed = claimedFigures(db);
	const claims = new Map<string, number[]>();
	const byKey = new Map<number, number>();
	let at = 0;
	for (const { id, topic, headline: first } of Object.values(questions)) {
		const part = figuresOf.values({ question: id }) as Codes[];
		const sides = sidesOf(part);
		for (const [survey, country, group, answer, status, share] of part) {
			const wave = waveOf.get(survey);
			const line = country === 'deu' ? (sides.get(`${survey}~${answer}`) ?? 0) : 0;
			const statements =
				claimed.size > 0 ? (claimed.get([survey, id, country, group, answer].join('~')) ?? []) : [];
			for (const claim of statements) claims.set(claim, [...(claims.get(claim) ?? []), at]);
			const place = (key: FacetKey, code: string) => places[key].get(code) ?? 0;
			codes.topic[at] = place('topic', topic);
			codes.question[at] = place('question', id);
			codes.institute[at] = wave?.institute ?? 0;
			codes.survey[at] = place('survey', survey);
			codes.year[at] = wave?.year ?? 0;
			codes.country[at] = place('country', country);
			codes.group[at] = place('group', group);
			codes.answer[at] = place('answer', answer);
			codes.status[at] = place('status', share === null ? 'absent' : status);
			codes.sides[at] = place('sides', ['none', 'one', 'one', 'both'][line] ?? 'none');
			codes.claimed[at] = place('claimed', statements.length > 0 ? 'yes' : 'no');
			headline[at] = Number(answer === first);
			byKey.set(
				keyOf(places, (key) => codes[key][at]!),
				at
			);
			pct[at] = share ?? NaN;
			at += 1;
		}
	}
	const exists = Object.fromEntries(
		facetKeys.map((key) => {
			const found = new Uint8Array(values[key].length);
			for (const place of codes[key]) found[place] = 1;
			return [key, found];
		})
	) as FigureColumns['exists'];
	const isCell = (id: string) => cellWithCatalog(db, id) !== undefined;
	return {
		catalog: { values, isCell },
		length,
		codes,
		places,
		exists,
		pct,
		headline,
		at: byKey,
		claims
	};
}

const identity = ['question', 'survey', 'country', 'group', 'answer'] as const;

/** Five places as one number, which is exact: their product stays far below 2⁵³. */
export function keyOf(
	places: FigureColumns['places'],
	place: (key: (typeof identity)[number]) => number
): number {
	let key = 0;
	for (const dim of identity) key = key * (places[dim].size + 1) + place(dim);
	return key;
}

type Codes = [
	survey: string,
	country: string,
	group: string,
	answer: string,
	status: string,
	share: number | null
];

/** The figures of the question that is put in, in the order of its key, which is an index. */
export const figuresQuery = (db: Database) =>
	db
		.select({
			survey: figures.surveyId,
			country: figures.populationId,
			group: figures.groupId,
			answer: figures.answerId,
			status: figures.status,
			pct: figures.pct
		})
		.from(figures)
		.where(eq(figures.questionId, sql.placeholder('question')))
		.orderBy(
			asc(figures.surveyId),
			asc(figures.populationId),
			asc(figures.groupId),
			asc(figures.answerId)
		);

/** Which sides of Germany a survey's answer has a number for: 1 East, 2 West, 3 both. */
function sidesOf(part: Codes[]): Map<string, number> {
	const sides = new Map<string, number>();
	for (const [survey, , group, answer, , share] of part) {
		const side = group === 'east' ? 1 : group === 'west' ? 2 : 0;
		if (side === 0 || share === null) continue;
		const line = `${survey}~${answer}`;
		sides.set(line, (sides.get(line) ?? 0) | side);
	}
	return sides;
}

function claimedFigures(db: Database): Map<string, string[]> {
	const found = new Map<string, string[]>();
	const pairs = db
		.select({ figure: claimFigures.figureId, claim: claimFigures.claimId })
		.from(claimFigures)
		.innerJoin(
			figures,
			and(eq(figures.figureId, claimFigures.figureId), isNotNull(figures.figureId))
		)
		.all();
	for (const { figure, claim } of pairs) found.set(figure, [...(found.get(figure) ?? []), claim]);
	return found;
}

/** Every value of every facet in the order of lists; those without a figure too. */
function valuesOf(db: Database): Record<FacetKey, string[]> {
	const { questions, surveys, populations, groups, answers } = wholeDictionary(db);
	const waves = Object.values(surveys).toSorted(latestFirst);
	const unique = (codes: string[]) => [...new Set(codes)];
	return {
		topic: unique(Object.values(questions).map(({ topic }) => topic)),
		question: Object.keys(questions),
		institute: unique(Object.values(surveys).map(({ organisation }) => organisation))
			.toSorted(new Intl.Collator('en').compare)
			.map(instituteCode),
		survey: waves.map(({ id }) => id),
		year: unique(waves.map(({ year }) => String(year))),
		country: Object.keys(populations),
		group: Object.keys(groups),
		answer: [headlineAnswer, ...unique(Object.values(answers).map(({ id }) => id))],
		status: [...Object.keys(statusNames), 'absent'],
		sides: ['both', 'one', 'none'],
		claimed: ['yes', 'no']
	};
}
