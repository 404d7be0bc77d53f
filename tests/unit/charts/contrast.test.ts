import { expect, test } from 'vitest';
import { getFace } from '#lib/server/share/shareable.ts';
import { embeddableAt } from '#lib/view/share/embeddable.ts';
import { place } from '#lib/charts/layout/layout.ts';
import type { PlacedBox, Scene } from '#lib/charts/layout/scene.ts';
import { contrast, themes, type Theme, type Token } from '#lib/charts/model/theme.ts';
import { bandOpacity, boxOf, dotLook } from '#lib/charts/render/shapes.ts';
import { realDatabase } from '../../fixtures/real.ts';

/* Whatever a drawing says by a shape is seen on its ground: 3 to 1 and more (WCAG 2.2, 1.4.11). */

const least = 3;

/** What a reader sees of a colour that lets its ground through, reckoned here and not by the product. */
function seen(token: Token, ground: string, opacity: number, theme: Theme): string {
	const part = (text: string, at: number) => parseInt(text.slice(1 + 2 * at, 3 + 2 * at), 16);
	const mixed = [0, 1, 2].map((at) =>
		Math.round(part(themes[theme][token], at) * opacity + part(ground, at) * (1 - opacity))
	);
	return `#${mixed.map((each) => each.toString(16).padStart(2, '0')).join('')}`;
}

const isOn = (box: PlacedBox, ground: PlacedBox) =>
	box.y >= ground.y && box.y + box.height <= ground.y + ground.height;
const isSame = (one: PlacedBox, other: PlacedBox) =>
	Math.abs(one.x - other.x) < 0.01 && Math.abs(one.y - other.y) < 0.01;

/** Everything of a scene that is too pale, by what it is. */
function tooPale(scene: Scene, theme: Theme): string[] {
	const { paper, home } = themes[theme];
	const outlines = [...scene.rims, ...scene.hatches, ...scene.frames];
	const isVisible = (token: Token, ground: string, opacity = 1) =>
		contrast(seen(token, ground, opacity, theme), ground) >= least;
	const faults: string[] = [];
	for (const bar of scene.bars) {
		const box = boxOf(scene, bar);
		const ground = scene.grounds.some((each) => isOn(box, each)) ? home : paper;
		if (isVisible(bar.color, ground, bar.opacity) || box.width < 1) continue;
		if (!outlines.some((each) => isSame(each, box))) faults.push(`bar ${bar.color} ${bar.opacity}`);
	}
	for (const { color } of scene.rims)
		for (const ground of [paper, home]) if (!isVisible(color, ground)) faults.push(`rim ${color}`);
	for (const { color } of scene.bands)
		if (!isVisible(color, paper, bandOpacity)) faults.push(`band ${color}`);
	for (const dot of scene.dots) {
		const { fill, outline, outlineWidth } = dotLook(dot);
		if (!isVisible(outlineWidth > 0 ? outline : fill, paper)) faults.push(`dot ${dot.color}`);
	}
	for (const { color } of scene.lines) if (!isVisible(color, paper)) faults.push(`line ${color}`);
	for (const { shape, x, y, size, color, opacity } of scene.swatches) {
		const box = { x: shape === 'square' ? x - size / 2 : x, y: y - size / 2, width: 0, height: 0 };
		if (isVisible(color, paper, opacity) || color === 'paper') continue;
		if (!outlines.some((each) => isSame(each, { ...box, x: each.x }))) faults.push(`sign ${color}`);
	}
	return faults;
}

const drawings = [
	['two opposite answers', 'questions/defend-nato-ally', ''],
	['with the milder of two on a side', 'questions/view-of-nato', ''],
	['four answers without opposites', 'questions/blame-eastern-ukraine', ''],
	['answers one over the other', 'questions/russia-threat-neighbours', ''],
	['East and West with assumptions', 'questions/defend-nato-ally', 'by=region'],
	['years', 'questions/view-of-nato', 'by=time'],
	['all of East and West', 'regions', ''],
	['two questions together', 'explore/together', ''],
	['a statement', 'claims/c22', '']
] as const;

test.each(drawings)('nothing is too pale in a drawing of %s', (_, page, query) => {
	const face = getFace(realDatabase(), embeddableAt(`/de/${page}`)!, new URLSearchParams(query))!;
	expect(face.drawn.length).toBeGreaterThan(0);
	for (const chart of face.drawn)
		for (const width of [320, 620]) {
			const scene = place(chart, { width });
			for (const theme of ['light', 'dark'] as const)
				expect([...new Set(tooPale(scene, theme))], theme).toEqual([]);
		}
});

test('a drawing without the outlines of its pale bars would be found', () => {
	const page = embeddableAt('/de/questions/blame-eastern-ukraine')!;
	const [chart] = getFace(realDatabase(), page, new URLSearchParams())!.drawn;
	const scene = place(chart!, { width: 620 });
	expect(scene.rims.length).toBeGreaterThan(0);
	expect(tooPale({ ...scene, rims: [] }, 'light').length).toBeGreaterThan(0);
});

test('Germany among other countries lies on a band with a mark at its edge, alone it does not', () => {
	const sceneOf = (path: string, query = '') => {
		const face = getFace(realDatabase(), embeddableAt(path)!, new URLSearchParams(query))!;
		return place(face.drawn[0]!, { width: 620 });
	};
	const scene = sceneOf('/en/questions/defend-nato-ally');
	const [band, ...others] = scene.grounds;
	expect(others).toEqual([]);
	const name = scene.texts.find(({ text }) => text === 'Germany')!;
	expect(name.y).toBeGreaterThan(band!.y);
	expect(name.y).toBeLessThan(band!.y + band!.height);
	const marks = scene.strokes.filter(({ from, to, color }) => {
		return color === 'ink' && from[0] < name.x && to[1] - from[1] === band!.height;
	});
	expect(marks).toHaveLength(1);
	// Words and numbers on it are read as well as on paper.
	for (const theme of ['light', 'dark'] as const)
		for (const token of ['ink', 'muted'] as const)
			expect(contrast(themes[theme][token], themes[theme].home)).toBeGreaterThan(4.5);
	expect(sceneOf('/en/questions/defend-nato-ally', 'country=deu').grounds).toEqual([]);
});
