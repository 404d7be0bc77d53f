import { createHash } from 'node:crypto';
import { version as program } from '$app/environment';
import { takes } from '#lib/formats/web/addresses.ts';
import type { Contents } from '#lib/formats/contents.ts';
import { csvBlocks, dialects, toCsv, type Dialect } from '#lib/formats/tables/csv.ts';
import { toCsvw } from '#lib/formats/tables/csvw.ts';
import { toBibtex, toCsl, toRis, type Reference } from '#lib/formats/cite/reference.ts';
import { viewReference } from '#lib/formats/cite/view-citation.ts';
import { extracts, mediaTypes, type Extract } from '#lib/formats/extract.ts';
import { fileName, selectionParts } from '#lib/formats/filename.ts';
import { toJson } from '#lib/formats/tables/json.ts';
import { toMarkdown } from '#lib/formats/tables/markdown.ts';
import { shapes, tableOf, tidyRecords, type Shape, type Table } from '#lib/formats/tables/table.ts';
import { toXlsx } from '#lib/formats/tables/xlsx.ts';
import type { Database } from '#lib/server/data/database.ts';
import { getVersion } from '#lib/server/data/version.ts';
import { pageAddress } from '#lib/view/page-address.ts';
import { apiPath, methodsPath } from '#lib/view/paths.ts';
import { one, withQuery, type Notice } from '#lib/view/query.ts';
import type { Dictionary, DataPoint } from '#lib/view/row.ts';
import type { Lang, Text } from '#lib/words/lang.ts';
import { refusalText } from '#lib/words/notices.ts';
import { problem, reply, unlessBusy, type Streamed } from '../reply.ts';

export { preflight } from '../reply.ts';

/** A view as it leaves the site in a file. */
export interface View {
	db: Database;
	lang: Lang;
	url: URL;
	title: Text;
	/** Path of the page whose rows these are. */
	page: string;
	query: string;
	notices: Notice[];
	rows: DataPoint[];
	dictionary: Dictionary;
	/** What the file holds, for its name; the selection of the query comes behind it. */
	name: string[];
	/** Keys of the query that the name tells already. */
	named?: string[];
	/** Whether the rows stand as on the screen already. */
	isOrdered?: boolean;
	/** How a reference manager knows it; undefined: as a view of this site. */
	reference?: Reference;
	/** For a view whose records are no cells, such as the readings: how it is written instead. */
	own?: {
		table(contents: Contents): Table;
		/** Sections of the Markdown. */
		sections(contents: Contents): string[];
	};
	/** The table as it stands on the screen, for `shape=table`. */
	sheet?: () => Table;
	/** Path of the page of one row; undefined: that of the view. */
	pageOf?: (row: DataPoint) => string;
	/** Keeps what was made under a name, for files that are costly to make. */
	keep?: (name: string, make: () => Promise<string | Uint8Array>) => Promise<string | Uint8Array>;
}

/** How a table is written. */
interface Way {
	dialect: Dialect;
	shape: Shape | 'table';
}

/**
 * The rows on the screen as a file. A file has no place for a notice, so an address with an unknown
 * part gets an error that names it, never a silently different file.
 */
export async function extract(form: Extract, view: View): Promise<Response> {
	const { db, lang, url } = view;
	const notices = [...view.notices];
	const way = wayOf(form, view, notices);
	if (notices.length > 0)
		return problem(400, notices.map((notice) => refusalText(notice, lang)).join(' '), lang, {
			instead: new URL(`${fileBase(url, form)}.${form}`, url).href,
			refused: notices.map(({ key, value, possible }) => ({
				key,
				...(value === '' ? {} : { value }),
				possible
			}))
		});

	const contents = contentsOf(view);
	const { version } = getVersion(db);
	const suffix = way.dialect === 'default' ? form : `${way.dialect}.${form}`;
	const sent = {
		type: mediaTypes[form],
		links: linksOf(form, contents, view),
		saveAs: url.searchParams.has('download')
			? fileName(nameParts(view, way), version, suffix)
			: undefined
	};
	const make = async () => write(form, contents, way, view);
	if (form === 'csv' && way.shape === 'tidy' && !view.own && view.rows.length > mostKeptRows)
		return reply({ ...sent, body: streamed(contents, way.dialect, view) });
	// A description names the address it was asked at, so each is its own.
	const keep = form === 'csv-metadata.json' ? undefined : view.keep;
	return unlessBusy(lang, async () =>
		reply({
			...sent,
			body: await (keep ? keep(`${form} ${way.dialect} ${way.shape}`, make) : make())
		})
	);
}

/** Figures of a file that is made whole and kept; a longer CSV is sent while it is made. */
const mostKeptRows = 20_000;

/** The tag tells data, program and address: the same three make the same bytes. */
function streamed(contents: Contents, dialect: Dialect, { rows, url }: View): Streamed {
	const made = [contents.dataVersion, program, url.href].join(' ');
	return {
		tag: createHash('sha256').update(made).digest('hex'),
		blocks: csvBlocks(tidyRecords(rows, contents), dialect)
	};
}

/** The language is part of it, since addresses and texts differ by it. */
function nameParts({ name, named, query, url }: View, { shape }: Way): string[] {
	const [, lang] = /^\/(en|de)\//.exec(url.pathname) ?? [];
	return [
		...name,
		...selectionParts(query, named),
		...(shape === 'tidy' ? [] : [shape]),
		...(lang ? [lang] : [])
	];
}

function wayOf(form: Extract, { url, own, sheet }: View, notices: Notice[]): Way {
	const query = url.searchParams;
	const known: Way['shape'][] = [
		...(own ? [] : shapes),
		...(sheet && takes(form, 'dialect') ? (['table'] as const) : [])
	];
	for (const key of ['dialect', 'shape'])
		if (query.has(key) && (!takes(form, key) || (key === 'shape' && known.length === 0)))
			notices.push({ kind: 'unknown_key', key, value: '', possible: [] });
	return {
		dialect: one(query, 'dialect', dialects, notices) ?? 'default',
		shape: one(query, 'shape', known, notices) ?? 'tidy'
	};
}

/** What a view's files say of themselves; the lead's pages use it for their metadata too. */
export function contentsOf({
	db,
	lang,
	url,
	title,
	page,
	query,
	rows,
	dictionary,
	pageOf,
	isOrdered = false
}: Omit<View, 'notices' | 'name'>): Contents {
	const whole = (path: string) => new URL(path, url).href;
	const address = whole(pageAddress(page, query));
	return {
		title,
		rows,
		dictionary,
		page: address,
		permalink: pageOf ? (row) => whole(pageOf(row)) : address,
		terms: whole(`${methodsPath(lang)}#terms`),
		manual: whole(apiPath(lang)),
		dataVersion: getVersion(db).version,
		isOrdered
	};
}

async function write(form: Extract, contents: Contents, { dialect, shape }: Way, view: View) {
	const { lang, url, rows, own, sheet } = view;
	const reference = () => view.reference ?? viewReference(contents, lang);
	const table = () =>
		shape === 'table'
			? (sheet?.() ?? tableOf(rows, contents))
			: (own?.table(contents) ?? tableOf(rows, contents, shape));
	switch (form) {
		case 'csv':
			return toCsv(table(), dialect);
		case 'csv-metadata.json':
			return toCsvw(contents, table(), besideOf(url, form, 'csv'), dialect);
		case 'xlsx':
			return toXlsx(contents, table(), lang);
		case 'json':
			return toJson(contents, table());
		case 'md':
			return toMarkdown(contents, lang, own?.sections(contents));
		case 'ris':
			return toRis(reference());
		case 'bib':
			return toBibtex(reference());
		case 'csl.json':
			return toCsl(reference());
	}
}

/** The path of a file without its extension. */
const fileBase = (url: URL, form: Extract): string => url.pathname.slice(0, -form.length - 1);

/** The whole address of the same view, asked in the same way, in another form. */
const besideOf = (url: URL, form: Extract, other: Extract): string =>
	new URL(`${fileBase(url, form)}.${other}${url.search}`, url).href;

/** The description comes last: of several, readers of CSV take the last. */
function linksOf(form: Extract, { page, terms }: Contents, { url, query }: View): string[] {
	const plain = (other: Extract) =>
		new URL(withQuery(`${fileBase(url, form)}.${other}`, query), url).href;
	const type = (other: Extract) => mediaTypes[other].split(';')[0];
	const latest = new URL(url);
	latest.searchParams.delete('v');
	const others = extracts.filter((other) => other !== form && other !== 'csv-metadata.json');
	return [
		`<${page}>; rel="cite-as"`,
		`<${terms}>; rel="license"`,
		...others.map((other) => `<${plain(other)}>; rel="alternate"; type="${type(other)}"`),
		...(url.searchParams.has('v') ? [`<${latest}>; rel="latest-version"`] : []),
		...(form === 'csv-metadata.json' ? [`<${besideOf(url, form, 'csv')}>; rel="describes"`] : []),
		...(form === 'csv'
			? [
					`<${besideOf(url, form, 'csv-metadata.json')}>; rel="describedby"; type="${type('csv-metadata.json')}"`
				]
			: [])
	];
}
