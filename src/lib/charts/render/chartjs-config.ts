import type { ChartConfiguration, ChartDataset, ChartOptions } from 'chart.js';
import type { Chart, Mark, Style } from '#lib/charts/model/chart.ts';
import { inkOf, translucent } from './scene-plugin.ts';
import { place } from '#lib/charts/layout/layout.ts';
import type { Scene } from '#lib/charts/layout/scene.ts';
import { dotLook, lineDash, lineWidth } from './shapes.ts';
import { siteFonts, themes } from '#lib/charts/model/theme.ts';

/** A bar or a point as Chart.js gets it. */
interface Datum {
	x: number | [number, number];
	y: number;
	label?: string;
	mark?: Mark;
}

export type Config = ChartConfiguration<'bar' | 'line', Datum[]>;

/** The one configuration for browser and server. Nothing of Chart.js is loaded by making it. */
export const configOf = (chart: Chart, style: Style): Config =>
	configOfSheet(chart, place(chart, style), style);

/** The same for a scene already laid out. */
export function configOfSheet(chart: Chart, scene: Scene, style: Style): Config {
	const fontFamily = style.fontFamily ?? siteFonts;
	const bars = chart.kind !== 'time' && chart.kind !== 'dumbbell';
	return {
		type: bars ? 'bar' : 'line',
		data: { datasets: setsOf(chart, scene, style, bars) },
		options: optionsOf(scene, bars),
		plugins: [inkOf(scene, style.theme, fontFamily)]
	};
}

/** A statement's drawings stand on one scene: bars, and points that run along the other axis. */
function setsOf(chart: Chart, scene: Scene, style: Style, bars: boolean) {
	if (chart.kind !== 'statement')
		return bars ? barSets(chart, scene, style) : pointSets(chart, scene, style);
	const points = pointSets(chart, scene, style).map((set) => ({
		...set,
		type: 'line' as const,
		indexAxis: 'x' as const
	}));
	return [...barSets(chart, scene, style), ...points];
}

/** One set a series, so that a tool sees answers and not bars. */
function barSets(chart: Chart, scene: Scene, { theme }: Style): ChartDataset<'bar', Datum[]>[] {
	return chart.series.map(({ label }, series) => {
		const bars = scene.bars.filter((bar) => bar.series === series);
		return {
			label,
			data: bars.map(({ from, to, y, label, mark }) => ({ x: [from, to], y, label, mark })),
			backgroundColor: bars.map(({ color, opacity }) => translucent(themes[theme][color], opacity)),
			barThickness: bars[0]?.thickness ?? 20,
			// By default Chart.js makes a bar 0.33 px larger on each side; a figure's bar ends at its figure.
			inflateAmount: 0,
			grouped: false,
			borderSkipped: false,
			clip: false
		};
	});
}

function pointSets(chart: Chart, scene: Scene, { theme }: Style): ChartDataset<'line', Datum[]>[] {
	const colours = themes[theme];
	const lines = scene.lines.map((line): ChartDataset<'line', Datum[]> => ({
		data: line.points,
		borderColor: colours[line.color],
		borderWidth: lineWidth(line),
		borderDash: line.dashed ? lineDash : [],
		pointRadius: 0,
		pointHitRadius: 0,
		clip: false
	}));
	const points = chart.series.map(({ label }, series): ChartDataset<'line', Datum[]> => {
		const dots = scene.dots.filter(({ mark }) => mark.series === series);
		const looks = dots.map(dotLook);
		const fills = looks.map(({ fill }) => colours[fill]);
		return {
			label,
			data: dots.map(({ x, y, label, mark }) => ({ x, y, label, mark })),
			showLine: false,
			pointRadius: looks.map(({ radius }) => radius),
			pointHoverRadius: dots.map(({ radius }) => radius + 1),
			pointHitRadius: 12,
			pointBackgroundColor: fills,
			pointHoverBackgroundColor: fills,
			pointBorderColor: looks.map(({ outline }) => colours[outline]),
			pointBorderWidth: looks.map(({ outlineWidth }) => outlineWidth),
			clip: false
		};
	});
	return [...lines, ...points];
}

function optionsOf(
	{ area, width, height, x, y }: Scene,
	bars: boolean
): ChartOptions<'bar' | 'line'> {
	return {
		indexAxis: bars ? 'y' : 'x',
		animation: false,
		responsive: false,
		maintainAspectRatio: false,
		layout: {
			autoPadding: false,
			padding: {
				left: area.left,
				right: width - area.right,
				top: area.top,
				bottom: height - area.bottom
			}
		},
		// Chart.js reckons pointers in the pixels of the screen; ChartPointer.svelte does in those of the layout.
		events: [],
		scales: {
			x: { ...hidden, ...x },
			y: { ...hidden, ...y }
		},
		plugins: {
			legend: { display: false },
			tooltip: { enabled: false }
		}
	};
}

/** The scene says where all is, so the axes only count: ticks would be worded and measured for nobody. */
const hidden = {
	type: 'linear' as const,
	display: false,
	offset: false,
	afterBuildTicks: (axis: { ticks: unknown[] }) => {
		axis.ticks = [];
	}
};
