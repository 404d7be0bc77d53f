import { redirect } from '@sveltejs/kit';
import { nearestCodes } from '#lib/server/data/suggest.ts';
import { isForeign, isPresentation } from '#lib/view/address-keys.ts';
import { withQuery, type Notice } from '#lib/view/query.ts';

/**
 * One view has one address. A form without JavaScript sends its fields one by one; the reader is led
 * to the canonical address, unless there is a notice, which a redirect would lose.
 */
export function toCanonical(url: URL, canonical: string, notices: Notice[]): void {
	const chosen = new URLSearchParams(canonical);
	const isOfView = (key: string) => chosen.has(key) || !(isForeign(key) || isPresentation(key));
	const own = new URLSearchParams([...url.searchParams].filter(([key]) => isOfView(key)));
	if (notices.length > 0 || plain(own.toString()) === plain(canonical)) return;
	redirect(302, withQuery(url.pathname, canonical));
}

/** Commas and other signs may be written as they are or escaped; that makes no other address. */
const plain = (query: string): string => new URLSearchParams(query).toString();

/** The notices, each with the nearest view where one can be guessed. */
export const withSuggestions = (notices: Notice[], url: URL) =>
	notices.map((notice) => ({ ...notice, nearest: suggestionFor(notice, url) }));

/** The address with the closest known code in place of an unknown one. */
function suggestionFor({ kind, key, value, possible }: Notice, url: URL) {
	const [code] = kind === 'too_many' ? [] : nearestCodes(value || key, possible, 1);
	if (!code) return undefined;
	const query = new URLSearchParams(url.searchParams);
	if (kind === 'unknown_value') {
		const values = url.searchParams.getAll(key).flatMap((each) => each.split(','));
		query.set(key, values.map((each) => (each === value ? code : each)).join());
	} else {
		for (const each of url.searchParams.getAll(key)) query.append(code, each);
		query.delete(key);
	}
	return { href: `?${query.toString().replaceAll('%2C', ',')}`, label: code };
}
