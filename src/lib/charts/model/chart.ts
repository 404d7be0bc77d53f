import type { Lang } from '#lib/words/lang.ts';
import type { Token } from './theme.ts';

/**
 * One drawing as plain data: it goes from the server to the browser as it is. Numbers are per cents
 * as published; where the ink goes is decided later, when the width is known.
 */
export type Chart = RowsChart | TimeChart | OverlapChart | StatementChart | NumberChart;

interface Drawing {
	lang: Lang;
	/** The finding as a sentence, made from the numbers. */
	title: string;
	/** Which question, of which survey. */
	subtitle: string;
	/** Base, source, status and footnotes, a sentence or two each. */
	foot: string[];
	/** All of it in words, where it travels alone: every number and every absence. */
	alt: string;
	/** In words where a table stands beside it: the finding, and what is drawn; some 300 characters. */
	brief: string;
	series: Series[];
}

/** Lines of bars or dots, one below the other. */
export interface RowsChart extends Drawing {
	/**
	 * bars: one answer, or several side by side from a zero of their own; stacked: from 0 to 100;
	 * diverging: one side against the other; dumbbell: dots on a line.
	 */
	kind: 'bars' | 'stacked' | 'diverging' | 'dumbbell';
	/** What was asked for, then what comes near it, each under its heading. */
	sections: Section[];
	/** Head of the numbers at the right of a dumbbell; empty when none has a gap. */
	gapHead: string[];
	/** Per cent that bars reach at least: the same in charts that are read side by side. */
	leastRange?: number;
}

/** Shares over the years, to scale. */
export interface TimeChart extends Drawing {
	kind: 'time';
	lines: Line[];
}

/** Two answers of the same people on one bar of a hundred, as far apart as their overlap stands. */
export interface OverlapChart extends Drawing {
	kind: 'overlap';
	/** From left to right; certain parts stand at every overlap. Per cent. */
	stretches: { series: number; isCertain: boolean; x: number; width: number }[];
	/** Each group's middle and its number, where there is room for one. */
	numbers: { x: number; width: number; text: string }[];
	/** Each answer over the people who gave it, the first one nearest to the bar. */
	brackets: { label: string; color: Token; x: number; width: number }[];
	/** Where the overlap ends at its least and at its most. */
	limits: { x: number; text: string }[];
	/** Where the overlap begins, whatever its size. */
	start: number;
	/** What hatching means; null where nothing is open. */
	open: string | null;
}

/** A statement of the article: how its wording moved, and the figures behind it. */
export interface StatementChart extends Drawing {
	kind: 'statement';
	/** What it can carry, and why. */
	verdict: string;
	why: string;
	heads: [string, string];
	shifts: { aspect: string; asked: string; written: string }[];
	parts: (RowsChart | TimeChart)[];
}

/** One number by itself, large, with its share of a hundred below. */
export interface NumberChart extends Drawing {
	kind: 'number';
	mark: Mark;
	/** The answer in quotation marks, and who gave it. */
	said: string;
}

/** What one colour stands for: an answer, or a group of people. */
export interface Series {
	id: string;
	label: string;
	color: Token;
	/** Paler, for the milder of two answers on the same side. */
	soft: boolean;
	/** Left or right of zero in a diverging chart. */
	side: -1 | 1;
	/** In a stacked chart: what it is called in words below the bar, where hatching alone does not tell it. */
	told?: string | undefined;
	/** In lines over time: what the colour stands for, and the rest of the name, where both tell the lines apart. */
	byColor?: { key: string; name: string } | undefined;
}

export interface Section {
	/** In bold; null for what was asked for. */
	heading: string | null;
	/** Under the heading: institute, date, question. */
	notes: string[];
	entries: Entry[];
}

/** One line of a chart: a country, a group, or an answer with its dots. */
export interface Entry {
	label: string;
	second: string | null;
	/** Germany, the medians and the figures of a chosen claim, set off by weight. */
	strong: boolean;
	/** Germany among other countries: it lies on a band of its own. */
	home?: boolean;
	marks: Mark[];
	/** East minus West as printed; null with a side missing. */
	gap: string | null;
	/** Which side is missing, in words. */
	missing: string | null;
	/** Its numbers stand in words: medians that lack an answer would begin their stack at a wrong place. */
	isTold?: boolean;
}

/** A number where it is drawn, or the reason why there is none. */
export interface Mark {
	figure: string;
	/** Index into the chart's series; −1: the whole country, a tick between the dots. */
	series: number;
	pct: number | null;
	/** The number as the reader sees it, or the absence in words. */
	text: string;
	low: number | null;
	high: number | null;
	/** Where the share may lie under assumptions, where no error was published; per cent. */
	assumed: { low: number; high: number } | null;
	/** Held with little confidence: drawn paler and marked with a dagger. */
	faint: boolean;
	/** What a pointer resting on it tells: answer and number, base, status. */
	tooltip: string[];
}

export interface Line {
	series: number;
	/** Germany among other countries, set off by weight; all lines of a single country. */
	strong: boolean;
	points: Point[];
}

export interface Point extends Mark {
	/** Year with its fraction: the middle of the field work, else of the year. */
	at: number;
	/** Year, and the institute where it is another. */
	label: string;
	/** Asked alike: joined with the other such points by a line. */
	joined: boolean;
	/** Between it and the point before there was a wave without a figure: the line runs there in dashes. */
	afterGap: boolean;
}

/** How a chart is drawn. */
export interface Style {
	/** Pixels, 280 and up. */
	width: number;
	theme: 'light' | 'dark';
	/** A CSS font-family. */
	fontFamily?: string;
	/** Title, subtitle and foot inside the picture, for a file that travels alone. */
	caption?: boolean;
	/** Pixels; the foot then stands at the bottom of it. Undefined: as high as needed. */
	height?: number;
}
