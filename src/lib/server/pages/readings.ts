import type { Database } from '#db/open.ts';
import { readingFigures, readings } from '#db/schema.ts';
import { asc } from 'drizzle-orm';
import { figureContext, figureName } from '#lib/view/figure-name.ts';
import { bounded, joinQuery, unknownKeys, chosenOf, type Notice } from '#lib/view/query.ts';
import type { Misprint, Reading } from '#lib/view/reading.ts';
import type { Dictionary, SurveyInfo } from '#lib/view/row.ts';
import type { Lang } from '#lib/words/lang.ts';
import { percent } from '#lib/words/numbers.ts';
import { stanceNames } from '#lib/words/pages/readings.ts';
import { latestFirst } from '#lib/server/data/catalog.ts';
import { dictionaryOf, wholeDictionary } from '#lib/server/data/dictionary.ts';
import { listMisprints } from './misprints.ts';
import { filled } from '#lib/server/data/interpolate.ts';
import { readById } from '#lib/server/data/rows.ts';
import { perDatabase } from '#lib/server/data/per-database.ts';
import { slug } from '#lib/view/slug.ts';

/** How others read the figures: the newest wave first, in it the newest reading, those without a date last. */
export const allReadings = perDatabase(readReadings);

function readReadings(db: Database): Reading[] {
	const { sources, surveys } = wholeDictionary(db);
	const pairs = db.select().from(readingFigures).orderBy(asc(readingFigures.sort)).all();
	const ids = new Set(pairs.map(({ figureId }) => figureId));
	const figures = new Map(readById(db, [...ids]).map((row) => [row.figure, row]));
	const found = db.select().from(readings).orderBy(asc(readings.sort)).all();
	return found
		.flatMap((row): Reading | [] => {
			const source = sources[row.sourceId];
			if (!source) return [];
			const { wordingShiftEn: en, wordingShiftDe: de } = row;
			return {
				source,
				outlet: row.outlet,
				author: row.author,
				published: row.published,
				country: {
					code: slug(row.countryEn),
					label: { en: row.countryEn, de: row.countryDe }
				},
				stance: row.stanceCode,
				says: filled(db, { en: row.stanceEn, de: row.stanceDe }),
				shift: en === null || de === null ? null : filled(db, { en, de }),
				survey: row.sitsOnWave,
				figures: pairs
					.filter(({ sourceId }) => sourceId === row.sourceId)
					.flatMap(({ figureId }) => figures.get(figureId) ?? [])
			};
		})
		.toSorted((a, b) => {
			const [one, other] = [surveys[a.survey], surveys[b.survey]];
			const wave = one && other ? latestFirst(one, other) : 0;
			const [first, second] = [a.published ?? '', b.published ?? ''];
			if (a.survey !== b.survey) return wave;
			return first === second ? 0 : first < second ? 1 : -1;
		});
}

const keys = ['country', 'stance', 'figure'] as const;
type Key = (typeof keys)[number];
type Chosen = Record<Key, string[]>;

/** Readings that an address asks for, what else could be chosen, and the misprints in circulation. */
export interface Readings {
	/** By the survey they rest on, the latest first. */
	waves: { survey: SurveyInfo; readings: Reading[] }[];
	shown: number;
	/** How many there are in all. */
	all: number;
	/** Every value of a key, the most frequent first, with how many readings it would show. */
	choices: {
		key: Key;
		options: { code: string; label: string; count: number; chosen: boolean }[];
	}[];
	query: string;
	notices: Notice[];
	misprints: Misprint[];
	dictionary: Dictionary;
}

/** Nothing chosen of a key means all of it; two values of one key widen, two keys narrow. */
export function getReadings(db: Database, query: URLSearchParams, lang: Lang): Readings {
	const all = allReadings(db);
	const { possible, chosen, notices } = parse(all, query);
	const fits = (reading: Reading, key: Key) =>
		chosen[key].length === 0 || codesOf(reading, key).some((code) => chosen[key].includes(code));
	const fitting = (but?: Key) =>
		all.filter((reading) => keys.every((key) => key === but || fits(reading, key)));
	const shown = fitting();
	const misprints = listMisprints(db);
	const everything = wholeDictionary(db);
	const label = labels(all, everything, lang);
	return {
		waves: [...Map.groupBy(shown, ({ survey }) => survey)].flatMap(([code, readings]) => {
			const survey = everything.surveys[code];
			return survey ? [{ survey, readings }] : [];
		}),
		shown: shown.length,
		all: all.length,
		choices: keys.map((key) => {
			const counted = fitting(key).flatMap((reading) => codesOf(reading, key));
			return {
				key,
				options: possible[key].map((code) => ({
					code,
					label: label[key](code),
					count: counted.filter((each) => each === code).length,
					chosen: chosen[key].includes(code)
				}))
			};
		}),
		query: joinQuery(
			keys
				.filter((key) => chosen[key].length > 0)
				.map((key): [string, string] => [key, chosen[key].join()])
		),
		notices,
		misprints,
		dictionary: dictionaryOf(db, [
			...shown.flatMap((reading) => reading.figures),
			...misprints.map((misprint) => misprint.row)
		])
	};
}

/** What the address chooses, in canonical order, and what of it could not be used. */
function parse(all: Reading[], query: URLSearchParams) {
	const notices = unknownKeys(query, keys);
	const possible: Chosen = { country: [], stance: [], figure: [] };
	const chosen: Chosen = { country: [], stance: [], figure: [] };
	for (const key of keys) {
		possible[key] = frequent(all.flatMap((reading) => codesOf(reading, key)));
		chosen[key] = chosenOf(query, key, possible[key], notices);
	}
	return { possible, chosen, notices: bounded(notices) };
}

/** What the values of each key are called. */
function labels(
	all: Reading[],
	dictionary: Dictionary,
	lang: Lang
): Record<Key, (code: string) => string> {
	const countries = new Map(all.map(({ country }) => [country.code, country.label[lang]]));
	const stances = new Map(all.map(({ stance }) => [stance as string, stanceNames[stance][lang]]));
	const figures = new Map(
		all.flatMap(({ figures }) => figures.map((row) => [row.figure, row] as const))
	);
	return {
		country: (code) => countries.get(code) ?? code,
		stance: (code) => stances.get(code) ?? code,
		figure: (code) => {
			const row = figures.get(code);
			if (!row) return code;
			const value = row.pct === null ? '' : `${percent(row.pct, lang)} `;
			const context = figureContext(row, dictionary, lang);
			return `${value}${figureName(row, dictionary, lang)}. ${context}`;
		}
	};
}

/** What a reading counts under. */
function codesOf(reading: Reading, key: Key): string[] {
	switch (key) {
		case 'country':
			return [reading.country.code];
		case 'stance':
			return [reading.stance];
		case 'figure':
			return reading.figures.map(({ figure }) => figure);
	}
}

/** Each code once, the most frequent first; those of equal number as they come. */
function frequent(codes: string[]): string[] {
	const counts = new Map<string, number>();
	for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
	return [...counts].toSorted(([, a], [, b]) => b - a).map(([code]) => code);
}
