import { answerOf } from '#lib/view/result.ts';
import type { Dictionary, DataPoint } from '#lib/view/row.ts';
import { absenceNames } from '#lib/words/codes.ts';
import { citationWords as words } from '#lib/words/files/citations.ts';
import { quoted } from '#lib/words/quotation.ts';
import type { Lang } from '#lib/words/lang.ts';
import { percent, period } from '#lib/words/numbers.ts';
import { named } from './sentence.ts';
import { sourceText } from './view-citation.ts';

/** One figure as it is cited, in three forms. */
export interface Citation {
	text: string;
	bibtex: string;
	ris: string;
}

/** @param address of the figure's page, whole */
export function citationOf(
	row: DataPoint,
	dictionary: Dictionary,
	{ address, version }: { address: string; version: string },
	lang: Lang
): Citation {
	const { question, survey, population, group } = named(row, dictionary);
	const places = [
		population.label[lang],
		...(row.dimension === 'total' ? [] : [group.label[lang]])
	];
	const answer = quoted(answerOf(dictionary, row).label[lang], lang);
	const value =
		row.pct === null ? absenceNames[row.absence ?? 'not_published'][lang] : percent(row.pct, lang);
	const { fieldworkStart: start, fieldworkEnd: end } = survey;
	const source = dictionary.sources[row.sources[0] ?? ''];
	const parts: Parts = {
		id: row.figure,
		title: sentence(question.title[lang], `${answer}, ${places.join(', ')}: ${value}`),
		institute: survey.organisation,
		survey: survey.title[lang],
		year: String(survey.year),
		lastDay: end,
		field: start && end ? words.field(period(start, end, lang), lang) : undefined,
		source: source && words.source(sourceText(source, lang), lang),
		address,
		version
	};
	return { text: toText(parts, lang), bibtex: toBibtex(parts), ris: toRis(parts, lang) };
}

interface Parts {
	id: string;
	title: string;
	institute: string;
	survey: string;
	year: string;
	/** Last day in the field, YYYY-MM-DD. */
	lastDay: string | null;
	field: string | undefined;
	source: string | undefined;
	address: string;
	version: string;
}

/** `Question? Answer` or `Question. Answer` */
const sentence = (first: string, second: string): string =>
	`${first}${/[.?!]$/.test(first) ? '' : '.'} ${second}`;

function toText(parts: Parts, lang: Lang): string {
	const { institute, year, title, survey, field, source, address, version } = parts;
	return [
		`${institute} (${year}): ${title}.`,
		`${[survey, field].filter(Boolean).join(', ')}.`,
		...(source ? [`${source}.`] : []),
		`${words.version(version, lang)}, ${address}`
	].join(' ');
}

/** BibTeX as plain styles and biblatex both read it; the address stays verbatim, as `url` wants it. */
function toBibtex(parts: Parts): string {
	const fields: [string, string][] = [
		['author', `{${tex(parts.institute)}}`],
		['title', `{${tex(parts.title)}}`],
		['year', parts.year],
		['howpublished', tex([parts.survey, parts.field].filter(Boolean).join(', '))],
		['version', tex(parts.version)],
		['url', parts.address],
		['note', tex(parts.source ?? '')]
	];
	const lines = fields
		.filter(([, value]) => value !== '')
		.map(([name, value]) => `\t${name} = {${value}}`);
	// A tilde is a space to TeX, also in a key.
	return `@misc{${parts.id.replaceAll('~', ':')},\n${lines.join(',\n')}\n}\n`;
}

const texCharacters: Record<string, string> = {
	'\\': '\\textbackslash{}',
	'~': '\\textasciitilde{}',
	'^': '\\textasciicircum{}',
	'\u00a0': '~'
};

/** Text between braces: what TeX would read as a command stays a character. */
const tex = (text: string): string =>
	text.replace(/[\\~^\u00a0]|[{}$&#%_]/g, (found) => texCharacters[found] ?? `\\${found}`);

/** RIS: a tag of two characters, two blanks, a hyphen, a blank, the value; lines end with CRLF. */
function toRis(parts: Parts, lang: Lang): string {
	const lines: [string, string | undefined][] = [
		['TY', 'DATA'],
		['AU', parts.institute],
		['TI', parts.title],
		['T2', parts.survey],
		['PY', parts.year],
		['DA', parts.lastDay?.replaceAll('-', '/')],
		['PB', parts.institute],
		['ET', parts.version],
		['LA', lang],
		['UR', parts.address],
		['N1', [parts.field, parts.source].filter(Boolean).join('. ') || undefined],
		['ER', '']
	];
	return lines
		.filter(([, value]) => value !== undefined)
		.map(([tag, value = '']) => `${tag}  - ${value.replace(/\s+/g, ' ')}\r\n`)
		.join('');
}
