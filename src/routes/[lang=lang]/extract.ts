import { createHash } from 'node:crypto';
import { version as program } from '$app/environment';
import { takes } from '#lib/formats/web/parameters.ts';
import type { Contents } from '#lib/formats/contents.ts';
import { csvBlocks, dialects } from '#lib/formats/tables/csv.ts';
import { extracts, mediaTypes, type Extract } from '#lib/formats/extract.ts';
import { selectionParts } from '#lib/formats/filename.ts';
import { jsonBlocks } from '#lib/formats/tables/json.ts';
import { shapes, tidyRecords } from '#lib/formats/tables/table.ts';
import { getVersion } from '#lib/server/data/version.ts';
import { one, withQuery, type Notice } from '#lib/view/query.ts';
import { refusalText } from '#lib/words/notices.ts';
import { problem, reply, savedAs, unlessBusy, type Streamed } from '../reply.ts';
import { besideOf, contentsOf, fileBase, wholeFile, type View, type Way } from './extract-file.ts';

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
		saveAs: savedAs(url, nameParts(view, way), version, suffix)
	};
	if (way.shape === 'tidy' && !view.own && view.rows.length > mostKeptRows) {
		const records = tidyRecords(view.rows, contents);
		if (form === 'csv')
			return reply({ ...sent, body: streamed(csvBlocks(records, way.dialect), contents, view) });
		if (form === 'json')
			return reply({ ...sent, body: streamed(jsonBlocks(contents, records), contents, view) });
	}
	return unlessBusy(lang, async () => reply({ ...sent, body: await wholeFile(form, view, way) }));
}

/** Figures of a file that is made whole and kept; longer CSV and JSON are sent while they are made. */
const mostKeptRows = 20_000;

/** The tag tells data, program and address: the same three make the same bytes. */
function streamed(
	blocks: Iterator<Uint8Array>,
	{ dataVersion }: Contents,
	{ url }: View
): Streamed {
	const made = [dataVersion, program, url.href].join(' ');
	return { tag: createHash('sha256').update(made).digest('hex'), blocks };
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
