import { describe, expect, test } from 'vitest';
import { chartOf, fitted, heightOf } from '#lib/charts/index.ts';
import { getFigure } from '#lib/server/pages/figures.ts';
import { getResult } from '#lib/server/pages/question.ts';
import { indexed } from '#lib/server/render/palette.ts';
import { indexedPng, withTexts } from '#lib/server/render/png.ts';
import { figureShareable } from '#lib/server/share/figure-card.ts';
import { picturePng, pictureSvg } from '#lib/server/share/pictures.ts';
import { getFace } from '#lib/server/share/shareable.ts';
import { embeddableAt } from '#lib/view/share/embeddable.ts';
import { cards } from '#lib/view/share/share.ts';
import { readCsv } from '../../fixtures/data-package.ts';
import { chunksOf } from '../../fixtures/png-chunks.ts';
import { realDatabase } from '../../fixtures/real.ts';

/* Pictures as they are drawn; what a server answers with them stands in tests/http/pictures.test.ts. */

const db = realDatabase();

describe('a picture', () => {
	test('is drawn once for the same content', async () => {
		const shareable = getFace(db, embeddableAt('/de/regions')!, new URLSearchParams())!;
		const size = { width: 640, scale: 2, theme: 'light', card: null } as const;
		const address = 'https://example.org/de/regions';
		expect(pictureSvg(db, shareable, address, size)).toBe(pictureSvg(db, shareable, address, size));
		let drawn = 0;
		const draw = () =>
			picturePng(db, shareable, address, size, (png) => {
				drawn += 1;
				return png;
			});
		// At once, and again when it is done.
		const [first, meanwhile] = await Promise.all([draw(), draw()]);
		expect(meanwhile).toBe(first);
		expect(await draw()).toBe(first);
		expect(drawn).toBe(1);
	});
});

describe('a card for social networks', () => {
	test('of any number keeps to its frame, and its number is large', () => {
		const figures = readCsv('figures.csv').rows.filter((_, index) => index % 60 === 0);
		expect(figures.length).toBeGreaterThan(40);
		for (const [survey, question, population, , group, answer] of figures) {
			const id = [survey, question, population, group, answer].join('~');
			const figure = getFigure(db, id)!;
			for (const lang of ['de', 'en'] as const)
				for (const card of cards) {
					const shareable = figureShareable(figure, new URLSearchParams(), lang);
					const size = { width: 640, scale: 2, theme: 'light', card } as const;
					const svg = pictureSvg(db, shareable, `https://example.org/${lang}/figures/${id}`, size);
					const [, width = 0, height = 0] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg) ?? [];
					const shape = { wide: 420 / 800, square: 1, portrait: 1.25 }[card];
					expect(Number(height) / Number(width), `${id} ${card}`).toBeCloseTo(shape, 5);
					const sizes = [...svg.matchAll(/font-size="(\d+)"/g)].map(([, each]) => Number(each));
					expect(Math.max(...sizes), `${id} ${card}`).toBeGreaterThanOrEqual(80);
				}
		}
	});
});

test('a chart cut to a height keeps Germany and says how many lines are left out', () => {
	const result = getResult(db, 'defend-nato-ally', new URLSearchParams(), 'en')!;
	const whole = chartOf(result, 'en');
	const cut = fitted(whole, { width: 600, height: 400 });
	expect(heightOf(cut, 600, true)).toBeLessThanOrEqual(400);
	const labels = (chart: typeof cut) =>
		'sections' in chart
			? chart.sections.flatMap(({ entries }) => entries.map(({ label }) => label))
			: [];
	expect(labels(cut)).toContain('Germany');
	const more = labels(whole).length - labels(cut).length;
	expect(more).toBeGreaterThan(0);
	expect(cut.foot[0]).toBe(`… and ${more} more lines.`);
	expect(fitted(whole, { width: 600, height: 5000 })).toBe(whole);
});

test('texts are written after the head of a PNG, in UTF-8', () => {
	const plain = indexedPng({
		...indexed(new Uint8ClampedArray(24)),
		width: 3,
		height: 2,
		density: 96
	});
	const chunks = chunksOf(Buffer.from(withTexts(plain, { Title: 'Größe „3“' })));
	expect(chunks.map(({ type }) => type).slice(0, 2)).toEqual(['IHDR', 'iTXt']);
	expect(chunks[1]?.data.toString('utf8')).toBe('Title\0\0\0\0\0Größe „3“');
});
