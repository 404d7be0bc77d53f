import type { Database } from '#db/open.ts';
import { embedHeight, plainTable, type EmbedTexts, type PlainTable } from '#lib/charts/index.ts';
import { withQuery } from '#lib/view/query.ts';
import { embedWords, pinnedText, restText } from '#lib/words/share/embed.ts';
import { noticeText } from '#lib/words/notices.ts';
import { percent } from '#lib/words/numbers.ts';
import { rangeText, together as togetherWords } from '#lib/words/together/together.ts';
import { groupNamesInFull } from '#lib/words/together/picture.ts';
import { embedDrawings } from '#lib/server/render/embed-drawings.ts';
import type { Shareable } from './shareable.ts';
import { sinceThen } from './embed-version.ts';

/** Everything an embed shows, as its markup takes it. */
export interface Embed {
	texts: EmbedTexts;
	/** Column heads of `pairs`. */
	heads: [string, string] | null;
	/** The drawing in words; every number stands in the table, where there is one. */
	alt: string;
	drawings: { width: number; svg: string }[][];
	table: PlainTable | null;
	/** The pin's note, where numbers were corrected since. */
	pinned: string | null;
}

/**
 * @param address whole address of the page
 * @param v the data version to which the embed is pinned, if it is
 */
export function embedOf(db: Database, shareable: Shareable, address: string, v?: string): Embed {
	const since = v === undefined ? undefined : sinceThen(db, shareable.rows, v);
	const pinned = since
		? [
				pinnedText(since.day, shareable.lang),
				...(since.reasons.length > 0
					? since.reasons.map((reason) => reason[shareable.lang])
					: [embedWords.changed[shareable.lang]])
			].join(' ')
		: null;
	const table = tableOf(shareable);
	return {
		texts: embedTexts(shareable, address, pinned),
		heads: shareable.chart.kind === 'statement' ? shareable.chart.heads : null,
		alt: table ? `${shareable.title}. ${embedWords.inTable[shareable.lang]}` : shareable.alt,
		drawings: shareable.drawn.map(embedDrawings),
		table,
		pinned
	};
}

/** The texts in the order in which they stand. */
export function embedTexts(
	shareable: Shareable,
	address: string,
	pinned: string | null = null
): EmbedTexts {
	const { lang, chart, notices, wordings, lines, drawn, rows } = shareable;
	const why = chart.kind === 'statement' ? [chart.why] : [];
	const { shown, all } = lines;
	return {
		title: shareable.title,
		verdict: chart.kind === 'statement' ? `${chart.verdict}.` : '',
		above: [
			...notices.map((notice) => noticeText(notice, lang)),
			...(pinned === null ? [] : [`${pinned} ${embedWords.corrections[lang]}`]),
			...why,
			...(wordings.length > 0 || chart.kind === 'statement' ? wordings : [chart.subtitle])
		],
		table: rows.some(({ pct }) => pct !== null) ? embedWords.table[lang] : '',
		pairs:
			chart.kind === 'statement'
				? chart.shifts.map(({ aspect, asked, written }) => [aspect, asked, written])
				: [],
		headings: chart.kind === 'statement' ? drawn.map(({ subtitle }) => subtitle) : [],
		foot: [
			[...(shown < all ? [restText(shown, all, lang)] : []), ...chart.foot].join(' '),
			`Beistand · ${visible(address)}`
		].filter((text) => text !== '')
	};
}

/** Height of the embed in a frame of a width, in pixels; rather too tall than too short. */
export const heightOfEmbed = (shareable: Shareable, address: string, width: number): number =>
	embedHeight(embedTexts(shareable, address), shareable.drawn, width);

/** An address as it is printed: without the protocol, its commas as they are. */
export const visible = (address: string): string => address.replace(/^https?:\/\//, '');

/** Whole address of the page of a shareable. */
export const addressOf = ({ path, query }: Shareable, origin: URL): string =>
	new URL(withQuery(path, query), origin).href;

function tableOf({ rows, by, groups, dictionary, lang }: Shareable): PlainTable | null {
	if (by !== null) return rows.length > 0 ? plainTable(rows, by, { dictionary, lang }) : null;
	if (groups.length === 0) return null;
	return {
		heads: [togetherWords.here[lang], togetherWords.anywhere[lang]],
		lines: groups.map(({ name, now, least, most }) => ({
			label: groupNamesInFull[name][lang],
			cells: [percent(now, lang), rangeText({ low: least, high: most }, lang)]
		}))
	};
}
