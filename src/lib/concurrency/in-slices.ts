import { setImmediate } from 'node:timers/promises';

/** Milliseconds of work after which others have their turn. */
const slice = 8;

/**
 * All that an iterator makes, made in slices: between two of them the event loop answers others. An item
 * is the smallest piece of work, so it should take no longer than a slice.
 */
export async function inSlices<Item>(items: Iterable<Item>): Promise<Item[]> {
	const made: Item[] = [];
	let begun = performance.now();
	for (const item of items) {
		made.push(item);
		if (performance.now() - begun < slice) continue;
		await setImmediate();
		begun = performance.now();
	}
	return made;
}
