import type { Database } from '#db/open.ts';
import { coreSurvey } from '#lib/view/explore/explore.ts';
import type { FacetKey } from '#lib/view/explore/facets.ts';
import type { Misprint } from '#lib/view/reading.ts';
import type { DataPoint } from '#lib/view/row.ts';
import type { CheckedNumber, CheckedNumbers } from '#lib/view/explore/search.ts';
import type { Lang } from '#lib/words/lang.ts';
import { dictionaryOf, wholeDictionary } from '#lib/server/data/dictionary.ts';
import { readById } from '#lib/server/data/rows.ts';
import { codesAt, idOf } from '#lib/server/facets/facet-counts.ts';
import { figureIndex, type FigureColumns } from '#lib/server/facets/figure-index.ts';
import { listClaims } from '#lib/server/pages/claims.ts';
import { listMisprints } from '#lib/server/pages/misprints.ts';
import { allReadings } from '#lib/server/pages/readings.ts';
import { percentages, type Meaning, meaningOf } from './meaning.ts';
import { ranking, scoreOf } from './ranking.ts';

/*
 * The fact-checker's question: what of a number or of a sentence with numbers is on record. Each number is
 * looked up by its value; the words of the sentence only decide which of the figures with it are meant.
 */

const mostNumbers = 5;
const mostFigures = 6;
const mostOthers = 4;

/** A question is called the one that fits best only if so many expressions of the sentence stand in it. */
const leastMatched = 2;

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
