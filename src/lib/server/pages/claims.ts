import type { Database } from '#db/open.ts';
import { claimFigures, claims, claimShifts, figures, sources } from '#db/schema.ts';
import { asc, eq } from 'drizzle-orm';
import type { Dictionary, DataPoint } from '#lib/view/row.ts';
import type { Lang, Text } from '#lib/words/lang.ts';
import { outletText } from '#lib/words/pages/claim.ts';
import { dictionaryOf } from '#lib/server/data/dictionary.ts';
import { filled } from '#lib/server/data/interpolate.ts';
import { readById } from '#lib/server/data/rows.ts';
import { perDatabase } from '#lib/server/data/per-database.ts';

export type Relation = (typeof claims.$inferSelect)['relation'];
type Aspect = (typeof claimShifts.$inferSelect)['aspect'];

/** The piece whose statements are held against the survey. */
const articleSource = 'zeit-thumann-2015';

/** A statement of the article, as it stands in lists. */
export interface ListedClaim {
	id: string;
	/** Our paraphrase, with its numbers. */
	claim: Text;
	relation: Relation;
	/** Figures on which it rests. */
	figures: string[];
}

/** A statement with everything that is known of it. */
export interface Claim extends ListedClaim {
	paragraph: number;
	/** Words that find the passage; null where they were not seen. */
	locator: string | null;
	why: Text;
	shifts: { aspect: Aspect; asked: Text; written: Text }[];
	/** Where and when the article stood. */
	outlet: Text;
	/** The figures as rows, in the order of the package. */
	rows: DataPoint[];
}

/** All statements in the order of the article, by id. They are few, so they are read once a file. */
const allClaims = perDatabase(readClaims);

/** The statements of the article in its order. */
export const listClaims = (db: Database): Claim[] => [...allClaims(db).values()];

/** One statement. @returns undefined if there is none with that id */
export const getClaim = (db: Database, id: string): Claim | undefined => allClaims(db).get(id);

/** What the codes in these statements' rows stand for. */
export const claimDictionary = (db: Database, listed: Claim[]): Dictionary =>
	dictionaryOf(
		db,
		listed.flatMap(({ rows }) => rows)
	);

/** The article's statements that rest on a figure of this question, in the order of the article. */
export const claimsOn = (db: Database, question: string): ListedClaim[] =>
	listClaims(db)
		.map(({ id, claim, relation, rows }) => ({
			id,
			claim,
			relation,
			figures: rows.filter((row) => row.question === question).map((row) => row.figure)
		}))
		.filter((claim) => claim.figures.length > 0);

/** The ids of those statements, as an address may name them. */
export const claimIdsOn = (db: Database, question: string): string[] =>
	claimsOn(db, question).map(({ id }) => id);

/** Where the article stands. */
export const getArticle = (db: Database) =>
	db.select().from(sources).where(eq(sources.sourceId, articleSource)).get();

function readClaims(db: Database): Map<string, Claim> {
	const shifts = db.select().from(claimShifts).orderBy(asc(claimShifts.sort)).all();
	const links = db
		.select({ claim: claimFigures.claimId, figure: figures.figureId })
		.from(claimFigures)
		.innerJoin(figures, eq(figures.figureId, claimFigures.figureId))
		.orderBy(asc(claimFigures.sort))
		.all();
	const read = db.select().from(claims).orderBy(asc(claims.sort)).all();
	const article = getArticle(db);
	const outlet = (lang: Lang) => outletText(article?.publisher ?? '', article?.date ?? null, lang);
	return new Map(
		read.map((row): [string, Claim] => {
			const ids = links.filter(({ claim }) => claim === row.claimId).map(({ figure }) => figure);
			return [
				row.claimId,
				{
					id: row.claimId,
					paragraph: row.paragraph,
					locator: row.locator,
					claim: filled(db, { en: row.claimEn, de: row.claimDe }),
					why: filled(db, { en: row.whyEn, de: row.whyDe }),
					relation: row.relation,
					outlet: { en: outlet('en'), de: outlet('de') },
					figures: ids,
					rows: readById(db, ids),
					shifts: shifts
						.filter(({ claimId }) => claimId === row.claimId)
						.map(({ aspect, askedEn, askedDe, writtenEn, writtenDe }) => ({
							aspect,
							asked: filled(db, { en: askedEn, de: askedDe }),
							written: filled(db, { en: writtenEn, de: writtenDe })
						}))
				}
			];
		})
	);
}
