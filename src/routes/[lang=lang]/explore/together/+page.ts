import type { PageLoad } from './$types';

/** Counted or only bounded: a view shows one of the two, and brings that one. */
export const load: PageLoad = async ({ data }) => {
	const { measured } = data.together;
	const isCounted = measured !== null && measured !== 'suppressed';
	return {
		...data,
		parts: {
			TogetherMeasured: isCounted ? (await import('./TogetherMeasured.svelte')).default : undefined,
			TogetherOverlap: isCounted ? undefined : (await import('./TogetherOverlap.svelte')).default
		}
	};
};
