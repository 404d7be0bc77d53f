import { inSlices } from '#lib/concurrency/in-slices.ts';
import type { Contents } from '#lib/formats/contents.ts';
import { csvBlocks, type Dialect } from '#lib/formats/tables/csv.ts';
import { toCsvw } from '#lib/formats/tables/csvw.ts';
import { toBibtex, toCsl, toRis, type Reference } from '#lib/formats/cite/reference.ts';
import { viewReference } from '#lib/formats/cite/view-citation.ts';
import type { Extract } from '#lib/formats/extract.ts';
import { jsonBlocks } from '#lib/formats/tables/json.ts';
import { sectionsOf, toMarkdown } from '#lib/formats/tables/markdown.ts';
import {
	tidyRecords,
	type Shape,
	type Table,
	type TableOfRecords,
	wideTable
} from '#lib/formats/tables/table.ts';
import { toXlsx } from '#lib/formats/tables/xlsx.ts';
import type { Database } from '#lib/server/data/database.ts';
import { getVersion } from '#lib/server/data/version.ts';
import { pageAddress } from '#lib/view/page-address.ts';
import { apiPath, methodsPath } from '#lib/view/paths.ts';
import type { Notice } from '#lib/view/query.ts';
import type { Dictionary, DataPoint } from '#lib/view/row.ts';
import type { Lang, Text } from '#lib/words/lang.ts';

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
	/** Makes a file that is costly to make but once, whatever name the site is asked under. */
	kept?: (
		form: Extract,
		way: string,
		make: (contents: Contents) => Promise<string | Uint8Array>
	) => Promise<Uint8Array>;
}

/** How a table is written. */
export interface Way {
	dialect: Dialect;
	shape: Shape | 'table';
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

/** The file as it leaves, made whole. */
export async function wholeFile(
	form: Extract,
	view: Omit<View, 'notices'>,
	way: Way = { dialect: 'default', shape: 'tidy' }
): Promise<string | Uint8Array> {
	const make = (contents: Contents) => write(form, contents, way, view);
	// A description names the address it was asked at, so each is its own.
	return view.kept && form !== 'csv-metadata.json'
		? view.kept(form, `${way.dialect} ${way.shape}`, make)
		: make(contentsOf(view));
}

/** Long files are written in slices, so that others have their turn meanwhile. */
async function write(
	form: Extract,
	contents: Contents,
	{ dialect, shape }: Way,
	view: Omit<View, 'notices'>
) {
	const { lang, url, rows, own, sheet } = view;
	const reference = () => view.reference ?? viewReference(contents, lang);
	const table = (): TableOfRecords => {
		if (shape === 'table' && sheet) return sheet();
		if (own) return own.table(contents);
		return shape === 'wide' ? wideTable(rows, contents) : tidyRecords(rows, contents);
	};
	switch (form) {
		case 'csv':
			return Buffer.concat(await inSlices(csvBlocks(table(), dialect)));
		case 'csv-metadata.json':
			return toCsvw(contents, table(), besideOf(url, form, 'csv'), dialect);
		case 'xlsx':
			return toXlsx(contents, table(), lang);
		case 'json':
			return Buffer.concat(await inSlices(jsonBlocks(contents, table())));
		case 'md': {
			const sections = own?.sections(contents) ?? sectionsOf(contents, lang);
			return toMarkdown(contents, lang, await inSlices(sections));
		}
		case 'ris':
			return toRis(reference());
		case 'bib':
			return toBibtex(reference());
		case 'csl.json':
			return toCsl(reference());
	}
}

/** The path of a file without its extension. */
export const fileBase = (url: URL, form: Extract): string =>
	url.pathname.slice(0, -form.length - 1);

/** The whole address of the same view, asked in the same way, in another form. */
export const besideOf = (url: URL, form: Extract, other: Extract): string =>
	new URL(`${fileBase(url, form)}.${other}${url.search}`, url).href;
