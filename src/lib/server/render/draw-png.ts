import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createCanvas, GlobalFonts } from '@napi-rs/canvas';
import { themes, type Chart, type Style } from '#lib/charts/index.ts';
import { place } from '#lib/charts/layout/layout.ts';
import type { Scene } from '#lib/charts/layout/scene.ts';
import { configOfSheet } from '#lib/charts/render/chartjs-config.ts';
import { Chart as ChartJs } from '#lib/charts/render/registered-chart.ts';
import { indexed } from './palette.ts';
import { indexedPng } from './png.ts';

// One canvas for all drawings: a new one each time holds many times the memory.
const canvas = createCanvas(1, 1);

/**
 * The chart as PNG on paper, with title and foot: a file that travels alone.
 *
 * `scale` is pixels of the picture per pixel of the layout.
 */
export function drawPng(
	chart: Chart,
	{ scale = 2, caption = true, fontFamily = pictureFonts, ...wish }: Style & { scale?: number }
): Buffer {
	const style = { ...wish, caption, fontFamily };
	return scenePng(chart, place(chart, style), style, scale);
}

/** The same for a scene that is laid out already. */
export function scenePng(chart: Chart, scene: Scene, style: Style, scale: number): Buffer {
	registerFonts();
	canvas.width = scene.width;
	canvas.height = scene.height;
	const config = configOfSheet(chart, scene, style);
	const ground = {
		id: 'ground',
		beforeDraw: ({ ctx }: ChartJs) => {
			ctx.fillStyle = themes[style.theme].paper;
			ctx.fillRect(0, 0, scene.width, scene.height);
		}
	};
	const options = { ...config.options, devicePixelRatio: scale, events: [] };
	const plugins = [ground, ...(config.plugins ?? [])];
	// Chart.js draws on any canvas with a 2d context; its types know the browser's only.
	const drawn = new ChartJs(canvas as unknown as HTMLCanvasElement, {
		...config,
		options,
		plugins
	});
	try {
		// Taken before Chart.js clears up after itself.
		return encoded(scale);
	} finally {
		drawn.destroy();
	}
}

/** Pixels of the layout per inch, as CSS has them. */
const inch = 96;

function encoded(scale: number): Buffer {
	const { width, height } = canvas;
	const { data } = canvas.getContext('2d').getImageData(0, 0, width, height);
	return indexedPng({ width, height, ...indexed(data), density: inch * scale });
}

/** The second file has the letters and swatches that the first lacks: ł, †. */
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
