import { expect, test } from 'vitest';
import { heightStyle } from '#lib/components/share/embed-code.ts';
import { heightOfEmbed, heightsOfEmbed } from '#lib/server/share/embeds.ts';
import { getFace } from '#lib/server/share/shareable.ts';
import { embeddableAt } from '#lib/view/share/embeddable.ts';
import { readCsv } from '../../fixtures/data-package.ts';
import { realDatabase } from '../../fixtures/real.ts';

const db = realDatabase();
// Every eighth, of each kind.
const pages = [
	...readCsv('questions.csv').rows.flatMap(([id = '']) => [
		`questions/${id}`,
		`questions/${id}/by-region`
	]),
	...readCsv('claims.csv').rows.map(([id = '']) => `claims/${id}`),
	'regions',
	'explore/together'
].filter((_, index) => index % 8 === 3);

/** The style in pixels for a frame of a width, as a browser reckons it. */
function pixelsOf(style: string): (width: number) => number {
	const code = style.replaceAll('calc', '').replaceAll('100cqw', 'width').replaceAll('px', '');
	const clamp = (least: number, value: number, most: number) =>
		Math.max(least, Math.min(value, most));
	return (width) =>
		(new Function('clamp', 'width', `return ${code}`) as (c: typeof clamp, w: number) => number)(
			clamp,
			width
		);
}

test('The style of a snippet is as high as its embed in every width, and not much higher', () => {
	for (const page of pages) {
		const face = getFace(db, embeddableAt(`/de/${page}`)!, new URLSearchParams())!;
		const address = `https://beistand.example/de/${page}`;
		const pixels = pixelsOf(heightStyle(heightsOfEmbed(face, address).full));
		for (let width = 280; width <= 1100; width += 11) {
			const needed = heightOfEmbed(face, address, width);
			expect(pixels(width), `${page} in ${width} px`).toBeGreaterThanOrEqual(needed - 0.5);
			const blank = pixels(width) - needed;
			expect(blank, `${page} in ${width} px`).toBeLessThan(Math.max(60, 0.18 * needed));
		}
	}
});
