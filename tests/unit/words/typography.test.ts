import { parse } from 'csv-parse/sync';
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

/*
 * The rules of print over every text that a reader may see: the words of the code, and the texts of the data
 * package. Wordings are quoted as the institute printed them; titles of sources and passages of the article
 * are other people's.
 */

const root = fileURLToPath(new URL('../../..', import.meta.url));

interface Found {
	at: string;
	lang: 'en' | 'de';
	text: string;
}

/** Texts of the data, by the language of their column. */
const data: Found[] = globSync('db/data/*.csv', { cwd: root }).flatMap((path) => {
	const rows = parse<Record<string, string>>(readFileSync(`${root}/${path}`, 'utf8'), {
		columns: true
	});
	return rows.flatMap((row, index) =>
		Object.entries(row).flatMap(([column, text]): Found[] => {
			const lang = /_(en|de)$/.exec(column)?.[1];
			// Numbers stand in tokens, which hold codes.
			return lang && text && !column.startsWith('wording_')
				? [
						{
							at: `${path}:${index + 2} ${column}`,
							lang: lang as 'en' | 'de',
							text: text.replace(/\{[^{}]*\}/g, '0')
						}
					]
				: [];
		})
	);
});

/** Texts of the code: `en: '…'`, `de: '…'`. */
const words: Found[] = globSync('src/lib/words/**/*.ts', { cwd: root })
	// What readers may type, in any spelling.
	.filter((path) => !path.includes('/search/'))
	.flatMap((path) =>
		[
			...readFileSync(`${root}/${path}`, 'utf8').matchAll(
				/\b(en|de):\s*(?:'((?:[^'\\]|\\.)*)'|`([^`]*)`)/g
			)
		].map(([, lang, plain, template]): Found => ({
			at: path,
			lang: lang as 'en' | 'de',
			text: (plain ?? template ?? '').replace(/\$\{[^}]*\}/g, '0')
		}))
	);

const all = [...data, ...words];
const english = all.filter(({ lang }) => lang === 'en');
const german = all.filter(({ lang }) => lang === 'de');
const faults = (texts: Found[], pattern: RegExp) =>
	texts
		.filter(({ text }) => pattern.test(text))
		.map(({ at, text }) => `${at}: ${text.slice(0, 90)}`);

test('there are texts enough for the rules to mean something', () => {
	expect(english.length).toBeGreaterThan(1000);
	expect(german.length).toBeGreaterThan(1000);
});

describe('apostrophes and quotation marks', () => {
	test('are those of print, not of the typewriter', () => {
		expect(faults(all, /\p{L}'\p{L}/u)).toEqual([]);
		expect(
			faults(
				all.filter(({ at }) => !at.startsWith('db/')),
				/"/
			)
		).toEqual([]);
	});

	test('in German open below', () => {
		expect(faults(german, /“[^„“]*”/)).toEqual([]);
	});
});

describe('the sign of percent', () => {
	test('in German has a no-break space before it, in English none', () => {
		expect(faults(german, /\d( |\u202f)?%(?!2C|\d)/)).toEqual([]);
		expect(faults(english, /\d[ \u00a0\u202f]%/)).toEqual([]);
	});
});

test('English is spelled as in the United States', () => {
	const british =
		/\b(un)?favour|\bneighbour(?!s~|-)|\bcolour|\bdefence\b|\bprogramme|\bjudgement|\blicence|\bcentre\b|\bper cent\b|\bbehaviour|\blabour|\borganis(e|ation)|\brecognise|\banalyse\b|\btowards\b|\bmanoeuv/i;
	expect(faults(english, british)).toEqual([]);
});

test('no sentence ends twice', () => {
	expect(faults(all, /\.\.(?!\.)(?<!\.\.\.)|[?!]\.|\?\?/)).toEqual([]);
});

test('ranges of numbers have the dash of print, and months are written out', () => {
	// A code, an address or a day in figures is no range.
	expect(faults(all, /(?<![\w~/.-]|ISO )\d{1,4}-\d{1,4}(?![\w~-])/)).toEqual([]);
	expect(faults(english, /\d (Jan|Feb|Aug|Sept?|Oct|Nov|Dec)\b/)).toEqual([]);
});

test('the United States are the U.S. in English and the USA in German', () => {
	expect(faults(english, /\bthe US\b(?!A)|\bUSA\b/)).toEqual([]);
	expect(faults(german, /\bU\.S\.|Vereinigte Staaten$/)).toEqual([]);
});

test('phrases that a copy editor took out do not come back', () => {
	expect(
		faults(
			german,
			/veröffentlicht gefunden|auf der sie ruht|nach dem, was sie tragen|Vertrauen zu (Putin|Obama|Merkel)|Fehldruck|nicht gesehen|Tage nicht|[Zz]urückgenommen|auf dem Schirm|[Ww]enn überhaupt/
		)
	).toEqual([]);
	expect(
		faults(
			english,
			/\b[Aa]sked was\b|was not found published|something else than|whole per cents|with a seen source|Set off its|answered so\b/
		)
	).toEqual([]);
});
