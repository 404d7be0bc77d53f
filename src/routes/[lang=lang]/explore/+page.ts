import type { PageLoad } from './$types';

/** The parts of the page that only some views need come with these, for the server's rendering too. */
export const load: PageLoad = async ({ data }) => ({
	...data,
	parts: {
		CellPanel: data.tray && (await import('./CellPanel.svelte')).default,
		CheckedNumbers:
			data.checked && (await import('#lib/components/search/CheckedNumbers.svelte')).default,
		SearchHelp: data.searched && (await import('#lib/components/search/SearchHelp.svelte')).default,
		SearchResults:
			data.hits.length > 0 ? (await import('./SearchResults.svelte')).default : undefined
	}
});
