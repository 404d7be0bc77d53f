/*
 * One stop of the Tab key for all numbers of a table, and the arrow keys from one to the next, as in a
 * spreadsheet. Without scripts every number is a stop of its own, and all can be reached. What holds the table
 * is a stop where it scrolls.
 */

const links = (row: Element | undefined): HTMLAnchorElement[] => [
	...(row?.querySelectorAll<HTMLAnchorElement>('td a') ?? [])
];

/** Place of a cell in its row: empty cells count, so that a column stays a column. */
const placeOf = (link: Element): number => {
	const cell = link.closest('td');
	return cell ? [...(cell.parentElement?.querySelectorAll('td') ?? [])].indexOf(cell) : -1;
};

/** @param box what holds the table and scrolls it. @returns what ends it */
export const gridKeys = (box: HTMLElement): (() => void) => {
	const table = box.querySelector('table')!;
	const rows = () => [...table.querySelectorAll('tbody tr')];
	const all = () => [...table.querySelectorAll<HTMLAnchorElement>('td a')];

	function stopAt(link: HTMLAnchorElement | undefined) {
		for (const each of all()) each.tabIndex = each === link ? 0 : -1;
	}

	/** The next number in a direction; empty cells are passed over. */
	function next(link: HTMLAnchorElement, key: string): HTMLAnchorElement | undefined {
		const list = rows();
		const at = list.findIndex((row) => row.contains(link));
		const own = links(list[at]);
		switch (key) {
			case 'ArrowRight':
				return own[own.indexOf(link) + 1];
			case 'ArrowLeft':
				return own[own.indexOf(link) - 1];
			case 'Home':
				return own[0];
			case 'End':
				return own.at(-1);
			case 'ArrowDown':
			case 'ArrowUp': {
				const place = placeOf(link);
				const onward = key === 'ArrowDown' ? list.slice(at + 1) : list.slice(0, at).toReversed();
				for (const row of onward) {
					const found = links(row).find((each) => placeOf(each) === place);
					if (found) return found;
				}
			}
		}
		return undefined;
	}

	function move(event: KeyboardEvent) {
		const link =
			event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('td a') : null;
		if (!link || event.altKey || event.ctrlKey || event.metaKey) return;
		const wanted = next(link, event.key);
		if (!wanted) return;
		event.preventDefault();
		stopAt(wanted);
		wanted.focus();
	}

	function remember(event: FocusEvent) {
		const link =
			event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('td a') : null;
		if (link) stopAt(link);
	}

	/** After another view the same table holds other numbers: one of them must stay a stop. */
	const renew = () => {
		if (!all().some((link) => link.tabIndex === 0 && link.hasAttribute('tabindex')))
			stopAt(table.querySelector<HTMLAnchorElement>('td a[aria-current]') ?? all()[0]);
		else for (const link of all()) if (!link.hasAttribute('tabindex')) link.tabIndex = -1;
	};
	const stop = () => {
		const isCut = box.scrollWidth > box.clientWidth + 1 || box.scrollHeight > box.clientHeight + 1;
		if (isCut) box.tabIndex = 0;
		else box.removeAttribute('tabindex');
	};
	const size = new ResizeObserver(stop);
	for (const each of [box, table]) size.observe(each);
	renew();
	const watch = new MutationObserver(renew);
	watch.observe(table, { childList: true, subtree: true });
	table.addEventListener('keydown', move);
	table.addEventListener('focusin', remember);
	return () => {
		watch.disconnect();
		size.disconnect();
		table.removeEventListener('keydown', move);
		table.removeEventListener('focusin', remember);
	};
};
