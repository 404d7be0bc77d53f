import { createHash } from 'node:crypto';

const policyName = 'content-security-policy';

/**
 * A page in the order in which a reader needs it: text, fonts, and then the scripts that wake it up. Kit
 * names all it needs in a header: two dozen scripts make four kilobytes there, more than a proxy takes
 * without being told to. In the page they are compressed.
 *
 * @param response any; what is no page with a list of what it needs is left as it is
 */
export async function deferScripts(response: Response): Promise<Response> {
	const header = response.headers.get('link');
	if (!header || !response.headers.has('x-sveltekit-page')) return response;
	const needed = header
		.split(', ')
		.map((link) => link.replace(/^<([^>]*)>; /, 'href="$1" ').replaceAll(/; ?(?:nopush)?/g, ' '));
	const isScript = (link: string) => link.includes('"modulepreload"');
	const links = needed.filter((link) => !isScript(link)).map((link) => `<link ${link.trim()}>`);
	const scripts = needed.filter(isScript).flatMap((link) => /href="([^"]*)"/.exec(link)?.[1] ?? []);
	const headers = new Headers(response.headers);
	for (const name of ['link', 'etag', 'content-length']) headers.delete(name);
	const html = (await response.text()).replace('</head>', () => `${links.join('\n')}\n</head>`);
	if (scripts.length === 0) return new Response(html, { status: response.status, headers });
	const { page, policy } = startLater(html, scripts, headers.get(policyName) ?? '');
	headers.set(policyName, policy);
	return new Response(page, { status: response.status, headers });
}

/**
 * A page can be read before its scripts come: they are asked for once it has been drawn, all at once, so
 * that they take nothing from its text and fonts. Kit's own start asks for them while the page is parsed:
 * on Lighthouse's phone that puts the first paint off from 0.7 to 0.9 to 1.7 to 2.1 seconds and takes 2 to 4
 * points of a hundred, on a slow phone in a browser it costs 50 to 90 ms and wakes the page 0 to 450 ms sooner.
 * A page in the background is never drawn; it starts at once, and so does one whose browser tells nothing
 * of drawing, a second late.
 *
 * @param policy names the start by its hash, and has to name what it becomes
 * @throws {RangeError} if Kit writes its start otherwise than the release that is pinned
 */
function startLater(
	html: string,
	scripts: string[],
	policy: string
): { page: string; policy: string } {
	const at = html.lastIndexOf('<script>') + '<script>'.length;
	const before = html.slice(at, html.indexOf('</script>', at));
	const after = before.replace(
		/Promise\.all\(\[\s*import\([^)]*\),\s*import\([^)]*\)\s*\]\)/,
		(imports) => `new Promise((drawn) => {
						if (document.hidden) return drawn();
						new PerformanceObserver(drawn).observe({ type: 'paint', buffered: true });
						setTimeout(drawn, 1000);
					}).then(() => {
						for (const href of ${JSON.stringify(scripts)})
							document.head.append(
								Object.assign(document.createElement('link'), { rel: 'modulepreload', href })
							);
						return ${imports};
					})`
	);
	const [was, is] = [before, after].map((text) =>
		createHash('sha256').update(text).digest('base64')
	);
	if (after === before || !policy.includes(was!))
		throw new RangeError('Expected the start that Kit writes into a page, and its hash');
	return {
		page: html.slice(0, at) + after + html.slice(at + before.length),
		policy: policy.replace(was!, () => is!)
	};
}
