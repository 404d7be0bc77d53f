/*
 * A page for a place without a server. It is the page as it is with JavaScript off, whose numbers, words
 * and files are complete; what would need an answer to a query is taken out, never left to show the wrong
 * view.
 */

/** Scripts, and the links that ask for them early. */
const scripts =
	/<script(?![^>]*application\/ld\+json)[\s\S]*?<\/script>\s*|<link [^>]*rel="modulepreload"[^>]*>\s*/g;
/** The server's page carries its style, and names the sheets for the scripts; here they take its place. */
const style = /<style>[\s\S]*?<\/style>\s*/g;
const unusedSheet = ' disabled media="(max-width: 0)"';
/** What is assumed belongs to the figures; here it can be read and not changed. */
const assumptions = /<section class="strip[\s\S]*?<\/section>/g;
const variants = /<details class="filters[\s\S]*?<\/details>|<form[\s\S]*?<\/form>/g;

/** Addresses that only a server answers, and buttons that only a script answers. */
const served =
	/<link [^>]*type="application\/json\+oembed"[^>]*>\s*|<button type="button"[\s\S]*?<\/button>|<p class="cards[\s\S]*?<\/p>/g;
/** On the page of the embed code: the text that is an address for oEmbed. */
const oembedText =
	/<div class="copy[^"]*">(?:(?!<div class="copy)[\s\S])*?\/oembed\?(?:(?!<div)[\s\S])*?<\/div>/g;

/** `/en/questions/x.png?by=region&amp;card` in every spelling that HTML, a text in it, JSON and CSV have. */
const regionView =
	/(\/[a-z]{2}\/(?:embed\/|embed-code\/)?questions\/[\w-]+)((?:\.[a-z][a-z.-]*[a-z])?)\?by=region((?:&(?:amp;)*(?:card(?:=\w+)?|w=\d+|download))*)(?![\w&=%-])/g;
/** A number has no card of its own among the files, for there would be thousands: that of its question stands in. */
const numberCard = /\/figures\/[\w-]+~([\w-]+)~[\w~-]+(?=\.png\?card(?![\w&=%-]))/g;
const card = /\.png\?card(?![\w&=%-])/g;

/**
 * Addresses in any text file, as they are among the files. A host of files takes no notice of a query, so
 * that the view by region would be that of all countries: it has an address of its own. A card is a file.
 */
export const staticAddresses = (text: string): string =>
	text
		.replace(
			regionView,
			(_, question: string, form: string, more: string) =>
				`${question}/by-region${form}${more.replace(/&(amp;)*download/, '').replace(/^&(amp;)*/, '?')}`
		)
		.replace(numberCard, '/questions/$1')
		.replace(card, '.card.png');

/**
 * @param html as the server sends it
 * @param address its path, to which relative addresses belong
 * @param isThere whether a path will be among the files
 */
export function staticPage(
	html: string,
	address: string,
	isThere: (path: string) => boolean
): string {
	const base = new URL(address, 'http://static.invalid');
	// Policies of embeds allow their one script by its hash; it needs no server.
	const still = address.includes('/embed/')
		? html
		: html.replace(scripts, '').replace(style, '').replaceAll(unusedSheet, '');
	return staticAddresses(still.replace(served, '').replace(oembedText, ''))
		.replace(assumptions, (section) =>
			section
				.replaceAll('<form', '<div')
				.replaceAll('</form>', '</div>')
				.replace(/<input type="hidden"[^>]*>|<p class="buttons[\s\S]*?<\/p>/g, '')
				.replace(/<input [^>]*?value="([^"]*)"[^>]*>/g, '<output>$1</output>')
		)
		.replace(variants, '')
		.replace(/<html /, '<html class="static" ')
		.replace(/ (href|src)="([^"]*)"/g, (whole, name: string, target: string) => {
			const place = name === 'src' || target.includes('_app/') ? assetAt(target, base) : undefined;
			return place === undefined ? whole : ` ${name}="${place}"`;
		})
		.replace(/<a ([^>]*?)href="([^"]*)"/g, (whole, before: string, target: string) => {
			const path = staticPath(target.replaceAll('&amp;', '&'), base);
			if (path === undefined) return whole;
			if (path.includes('?')) return `<a ${before}hidden data-needs-server`;
			// What was not exported stays as text.
			return isThere(path.split('#', 1)[0] ?? '') ? `<a ${before}href="${path}"` : `<a ${before}`;
		});
}

/** Built files by their whole path: a page may be asked for with a slash at its end. */
function assetAt(target: string, base: URL): string | undefined {
	const whole = new URL(target, base);
	return whole.origin === base.origin && /^(\.|\/(?!\/))/.test(target) ? whole.pathname : undefined;
}

/**
 * Where a link of ours leads among the files.
 *
 * @returns undefined if it leads elsewhere; with a query if only a server could answer
 */
export function staticPath(target: string, base: URL): string | undefined {
	if (!URL.canParse(target, base)) return undefined;
	const { origin, pathname, searchParams, search, hash } = new URL(target, base);
	if (origin !== base.origin || target.startsWith('#')) return undefined;
	searchParams.delete('download');
	const query = searchParams.toString();
	if (query === '') return pathname + hash;
	// The East–West view of a question has an address of its own, in every form.
	const [, question, form = ''] =
		/^(\/\w\w\/(?:embed-code\/)?questions\/[^/.]+)(\..+)?$/.exec(pathname) ?? [];
	if (query === 'by=region' && question) return `${question}/by-region${form}${hash}`;
	return pathname + search + hash;
}
