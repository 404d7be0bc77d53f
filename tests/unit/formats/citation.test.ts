import { eq, isNull } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { figures, surveys } from '#db/schema.ts';
import { citationOf } from '#lib/formats/cite/citation.ts';
import { getFigure } from '#lib/server/pages/figures.ts';
import type { Dictionary } from '#lib/view/row.ts';
import { langs, type Lang } from '#lib/words/lang.ts';
import { realDatabase } from '../../fixtures/real.ts';

const db = realDatabase();
const id = 'pew-2015-spring~defend-nato-ally~deu~all~should';
const from = {
	address: `https://beistand.example/en/figures/${id}`,
	version: '2026-11-24.3fa9c1b2d4e5'
};

function cited(figure: string, lang: Lang, change: (dictionary: Dictionary) => void = () => {}) {
	const { row, dictionary } = structuredClone(getFigure(db, figure)!);
	change(dictionary);
	return citationOf(row, dictionary, from, lang);
}

/** Values of a BibTeX entry as TeX would set them; reads braces and escapes, and nothing else. */
function readBibtex(text: string): { type: string; key: string; fields: Map<string, string> } {
	const head = /^@(\w+)\{([\w:-]+),\n/.exec(text);
	expect(head, text).not.toBeNull();
	const fields = new Map<string, string>();
	let at = head![0].length;
	while (text[at] !== '}') {
		const name = /^\t(\w+) = \{/.exec(text.slice(at));
		expect(name, text.slice(at)).not.toBeNull();
		const start = at + name![0].length;
		at = start;
		for (let depth = 1; depth > 0; at += 1) {
			if (text[at] === '\\') at += 1;
			else if (text[at] === '{') depth += 1;
			else if (text[at] === '}') depth -= 1;
			expect(at).toBeLessThan(text.length);
		}
		fields.set(name![1]!, text.slice(start, at - 1));
		at += text[at] === ',' ? 2 : 1;
	}
	expect(text.slice(at)).toBe('}\n');
	return { type: head![1]!, key: head![2]!, fields };
}

/** What a reader of the typeset entry sees. */
const typeset = (value: string): string =>
	value
		.replaceAll('~', '\u00a0')
		.replaceAll('\\textbackslash{}', '\u0001')
		.replaceAll('\\textasciitilde{}', '~')
		.replaceAll('\\textasciicircum{}', '^')
		.replace(
			/\\([{}$&#%_])/g,
			(_, character: string) => ({ '{': '\u0002', '}': '\u0003' })[character] ?? character
		)
		.replace(/[{}]/g, '')
		.replaceAll('\u0001', '\\')
		.replaceAll('\u0002', '{')
		.replaceAll('\u0003', '}');

/** Tags of an RIS record, as the format has them: two characters, two blanks, hyphen, blank. */
function readRis(text: string): [string, string][] {
	expect(text.endsWith('ER  - \r\n')).toBe(true);
	return text
		.split('\r\n')
		.slice(0, -1)
		.map((line) => {
			const found = /^([A-Z][A-Z0-9]) {2}- ([^\r\n]*)$/.exec(line);
			expect(found, line).not.toBeNull();
			return [found![1]!, found![2]!];
		});
}

describe('a figure is cited', () => {
	test('as text with institute, year, title, field dates, source, data version and address', () => {
		expect(cited(id, 'en').text).toBe(
			'Pew Research Center (2015): Should our country use force to defend a NATO ally? ' +
				'“Should use military force”, Germany: 38%. ' +
				'Global Attitudes survey, spring 2015, in the field 6 April 2015 to 15 May 2015. ' +
				'Source: Pew Research Center, Many NATO Countries Reluctant to Use Force to Defend Allies, ' +
				'10 June 2015, read in OpenCQA chart image 5983, ' +
				'https://legacy.pewresearch.org/global/2015/06/10/nato-publics-blame-russia-for-ukrainian-crisis-but-reluctant-to-provide-military-aid. ' +
				'Beistand, data version 2026-11-24.3fa9c1b2d4e5, ' +
				`https://beistand.example/en/figures/${id}`
		);
		expect(cited(id, 'de').text).toContain(
			'Sollte unser Land einen Nato-Verbündeten militärisch verteidigen? ' +
				'„Sollte militärische Gewalt einsetzen“, Deutschland: 38\u00a0%. ' +
				'Global-Attitudes-Umfrage, Frühjahr 2015, Befragungszeitraum 6. April 2015 bis 15. Mai 2015. '
		);
	});

	test('as BibTeX that another reader takes apart again', () => {
		const { type, key, fields } = readBibtex(cited(id, 'en').bibtex);
		expect([type, key]).toEqual(['misc', 'pew-2015-spring:defend-nato-ally:deu:all:should']);
		expect([...fields.keys()]).toEqual([
			...['author', 'title', 'year', 'howpublished', 'version', 'url', 'note']
		]);
		// Braces around an institute keep BibTeX from splitting it into given and family names.
		expect(fields.get('author')).toBe('{Pew Research Center}');
		expect(typeset(fields.get('title')!)).toBe(
			'Should our country use force to defend a NATO ally? “Should use military force”, Germany: 38%'
		);
		expect(fields.get('howpublished')).toBe(
			'Global Attitudes survey, spring 2015, in the field 6 April 2015 to 15 May 2015'
		);
		expect(fields.get('version')).toBe(from.version);
		expect(fields.get('url')).toBe(from.address);
	});

	test('as RIS, from the type to the end of the record', () => {
		const lines = readRis(cited(id, 'de').ris);
		expect(lines[0]).toEqual(['TY', 'DATA']);
		expect(Object.fromEntries(lines)).toMatchObject({
			AU: 'Pew Research Center',
			PY: '2015',
			DA: '2015/05/15',
			T2: 'Global-Attitudes-Umfrage, Frühjahr 2015',
			ET: from.version,
			UR: from.address,
			LA: 'de'
		});
		expect(lines.at(-1)).toEqual(['ER', '']);
	});

	test('without field dates, and without a number, by what is known', () => {
		const undated = db
			.select({ id: figures.figureId })
			.from(figures)
			.innerJoin(surveys, eq(surveys.surveyId, figures.surveyId))
			.where(isNull(surveys.fieldworkEnd))
			.get()!;
		const { text, ris } = cited(undated.id, 'en');
		expect(text).not.toContain('in the field');
		expect(cited('pew-2019-spring~us-would-defend-ally~bgr~all~would', 'en').text).toContain(
			'Bulgaria: not published. Global Attitudes survey, spring 2019'
		);
		expect(readRis(ris).map(([tag]) => tag)).not.toContain('DA');
	});

	test('with every character that means something to TeX or to RIS', () => {
		const awkward = '50% & more_less #1 {a} $5 ~x ^y \\z\r\nER  - end';
		const { bibtex, ris } = cited(id, 'en', ({ questions }) => {
			questions['defend-nato-ally']!.title.en = awkward;
		});
		expect(typeset(readBibtex(bibtex).fields.get('title')!)).toContain(awkward);
		const lines = readRis(ris);
		expect(lines.filter(([tag]) => tag === 'ER')).toHaveLength(1);
		expect(Object.fromEntries(lines)['TI']).toContain('\\z ER - end. “Should use');
	});

	test('whichever it is, in both languages', () => {
		// One figure of each wave and kind: the citation tells no others apart.
		const kinds = Map.groupBy(
			db.select().from(figures).all(),
			({ surveyId, dimension, status, absence }) => [surveyId, dimension, status, absence].join()
		);
		for (const [row] of kinds.values())
			for (const lang of langs) {
				const { text, bibtex, ris } = cited(row!.figureId, lang);
				expect(text).not.toMatch(/undefined|null|\?\.|\.\./);
				expect(readBibtex(bibtex).fields.get('year')).toMatch(/^\d{4}$/);
				expect(readRis(ris).length).toBeGreaterThan(8);
			}
	});
});
