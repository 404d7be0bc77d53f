import { createHash } from 'node:crypto';
import type { Database } from '#db/open.ts';
import { fitted, heightOf, type Chart, type Theme } from '#lib/charts/index.ts';
import { dataDay, surveyed } from '#lib/words/share/embed.ts';
import { fileWords } from '#lib/words/files/formats.ts';
import { date, period } from '#lib/words/numbers.ts';
import { place } from '#lib/charts/layout/layout.ts';
import type { Card } from '#lib/view/share/share.ts';
import { LruCache } from '#lib/server/lru-cache.ts';
import { pngPool } from '#lib/server/render/png-pool.ts';
import { standaloneSvg } from '#lib/server/render/scene-svg.ts';
import { visible } from './embeds.ts';
import type { Shareable } from './shareable.ts';
import { getVersion } from '#lib/server/data/version.ts';

/** How a picture is made: layout width in pixels, pixels of the file per pixel of the layout. */
export interface Size {
	width: number;
	scale: number;
	theme: Theme;
	/** For social networks: 1200 × 630 pixels, 1080 × 1080, or 1080 × 1350, whatever the view. */
	card: Card | null;
}

/** Limits, so that no address can make the server paint without end. */
export const sizes = {
	width: { least: 280, usual: 640, most: 1200 },
	scale: { least: 1, usual: 2, most: 4 },
	height: 10_000,
	pixels: 24_000_000
};
/**
 * Pixels of a card, and the widths of layout that it may have: type is largest in the narrowest one in
 * which nothing is left out.
 */
const cards: Record<Card, { width: number; height: number; layouts: number[] }> = {
	wide: { width: 1200, height: 630, layouts: [800] },
	square: { width: 1080, height: 1080, layouts: [480, 540, 600] },
	portrait: { width: 1080, height: 1350, layouts: [480, 540, 600] }
};

/** A number as near to the wish as the limits allow. */
export const clamped = (wish: number, { least, most }: { least: number; most: number }): number =>
	Math.min(most, Math.max(least, wish));

/**
 * The chart with everything that has to travel with it: the question as asked, base, source, days of
 * the field work, data version, address.
 */
function travelling(db: Database, shareable: Shareable, address: string): Chart {
	const { chart } = shareable;
	const day = getVersion(db).version.slice(0, 10);
	return {
		...chart,
		foot: [
			...asked(shareable),
			chart.foot.join(' '),
			datesOf(shareable, day),
			`Beistand · ${visible(address)}`
		].filter((text) => text !== '')
	};
}

const asked = ({ wordings, lang }: Shareable): string[] =>
	wordings.length > 0 ? [`${fileWords.asked[lang]}: ${wordings.join(' ')}`] : [];

/** The same with as many lines as a picture may have. */
export const pictureChart = (
	db: Database,
	shareable: Shareable,
	address: string,
	width: number
): Chart => fitted(travelling(db, shareable, address), { width, height: sizes.height });

/** A card has room for the finding, a few lines, the source and the address. */
function onCard(db: Database, shareable: Shareable, address: string, card: Card) {
	const { chart } = shareable;
	const day = getVersion(db).version.slice(0, 10);
	// Beside one number there is room for the question and the base, but for the wide card.
	const about = chart.kind === 'number' && card !== 'wide' ? -Infinity : -1;
	const short: Chart = {
		...chart,
		...(chart.kind === 'statement' ? { why: '' } : {}),
		foot: [
			// Under a statement: whose it is, then who measured.
			...(about === -1 ? [] : asked(shareable)),
			...chart.foot.slice(chart.kind === 'statement' ? -2 : about),
			`${datesOf(shareable, day)} Beistand\u00a0·\u00a0${visible(address).split('/')[0]}`
		].filter((text) => text !== '')
	};
	const pixels = cards[card];
	const drafts = pixels.layouts.map((width) => {
		const scale = pixels.width / width;
		const height = pixels.height / scale;
		return { chart: fitted(short, { width, height }), width, height, scale };
	});
	return drafts.find(({ chart }) => chart === short) ?? drafts.at(-1)!;
}

/** When the figures were measured, and which version of the data they are from. */
function datesOf(shareable: Shareable, day: string): string {
	const version = dataDay(date(day, shareable.lang), shareable.lang);
	return shareable.rows.length > 0
		? `${surveyed(fieldwork(shareable), shareable.lang)} ${version}`
		: version;
}

/** Days of the one survey, else the years. */
function fieldwork({ rows, dictionary, lang }: Shareable): string {
	const surveys = [...new Set(rows.map(({ survey }) => survey))].flatMap(
		(id) => dictionary.surveys[id] ?? []
	);
	const [first] = surveys;
	if (surveys.length === 1 && first?.fieldworkStart && first.fieldworkEnd)
		return period(first.fieldworkStart, first.fieldworkEnd, lang);
	const years = surveys.map(({ year }) => year);
	const [from, to] = [Math.min(...years), Math.max(...years)];
	return from === to ? String(from) : `${from}–${to}`;
}

/** The picture of a shareable as SVG. */
export function pictureSvg(
	db: Database,
	shareable: Shareable,
	address: string,
	size: Size
): string {
	const { chart, style } = laidOut(db, shareable, address, size);
	const key = keyOf([chart, style]);
	const found = svgs.get(key);
	if (found) return found.svg;
	const { theme } = style;
	const svg = standaloneSvg(place(chart, style), { theme, ground: true, label: chart.alt });
	svgs.put(key, { svg, bytes: 2 * svg.length });
	return svg;
}

/**
 * The picture of a shareable as PNG, drawn beside the event loop; who asks while it is drawn gets the same.
 *
 * @param finish what is still to be done with the bytes; done once
 * @throws {ThreadsBusy} if too many pictures wait
 */
export async function picturePng(
	db: Database,
	shareable: Shareable,
	address: string,
	size: Size,
	finish: (png: Uint8Array) => Uint8Array
): Promise<Uint8Array> {
	const { chart, style, scale } = laidOut(db, shareable, address, size);
	const key = keyOf([chart, style, scale]);
	const found = pngs.get(key);
	if (found) return found.png;
	const drawing =
		pending.get(key) ??
		pngPool
			.run('draw', { chart, style, scale })
			.then((drawn) => {
				const png = finish(drawn);
				pngs.put(key, { png, bytes: png.length });
				return png;
			})
			.finally(() => pending.delete(key));
	pending.set(key, drawing);
	return drawing;
}

function laidOut(db: Database, shareable: Shareable, address: string, size: Size) {
	const { theme, card } = size;
	if (card) {
		const { chart, width, height, scale } = onCard(db, shareable, address, card);
		return { chart, style: { width, height, theme, caption: true }, scale };
	}
	const { width } = size;
	const chart = pictureChart(db, shareable, address, width);
	const style = { width, theme, caption: true };
	const most = Math.sqrt(sizes.pixels / (width * heightOf(chart, width, true)));
	return { chart, style, scale: Math.max(1, Math.floor(Math.min(size.scale, most))) };
}

/** Bytes of pictures that are cached. */
const cacheBytes = 48_000_000;
const svgs = new LruCache<{ svg: string; bytes: number }>(cacheBytes / 4);
const pngs = new LruCache<{ png: Uint8Array; bytes: number }>((cacheBytes * 3) / 4);
const pending = new Map<string, Promise<Uint8Array>>();

/** The same for the same content and size, whatever address asked for it. */
const keyOf = (content: unknown): string =>
	createHash('sha256').update(JSON.stringify(content)).digest('base64');
