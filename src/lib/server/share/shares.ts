import type { Database } from '#db/open.ts';
import { heightOf } from '#lib/charts/index.ts';
import { embedPath, oembedPath } from '#lib/view/paths.ts';
import { withQuery } from '#lib/view/query.ts';
import type { Share } from '#lib/view/share.ts';
import { headed } from '#lib/words/share/embed.ts';
import { site } from '#lib/words/site.ts';
import { addressOf, heightOfEmbed } from './embeds.ts';
import type { Shareable } from './shareable.ts';
import { cardSize, pictureChart } from './pictures.ts';
import { pinOf } from './embed-version.ts';

/** Widths of a frame for which its height is reckoned, in pixels: around every change of drawing. */
const frameWidths = [280, 320, 360, 390, 419, 420, 470, 519, 520, 560, 600, 664, 760, 900] as const;
const pictureWidth = 600;

/** @param url any address of the site; what is offered begins with its origin */
export function linksOf(db: Database, shareable: Shareable, url: URL): Share {
	const { path, query, chart } = shareable;
	const page = addressOf(shareable, url);
	const whole = (target: string, ...parts: string[]) =>
		new URL(withQuery(target, [query, ...parts].filter((part) => part !== '').join('&')), url).href;
	const height = heightOf(pictureChart(db, shareable, page, pictureWidth), pictureWidth, true);
	return {
		title: headed(shareable.name, shareable.title),
		alt: [shareable.alt, chart.foot.at(-1) ?? ''].join(' ').trim(),
		description: shareable.title,
		page,
		embed: whole(embedPath(path)),
		heights: frameWidths.map((width) => ({ width, height: heightOfEmbed(shareable, page, width) })),
		picture: {
			png: whole(`${path}.png`, `w=${pictureWidth}`),
			svg: whole(`${path}.svg`, `w=${pictureWidth}`),
			width: pictureWidth,
			height
		},
		card: whole(`${path}.png`, 'card'),
		oembed: new URL(oembedPath(page), url).href,
		pin: pinOf(db, shareable.rows)
	};
}

/** What the oEmbed reply is made of. */
export function oembedOf(db: Database, shareable: Shareable, url: URL) {
	const { path, query, rows, dictionary } = shareable;
	const page = addressOf(shareable, url);
	const survey = dictionary.surveys[rows[0]?.survey ?? ''];
	return {
		title: headed(shareable.name, shareable.title),
		author: {
			name: survey?.organisation ?? site.name[shareable.lang],
			url: survey?.reportUrl ?? null
		},
		provider: { name: site.name[shareable.lang], url: url.origin },
		src: new URL(withQuery(embedPath(path), query), url).href,
		heightAt: (width: number) => heightOfEmbed(shareable, page, width),
		card: {
			url: new URL(
				withQuery(`${path}.png`, [query, 'card'].filter((part) => part !== '').join('&')),
				url
			).href,
			...cardSize
		},
		picture: (width: number) => ({
			url: new URL(
				withQuery(
					`${path}.png`,
					[query, `w=${width}`, 'scale=1'].filter((part) => part !== '').join('&')
				),
				url
			).href,
			height: heightOf(pictureChart(db, shareable, page, width), width, true)
		})
	};
}
