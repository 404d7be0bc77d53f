import type { Database } from '#db/open.ts';
import { passageClaims, passages } from '#db/schema.ts';
import { asc } from 'drizzle-orm';
import { wholeDictionary } from '#lib/server/data/dictionary.ts';
import { filled } from '#lib/server/data/interpolate.ts';
import { answerOf } from '#lib/view/result.ts';
import type { DataPoint, Shown } from '#lib/view/row.ts';
import type { Lang, Text } from '#lib/words/lang.ts';
import { date } from '#lib/words/numbers.ts';
import { listClaims, type Claim } from './claims.ts';

type ArticleSection = (typeof passages.$inferSelect)['section'];

/** A sentence of the article with the statements that come from it. */
export interface Passage {
	id: string;
	section: ArticleSection;
	paragraph: number;
	/** In our words, cut where a phrase carries a statement; empty where one statement says it all. */
	sentence: { text: string; claim: string | null }[];
	claims: Claim[];
}

/** Verdicts that say the survey has nothing on a statement: they stand at the end of the page. */
const isAside = ({ relation }: Claim): boolean =>
	relation === 'outside_survey' || relation === 'not_testable';

/**
 * The article as its page tells it.
 *
 * @returns the passages in the article's order, and the statements that no figure bears on
 */
export function getPassages(db: Database, lang: Lang): { passages: Passage[]; asides: Claim[] } {
	const claims = new Map(listClaims(db).map((claim) => [claim.id, claim]));
	const links = db.select().from(passageClaims).orderBy(asc(passageClaims.sort)).all();
	const read = db.select().from(passages).orderBy(asc(passages.sort)).all();
	const found = read.map((row): Passage => {
		const own = links
			.filter(({ passageId }) => passageId === row.passageId)
			.flatMap(({ claimId }) => claims.get(claimId) ?? []);
		const text = { en: row.sentenceEn ?? '', de: row.sentenceDe ?? '' };
		return {
			id: row.passageId,
			section: row.section,
			paragraph: own[0]?.paragraph ?? 0,
			sentence: marked(filled(db, text)[lang]),
			claims: own.filter((claim) => !isAside(claim))
		};
	});
	return {
		passages: found.filter((passage) => passage.claims.length > 0),
		asides: [...claims.values()].filter(isAside)
	};
}

/** When each statement was last held against the figures, by its id; days as YYYY-MM-DD. */
export const reviewDays = (db: Database): Map<string, string> => {
	const days = new Map(
		db
			.select()
			.from(passages)
			.all()
			.map(({ passageId, reviewed }) => [passageId, reviewed])
	);
	const links = db.select().from(passageClaims).all();
	return new Map(
		links.map(({ claimId, passageId }): [string, string] => [claimId, days.get(passageId) ?? ''])
	);
};

/** `a [phrase](c8) b` cut into pieces. */
export function marked(sentence: string): Passage['sentence'] {
	const pieces = sentence.split(/\[([^\]]*)\]\((c\d+)\)/);
	return pieces.flatMap((text, index) => {
		if (index % 3 === 2) return [];
		const claim = index % 3 === 1 ? (pieces[index + 1] ?? null) : null;
		return text === '' ? [] : [{ text, claim }];
	});
}

/** Figures behind a passage, one list a question and survey. */
export interface PassageFigures {
	key: string;
	question: string;
	title: string;
	/** Institute and year. */
	survey: string;
	bars: {
		row: Shown;
		label: string;
		tone: 'yes' | 'no' | 'other' | 'east' | 'west';
		claims: string[];
	}[];
}

/** The figures on which the statements of a passage rest, each once, in the order in which they are spoken of. */
export function figuresOf(db: Database, { claims }: Passage, lang: Lang): PassageFigures[] {
	const { questions, surveys } = wholeDictionary(db);
	const rows = new Map(claims.flatMap((claim) => claim.rows).map((row) => [row.figure, row]));
	const lists = Map.groupBy(rows.values(), (row) => `${row.survey}/${row.question}`);
	return [...lists].map(([key, list]) => {
		const [first] = list;
		const survey = surveys[first?.survey ?? ''];
		return {
			key,
			question: first?.question ?? '',
			title: questions[first?.question ?? '']?.title[lang] ?? '',
			survey: survey ? `${survey.organisation}, ${date(String(survey.year), lang)}` : '',
			bars: list.map((row) => ({
				row,
				label: labelOf(db, row, lang),
				tone: toneOf(db, row),
				claims: claims.filter(({ figures }) => figures.includes(row.figure)).map(({ id }) => id)
			}))
		};
	});
}

/** The answer; before it the place where that is not all of Germany. */
function labelOf(db: Database, row: DataPoint, lang: Lang): string {
	const dictionary = wholeDictionary(db);
	const answer = answerOf(dictionary, row).label[lang];
	const { populations, groups } = dictionary;
	const place: Text | undefined =
		row.group === 'all' ? populations[row.population]?.label : groups[row.group]?.label;
	const isGermany = row.population === 'deu' && row.group === 'all';
	return isGermany || !place ? answer : `${place[lang]}: ${answer}`;
}

function toneOf(db: Database, row: DataPoint): PassageFigures['bars'][number]['tone'] {
	if (row.group === 'east' || row.group === 'west') return row.group;
	return answerOf(wholeDictionary(db), row).pole ?? 'other';
}
