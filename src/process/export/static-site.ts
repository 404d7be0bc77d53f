import { embeddableAt } from '#lib/view/share/embeddable.ts';
import { langs } from '#lib/words/lang.ts';
import { staticAddresses, staticPath } from './static-page.ts';

/** Forms of an embeddable page besides itself; a kind of address that is added goes here. */
const besides = (path: string): string[] => {
	const [, lang = '', rest = ''] = /^\/([^/]+)\/(.+)$/.exec(path) ?? [];
	if (path.includes('/embed/') || path.includes('.') || !embeddableAt(path)) return [];
	return [`/${lang}/embed/${rest}`, `${path}.svg`, `${path}.png`, `${path}.png?card`];
};

/** Addresses that no page links to. */
export const seeds: string[] = [
	...langs.map((lang) => `/${lang}`),
	...langs.map((lang) => `/${lang}/corrections.atom`),
	'/openapi.json',
	'/llms.txt',
	'/embed.js',
	'/robots.txt',
	'/favicon.svg'
];

/**
 * Addresses that a page leads to and that can be files: its links without a query, its files and its
 * embeds. The links are those of the page itself, so a new kind of page needs no line here.
 */
export function addressesOf(html: string, address: string): string[] {
	const base = new URL(address, 'http://static.invalid');
	const targets = [...html.matchAll(/<(?:a|link|img)\b[^>]*? (?:href|src)="([^"]*)"/g)]
		.map(([, target = '']) => staticPath(target.replaceAll('&amp;', '&'), base))
		.filter((path) => path !== undefined)
		.map((path) => path.split('#', 1)[0] ?? '')
		.filter((path) => path !== '' && path !== '/' && !path.includes('?'));
	const metadata = targets
		.filter((path) => path.endsWith('.csv'))
		.map((path) => `${path}-metadata.json`);
	return [...targets, ...metadata, ...besides(address)];
}

/** The file of an address: pages are folders with an index, which every static host understands. */
export const fileOf = (address: string, type: string): string =>
	type.startsWith('text/html') ? `${address}/index.html` : staticAddresses(address);
