/** The texts that the page of an embed's code hands out, in their order. */
export interface Snippets {
	frame: string;
	scripted: string;
	picture: string;
	/** Addresses: of the embed alone, of the page, of oEmbed. */
	bare: string;
	page: string;
	oembed: string;
}

/**
 * @param path of the page, `/de/regions?survey=…`
 * @param choice what the form chooses, `plain=1&width=320`
 */
export async function snippetsOf(origin: string, path: string, choice = ''): Promise<Snippets> {
	const url = new URL(path.replace(/^(\/\w\w)/, '$1/embed-code'), origin);
	for (const [key, value] of new URLSearchParams(choice)) url.searchParams.set(key, value);
	const html = await (await fetch(url)).text();
	const texts = textsIn(html);
	const [frame, scripted, picture, bare, page, oembed] = texts;
	if (!frame || !scripted || !picture || !bare || !page || !oembed)
		throw new Error(`Expected six texts at ${url.href}, found ${texts.length}`);
	return { frame, scripted, picture, bare, page, oembed };
}

/** All texts that a page hands out; one that was exported has no oEmbed. */
export const textsIn = (html: string): string[] =>
	[...html.matchAll(/<pre[^>]*>([^<]*)<\/pre>/g)].map(([, text = '']) =>
		text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
	);
