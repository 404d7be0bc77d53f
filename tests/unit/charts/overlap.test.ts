import { expect, test } from 'vitest';
import { overlapChart } from '#lib/charts/index.ts';
import { place } from '#lib/charts/layout/layout.ts';
import { textWidth } from '#lib/charts/layout/text-width.ts';
import { getTogether } from '#lib/server/pages/together.ts';
import { realDatabase } from '../../fixtures/real.ts';

test.each([320, 430, 560, 760])(
	'at %i pixels no line runs through the label of a bracket',
	(width) => {
		const chart = overlapChart(getTogether(realDatabase(), new URLSearchParams())!, 'de');
		const { texts, strokes } = place(chart, { width });
		const labels = texts.filter(({ text }) => chart.brackets.some(({ label }) => label === text));
		expect(labels).toHaveLength(chart.brackets.length);
		for (const { text, x, y, size } of labels) {
			const half = textWidth(text, size, true) / 2;
			const through = strokes.filter(
				({ from, to }) =>
					Math.min(from[0], to[0]) < x + half &&
					x - half < Math.max(from[0], to[0]) &&
					Math.min(from[1], to[1]) < y &&
					y - size < Math.max(from[1], to[1])
			);
			expect(through, text).toEqual([]);
		}
	}
);
