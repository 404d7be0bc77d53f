import type { conflictNames } from '#lib/words/pages/misprints.ts';
import type { stanceNames } from '#lib/words/pages/readings.ts';
import type { Text } from '../words/lang.ts';
import type { DataPoint, SourceInfo } from './row.ts';

/** How one outlet reads the figures. */
export interface Reading {
	/** Its code is the reading's own. */
	source: SourceInfo;
	outlet: string;
	author: string | null;
	/** Day, month or year, as far as known. */
	published: string | null;
	country: { code: string; label: Text };
	stance: keyof typeof stanceNames;
	/** What it makes of the figures, in our words. */
	says: Text;
	/** How its words depart from the question; null: nothing noted. */
	shift: Text | null;
	/** Code of the survey it rests on. */
	survey: string;
	figures: DataPoint[];
}

/** A wrong or wrongly named number in circulation, beside the cell it is said to be. */
export interface Misprint {
	row: DataPoint;
	/** Per cent, as printed. */
	printed: number;
	/** Per cent; null where nothing was published under that name. */
	published: number | null;
	kind: keyof typeof conflictNames;
	source: SourceInfo;
	note: Text;
}
