import { seed } from './seed.ts';

/** Whether whole classes are walked, for a night: `THOROUGH=1 npm test`. */
const isThorough = process.env['THOROUGH'] !== undefined;

/** How many random cases a test tries: `usual`, or `thorough` of them if tests are to be thorough. */
export const runs = (usual: number, thorough: number): number => (isThorough ? thorough : usual);

/**
 * Some of a large class. On CI always the same, elsewhere others with every run (see `seed`), so that in
 * time all of them are seen.
 *
 * @returns `count` of them in their order; all if there are no more, or if the test is to be thorough
 */
export function sampleOf<Item>(all: readonly Item[], count: number): Item[] {
	if (isThorough || all.length <= count) return [...all];
	// mulberry32: small, and the same on every machine.
	let state = seed;
	const random = () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return (mixed ^ (mixed >>> 14)) >>> 0;
	};
	const drawn = new Set(
		all
			.map((_, index) => ({ index, key: random() }))
			.sort((a, b) => a.key - b.key)
			.slice(0, count)
			.map(({ index }) => index)
	);
	return all.filter((_, index) => drawn.has(index));
}
