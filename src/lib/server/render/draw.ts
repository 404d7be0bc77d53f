import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createCanvas, GlobalFonts, SvgExportFlag } from '@napi-rs/canvas';
import { siteFonts, themes, type Chart, type Style, type Token } from '#lib/charts/index.ts';
import { configOfSheet } from '#lib/charts/render/chartjs-config.ts';
import { place } from '#lib/charts/layout/layout.ts';
import { Chart as ChartJs } from '#lib/charts/render/registered-chart.ts';
import type { PlacedText } from '#lib/charts/layout/scene.ts';
import { escaped } from '#lib/words/markup.ts';

// One canvas of each kind for all drawings: a new one each time holds many times the memory.
const vector = createCanvas(1, 1, SvgExportFlag.NoPrettyXML);
const raster = createCanvas(1, 1);

/**
 * The chart as SVG: real text, no style element, no ids. Fills and strokes carry the class of their
 * colour (`c-east`, `s-east`), so that the page's CSS can exchange them; alone the attributes hold. The wrapper on the
 * page carries role and alt text.
 */
export function drawSvg(chart: Chart, style: Style): string {
	const sheet = place(chart, style);
	vector.width = sheet.width;
	vector.height = sheet.height;
	const config = configOfSheet(chart, sheet, style, false);
	const shapes = paint(vector, config, 1, () => vector.getContent().toString());
	const family = escaped(style.fontFamily ?? siteFonts);
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${sheet.width} ${sheet.height}"`,
		` width="${sheet.width}" height="${sheet.height}" font-family="${family}" aria-hidden="true">`,
		style.caption ? groundOf(style.theme) : '',
		classed(slim(bodyOf(shapes)), style.theme),
		...sheet.texts.map((text) => textElement(text, style.theme)),
		'</svg>'
	].join('');
}

/**
 * The chart as PNG on paper, with title and foot: a file that travels alone.
 *
 * `scale` is pixels of the picture per pixel of the layout.
 */
export function drawPng(
	chart: Chart,
	{ scale = 2, caption = true, fontFamily = pictureFonts, ...wish }: Style & { scale?: number }
): Buffer {
	registerFonts();
	const style = { ...wish, caption, fontFamily };
	const sheet = place(chart, style);
	raster.width = sheet.width;
	raster.height = sheet.height;
	const config = configOfSheet(chart, sheet, style, true);
	const ground = {
		id: 'ground',
		beforeDraw: ({ ctx }: ChartJs) => {
			ctx.fillStyle = themes[style.theme].paper;
			ctx.fillRect(0, 0, sheet.width, sheet.height);
		}
	};
	const plugins = [ground, ...(config.plugins ?? [])];
	return paint(raster, { ...config, plugins }, scale, () => raster.encodeSync('png'));
}

/** Lets Chart.js draw once. What was drawn is taken before Chart.js clears up after itself. */
function paint<Taken>(
	canvas: object,
	config: ReturnType<typeof configOfSheet>,
	scale: number,
	take: () => Taken
): Taken {
	const options = { ...config.options, devicePixelRatio: scale, events: [] };
	// Chart.js draws on any canvas with a 2d context; its types know the browser's only.
	const drawn = new ChartJs(canvas as HTMLCanvasElement, { ...config, options });
	try {
		return take();
	} finally {
		drawn.destroy();
	}
}

/** The second file has the letters and signs that the first lacks: ł, †. */
const fonts = { latin: 'Source Sans 3 Variable', 'latin-ext': 'Source Sans 3 Extended' };
const pictureFonts = Object.values(fonts)
	.map((family) => `'${family}'`)
	.join(', ');

let registered = false;

function registerFonts(): void {
	if (registered) return;
	const require = createRequire(import.meta.url);
	const folder = dirname(require.resolve('@fontsource-variable/source-sans-3/package.json'));
	for (const [subset, family] of Object.entries(fonts))
		GlobalFonts.registerFromPath(
			join(folder, `files/source-sans-3-${subset}-wght-normal.woff2`),
			family
		);
	registered = true;
}

/** Paper under a drawing that travels alone: nobody knows what it will lie on. */
const groundOf = (theme: Style['theme']): string =>
	`<rect class="c-paper" fill="${themes[theme].paper}" width="100%" height="100%"/>`;

/** What is inside the svg element. */
const bodyOf = (svg: string): string =>
	svg.replace(/^[\s\S]*?<svg[^>]*>/, '').replace(/<\/svg>\s*$/, '');

/** The export draws a circle as a hundred curves; a circle element says the same in one. */
const slim = (body: string): string =>
	body
		.replace(
			/<path([^>]*?) d="([^"]{800,})"([^>]*)\/>/g,
			(whole, before: string, path: string, after: string) => {
				if (!path.includes('Q') || path.includes('L')) return whole;
				const numbers = path.match(/-?[\d.]+/g)?.map(Number) ?? [];
				const xs = numbers.filter((_, index) => index % 2 === 0);
				const ys = numbers.filter((_, index) => index % 2 === 1);
				const [left, right] = [Math.min(...xs), Math.max(...xs)];
				const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
				const circle = `cx="${short((left + right) / 2)}" cy="${short((top + bottom) / 2)}" r="${short((right - left) / 2)}"`;
				return `<circle${before} ${circle}${after}/>`;
			}
		)
		.replace(/<rect fill-opacity="0"[^>]*\/>/g, '')
		.replace(/ stroke-miterlimit="10"/g, '')
		.replace(/\d+\.\d{3,}/g, (number) => short(Number(number)));

const short = (value: number): string => String(Math.round(value * 100) / 100);

/** `fill="#B5472F"` gets `class="c-east"` and keeps the attribute for when no CSS is there. */
function classed(body: string, theme: Style['theme']): string {
	const tokens = new Map(
		Object.entries(themes[theme]).map(([token, colour]) => [colour.toUpperCase(), token])
	);
	return body.replace(
		/<(rect|path|circle)([^>]*)\/>/g,
		(whole, name: string, attributes: string) => {
			const classes = (['fill', 'stroke'] as const).flatMap((kind) => {
				const colour = new RegExp(` ${kind}="(#[0-9A-F]{6})"`).exec(attributes)?.[1];
				const token = colour === undefined ? undefined : tokens.get(colour);
				return token ? [kind === 'fill' ? `c-${token}` : `s-${token}`] : [];
			});
			return classes.length > 0 ? `<${name} class="${classes.join(' ')}"${attributes}/>` : whole;
		}
	);
}

const anchors = { left: 'start', center: 'middle', right: 'end' };

function textElement(
	{ text, x, y, align, size, bold, tone }: PlacedText,
	theme: Style['theme']
): string {
	const weight = bold ? ' font-weight="600"' : '';
	const anchor = align === 'left' ? '' : ` text-anchor="${anchors[align]}"`;
	const fill = themes[theme][tone satisfies Token];
	return `<text class="c-${tone}" fill="${fill}" x="${short(x)}" y="${short(y)}" font-size="${size}"${weight}${anchor}>${escaped(text)}</text>`;
}
