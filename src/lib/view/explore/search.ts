import type { FacetKey } from './facets.ts';
import type { Misprint } from '#lib/view/reading.ts';
import type { Dictionary, DataPoint } from '#lib/view/row.ts';
import type { relationNames } from '#lib/words/codes.ts';
import type { Text } from '#lib/words/lang.ts';
import type { NumberVerdict } from '#lib/words/search/verdicts.ts';

/* What a search says besides the figures it lets through. */

/** A name that is a value of a facet: a country, a group, a year, an institute. */
export interface NamedValue {
	key: FacetKey;
	code: string;
	label: string;
	/** Figures with this value that the rest of the search lets through. */
	count: number;
	/** Query of the workbench with the value chosen and the other words still looked for. */
	query: string;
}

/** Why a search shows nothing, and what may help. */
export interface Nothing {
	/** Words that stand in no text and are no name of this record. */
	unknown: string[];
	/** Words that are known, but no figure has all of them together; each with its own figures. */
	apart: { word: string; count: number; query: string }[];
}

/** The same words, one of them spelt as the record spells it. */
interface Suggestion {
	/** The whole search as it would read. */
	text: string;
}

/** What a search of the workbench or of the list of questions found. */
export interface Searched {
	values: NamedValue[];
	suggestion: Suggestion | undefined;
	/** Undefined where something was found. */
	nothing: Nothing | undefined;
}

/** A statement of the article that rests on a figure with the number. */
interface StatementWithNumber {
	id: string;
	claim: Text;
	relation: keyof typeof relationNames;
}

/** A reading that uses a figure with the number. */
interface ReadingWithNumber {
	/** Code of its source. */
	id: string;
	outlet: string;
	author: string | null;
	says: Text;
	/** How its words depart from the question; null: nothing noted. */
	shift: Text | null;
	url: string | null;
}

/** One number of a sentence with everything that the record holds of it. */
export interface CheckedNumber {
	/** Per cent, 0…100, as it stands in the sentence. */
	value: number;
	verdict: NumberVerdict;
	/** Figures with this value, those that fit the sentence first; `fitting` of `all` are of what it names. */
	figures: DataPoint[];
	fitting: number;
	all: number;
	misprints: Misprint[];
	statements: StatementWithNumber[];
	readings: ReadingWithNumber[];
}

/** The answer to a number or a pasted sentence. */
export interface CheckedNumbers {
	numbers: CheckedNumber[];
	/** What the sentence names, by which figures were told apart: `Germany`, `2015`. */
	names: string[];
	/** What was published of the question that the sentence seems to be about; empty: none stands out. */
	published: DataPoint[];
	/** Stands for the codes of all rows above. */
	dictionary: Dictionary;
}
