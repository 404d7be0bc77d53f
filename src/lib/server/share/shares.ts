import type { Database } from '#db/open.ts';
import { heightOf } from '#lib/charts/index.ts';
import { embedPath, listenerPath, oembedPath } from '#lib/view/paths.ts';
import { withQuery } from '#lib/view/query.ts';
import type { Share } from '#lib/view/share/share.ts';
import { lineText } from '#lib/words/share/embed.ts';
import { site } from '#lib/words/site.ts';
import { addressOf, heightOfEmbed, heightsOfEmbed } from './embeds.ts';
import type { Shareable } from './shareable.ts';
import { pictureChart } from './pictures.ts';
import { pinOf } from './embed-version.ts';

const pictureWidth = 600;

/** @param url any address of the site; what is offered begins with its origin */
export function linksOf(db: Database, shareable: Shareable, url: URL): Share {
	const { path, query } = shareable;
	const page = addressOf(shareable, url);
	const whole = (target: string, ...parts: string[]) =>
		new URL(withQuery(target, query, ...parts), url).href;
	const height = heightOf(pictureChart(db, shareable, page, pictureWidth), pictureWidth, true);
	const { full, plain } = heightsOfEmbed(shareable, page);
	return {
		title: shareable.heading,
		line: lineText(lineOf(shareable), institutesOf(shareable), shareable.lang),
		alt: spoken(shareable),
		brief: shareable.brief,
		description: shareable.description,
		page,
		embed: whole(embedPath(path)),
		heights: full,
		plainHeights: plain,
		listener: new URL(listenerPath, url).href,
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

/** Characters of a picture's text that somebody can be asked to listen to. */
const longestAlt = 3000;

/** Every number of the picture with its source; of one with more than can be listened to, the finding alone. */
function spoken({ alt, brief, chart }: Shareable): string {
	const source = chart.foot.at(-1) ?? '';
	const whole = [alt, source].join(' ').trim();
	return whole.length > longestAlt ? [brief, source].join(' ').trim() : whole;
}

/** What is left of a frame that was removed: a statement names its outlet and its verdict. */
const lineOf = ({ chart, heading, title }: Shareable): string =>
	chart.kind === 'statement' ? heading : title;

/** Who measured what is shown; nobody under a sentence of the article, which is not theirs. */
function institutesOf({ chart, rows, dictionary }: Shareable): string[] {
	if (chart.kind === 'statement') return [];
	const names = rows.map(({ survey }) => dictionary.surveys[survey]?.organisation ?? '');
	return [...new Set(names)].filter((name) => name !== '');
}

/** What the oEmbed reply is made of. */
export function oembedOf(db: Database, shareable: Shareable, url: URL) {
	const { path, query, lang } = shareable;
	const page = addressOf(shareable, url);
	const absolute = (target: string, ...parts: string[]) =>
		new URL(withQuery(target, query, ...parts), url).href;
	return {
		title: shareable.heading,
		line: lineText(lineOf(shareable), institutesOf(shareable), lang),
		page,
		// Title and drawing are this site's, whoever measured; the institute is named in them as the source.
		author: { name: site.name[lang], url: url.origin },
		provider: { name: site.name[lang], url: url.origin },
		src: absolute(embedPath(path)),
		heightAt: (width: number) => heightOfEmbed(shareable, page, width),
		picture: (width: number) => ({
			url: absolute(`${path}.png`, `w=${width}`, 'scale=1'),
			height: heightOf(pictureChart(db, shareable, page, width), width, true)
		})
	};
}
