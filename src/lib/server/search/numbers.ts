import type { Database } from '#db/open.ts';
import type { FacetKey } from '#lib/view/explore/explore.ts';
import type { Misprint } from '#lib/view/reading.ts';
import type { DataPoint } from '#lib/view/row.ts';
import type { CheckedNumber, CheckedNumbers } from '#lib/view/explore/search.ts';
import type { Lang } from '#lib/words/lang.ts';
import { directions } from '#lib/words/search/synonyms.ts';
import { coreSurvey } from '#lib/server/data/catalog.ts';
import { dictionaryOf, wholeDictionary } from '#lib/server/data/dictionary.ts';
import { readById } from '#lib/server/data/rows.ts';
import { codesAt, idOf } from '#lib/server/facets/facet-counts.ts';
import { figureIndex, type FigureColumns } from '#lib/server/facets/figure-index.ts';
import { facetLabels } from '#lib/server/facets/labels.ts';
import { listClaims } from '#lib/server/pages/claims.ts';
import { listMisprints } from '#lib/server/pages/misprints.ts';
import { allReadings } from '#lib/server/pages/readings.ts';
import { namesOf, type Named } from './names.ts';
import { claimSearch, questionParts, questionSearch, searchTerms, type Hit } from './search.ts';
import { matchOf, partOf, tokensOf } from './terms.ts';

/*
 * The fact-checker's question: what of a number or of a sentence with numbers is on record. Each number is
 * looked up by its value; the words of the sentence only decide which of the figures with it are meant.
 */

const mostNumbers = 5;
const mostFigures = 6;
const mostOthers = 4;

/** What an expression found in a question counts, and the most that its weight there adds to. */
const perTerm = 3;
const mostScore = 10;
/** A question is called the one that fits best only if so many expressions of the sentence stand in it. */
const leastMatched = 2;

const one = '\\d{1,3}(?:[.,]\\d+)?';
const between = '\\s*(?:,|;|/|–|-|und|oder|zu|bis|gegen|and|or|to|against|versus|vs\\.?)\\s*';
const percentages = new RegExp(
	`(?<![\\d.,])((?:${one}${between})*${one})\\s*(?:%|prozent\\b|per\\s?cent\\b|v\\.\\s?h\\.)`,
	'giu'
);

/** Per cents in a text: `56 Prozent`, `38%`, `38 zu 58 Prozent`; a text that is a number alone is one too. */
export function numbersIn(text: string): number[] {
	const alone = /^\s*(\d{1,3}(?:[.,]\d+)?)\s*$/.exec(text);
	const lists = alone
		? [alone[1] ?? '']
		: [...text.matchAll(percentages)].map(([, list = '']) => list);
	// In `38,5` the comma belongs to the number, in `38, 58` it parts two.
	const found = lists.flatMap((list) => list.match(/\d{1,3}(?:[.,]\d+)?/g) ?? []);
	const numbers = found.map((each) => Number(each.replace(',', '.'))).filter((each) => each <= 100);
	return [...new Set(numbers)].slice(0, mostNumbers);
}

/** What a sentence speaks of, as far as the record knows it. */
interface Meaning {
	/** Values of facets that it names; a figure must have one of each key. */
	named: Map<FacetKey, string[]>;
	/** Countries that it mentions, perhaps as what the question is about. */
	mentioned: string[];
	names: string[];
	/** How well each question fits its words. */
	questions: Map<string, number>;
	/** How many of its expressions stand in each question. */
	matched: Map<string, number>;
	claims: Map<string, number>;
	direction: 'yes' | 'no' | undefined;
}

/** @returns undefined where the text has no per cent in it */
export function checkNumbers(db: Database, text: string, lang: Lang): CheckedNumbers | undefined {
	const values = numbersIn(text);
	if (values.length === 0) return undefined;
	const meaning = meaningOf(db, text, lang);
	const numbers = values.map((value) => checked(db, value, meaning));
	const published = publishedOf(db, meaning, numbers);
	const rows = numbers.flatMap(({ figures, misprints }) => [
		...figures,
		...misprints.map(({ row }) => row)
	]);
	return {
		numbers,
		names: meaning.names,
		published,
		dictionary: dictionaryOf(db, [...rows, ...published])
	};
}

function meaningOf(db: Database, text: string, lang: Lang): Meaning {
	const plain = text.replace(percentages, ' ').replace(/^\s*[\d.,]+\s*$/, ' ');
	const tokens = tokensOf(plain).map(({ word }) => word);
	const read = searchTerms(db, plain).filter(({ words }) => words.some((word) => word.length > 1));
	const terms = [...new Map(read.map((term) => [term.words.join(' '), term])).values()];
	const names = namesOf(db);
	const named = terms.flatMap(({ words }) => {
		const isPlace = tokens[tokens.indexOf(words[0] ?? '') - 1] === 'in';
		return names.of(words.join(' ')).map((each) => ({ ...each, isPlace }));
	});
	const questions = new Map<string, number>();
	const claims = new Map<string, number>();
	const matched = new Map<string, number>();
	/** Each expression that is found counts, and a little more where it stands in the title. */
	const add = (to: Map<string, number>, hits: { id: string; score: number }[]) => {
		const best = new Map<string, number>();
		for (const { id, score } of hits) best.set(id, Math.max(best.get(id) ?? 0, score));
		for (const [id, score] of best) {
			to.set(id, (to.get(id) ?? 0) + perTerm + Math.min(score, mostScore) / 5);
			if (to === questions) matched.set(id, (matched.get(id) ?? 0) + 1);
		}
	};
	for (const term of terms) {
		const phrase = term.words.join(' ');
		if (names.of(phrase).some(({ key, isOwn }) => key !== 'country' || !isOwn)) continue;
		if (directionOf(term.words) !== undefined) continue;
		const phrases = [...term.own, ...term.similar];
		const parts = partOf(term).map((each) => `"${each}"`);
		add(questions, [
			...db.all<Hit>(questionSearch(matchOf(phrases))),
			...(parts.length > 0 ? db.all<Hit>(questionParts(parts.join(' OR '))) : [])
		]);
		add(claims, db.all<Hit>(claimSearch(matchOf(phrases))));
	}
	const kept = askedNames(named);
	return {
		mentioned: named.filter(({ key }) => key === 'country').map(({ code }) => code),
		named: new Map(
			[...Map.groupBy(kept, ({ key }) => key)].map(([key, each]) => [
				key,
				each.map(({ code }) => code)
			])
		),
		names: [...new Set(kept.map(({ key, code }) => facetLabels(db, key, lang)(code)))],
		questions,
		matched,
		claims,
		direction: directionOf(tokens)
	};
}

/** `Germans` or `in Germany` says who was asked; `Germany` alone may be what the question is about. */
const askedNames = (named: (Named & { isPlace: boolean })[]): Named[] =>
	named.filter(({ key, isOwn, isPlace }) => key !== 'country' || !isOwn || isPlace);

/** Shorter words stand for themselves, longer ones for all that begins with them. */
const leastPrefix = 6;

function directionOf(tokens: string[]): Meaning['direction'] {
	const says = (side: 'yes' | 'no') =>
		directions[side].some((each) =>
			tokens.some((word) => (each.length < leastPrefix ? word === each : word.startsWith(each)))
		);
	if (says('no')) return 'no';
	return says('yes') ? 'yes' : undefined;
}

/** Whether a figure is printed as this value: whole, unless the value itself has a decimal. */
const isValue = (pct: number, value: number): boolean =>
	Number.isInteger(value) ? Math.floor(pct + 0.5 + 1e-9) === value : Math.abs(pct - value) < 0.05;

/** For every figure, whether it has one of the numbers of a text. */
export function figuresWith(db: Database, text: string): Uint8Array {
	const values = numbersIn(text);
	return Uint8Array.from(figureIndex(db).pct, (pct) =>
		Number(values.some((value) => isValue(pct, value)))
	);
}

function checked(db: Database, value: number, meaning: Meaning): CheckedNumber {
	const columns = figureIndex(db);
	const rank = ranking(db, columns, meaning);
	const all: { index: number; fits: boolean; score: number }[] = [];
	for (let index = 0; index < columns.length; index += 1) {
		if (!isValue(columns.pct[index]!, value)) continue;
		all.push({ index, fits: fits(columns, index, meaning.named), score: rank(index) });
	}
	all.sort((a, b) => Number(b.fits) - Number(a.fits) || b.score - a.score);
	const fitting = isImpossible(db, meaning) ? [] : all.filter((each) => each.fits);
	const chosen = fitting.length > 0 ? fitting : all;
	const idAt = ({ index }: { index: number }) => idOf(codesAt(columns, index));
	const wanted = new Set(chosen.map(idAt));
	const misprints = misprintsOf(db, value, meaning);
	const best = Math.max(...fitting.map(({ score }) => score), -Infinity);
	const ofMisprint = Math.max(...misprints.map(({ row }) => scoreOf(db, row, meaning)), -Infinity);
	const isAsked = meaning.questions.size > 0 || meaning.direction !== undefined;
	return {
		value,
		verdict:
			misprints.length > 0 && (fitting.length === 0 || (isAsked && ofMisprint > best))
				? 'misprint'
				: fitting.length > 0
					? 'published'
					: all.length > 0
						? 'elsewhere'
						: 'unknown',
		figures: readById(db, chosen.slice(0, mostFigures).map(idAt)),
		fitting: fitting.length,
		all: all.length,
		misprints: misprints.slice(0, mostOthers),
		statements: listClaims(db)
			.filter(({ rows }) => rows.some(({ figure }) => wanted.has(figure)))
			.toSorted((a, b) => (meaning.claims.get(b.id) ?? 0) - (meaning.claims.get(a.id) ?? 0))
			.slice(0, mostOthers)
			.map(({ id, claim, relation }) => ({ id, claim, relation })),
		readings: allReadings(db)
			.filter(({ figures }) => figures.some(({ figure }) => wanted.has(figure)))
			.slice(0, mostOthers)
			.map(({ source, outlet, author, says, shift }) => ({
				id: source.id,
				outlet,
				author,
				says,
				shift,
				url: source.url
			}))
	};
}

/** Of two divisions at once, such as women in the East, nothing is on record. */
function isImpossible(db: Database, { named }: Meaning): boolean {
	const { groups } = wholeDictionary(db);
	return new Set(named.get('group')?.map((code) => groups[code]?.dimension)).size > 1;
}

function fits(
	{ codes, places }: FigureColumns,
	index: number,
	named: Map<FacetKey, string[]>
): boolean {
	for (const [key, wanted] of named)
		if (!wanted.some((code) => places[key].get(code) === codes[key][index])) return false;
	return true;
}

/** The misprints of this value among what the sentence names, the best fitting first. */
const misprintsOf = (db: Database, value: number, meaning: Meaning): Misprint[] =>
	listMisprints(db)
		.filter(({ printed, row }) => {
			const own: Partial<Record<FacetKey, string>> = {
				country: row.population,
				group: row.group,
				year: String(wholeDictionary(db).surveys[row.survey]?.year)
			};
			return (
				isValue(printed, value) &&
				[...meaning.named].every(([key, codes]) => !own[key] || codes.includes(own[key]))
			);
		})
		.toSorted((a, b) => scoreOf(db, b.row, meaning) - scoreOf(db, a.row, meaning));

/** What speaks for a figure beside the words of the sentence: all people of Germany, in the survey of the site. */
const usual = { headline: 0.5, whole: 2, germany: 1, survey: 1, mentioned: 1, direction: 3 };

function ranking(
	db: Database,
	columns: FigureColumns,
	meaning: Meaning
): (index: number) => number {
	const { answers } = wholeDictionary(db);
	return (index) => {
		const codes = codesAt(columns, index);
		const pole = answers[`${codes.question}/${codes.answer}`]?.pole ?? null;
		return score(
			{ ...codes, population: codes.country },
			pole,
			columns.headline[index] === 1,
			meaning
		);
	};
}

function scoreOf(db: Database, row: DataPoint, meaning: Meaning): number {
	const { answers, questions } = wholeDictionary(db);
	const pole = answers[`${row.question}/${row.answer}`]?.pole ?? null;
	return score(row, pole, questions[row.question]?.headline === row.answer, meaning);
}

const score = (
	row: Pick<DataPoint, 'question' | 'survey' | 'population' | 'group'>,
	pole: 'yes' | 'no' | null,
	isHeadline: boolean,
	{ questions, direction, mentioned }: Meaning
): number =>
	(questions.get(row.question) ?? 0) +
	(isHeadline ? usual.headline : 0) +
	(row.group === 'all' ? usual.whole : 0) +
	(row.population === 'deu' ? usual.germany : 0) +
	(mentioned.includes(row.population) ? usual.mentioned : 0) +
	(row.survey === coreSurvey ? usual.survey : 0) +
	(direction !== undefined && pole === direction ? usual.direction : 0);

/** What was published of the question that fits best: both sides, of whom the sentence names, latest first. */
function publishedOf(
	db: Database,
	{ matched, named }: Meaning,
	numbers: CheckedNumber[]
): DataPoint[] {
	// Of questions with as many of its expressions the record's first counts: the core questions lead it.
	const [best] = Object.keys(wholeDictionary(db).questions)
		.map((id) => [id, matched.get(id) ?? 0] as const)
		.toSorted(([, a], [, b]) => b - a);
	const shown = numbers.flatMap(({ figures, fitting, misprints }) => [
		...(fitting > 0 ? figures : []),
		...misprints.map(({ row }) => row)
	]);
	if (!best || best[1] < leastMatched) return [];
	if (shown.some(({ question }) => question === best[0])) return [];
	const columns = figureIndex(db);
	const { answers, surveys, questions: infos } = wholeDictionary(db);
	const country = named.get('country') ?? ['deu'];
	const place = columns.places.question.get(best[0]);
	const rows: { id: string; survey: string }[] = [];
	for (let index = 0; index < columns.length; index += 1) {
		if (columns.codes.question[index] !== place || Number.isNaN(columns.pct[index])) continue;
		const codes = codesAt(columns, index);
		const info = answers[`${codes.question}/${codes.answer}`];
		const isMain = info?.pole != null && (info.kind === 'net' || !hasNet(db, codes.question));
		const isWanted = isMain || infos[codes.question]?.headline === codes.answer;
		const isNamed = fits(columns, index, new Map([...named, ['country', country]]));
		if (isWanted && isNamed && (named.has('group') || codes.group === 'all'))
			rows.push({ id: idOf(codes), survey: codes.survey });
	}
	const order = ({ survey }: { survey: string }) =>
		survey === coreSurvey ? Infinity : (surveys[survey]?.year ?? 0);
	return readById(
		db,
		rows
			.toSorted((a, b) => order(b) - order(a))
			.slice(0, mostOthers)
			.map(({ id }) => id)
	);
}

const hasNet = (db: Database, question: string): boolean =>
	Object.values(wholeDictionary(db).answers).some(
		(answer) => answer.question === question && answer.kind === 'net'
	);
