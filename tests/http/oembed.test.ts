import { describe, expect, test } from 'vitest';
import { useServer } from '../support/site.ts';

// Hundreds of pictures in a minute are no reader's.
const server = useServer({ RATE_PER_MINUTE: '0' });

interface Reply {
	version: string;
	type: string;
	title: string;
	html: string;
	url: string;
	width: number;
	height: number;
	thumbnail_url?: string;
	thumbnail_width?: number;
	thumbnail_height?: number;
	[key: string]: unknown;
}

const ask = (page: string, more = '') =>
	fetch(`${server.origin}/oembed?url=${encodeURIComponent(page)}${more}`);
const answer = async (path: string, more = ''): Promise<Reply> => {
	const reply = await ask(`${server.origin}${path}`, more);
	expect(reply.status, path).toBe(200);
	return (await reply.json()) as Reply;
};

/**
 * What WordPress makes of a rich reply from a provider that is not on its list
 * (wp_filter_oembed_result in wp-includes/embed.php): one frame, few attributes, sandboxed.
 */
function throughWordPress(html: string): string | undefined {
	const allowed = /^(src|width|height|frameborder|marginwidth|marginheight|scrolling|title)$/;
	const content = /^(<blockquote>.*?<\/blockquote>)?.*?(<iframe.*?><\/iframe>)/.exec(html)?.[2];
	if (!content) return undefined;
	const [, attributes = ''] = /^<iframe(.*?)><\/iframe>$/.exec(content) ?? [];
	const kept = [...attributes.matchAll(/\s([a-z]+)="([^"]*)"/g)]
		.filter(([, name = '']) => allowed.test(name))
		.map(([whole]) => whole)
		.join('');
	return `<iframe sandbox="allow-scripts" security="restricted"${kept}></iframe>`;
}

const pages = [
	'/de/questions/defend-nato-ally',
	'/de/questions/defend-nato-ally/by-region',
	'/en/questions/view-of-nato?by=time',
	'/en/regions?sort=label',
	'/de/claims/c12',
	'/en/explore/together'
];

describe('oEmbed', () => {
	test.each(pages)('%s: has what the standard requires', async (path) => {
		const reply = await answer(path);
		expect(reply).toMatchObject({ version: '1.0', type: 'rich', provider_name: 'Beistand' });
		expect(reply.provider_url).toBe(server.origin);
		expect(reply.title).not.toMatch(/[<>]|undefined/);
		expect(reply.width).toBe(600);
		expect(Number.isInteger(reply.height) && reply.height > 150).toBe(true);
		expect(reply.html.match(/<iframe/g)).toHaveLength(1);
		expect(reply.html).not.toMatch(/\n|<script|<object/);
		const src = /src="([^"]*)"/.exec(reply.html)?.[1]?.replaceAll('&amp;', '&') ?? '';
		expect(src.startsWith(`${server.origin}${path.slice(0, 3)}/embed/`)).toBe(true);
		expect((await fetch(src)).status).toBe(200);
		const picture = await fetch(reply.thumbnail_url ?? '');
		const png = Buffer.from(await picture.arrayBuffer());
		expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([
			reply.thumbnail_width,
			reply.thumbnail_height
		]);
	});

	test.each(pages)('%s: passes WordPress’ filter unchanged but for the sandbox', async (path) => {
		const { html } = await answer(path);
		const filtered = throughWordPress(html) ?? '';
		expect(filtered.replace(' sandbox="allow-scripts" security="restricted"', '')).toBe(html);
	});

	test('the filter of this test does take away what WordPress takes away', () => {
		const html =
			'<p>x</p><iframe src="a" style="b" onload="c" loading="lazy"></iframe><script></script>';
		expect(throughWordPress(html)).toBe(
			'<iframe sandbox="allow-scripts" security="restricted" src="a"></iframe>'
		);
		expect(throughWordPress('<object></object>')).toBeUndefined();
	});

	test.each([
		[500, 5000],
		[320, 5000],
		[280, 5000],
		[200, 5000],
		[600, 400],
		[600, 100],
		[90, 30],
		[10_000, 10_000]
	])('is never wider than %i nor higher than %i', async (width, height) => {
		for (const path of pages) {
			const reply = await answer(path, `&maxwidth=${width}&maxheight=${height}`);
			expect(reply.width).toBeLessThanOrEqual(width);
			expect(reply.height).toBeLessThanOrEqual(height);
			expect(reply.thumbnail_width ?? 0).toBeLessThanOrEqual(width);
			expect(reply.thumbnail_height ?? 0).toBeLessThanOrEqual(height);
			if (reply.type === 'photo') expect((await fetch(reply.url)).status).toBe(200);
			else expect(reply.html).toContain(`width="${reply.width}" height="${reply.height}"`);
		}
	});

	test('reckons the height anew for a narrower column', async () => {
		const wide = await answer('/de/questions/defend-nato-ally');
		const narrow = await answer('/de/questions/defend-nato-ally', '&maxwidth=320');
		expect(narrow.width).toBe(320);
		expect(narrow.height).toBeGreaterThan(wide.height);
	});

	test.each([
		['https://example.org/de/regions', '', 404],
		['/de/methods', '', 404],
		['/de/questions/no-such', '', 404],
		['not an address', '', 404],
		['', '', 404],
		['/de/regions', '&format=xml', 501],
		['/de/regions', '&maxwidth=0', 400],
		['/de/regions', '&maxheight=ten', 400]
	])('for %s %s it answers %i with the reason, never 200', async (page, more, status) => {
		const reply = await ask(page.startsWith('/') ? `${server.origin}${page}` : page, more);
		expect(reply.status).toBe(status);
		expect(reply.headers.get('content-type')).toBe('application/problem+json');
		expect(((await reply.json()) as { detail: string }).detail.length).toBeGreaterThan(20);
	});

	test('may be asked from any page, and is kept', async () => {
		const reply = await ask(`${server.origin}/de/regions`);
		expect(reply.headers.get('access-control-allow-origin')).toBe('*');
		expect(reply.headers.get('content-type')).toBe('application/json');
		expect(reply.headers.get('etag')).toMatch(/^"[0-9a-f]{64}(-\w+)?"$/);
	});

	test.each(pages)('is found from %s, in the page and in its header', async (path) => {
		const reply = await fetch(`${server.origin}${path}`);
		const header = reply.headers.get('link') ?? '';
		const [, named = ''] =
			/<([^>]*\/oembed\?[^>]*)>; rel="alternate"; type="application\/json\+oembed"/.exec(header) ??
			[];
		const html = await reply.text();
		const [, href = ''] =
			/<link rel="alternate" type="application\/json\+oembed"[^>]* href="([^"]*)"/.exec(html) ?? [];
		for (const address of [named, href.replaceAll('&amp;', '&')]) {
			const found = (await (await fetch(address)).json()) as Reply;
			expect(found.html).toBe((await answer(path)).html);
		}
	});

	test('is not offered where nothing can be embedded', async () => {
		const reply = await fetch(`${server.origin}/de/methods`);
		expect(reply.headers.get('link') ?? '').not.toContain('oembed');
	});
});
