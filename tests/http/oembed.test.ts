import { describe, expect, test } from 'vitest';
import { needsScript, throughWordPress } from '../fixtures/wordpress.ts';
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
		expect(reply.html).not.toContain('scrolling');
		expect(reply.html).not.toMatch(/\n|<script|<object/);
		const src = / src="([^"]*)"/.exec(reply.html)?.[1]?.replaceAll('&amp;', '&') ?? '';
		expect(src.startsWith(`${server.origin}${path.slice(0, 3)}/embed/`)).toBe(true);
		expect((await fetch(src)).status).toBe(200);
		const picture = await fetch(reply.thumbnail_url ?? '');
		const png = Buffer.from(await picture.arrayBuffer());
		expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([
			reply.thumbnail_width,
			reply.thumbnail_height
		]);
	});

	test.each(pages)(
		'%s: WordPress keeps frame and quotation, and loads its script',
		async (path) => {
			const { html } = await answer(path);
			const filtered = throughWordPress(html) ?? '';
			expect(needsScript(filtered)).toBe(true);
			for (const name of ['src', 'title', 'width', 'height']) {
				const [, value = ''] = new RegExp(`<iframe[^>]* ${name}="([^"]*)"`).exec(html) ?? [];
				expect(value, name).not.toBe('');
				expect(filtered).toContain(` ${name}="${value}`);
			}
			expect(filtered).toMatch(/<blockquote[^>]*><a href="[^"]*">[^<]*Beistand<\/a><\/blockquote>/);
		}
	);

	test('the filter of this test does take away what WordPress takes away', () => {
		const html =
			'<p>x</p><iframe src="a" style="b" onload="c" loading="lazy"></iframe><script></script>';
		expect(throughWordPress(html)).not.toMatch(/onload|loading|script>|style/);
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
			expect(reply.type).toBe('rich');
			expect(reply.html).toContain(`width="${reply.width}" height="${reply.height}"`);
		}
	});

	test('reckons the height anew for a narrower column', async () => {
		const wide = await answer('/de/questions/defend-nato-ally');
		const narrow = await answer('/de/questions/defend-nato-ally', '&maxwidth=320');
		expect(narrow.width).toBe(320);
		expect(narrow.height).toBeGreaterThan(wide.height);
	});

	test('gives the width that is asked for, and the height that it needs there', async () => {
		for (const width of [280, 420, 760, 900]) {
			const reply = await answer('/de/questions/defend-nato-ally', `&maxwidth=${width}`);
			expect(reply.width).toBe(width);
			expect(reply.html).toContain(` width="${width}" height="${reply.height}"`);
		}
	});

	test('knows its pages however the address is written', async () => {
		const { port } = new URL(server.origin);
		const { html } = await answer('/de/regions');
		for (const page of [
			`${server.origin}/de/regions/`,
			`https://127.0.0.1:${port}/de/regions`,
			'http://127.0.0.1/de/regions',
			'http://127.0.0.1:8080/de/regions?utm_source=x',
			`${server.origin}/de/embed/regions`
		])
			expect(((await (await ask(page)).json()) as Reply).html, page).toBe(html);
	});

	test('names no institute as the author of a sentence that it did not write', async () => {
		for (const path of pages) {
			const reply = await answer(path);
			expect([reply['author_name'], reply['author_url']], path).toEqual([
				'Beistand',
				server.origin
			]);
		}
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
