import type { Share } from '#lib/view/share.ts';
import { escaped } from '#lib/words/markup.ts';

export const themes = ['light', 'dark', 'auto'] as const;
export type Theme = (typeof themes)[number];

/** What the journalist chose. */
export interface Choice {
	theme: Theme;
	isPinned: boolean;
	/** Of the journalist's column, in pixels. */
	width: ColumnWidth;
}

/** Whole address of the embed as chosen. */
export function embedSource(
	{ embed, pin }: Share,
	{ theme, isPinned }: Pick<Choice, 'theme' | 'isPinned'>
): string {
	const url = new URL(embed);
	const chosen = [
		...(theme === 'light' ? [] : [`theme=${theme}`]),
		...(isPinned ? [`v=${pin}`] : [])
	];
	return `${embed}${chosen.length > 0 ? `${url.search === '' ? '?' : '&'}${chosen.join('&')}` : ''}`;
}

/** Widths of a column to choose from, in pixels. */
export const columnWidths = [320, 600, 760] as const;
export type ColumnWidth = (typeof columnWidths)[number];

/** From these widths of the frame on another drawing is shown; phones leave a margin beside it. */
const changes = [420, 520];
const margins = 32;

/**
 * A frame with its height for the column as an attribute, for systems that strip styles; where styles
 * stay, it is higher on narrower screens, so that no script is needed.
 */
export function frameCode(share: Share, choice: Choice): string {
	const scheme = choice.theme === 'auto' ? 'light dark' : choice.theme;
	const attributes = [
		['title', share.title],
		['src', embedSource(share, choice)],
		['width', String(choice.width)],
		['height', String(heightAt(share, choice.width))],
		['frameborder', '0'],
		['scrolling', 'no'],
		['loading', 'lazy'],
		[
			'style',
			`width:100%;height:${heightStyle(share, choice.width)};border:0;color-scheme:${scheme}`
		]
	];
	return `<iframe ${attributes.map(([name, value]) => `${name}="${escaped(value ?? '')}"`).join(' ')}></iframe>`;
}

/** Height in pixels of an embed in a frame of one of the reckoned widths. */
export const heightAt = ({ heights }: Pick<Share, 'heights'>, width: number): number =>
	heights.find((each) => each.width === width)?.height ?? 600;

/** Height for the column, and a step up for each drawing that narrower screens get. */
function heightStyle({ heights }: Pick<Share, 'heights'>, column: number): string {
	const tallest = (from: number, to: number) =>
		Math.max(
			...heights.flatMap(({ width, height }) => (from <= width && width < to ? height : []))
		);
	const from = changes.findLast((change) => change <= column) ?? 0;
	const base = Math.max(heightAt({ heights }, column), tallest(from, column + 1));
	let reached = base;
	const steps = changes
		.filter((change) => change <= column)
		.toReversed()
		.flatMap((change) => {
			const below = changes.findLast((each) => each < change) ?? 0;
			const more = tallest(below, change) - reached;
			if (more <= 0) return [];
			reached += more;
			return ` + clamp(0px,(${change + margins}px - 100vw)*999,${more}px)`;
		});
	return steps.length === 0 ? `${base}px` : `calc(${base}px${steps.join('')})`;
}

/** Sizes every frame of ours on the page; matched by window, since a sandboxed frame has no origin. */
const listener =
	"<script>addEventListener('message',function(e){var d=e.data;if(!d||d.type!=='beistand:height')return;document.querySelectorAll('iframe').forEach(function(f){if(f.contentWindow===e.source)f.style.height=Math.min(Math.max(d.height|0,120),4000)+'px'})})</script>";

export const scriptedCode = (share: Share, choice: Choice): string =>
	`${frameCode(share, choice)}\n${listener}`;

/** A picture with every number in its alternative text. */
export function pictureCode(
	{ page, picture, alt }: Share,
	{ theme }: Pick<Choice, 'theme'>
): string {
	const source = theme === 'dark' ? `${picture.png}&theme=dark` : picture.png;
	return `<a href="${escaped(page)}"><img src="${escaped(source)}" width="${picture.width}" height="${picture.height}" style="max-width:100%;height:auto" alt="${escaped(alt)}"></a>`;
}
