import type { Chart } from '#lib/charts/model/chart.ts';
import { columnWidths, type FrameHeights } from '#lib/view/share/share.ts';
import { wrap } from './text-width.ts';
import { heightOf } from './layout.ts';

/** One of an embed's drawings: the width that it is made for, and from which width of the frame on it is shown. */
export interface EmbedDrawing {
	width: number;
	from: number;
}

const steps: Record<'few' | 'some' | 'many', EmbedDrawing[]> = {
	few: [
		{ width: 320, from: 0 },
		{ width: 430, from: 420 },
		{ width: 560, from: 520 },
		{ width: 760, from: 700 }
	],
	some: [
		{ width: 320, from: 0 },
		{ width: 430, from: 420 },
		{ width: 560, from: 520 }
	],
	many: [
		{ width: 320, from: 0 },
		{ width: 560, from: 520 }
	]
};

/** Drawings of an embed, narrowest first: the more there is to draw, the fewer, so that it stays light. */
export function embedDrawings(charts: Chart[]): EmbedDrawing[] {
	const marks = charts.reduce((sum, chart) => sum + weightOf(chart), 0);
	return steps[marks <= 20 ? 'few' : marks <= 27 ? 'some' : 'many'];
}

/** Marks of a drawing; a dumbbell has a label, a line and often a note with each pair. */
function weightOf(chart: Chart): number {
	switch (chart.kind) {
		case 'time':
			return chart.lines.flatMap(({ points }) => points).length;
		case 'overlap':
			return chart.stretches.length;
		case 'number':
			return 1;
		case 'statement':
			return chart.parts.reduce((sum, part) => sum + weightOf(part), 0);
		default: {
			const marks = chart.sections.flatMap(({ entries }) => entries.flatMap((each) => each.marks));
			const headings = chart.sections.filter(({ notes }) => notes.length > 0).length;
			return marks.length + 2 * headings;
		}
	}
}

/** Widest frame that an embed fills, in pixels; the same in components/share/embed.css. */
const widestFrame = 1000;

/** Narrowest frame for which a height is reckoned; in a narrower one the embed scrolls. */
const narrowestFrame = 280;

/** Sizes in pixels as in components/share/embed.css. */
const type = {
	title: { size: 18, line: 23, after: 6 },
	text: { size: 14, line: 20, after: 6 }
};
const padding = { top: 12, bottom: 12 };
const sidePadding = (width: number): number => (width < 340 ? 4 : 12);

/** The texts of an embed above and below its drawings, each a paragraph. */
export interface EmbedTexts {
	/** Empty where the page around it has a title of its own. */
	title: string;
	/** In bold under the title: what a statement can carry; else empty. */
	verdict: string;
	/** Wording, notices, verdict. */
	above: string[];
	/** Words on the switch to the table; empty where there is none. */
	table: string;
	/** A table that is always open: pairs of cells. */
	pairs: [string, string, string][];
	/** Notes under the drawing, then what is always in sight: the source, and the address. */
	notes: string;
	source: string;
	link: string;
	/** Headings of several drawings. */
	headings: string[];
}

/**
 * Height in pixels that an embed needs in a frame of a width, as long as nobody opens its table. Widths
 * of words are those of the widest font, so it is rather too tall than too short.
 */
export function embedHeight(texts: EmbedTexts, charts: Chart[], width: number): number {
	const made = embedDrawings(charts).findLast(({ from }) => width >= from)?.width ?? widestFrame;
	const drawn = charts.map((chart) => heightOf(chart, made));
	return Math.ceil(heightOfTexts(texts, width) + heightOfDrawings(drawn, made, width));
}

/** The same for every width that a column may have. */
export function embedHeights(texts: EmbedTexts, charts: Chart[]): FrameHeights {
	const drawings = embedDrawings(charts).map(({ width, from }) => ({
		from,
		slope: charts.reduce((sum, chart) => sum + heightOf(chart, width), 0) / width
	}));
	/** What has the same height from here to the next sample: words take most lines at the narrow end. */
	const parts = samples.map((from, index) => {
		const { slope } = drawings.findLast((each) => each.from <= from) ?? drawings[0]!;
		const fixed = heightOfTexts(texts, from) + charts.length * drawingAfter;
		const base = fixed - 2 * sidePadding(from) * slope;
		return { from, to: samples[index + 1] ?? widestFrame, slope, base };
	});
	const steps = stepStarts.map((from, index) => {
		const own = parts.filter(
			(part) => from <= part.from && part.from < (stepStarts[index + 1] ?? Infinity)
		);
		const base = Math.ceil(Math.max(...own.map((part) => part.base)));
		return { from, base, slope: Math.ceil(own[0]!.slope * 1e4) / 1e4 };
	});
	const isNew = (step: (typeof steps)[number], before?: (typeof steps)[number]) =>
		step.base !== before?.base || step.slope !== before.slope;
	return {
		steps: steps.filter((step, index) => isNew(step, steps[index - 1])),
		widest: widestFrame,
		columns: columnWidths.map((width) => ({
			width,
			height: Math.max(
				...parts
					.filter(({ to }) => to > width)
					.map(({ base, slope, to }) => Math.ceil(base + slope * to))
			)
		}))
	};
}

/** Widths at which a text may take another number of lines: close together, since every line too many stays blank. */
const samples = [
	narrowestFrame,
	320,
	340,
	360,
	390,
	420,
	470,
	520,
	560,
	600,
	640,
	700,
	760,
	820,
	900
];

/** Widths at which a snippet reckons anew: where drawing or padding change, and where words take much less room. */
const stepStarts = [narrowestFrame, 340, 360, 420, 470, 520, 600, 700, 820];

/** Pixels below a drawing. */
const drawingAfter = 10;

const roomIn = (width: number): number => Math.min(width, widestFrame) - 2 * sidePadding(width);

/** @param heights of the drawings at the width they are made for */
const heightOfDrawings = (heights: number[], made: number, width: number): number =>
	heights.reduce((sum, height) => sum + (height * roomIn(width)) / made + drawingAfter, 0);

function heightOfTexts(texts: EmbedTexts, width: number): number {
	const room = roomIn(width);
	const block = (text: string, { size, line, after }: typeof type.text, bold = false) =>
		text === '' ? 0 : wrap(text, room, size, bold).length * line + after;
	const cell = (text: string) => wrap(text, room / 2 - 12, type.text.size).length;
	const pairs = texts.pairs.map(
		([head, one, other]) =>
			block(head, type.text) + Math.max(cell(one), cell(other)) * type.text.line + 6
	);
	const heights = [
		padding.top + padding.bottom,
		block(texts.title, type.title, true),
		block(texts.verdict, type.text, true),
		...texts.above.map((text) => block(text, type.text)),
		...(texts.pairs.length > 0 ? [type.text.line + 12] : []),
		...pairs,
		texts.table === '' ? 0 : type.text.line + 12,
		...texts.headings.map((text) => block(text, type.text, true)),
		...[texts.notes, texts.source, texts.link].map((text) => block(text, type.text))
	];
	return heights.reduce((sum, each) => sum + each, 0);
}
