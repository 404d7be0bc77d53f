/**
 * What a page needs early, named in its head. Kit names it in a header: two dozen scripts make four
 * kilobytes there, more than a proxy takes without being told to. In the page they are compressed.
 *
 * @param response any; what is no page with a list of what it needs is left as it is
 */
export async function linksInPage(response: Response): Promise<Response> {
	const header = response.headers.get('link');
	if (!header || !response.headers.has('x-sveltekit-page')) return response;
	const links = header
		.split(', ')
		.map((link) => link.replace(/^<([^>]*)>; /, 'href="$1" ').replaceAll(/; ?(?:nopush)?/g, ' '))
		.map((link) => `<link ${link.trim()}>`);
	const headers = new Headers(response.headers);
	for (const name of ['link', 'etag', 'content-length']) headers.delete(name);
	const html = (await response.text()).replace('</head>', () => `${links.join('\n')}\n</head>`);
	return new Response(html, { status: response.status, headers });
}
