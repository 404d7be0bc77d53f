import { describe, expect, test } from 'vitest';
import type { RowsChart } from '#lib/charts/index.ts';
import { place } from '#lib/charts/layout/layout.ts';
import type { PlacedText } from '#lib/charts/layout/scene.ts';
import { textWidth } from '#lib/charts/layout/text-width.ts';
import { getFace } from '#lib/server/share/shareable.ts';
import { embeddableAt } from '#lib/view/share/embeddable.ts';
import { readCsv } from '../../fixtures/data-package.ts';
import { realDatabase } from '../../fixtures/real.ts';

const db = realDatabase();
const isStacked = (chart: { kind: string }): chart is RowsChart => chart.kind === 'stacked';
/** Every stacked chart that there is. */
const stacked = readCsv('questions.csv').rows.flatMap(([id = '']) =>
	['country', 'group'].flatMap((by) => {
		const face = getFace(db, embeddableAt(`/de/questions/${id}`)!, new URLSearchParams({ by }))!;
		return face.drawn.filter(isStacked).map((chart) => ({ name: `${id} by ${by}`, chart }));
	})
);

const boxOf = ({ text, x, y, align, size, bold }: PlacedText) => {
	const wide = textWidth(text, size, bold);
	const left = { left: x, center: x - wide / 2, right: x - wide }[align];
	return { left, right: left + wide, top: y - size * 0.72, bottom: y };
};

describe.each([320, 430, 560, 760])('at %i pixels', (width) => {
	test('every number of a stacked bar is said, on no other and within the drawing', () => {
		expect(stacked.length).toBeGreaterThan(8);
		for (const { name, chart } of stacked) {
			const scene = place(chart, { width });
			const entries = chart.sections.flatMap((section) => section.entries);
			// In its bar or under it; in words, what was volunteered and what makes no bar.
			const numbers = entries.flatMap(({ marks, isTold }) =>
				marks.flatMap(({ pct, text, series }) => {
					const { told, label } = chart.series[series]!;
					const inner = isTold ? label.replace(/ \([^()]*\)$/, '') : told;
					return pct === null ? [] : [inner === undefined ? text : `${inner} ${text}`];
				})
			);
			const written = scene.texts.map(({ text }) => text).filter((text) => numbers.includes(text));
			expect(written.toSorted(), name).toEqual(numbers.toSorted());

			const boxes = scene.texts.filter(({ text }) => numbers.includes(text)).map(boxOf);
			for (const [index, box] of boxes.entries()) {
				expect(box.left, name).toBeGreaterThanOrEqual(-0.5);
				expect(box.right, name).toBeLessThanOrEqual(width + 0.5);
				expect(box.bottom, name).toBeLessThanOrEqual(scene.height);
				const under = boxes
					.slice(index + 1)
					.filter(({ left, right }) => left < box.right - 0.5 && right > box.left + 0.5)
					.filter(({ top, bottom }) => top < box.bottom && bottom > box.top);
				expect(under, name).toEqual([]);
			}
		}
	});
});
