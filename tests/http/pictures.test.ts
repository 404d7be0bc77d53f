import { createCanvas, loadImage } from '@napi-rs/canvas';
import { describe, expect, test } from 'vitest';
import { themes } from '#lib/charts/index.ts';
import { readCsv } from '../fixtures/data-package.ts';
import { chunksOf } from '../fixtures/png-chunks.ts';
import { sampleOf } from '../support/sample.ts';
import { useServer } from '../support/site.ts';

const server = useServer({ RATE_PER_MINUTE: '0' });
const { get } = server;
const bytesOf = async (path: string) => {
	const reply = await get(path);
	expect(reply.status, path).toBe(200);
	return Buffer.from(await reply.arrayBuffer());
};

/** Width and height as IHDR has them. */
const sizeOf = (png: Buffer) => [png.readUInt32BE(16), png.readUInt32BE(20)];

const views = [
	'questions/defend-nato-ally',
	'questions/defend-nato-ally/by-region',
	'regions',
	'claims/c12',
	'explore/together'
];

describe('a picture', () => {
	test.each(views)(
		'of %s travels alone: finding, question, base, source, date, address',
		async (view) => {
			const reply = await get(`/de/${view}.svg`);
			expect(reply.status).toBe(200);
			expect(reply.headers.get('content-type')).toBe('image/svg+xml');
			const svg = await reply.text();
			const words = [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text]) => text).join(' ');
			for (const part of [
				'Prozent aller Befragten',
				// A statement has a source of its own; that of the figures is named beside it.
				view.startsWith('claims/') ? 'Zahlen:' : 'Quelle:',
				'Erhoben:',
				'Datenstand:',
				'Beistand ·'
			])
				expect(words).toContain(part);
			expect(words.replaceAll(/- ?/g, '')).toContain(
				`${server.origin.slice(7)}/de/${view.replace('/by-region', '?by=region')}`.replaceAll(
					'-',
					''
				)
			);
			expect(svg).toMatch(/^<svg[^>]* role="img" aria-label="[^"]{40,}"/);
			expect(svg).not.toMatch(/<script|<style|undefined|NaN/);
		}
	);

	test.each(views)('of %s as PNG carries its address and stays a valid file', async (view) => {
		const png = await bytesOf(`/en/${view}.png?w=480&scale=1`);
		const chunks = chunksOf(png);
		expect(chunks[0]?.type).toBe('IHDR');
		expect(chunks.at(-1)?.type).toBe('IEND');
		const texts = chunks.filter(({ type }) => type === 'iTXt').map(({ data }) => data.toString());
		expect(texts.find((text) => text.startsWith('Source\0'))).toContain(`${server.origin}/en/`);
		expect(sizeOf(png)[0]).toBe(480);
		const image = await loadImage(png);
		expect([image.width, image.height]).toEqual(sizeOf(png));
	});

	test('as PNG is a third of what Skia makes of it, with the colours of the theme, and has its size on paper', async () => {
		const path = '/de/questions/defend-nato-ally.png?w=600';
		const png = await bytesOf(path);
		const image = await loadImage(png);
		const canvas = createCanvas(image.width, image.height);
		const context = canvas.getContext('2d');
		context.drawImage(image, 0, 0);
		expect(png.length).toBeLessThan(100_000);
		expect(png.length).toBeLessThan(0.6 * canvas.encodeSync('png').length);
		const chunks = chunksOf(png);
		// Eight bits a pixel, a number of the palette.
		expect([...chunks[0]!.data.subarray(8, 10)]).toEqual([8, 3]);
		const colors = chunks
			.find(({ type }) => type === 'PLTE')!
			.data.toString('hex')
			.match(/.{6}/g);
		for (const token of ['paper', 'ink', 'yes', 'no'] as const)
			expect(colors).toContain(themes.light[token].slice(1));
		for (const [scale, density] of [
			[1, 96],
			[2, 192],
			[4, 384]
		]) {
			const sized = chunksOf(await bytesOf(`${path}&scale=${scale}`));
			const perMetre = sized.find(({ type }) => type === 'pHYs')!.data.readUInt32BE(0);
			expect(Math.round(perMetre * 0.0254)).toBe(density);
		}
	});

	test('has the size, scale and colours it is asked for', async () => {
		const path = '/de/questions/defend-nato-ally.png';
		const [width, height] = sizeOf(await bytesOf(`${path}?w=600&scale=1`));
		expect(sizeOf(await bytesOf(`${path}?w=600`))).toEqual([width! * 2, height! * 2]);
		for (const theme of ['light', 'dark'] as const) {
			const image = await loadImage(await bytesOf(`${path}?w=300&scale=1&theme=${theme}`));
			const context = createCanvas(image.width, image.height).getContext('2d');
			context.drawImage(image, 0, 0);
			const [red, green, blue] = context.getImageData(2, 2, 1, 1).data;
			const hex = [red, green, blue].map((each) => each?.toString(16).padStart(2, '0')).join('');
			expect(`#${hex}`).toBe(themes[theme].paper);
		}
	});

	test('of an absurd size is brought into bounds', async () => {
		const path = '/de/regions.png';
		expect(sizeOf(await bytesOf(`${path}?w=1&scale=1`))[0]).toBe(280);
		expect(sizeOf(await bytesOf(`${path}?w=-5&scale=0`))[0]).toBe(280);
		const [width = 0, height = 0] = sizeOf(await bytesOf(`${path}?w=999999&scale=999`));
		expect(width).toBeGreaterThanOrEqual(1200);
		expect(width * height).toBeLessThan(24_100_000);
	});

	test.each([
		['/de/regions.png?w=wide', 400, '„wide“'],
		['/en/questions/defend-nato-ally.svg?by=rain', 400, '“rain”'],
		['/en/questions/defend-nato-ally.png?theme=auto', 400, '“auto”'],
		['/de/questions/defend-nato-ally.png?card=portait', 400, '„portait“'],
		['/en/questions/no-such.png', 404, 'no such page'],
		['/en/claims/c999.svg', 404, 'no such page']
	])('%s is refused with the reason', async (path, status, words) => {
		const reply = await get(path);
		expect(reply.status).toBe(status);
		expect(reply.headers.get('content-type')).toBe('application/problem+json');
		expect(((await reply.json()) as { detail: string }).detail).toContain(words);
	});

	test('is the same bytes every time, and 304 to who has them', async () => {
		const path = '/en/questions/view-of-nato.png?by=time';
		const first = await get(path);
		const etag = first.headers.get('etag') ?? '';
		expect((await get(path, { headers: { 'if-none-match': etag } })).status).toBe(304);
		expect((await get(`${path}&utm_source=x`)).headers.get('etag')).toBe(etag);
		expect(first.headers.get('access-control-allow-origin')).toBe('*');
		expect(first.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
	});
});

describe('a card for social networks', () => {
	const pages = [
		...readCsv('questions.csv').rows.flatMap(([id = '']) => [
			`questions/${id}`,
			`questions/${id}/by-region`
		]),
		'regions',
		'explore/together',
		...readCsv('claims.csv').rows.map(([id = '']) => `claims/${id}`)
	];

	test('is 1200 × 630 for every view', async () => {
		const wrong: unknown[] = [];
		for (const page of sampleOf(pages, 40)) {
			const size = sizeOf(await bytesOf(`/de/${page}.png?card`));
			if (size.join() !== '1200,630') wrong.push([page, ...size]);
		}
		expect(wrong).toEqual([]);
	});

	test.each(views)('is a square or upright for %s, with the address of the site', async (view) => {
		for (const [shape, ...expected] of [
			['wide', 1200, 630],
			['square', 1080, 1080],
			['portrait', 1080, 1350]
		] as const) {
			const path = `/de/${view}`;
			expect(sizeOf(await bytesOf(`${path}.png?card=${shape}`)), path).toEqual(expected);
			const svg = await (await get(`${path}.svg?card=${shape}`)).text();
			expect(svg).toContain(`Beistand\u00a0·\u00a0${server.origin.slice(7)}<`);
		}
	});

	test('is offered in every shape beside the texts to embed, in the colours chosen', async () => {
		const html = await (await get('/de/embed-code/questions/defend-nato-ally?theme=dark')).text();
		const links = [...html.matchAll(/<a href="([^"]*card[^"]*)"[^>]*>([^<]*)</g)];
		expect(links.map(([, , name]) => name)).toEqual([
			'Querformat, 1200 × 630',
			'Quadrat, 1080 × 1080',
			'Hochformat, 1080 × 1350'
		]);
		for (const [, address = '', name = ''] of links) {
			const path = address.replaceAll('&amp;', '&').replace(server.origin, '');
			const reply = await get(path);
			expect(reply.headers.get('content-disposition')).toContain('attachment');
			const png = Buffer.from(await reply.arrayBuffer());
			expect(`${name.split(', ')[0]}, ${sizeOf(png).join(' × ')}`).toBe(name);
		}
	});

	test('of one number has it large, who said it, and where it is from; it is that of the figure’s page', async () => {
		const path = '/de/figures/pew-2015-spring~defend-nato-ally~deu~all~should-not';
		const html = await (await get(path)).text();
		expect(html).toContain(`<meta property="og:image" content="${server.origin}${path}.png?card"`);
		for (const [, link = ''] of html.matchAll(/href="([^"]*\.png\?[^"]*)"/g)) {
			const png = Buffer.from(await (await get(link.replaceAll('&amp;', '&'))).arrayBuffer());
			expect(['1200,630', '1080,1080', '1080,1350']).toContain(sizeOf(png).join());
		}
		const svg = await (await get(`${path}.svg?card=square`)).text();
		const texts = [...svg.matchAll(/<text[^>]*font-size="([\d.]+)"[^>]*>([^<]*)</g)];
		const [largest] = texts.toSorted((a, b) => Number(b[1]) - Number(a[1]));
		expect(largest?.[2]).toBe('58\u00a0%');
		const words = texts.map(([, , text]) => text).join(' ');
		for (const part of [
			'einsetzen“, Deutschland',
			'So wurde gefragt:',
			'Prozent aller',
			'Quelle: Pew'
		])
			expect(words).toContain(part);
	});

	test('of a number that is missing says so inside its frame', async () => {
		const path = '/de/figures/pew-2015-spring~defend-nato-ally~deu~west~should.svg';
		for (const card of ['wide', 'square', 'portrait']) {
			const svg = await (await get(`${path}?card=${card}`)).text();
			expect(svg).not.toMatch(/\d\u00a0%/);
			const large = [...svg.matchAll(/<text[^>]*font-size="30"[^>]*>([^<]*)</g)];
			expect(large.map(([, text]) => text).join(' ')).toBe(
				'im Westen höher, schreibt das Institut; ohne Zahl'
			);
		}
		expect((await get('/de/figures/pew-2015-spring~defend-nato-ally~deu~all~x.png')).status).toBe(
			404
		);
	});

	test('is named on the page with its size and every number in words', async () => {
		const html = await (await get('/de/questions/defend-nato-ally?by=region')).text();
		const meta = (name: string) =>
			new RegExp(`<meta (?:property|name)="${name}" content="([^"]*)"`).exec(html)?.[1];
		expect(meta('og:image')).toBe(
			`${server.origin}/de/questions/defend-nato-ally.png?by=region&amp;card`
		);
		expect([meta('og:image:width'), meta('og:image:height')]).toEqual(['1200', '630']);
		expect(meta('og:url')).toBe(`${server.origin}/de/questions/defend-nato-ally?by=region`);
		expect([meta('og:locale'), meta('og:locale:alternate')]).toEqual(['de_DE', 'en_US']);
		expect(meta('twitter:card')).toBe('summary_large_image');
		expect(meta('og:image:alt')).toMatch(/29\sProzent.*43\sProzent/);
	});
});
