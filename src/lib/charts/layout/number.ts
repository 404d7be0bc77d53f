import type { NumberChart } from '#lib/charts/model/chart.ts';
import { opacityOf } from './legend.ts';
import { baseline, footHeight, stroke, type, write, type Scene } from './scene.ts';
import { textWidth, wrap } from './text-width.ts';

/** Pixels: the bar of a hundred, and the space round it. */
const bar = { thickness: 28, gap: 14 };

/** Pixels of type. */
const sizes = { words: 30, usual: 120, most: 220 };

/** The number as large as there is room, the bar of a hundred below it, then whose answer it is. */
export function placeNumber(scene: Scene, chart: NumberChart, height?: number): void {
	const { left, right } = scene.area;
	const { mark } = chart;
	const said = wrap(chart.said, right - left, type.title.size);
	const below = 2 * bar.gap + bar.thickness + said.length * type.title.line;
	const room =
		height === undefined ? sizes.usual : height - scene.height - footHeight(scene, chart) - below;
	if (mark.pct === null) placeWords(scene, mark.text);
	else {
		const wide = (right - left) / textWidth(mark.text, 1, true);
		const size = Math.floor(Math.max(sizes.words, Math.min(room, wide, sizes.most)));
		// Figures have no strokes below the line they stand on.
		write(scene, mark.text, left, scene.height + size * 0.8, { size, bold: true });
		scene.height += size * 0.8 + bar.gap;
	}
	placeShare(scene, chart);
	scene.height += bar.thickness + bar.gap;
	for (const line of said) {
		const y = scene.height + baseline(type.title.size, type.title.line);
		write(scene, line, left, y, { size: type.title.size });
		scene.height += type.title.line;
	}
	scene.x = { min: 0, max: 100 };
	scene.y = { min: 0, max: scene.height, reverse: true };
	scene.area = { left, right, top: 0, bottom: scene.height };
}

/** Why there is no number. */
function placeWords(scene: Scene, text: string): void {
	const { left, right } = scene.area;
	const [size, line] = [sizes.words, sizes.words * 1.25];
	for (const each of wrap(text, right - left, size, true)) {
		write(scene, each, left, scene.height + baseline(size, line), { size, bold: true });
		scene.height += line;
	}
	scene.height += bar.gap;
}

function placeShare(scene: Scene, { mark, series }: NumberChart): void {
	const { left, right } = scene.area;
	const box = { x: left, y: scene.height, width: right - left, height: bar.thickness };
	const [only] = series;
	if (mark.pct === null || !only) {
		scene.hatches.push(box);
		return;
	}
	const y = box.y + bar.thickness / 2;
	stroke(scene, [left, y], [right, y], { width: bar.thickness });
	if (mark.pct > 0)
		scene.bars.push({
			series: 0,
			color: only.color,
			opacity: opacityOf(only, mark),
			from: 0,
			to: mark.pct,
			y,
			thickness: bar.thickness,
			label: only.label,
			mark
		});
}
