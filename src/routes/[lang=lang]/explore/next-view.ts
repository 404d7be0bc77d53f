import type { BeforeNavigate } from '@sveltejs/kit';
import { goto, preloadData } from '$app/navigation';
import { page } from '$app/state';
import { firstFilters } from '#lib/view/explore/explore.ts';
import { facetKeys } from '#lib/view/explore/facets.ts';
import { withQuery } from '#lib/view/query.ts';
import { failed } from '#lib/words/explore/next-view.ts';
import type { Lang } from '#lib/words/lang.ts';

/*
 * Another view takes the place of the one on the screen only once it has come. If it does not come, the one
 * that is there stays and the reader is told. Until then clicks in a row all count: a link says what becomes
 * of the view on the screen, so what it changes is done to the view on its way. This comes after the page,
 * which works without it.
 */

interface Screen {
	path: string;
	/** Query of the view on the screen. */
	query: string;
	lang: Lang;
}

/** @param fault says why the page stays */
export function viewByView(screen: () => Screen, fault: (text: string) => void) {
	/** Query of the view that was asked for and has not come yet. */
	let onItsWay: string | undefined;
	/** Its whole address, once it has come. */
	let ready: string | undefined;

	async function bring(query: string) {
		onItsWay = query;
		const { path, lang } = screen();
		const address = withQuery(path, query);
		const before = page.data;
		const come = await preloadData(address).catch(() => undefined);
		if (onItsWay !== query) return;
		// Where the server fails Kit hands out what is on the screen once more.
		const isLoaded = come?.type === 'loaded' && come.status === 200 && come.data !== before;
		if (isLoaded || come?.type === 'redirect') {
			ready = new URL(address, location.href).href;
			return goto(address, { keepFocus: true, noScroll: true });
		}
		onItsWay = undefined;
		// Where the server has the page, only what this one is made of is out of date: it is loaded whole.
		const reply = await fetch(address, { method: 'HEAD' }).catch(() => undefined);
		if (reply?.ok) location.assign(address);
		else fault(failed[lang]);
	}

	return {
		before({ to, type, cancel, willUnload }: BeforeNavigate) {
			const { path, query: shown } = screen();
			const isView = to?.url.pathname === path && to.url.hash === '' && navigator.onLine;
			if (type === 'popstate' || willUnload || !isView || to.url.href === ready) return;
			cancel();
			const query = to.url.search.slice(1);
			void bring(onItsWay === undefined ? query : merged(onItsWay, shown, query));
		},
		after() {
			onItsWay = ready = undefined;
		}
	};
}

/** Keys whose values are lists of which a click adds or takes away one. */
const lists: string[] = [...facetKeys, 'pin'];

/**
 * @param onItsWay query of the view that has been asked for
 * @param shown query of the view on the screen
 * @param wanted query of the link that was clicked there
 * @returns the query of the view on its way with the change of the link
 */
export function merged(onItsWay: string, shown: string, wanted: string): string {
	const [view, before, after] = [chosenIn(onItsWay), chosenIn(shown), chosenIn(wanted)];
	for (const key of new Set([...before.keys(), ...after.keys()])) {
		const [old, now] = [before.get(key) ?? '', after.get(key) ?? ''];
		if (old === now) continue;
		const value = lists.includes(key) ? changed(view.get(key) ?? '', old, now) : now;
		if (value === '') view.delete(key);
		else view.set(key, value);
	}
	// Without any choice left the address says that all figures are meant.
	return view.size === 0 ? 'rows=question' : view.toString().replaceAll('%2C', ',');
}

const codesOf = (list: string): string[] => list.split(',').filter((code) => code !== '');

function changed(list: string, old: string, now: string): string {
	const [gone, come] = [new Set(codesOf(old)), new Set(codesOf(now))];
	const stays = codesOf(list).filter((code) => come.has(code) || !gone.has(code));
	const added = [...come].filter((code) => !gone.has(code));
	return [...new Set([...stays, ...added])].join();
}

/** All that a query chooses: none is the first view, which an address need not spell out. */
function chosenIn(query: string): URLSearchParams {
	if (query === 'rows=question') return new URLSearchParams();
	return new URLSearchParams(
		query ||
			Object.entries(firstFilters).map(([key, codes]): [string, string] => [key, codes.join()])
	);
}
