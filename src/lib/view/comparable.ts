import type { ItemInfo } from './row.ts';

/** What keeps waves of one question from being read as one course. */
export type Unlike = 'wording' | 'unseen' | 'mode';

/**
 * The one rule on whether waves of a question were asked alike: lines of charts, marks in tables, compared
 * cells and guided readings all go by it.
 *
 * The data say of every wave whether it may be joined with the others, and whoever said so has read the
 * wordings: two printings of the same sentence, “(survey country)” and “[SURVEY COUNTRY]”, are no two
 * wordings. Where a wave may not be joined, its wording counts as another one if its text is.
 */
export function unlikenesses(items: (ItemInfo | undefined)[]): Unlike[] {
	const found: Unlike[] = [];
	const texts = new Set(items.flatMap((item) => item?.wording?.en ?? []));
	if (texts.size > 1 && !items.every(isJoined)) found.push('wording');
	// Of two that nobody has seen it is not known whether they are the same.
	if (items.some((item) => !item?.wording)) found.push('unseen');
	if (items.some((item) => item?.comparable === 'mode')) found.push('mode');
	return found;
}

/** Whether a wave may be joined with the others of its question by a line. */
export const isJoined = (item: ItemInfo | undefined): boolean => item?.comparable === 'yes';
