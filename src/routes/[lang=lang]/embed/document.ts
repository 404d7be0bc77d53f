import { createHash } from 'node:crypto';
import styles from '#lib/components/share/embed.css?inline';
import pairStyles from '#lib/components/share/embed-pairs.css?inline';
import heightSource from '#lib/components/share/height.js?raw';
import { themes, type EmbedDrawing, type Theme, type Token } from '#lib/charts/index.ts';
import type { Lang } from '#lib/words/lang.ts';
import { escaped } from '#lib/words/markup.ts';
import type { EmbedTheme } from '#lib/components/share/embed-code.ts';

/** The one script, without its comments and indentation. */
const script = heightSource
	.replace(/^\s*\/\/.*\n/gm, '')
	.replace(/\n\s*/g, '\n')
	.trim();
const scriptHash = createHash('sha256').update(script).digest('base64');

/** Anyone may frame an embed; what it may do itself is next to nothing. */
export const embedHeaders: Record<string, string> = {
	'content-security-policy': [
		"default-src 'none'",
		"img-src 'self' data:",
		"style-src 'self' 'unsafe-inline'",
		`script-src 'sha256-${scriptHash}'`,
		"base-uri 'none'",
		"form-action 'none'",
		'frame-ancestors *'
	].join('; '),
	'x-robots-tag': 'noindex',
	'referrer-policy': 'no-referrer-when-downgrade',
	'cross-origin-resource-policy': 'cross-origin',
	// A page that asks this of its own parts shows no frame that does not say it too; an embed loads nothing.
	'cross-origin-embedder-policy': 'require-corp'
};

/** Links in the head: whole addresses. */
interface HeadLinks {
	canonical: string;
	oembed: { href: string; title: string } | null;
}

/** What the document says of itself, and how it is shown. */
export interface EmbedPage {
	lang: Lang;
	title: string;
	theme: EmbedTheme;
	links: HeadLinks;
	drawings?: EmbedDrawing[];
	/** On the ground of the page around it. */
	transparent?: boolean;
	/** Without a script. */
	static?: boolean;
}

/** The whole document: one reply, nothing to load. */
export function embedDocument(
	body: string,
	{
		lang,
		title,
		theme,
		links,
		drawings = [],
		transparent = false,
		static: isStill = false
	}: EmbedPage
): string {
	const { canonical, oembed } = links;
	const discovery = oembed
		? `<link rel="alternate" type="application/json+oembed" title="${escaped(oembed.title)}" href="${escaped(oembed.href)}">`
		: '';
	return [
		`<!doctype html><html lang="${lang}"><head><meta charset="utf-8">`,
		'<meta name="viewport" content="width=device-width,initial-scale=1">',
		`<title>${escaped(title)}</title><link rel="canonical" href="${escaped(canonical)}">${discovery}`,
		// Without it a browser that opens the embed on its own asks for /favicon.ico.
		'<link rel="icon" href="data:,">',
		`<style>${coloursOf(body, theme)}${styles.trim()}${body.includes('class="t"') ? pairStyles.trim() : ''}${showing(drawings)}${transparent ? seeThrough : ''}</style></head>`,
		`<body><main>${bare(body)}</main>${isStill ? '' : `<script>${script}</script>`}</body></html>\n`
	].join('');
}

/** Which of the drawings is shown in a frame of a width. */
const showing = (drawings: EmbedDrawing[]): string =>
	drawings
		.slice(1)
		.map(
			({ width, from }, index) =>
				`@media (max-width:${from - 0.02}px){.w${width}{display:none}}@media (min-width:${from}px){.w${drawings[index]?.width}{display:none}}`
		)
		.join('');

/** The last lines then move with the rest: without a ground of their own they would lie on what is below. */
const seeThrough = 'html,footer{background:none}footer{position:static!important;box-shadow:none}';

/** Without the marks that Svelte leaves for a hydration that never comes. */
const bare = (html: string): string => html.replace(/<!--.*?-->/gs, '').replace(/>\s+</g, '><');

/** The colours that occur, as variables, and the classes of the drawings that use them. */
function coloursOf(body: string, theme: EmbedTheme): string {
	const tokens = Object.keys(themes.light) as Token[];
	const uses = (token: Token, kind: 'c' | 's') => body.includes(`${kind}-${token}`);
	const used = tokens.filter(
		(token) =>
			['paper', 'ink', 'muted', 'rule'].includes(token) || uses(token, 'c') || uses(token, 's')
	);
	const values = (name: Theme) =>
		used.map((token) => `--${token}:${themes[name][token]}`).join(';');
	const classes = used.flatMap((token) => [
		...(uses(token, 'c') ? [`.c-${token}{fill:var(--${token})}`] : []),
		...(uses(token, 's') ? [`.s-${token}{stroke:var(--${token})}`] : [])
	]);
	const variables =
		theme === 'auto'
			? `html{color-scheme:light dark;${values('light')}}@media(prefers-color-scheme:dark){html{${values('dark')}}}`
			: `html{${values(theme)}}`;
	return variables + classes.join('');
}
