import { expect, test } from 'vitest';
import { place } from '#lib/charts/layout/layout.ts';
import type { PlacedText, Scene } from '#lib/charts/layout/scene.ts';
import { targetsAt } from '#lib/charts/layout/targets.ts';
import { textWidth } from '#lib/charts/layout/text-width.ts';
import { getFace } from '#lib/server/share/shareable.ts';
import { embeddableAt } from '#lib/view/share/embeddable.ts';
import { layouts } from '#lib/view/view.ts';
import { readCsv } from '../../fixtures/data-package.ts';
import { realDatabase } from '../../fixtures/real.ts';

/* Nothing that is drawn is cut off: every drawing of the site, in every layout, at every width. */

const db = realDatabase();
const codes = (file: string) => readCsv(file).rows.flatMap(([id = '']) => id);
const paths = [
	...codes('questions.csv').flatMap((id) => layouts.map((by) => `/de/questions/${id}?by=${by}`)),
	// All answers at once, which makes the longest lines.
	...['view-of-nato', 'confidence-putin', 'view-of-russia'].map(
		(id) => `/en/questions/${id}?answer=${answersOf(id).join()}`
	),
	...codes('claims.csv').map((id) => `/en/claims/${id}`),
	'/de/regions',
	'/en/regions?sort=gap',
	'/de/explore/together'
];
function answersOf(question: string): string[] {
	return readCsv('answers.csv').rows.flatMap(([id, answer = '']) =>
		id === question ? [answer] : []
	);
}

const charts = paths.flatMap((address) => {
	const [path = '', query] = address.split('?');
	const face = getFace(db, embeddableAt(path)!, new URLSearchParams(query));
	return (face?.drawn ?? []).map((chart) => ({ address, chart }));
});

const boxOf = ({ text, x, y, align, size, bold }: PlacedText) => {
	const wide = textWidth(text, size, bold);
	const left = { left: x, center: x - wide / 2, right: x - wide }[align];
	return { name: text, x: left, y: y - size * 0.75, width: wide, height: size };
};

/** Everything with ink, and every place of a mark, as boxes. */
const inked = (scene: Scene) => [
	...scene.texts.map(boxOf),
	...scene.hatches.map((box) => ({ name: 'hatching', ...box })),
	...scene.frames.map((box) => ({ name: 'frame', ...box })),
	...scene.bands.map((box) => ({ name: 'band', ...box })),
	...scene.targets.map((box) => ({ name: box.mark.text, ...box })),
	...scene.swatches.map(({ x, y, size }) => ({
		name: 'swatch',
		x: x - size / 2,
		y: y - size / 2,
		width: size,
		height: size
	})),
	...scene.strokes.map(({ from, to }) => ({
		name: 'line',
		x: Math.min(from[0], to[0]),
		y: Math.min(from[1], to[1]),
		width: Math.abs(from[0] - to[0]),
		height: Math.abs(from[1] - to[1])
	}))
];

test('the set holds every kind of drawing and every sign', () => {
	expect(charts.length).toBeGreaterThan(250);
	const kinds = new Set(charts.map(({ chart }) => chart.kind));
	for (const kind of ['bars', 'stacked', 'diverging', 'dumbbell', 'time', 'overlap'] as const)
		expect(kinds).toContain(kind);
	const texts = charts.flatMap(({ chart }) => place(chart, { width: 320 }).texts);
	expect(texts.some(({ text }) => text.includes('†'))).toBe(true);
});

// Narrower ones are the columns of an embed and of a phone; wider ones those of a newsroom's page.
test.each([288, 320, 440, 620, 768, 1280, 1920])(
	'at %i pixels no text, sign, mark or line leaves the drawing',
	(width) => {
		const outside = charts.flatMap(({ address, chart }) => {
			const scene = place(chart, { width });
			return inked(scene)
				.filter(
					(box) =>
						box.x < -1 ||
						box.x + box.width > width + 1 ||
						box.y < -1 ||
						box.y + box.height > scene.height + 2
				)
				.map(({ name }) => `${address}: ${name}`);
		});
		expect(outside).toEqual([]);
	}
);

test.each([320, 440, 620])(
	'at %i pixels the middle of every mark of every drawing names it',
	(width) => {
		let marks = 0;
		const wrong = charts.flatMap(({ address, chart }) => {
			const { targets } = place(chart, { width });
			marks += targets.length;
			return targets
				.filter(({ x, y, width: wide, height, mark }) =>
					targetsAt(targets, x + wide / 2, y + height / 2, 8).every(
						(found) => found.mark.figure !== mark.figure
					)
				)
				.map(({ mark }) => `${address}: ${mark.figure}`);
		});
		expect(wrong).toEqual([]);
		expect(marks).toBeGreaterThan(1500);
	}
);
