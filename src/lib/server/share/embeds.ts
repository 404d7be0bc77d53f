import {
	embedDrawings,
	embedHeight,
	embedHeights,
	plainTable,
	type EmbedDrawing,
	type EmbedTexts,
	type PlainTable
} from '#lib/charts/index.ts';
import type { FrameHeights } from '#lib/view/share/share.ts';
import { embedWords, restText } from '#lib/words/share/embed.ts';
import { noticeText } from '#lib/words/notices.ts';
import { stopped } from '#lib/words/quotation.ts';
import { percent } from '#lib/words/numbers.ts';
import { rangeText, together as togetherWords } from '#lib/words/together/together.ts';
import { groupNamesInFull } from '#lib/words/together/picture.ts';
import { drawEmbed } from '#lib/server/render/embed-drawings.ts';
import { pageAddress } from '#lib/view/page-address.ts';
import type { Shareable } from './shareable.ts';

/** Everything an embed shows, as its markup takes it. */
export interface Embed {
	texts: EmbedTexts;
	/** Column heads of `pairs`. */
	heads: [string, string] | null;
	images: EmbedImage[];
	/** Which drawing of each image is shown from which width on. */
	drawings: EmbedDrawing[];
	table: PlainTable | null;
	/** Of a statement: the beginning of the source, which leads to the article. */
	original: { name: string; href: string } | null;
	/** What is said of the data version that the embed names. */
	pinned: string | null;
}

/** One drawing, for every range of widths. */
interface EmbedImage {
	heading: string;
	/** What it is called by who cannot see it: a sentence, or all of its numbers where no table has them. */
	name: string;
	widths: { width: number; svg: string }[];
}

/** How an embed is shown, whatever the view. */
export interface EmbedFlags {
	/** Without its title, where the page around it has one. */
	plain: boolean;
	/** On the ground of the page around it. */
	transparent: boolean;
	/** Nothing to open, and no script. */
	static: boolean;
}

const noFlags: EmbedFlags = { plain: false, transparent: false, static: false };

/**
 * @param address whole address of the page
 * @param pinned what is to be said of the data version that the embed names
 */
export function embedOf(
	shareable: Shareable,
	address: string,
	flags: EmbedFlags = noFlags,
	pinned: string | null = null
): Embed {
	const table = flags.static ? null : tableOf(shareable);
	const { lang, drawn } = shareable;
	const texts = embedTexts(shareable, address, flags, pinned);
	const drawings = embedDrawings(drawn);
	return {
		drawings,
		texts,
		heads: shareable.chart.kind === 'statement' ? shareable.chart.heads : null,
		images: drawn.map((chart, index) => ({
			heading: texts.headings[index] ?? '',
			name: table ? embedWords.image(chart.title, lang) : chart.alt,
			widths: drawEmbed(chart, drawings)
		})),
		table,
		original: shareable.original ?? null,
		pinned
	};
}

/** The texts in the order in which they stand. */
function embedTexts(
	shareable: Shareable,
	address: string,
	flags: EmbedFlags = noFlags,
	pinned: string | null = null
): EmbedTexts {
	const { lang, chart, notices, wordings, lines, drawn, rows } = shareable;
	const isStatement = chart.kind === 'statement';
	const { shown, all } = lines;
	const unique = (texts: string[]) => [...new Set(texts)].join(' ');
	return {
		// A verdict without the sentence it is about would be about any sentence.
		title: flags.plain && !isStatement ? '' : shareable.title,
		verdict: isStatement ? stopped(chart.verdict) : '',
		above: [
			...notices.map((notice) => noticeText(notice, lang)),
			...(pinned === null ? [] : [`${pinned} ${embedWords.corrections[lang]}`]),
			...(isStatement ? [chart.why, chart.subtitle] : []),
			...(wordings.length > 0 || isStatement ? wordings : [chart.subtitle])
		],
		table: rows.some(({ pct }) => pct !== null) && !flags.static ? embedWords.table[lang] : '',
		pairs: isStatement
			? chart.shifts.map(({ aspect, asked, written }) => [aspect, asked, written])
			: [],
		headings: isStatement ? drawn.map(({ subtitle }) => subtitle) : [],
		notes: [
			...(shown < all ? [restText(shown, all, lang, shareable.place)] : []),
			unique(drawn.flatMap(({ foot }) => foot.slice(0, -1)))
		]
			.join(' ')
			.trim(),
		// Under a statement: whose it is, then who measured.
		source: isStatement
			? chart.foot.slice(drawn.length > 0 ? -2 : -1).join(' ')
			: unique(drawn.flatMap(({ foot }) => foot.slice(-1))),
		link: `Beistand · ${visible(address)}`
	};
}

/** Height of the embed in a frame of a width, in pixels; rather too tall than too short. */
export const heightOfEmbed = (shareable: Shareable, address: string, width: number): number =>
	embedHeight(embedTexts(shareable, address), shareable.drawn, width);

/** The same for every width, with the embed's own title and without. */
export function heightsOfEmbed(
	shareable: Shareable,
	address: string
): Record<'full' | 'plain', FrameHeights> {
	const of = (plain: boolean) =>
		embedHeights(embedTexts(shareable, address, { ...noFlags, plain }), shareable.drawn);
	return { full: of(false), plain: of(true) };
}

/** An address as it is printed: without the protocol, its commas as they are. */
export const visible = (address: string): string => address.replace(/^https?:\/\//, '');

/** Whole address of the page of a shareable. */
export const addressOf = ({ path, query }: Shareable, origin: URL): string =>
	new URL(pageAddress(path, query), origin).href;

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
