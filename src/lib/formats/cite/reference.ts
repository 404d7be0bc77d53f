import type { Lang } from '#lib/words/lang.ts';

/** A figure, a view or the whole data as reference managers know it. */
export interface Reference {
	/** Unique within a library: a figure's id, or the path of a view. */
	id: string;
	title: string;
	/** Institutes whose figures these are. */
	institutes: string[];
	/** The survey a figure belongs to. */
	container?: string | undefined;
	/** When a survey was in the field. */
	field?: string | undefined;
	year: string;
	/** Day as YYYY-MM-DD: the last one in the field, or that of the data version. */
	day: string | null;
	/** What else a reader should know, each without a full stop. */
	remarks: string[];
	url: string;
	/** Data version. */
	version: string;
	lang: Lang;
}

/** BibTeX as plain styles and biblatex both read it; the address stays verbatim, as `url` wants it. */
export function toBibtex(reference: Reference): string {
	const { id, title, institutes, container, field, year, remarks, url, version } = reference;
	const fields: [string, string][] = [
		['author', institutes.map((institute) => `{${tex(institute)}}`).join(' and ')],
		['title', `{${tex(title)}}`],
		['year', year],
		['howpublished', tex([container, field].filter(Boolean).join(', '))],
		['version', tex(version)],
		['url', url],
		['note', tex(remarks.join('. '))]
	];
	const lines = fields
		.filter(([, value]) => value !== '')
		.map(([name, value]) => `\t${name} = {${value}}`);
	return `@misc{${keyOf(id)},\n${lines.join(',\n')}\n}\n`;
}

/** A tilde is a space to TeX, a comma ends a key, and some programs take neither slash nor percent sign. */
const keyOf = (id: string): string => id.replace(/[^A-Za-z0-9.:-]+/g, ':').replace(/^:|:$/g, '');

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
export function toRis(reference: Reference): string {
	const { title, institutes, container, year, day, url, version, lang } = reference;
	const lines: [string, string | undefined][] = [
		['TY', 'DATA'],
		...institutes.map((institute): [string, string] => ['AU', institute]),
		['TI', title],
		['T2', container],
		['PY', year],
		['DA', day?.replaceAll('-', '/')],
		...institutes.slice(0, 1).map((institute): [string, string] => ['PB', institute]),
		['ET', version],
		['LA', lang],
		['UR', url],
		['N1', remarksOf(reference) || undefined],
		['ER', '']
	];
	return lines
		.filter(([, value]) => value !== undefined)
		.map(([tag, value = '']) => `${tag}  - ${value.replace(/\s+/g, ' ')}\r\n`)
		.join('');
}

/** CSL-JSON, which Zotero, Pandoc and citation processors read: a list of one item. */
export function toCsl(reference: Reference): string {
	const { id, title, institutes, container, year, day, url, version, lang } = reference;
	const date = (day ?? year).split('-').map(Number);
	return `${JSON.stringify(
		[
			{
				id: keyOf(id),
				type: 'dataset',
				title,
				author: institutes.map((literal) => ({ literal })),
				...(container ? { 'container-title': container } : {}),
				issued: { 'date-parts': [date] },
				...(institutes[0] ? { publisher: institutes[0] } : {}),
				version,
				URL: url,
				language: lang,
				...(remarksOf(reference) === '' ? {} : { note: remarksOf(reference) })
			}
		],
		null,
		'\t'
	)}\n`;
}

const remarksOf = ({ field, remarks }: Reference): string =>
	[field, ...remarks].filter(Boolean).join('. ');
