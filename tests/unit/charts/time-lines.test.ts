import { describe, expect, test } from 'vitest';
import { chartOf, type TimeChart } from '#lib/charts/index.ts';
import { place } from '#lib/charts/layout/layout.ts';
import type { PlacedText, Scene } from '#lib/charts/layout/scene.ts';
import { textWidth } from '#lib/charts/layout/text-width.ts';
import { pixelsOf } from '#lib/charts/render/shapes.ts';
import { getResult } from '#lib/server/pages/question.ts';
import { readCsv } from '../../fixtures/data-package.ts';
import { realDatabase } from '../../fixtures/real.ts';

const db = realDatabase();
/** The course of a question; undefined where it was asked but once. */
function courseOf(question: string, query: string, lang: 'en' | 'de'): TimeChart | undefined {
	const chart = chartOf(getResult(db, question, new URLSearchParams(query), lang)!, lang);
	return chart.kind === 'time' ? chart : undefined;
}
/** Every course over the years, of Germany, of five countries, and of East and West. */
const courses = readCsv('questions.csv').rows.flatMap(([id = '']) =>
	['', 'country=deu,fra,pol,usa,gbr', 'group=east,west'].flatMap((chosen) => {
		const chart = courseOf(id, `by=time&${chosen}`, 'de');
		return chart ? [{ name: `${id} ${chosen}`, chart }] : [];
	})
);

const boxOf = ({ text, x, y, align, size, bold }: PlacedText) => {
	const wide = textWidth(text, size, bold);
	const left = { left: x, center: x - wide / 2, right: x - wide }[align];
	return { text, left, right: left + wide, top: y - size * 0.72, bottom: y };
};
type Box = ReturnType<typeof boxOf>;

/** Points along every line, a pixel or two apart. */
const inkOf = (scene: Scene): [number, number][] =>
	scene.lines.flatMap(({ points }) =>
		points.slice(1).flatMap((point, index) => {
			const [fromX, fromY] = pixelsOf(scene, points[index]!);
			const [toX, toY] = pixelsOf(scene, point);
			const steps = Math.ceil(Math.hypot(toX - fromX, toY - fromY));
			return Array.from({ length: steps + 1 }, (_, step): [number, number] => [
				fromX + ((toX - fromX) * step) / steps,
				fromY + ((toY - fromY) * step) / steps
			]);
		})
	);

const covers = (box: Box, [x, y]: [number, number]): boolean =>
	x > box.left && x < box.right && y > box.top && y < box.bottom;

describe.each([320, 440, 620])('at %i pixels', (width) => {
	test('no label lies on a line or on another label, and each is led to', () => {
		expect(courses.length).toBeGreaterThan(20);
		for (const { name, chart } of courses) {
			const scene = place(chart, { width });
			const ink = inkOf(scene);
			const labels = scene.texts.filter(({ x }) => x > scene.area.left - 12).map(boxOf);
			for (const [index, box] of labels.entries()) {
				expect(box.right, `${name}: ${box.text}`).toBeLessThanOrEqual(width + 0.5);
				expect(
					ink.filter((at) => covers(box, at)),
					`${name}: ${box.text}`
				).toEqual([]);
				const on = labels
					.slice(index + 1)
					.filter((each) => each.left < box.right - 0.5 && each.right > box.left + 0.5)
					.filter((each) => each.top < box.bottom && each.bottom > box.top);
				expect(on, `${name}: ${box.text}`).toEqual([]);
			}
			for (const { points } of chart.lines) {
				const last = points.at(-1)!;
				const [, y] = pixelsOf(scene, { x: last.at, y: last.pct! });
				const near = labels.some(
					(box) => box.text === last.text && Math.abs((box.top + box.bottom) / 2 - y) < 6
				);
				const leader = scene.strokes.some(
					({ from, color }) =>
						color === 'muted' && Math.abs(from[1] - y) < 0.5 && from[0] > scene.area.left
				);
				expect(near || leader, `${name}: ${last.text}`).toBe(true);
			}
		}
	});
});

test('a line is dashed over each wave without its figure, and only there', () => {
	const chart = courseOf('view-of-nato', 'by=time&country=deu,pol', 'en')!;
	const dashes = place(chart, { width: 620 })
		.lines.filter(({ dashed }) => dashed)
		.map(({ points }) => points.map(({ x, y }) => [Math.floor(x), y]));
	// By hand from db/data/figures.csv: Poland has no figure of 2020 and 2021, Germany no “unfavorable” of 2021.
	expect(dashes).toContainEqual([
		[2019, 82],
		[2022, 89]
	]);
	expect(dashes).toContainEqual([
		[2020, 33],
		[2022, 25]
	]);
	expect(dashes.length).toBe(3);
	expect(chart.foot.join(' ')).toContain('Dashes:');
	const whole = courseOf('view-of-nato', 'by=time&answer=favorable', 'en')!;
	expect(place(whole, { width: 620 }).lines.map(({ dashed }) => dashed)).toEqual([false]);
	expect(whole.foot.join(' ')).not.toContain('Dashes:');
});
