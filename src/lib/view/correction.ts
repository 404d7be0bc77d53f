import type { Text } from '#lib/words/lang.ts';

/** A figure that was taken back, as a reader is told of it. */
export interface Correction {
	/** Id that no longer stands, and that of the figure in its place. */
	figure: string;
	successor: string | null;
	/** Day as YYYY-MM-DD. */
	on: string;
	/** What stood there, and what stands now, with number, answer, place, question and survey. */
	before: Text;
	after: Text | null;
	reason: Text;
}
