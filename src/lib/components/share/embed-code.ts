import {
	cards,
	type Card,
	type ColumnWidth,
	type FrameHeights,
	type Share
} from '#lib/view/share/share.ts';
import { escaped } from '#lib/words/markup.ts';

/** `auto` follows the reader's system, whatever the page around it looks like. */
export const themes = ['light', 'dark', 'auto'] as const;
export type EmbedTheme = (typeof themes)[number];

/** What becomes of an embed when a number of it is corrected: it has the new one, says so too, or keeps the old. */
export const corrections = ['followed', 'told', 'frozen'] as const;
type Corrections = (typeof corrections)[number];

/** What the journalist chose. */
export interface Choice {
	theme: EmbedTheme;
	corrections: Corrections;
	/** Without a title of its own. */
	isPlain: boolean;
	/** On the ground of the page around it. */
	isTransparent: boolean;
	/** Of the journalist's column, in pixels. */
	width: ColumnWidth;
}

/** What stands in the form before anybody chose. */
export const usualChoice: Choice = {
	theme: 'light',
	corrections: 'followed',
	isPlain: false,
	isTransparent: false,
	width: 600
};

/** Whole address of the embed as chosen; it can be shown by itself, too. */
export function embedSource(
	{ embed, pin }: Share,
	{ theme, corrections, isPlain, isTransparent }: Omit<Choice, 'width'>
): string {
	const chosen = [
		...(isPlain ? ['plain'] : []),
		...(theme === 'light' ? [] : [`theme=${theme}`]),
		...(isTransparent ? ['transparent'] : []),
		...(corrections === 'told' ? [`v=${pin}`] : []),
		...(corrections === 'frozen' ? [`v=${pin.slice(0, pin.lastIndexOf('.'))}`] : [])
	];
	if (chosen.length === 0) return embed;
	return `${embed}${new URL(embed).search === '' ? '?' : '&'}${chosen.join('&')}`;
}

const heightsOf = (share: Share, { isPlain }: Pick<Choice, 'isPlain'>): FrameHeights =>
	isPlain ? share.plainHeights : share.heights;

/**
 * Height in pixels with which nothing is cut off in any column from the chosen one to the widest, for
 * systems that keep nothing but this number.
 */
export const heightFor = (share: Share, choice: Pick<Choice, 'isPlain' | 'width'>): number =>
	heightsOf(share, choice).columns.find(({ width }) => width === choice.width)?.height ?? 600;

/**
 * A frame and a line of text with a link, which stays where frames are taken out: in feeds, mail and
 * reading modes. Where styles stay, the frame has the height of its own width, whatever the column.
 */
export function frameCode(share: Share, choice: Choice): string {
	const scheme = choice.theme === 'auto' ? 'light dark' : choice.theme;
	const height = heightFor(share, choice);
	// 100cqw is the width of the box around it; without one, or in an old browser, a whole number stands.
	const style = [
		'width:100%',
		`height:${height}px`,
		`height:${heightStyle(heightsOf(share, choice))}`,
		// A wrapper that keeps a shape, such as 16:9, hides what sticks out of it: rather a frame that scrolls.
		'max-height:100%',
		'border:0',
		`color-scheme:${scheme}`
	];
	const attributes = attributesOf([
		['title', share.title],
		['src', embedSource(share, choice)],
		['width', String(choice.width)],
		['height', String(height)],
		['frameborder', '0'],
		['loading', 'lazy'],
		['style', style.join(';')]
	]);
	const box = `width:100%;container-type:inline-size;contain-intrinsic-inline-size:${choice.width}px`;
	return `<div style="${box}"><iframe ${attributes}></iframe></div>\n${lineOf(share)}`;
}

/**
 * `height` as a function of the frame's width, 100cqw: for each drawing a straight line as long as it is
 * shown, and a jump at each step.
 */
export function heightStyle({ steps, widest }: FrameHeights): string {
	const terms: string[] = [];
	let base = steps.at(-1)?.base ?? 0;
	for (const [index, { from, base: own, slope }] of steps.entries()) {
		const before = steps[index - 1];
		if (before) {
			const exact = before.base + before.slope * from - own - slope * from;
			// Never too low, however many jumps lie to the right.
			const jump = Math.ceil(exact * 10) / 10;
			if (jump > 0) terms.push(`clamp(0px,(${from}px - 100cqw)*999,${jump}px)`);
			if (jump < 0) terms.push(`clamp(${jump}px,(100cqw - ${from}px)*999,0px)`);
		}
		if (slope === before?.slope) continue;
		const end = steps.slice(index).find((each) => each.slope !== slope)?.from;
		terms.push(`${slope}*clamp(${from}px,100cqw,${end ?? widest}px)`);
		if (end !== undefined) base -= slope * end;
	}
	// One more for what was rounded.
	return `calc(${[`${Math.ceil(base) + 1}px`, ...terms].join(' + ')})`;
}

/**
 * The finding, its source and the site, all of it a link to the page. A paragraph after the box:
 * reading modes take a box with a frame away with everything inside. The box is no figure, which has margins
 * of its own where styles are taken out. A wrapper that
 * keeps a shape lays what it holds on one place; the paragraph then stays under the frame and not over it.
 */
const lineOf = ({ page, line }: Pick<Share, 'page' | 'line'>): string =>
	`<p style="position:static;height:auto"><a href="${escaped(page)}">${escaped(line)}</a></p>`;

const attributesOf = (attributes: [string, string][]): string =>
	attributes.map(([name, value]) => `${name}="${escaped(value)}"`).join(' ');

/**
 * The same with a script that gives the frames of this site, and no others, the height of their content.
 * It is asked for by address: a system that takes scripts out must not leave a program as text.
 */
export const scriptedCode = (share: Share, choice: Choice): string =>
	`${frameCode(share, choice)}\n<script src="${escaped(share.listener)}" async></script>`;

/** A picture with every number in its alternative text, and the same line under it. */
export function pictureCode(share: Share, { theme }: Pick<Choice, 'theme'>): string {
	const { page, picture, alt } = share;
	const source = theme === 'dark' ? `${picture.png}&theme=dark` : picture.png;
	const attributes = attributesOf([
		['src', source],
		['width', String(picture.width)],
		['height', String(picture.height)],
		['style', 'max-width:100%;height:auto'],
		['alt', alt]
	]);
	return `<p><a href="${escaped(page)}"><img ${attributes}></a></p>\n${lineOf(share)}`;
}

/** Addresses from which the pictures for social networks are saved, in the colours chosen. */
export function cardAddresses(
	{ card }: Pick<Share, 'card'>,
	{ theme }: Pick<Choice, 'theme'>
): { shape: Card; address: string }[] {
	const rest = `${theme === 'dark' ? '&theme=dark' : ''}&download`;
	return cards.map((shape) => ({
		shape,
		address: `${card}${shape === 'wide' ? '' : `=${shape}`}${rest}`
	}));
}
