import { goto } from '$app/navigation';
import type { Chart, Target } from '#lib/charts/index.ts';
import { figurePath } from '#lib/view/paths.ts';

/* Which mark of a drawing a reader means: by a mouse on it, a tap, or the arrow keys from mark to mark. */

export interface Pointed {
	/** The mark that is meant, and those that it hides. */
	targets: [Target, ...Target[]];
	/** Size of the layout, of which the target's place is a share. */
	width: number;
	height: number;
	/** Whether the words stand under the mark, for want of room above it. */
	isBelow: boolean;
	/** The whole line of a point among several lines, as an SVG polyline has it. */
	line: string;
	/** Tapped or reached by keys: it stays, and offers its page as a link. */
	isHeld: boolean;
}

/** Pixels on the screen by which a pointer may miss a mark. */
const reach = { mouse: 8, touch: 22 };
/** Pixels that the words need above a mark. */
const roomAbove = 150;

/** Path of the page of a mark's figure; undefined: it has none. */
export const figureOf = ({ lang }: Chart, { mark }: Target): string | undefined =>
	mark.pct === null || mark.figure === '' ? undefined : figurePath(lang, mark.figure);

/**
 * Listens to a reader until it is ended.
 *
 * @param layer lies over the drawing and is as large
 * @param widthAt width of the layout that is shown in a column of so many pixels
 * @param tell is told every change, and at once that nothing is pointed at
 * @returns what ends it
 */
export function pointing(
	layer: HTMLElement,
	chart: Chart,
	widthAt: (column: number) => number,
	tell: (pointed: Pointed | undefined) => void
): () => void {
	let made: { column: number; scene: { width: number; height: number; targets: Target[] } };
	let pointed: Pointed | undefined;
	const point = (now: Pointed | undefined) => tell((pointed = now));
	layer.tabIndex = 0;
	point(undefined);

	async function measured() {
		const { place, targetsAt, withHidden } = await import('#lib/charts/index.ts');
		const box = layer.getBoundingClientRect();
		if (made?.column !== box.width)
			made = { column: box.width, scene: place(chart, { width: widthAt(box.width) }) };
		return { ...made, box, targetsAt, withHidden, scale: box.width / made.scene.width };
	}
	function pointAt(
		[target, ...hidden]: Target[],
		{ scene, box, scale }: Awaited<ReturnType<typeof measured>>,
		isHeld: boolean
	) {
		const { width, height } = scene;
		const isBelow = target ? box.top + target.y * scale < roomAbove : false;
		const line = target ? lineThrough(chart, target, scene.targets) : '';
		point(target && { targets: [target, ...hidden], width, height, isBelow, line, isHeld });
	}
	async function under({ clientX, clientY, pointerType }: PointerEvent) {
		const now = await measured();
		const miss = pointerType === 'touch' ? reach.touch : reach.mouse;
		const [x, y] = [clientX - now.box.left, clientY - now.box.top].map((at) => at / now.scale);
		return { now, found: now.targetsAt(now.scene.targets, x ?? 0, y ?? 0, miss / now.scale) };
	}
	function open(target: Target | undefined) {
		const path = target && figureOf(chart, target);
		if (path) void goto(path);
	}

	async function onMove(event: PointerEvent) {
		if (event.pointerType === 'touch') return;
		const { now, found } = await under(event);
		if (!pointed?.isHeld || found.length > 0) pointAt(found, now, false);
	}
	function onLeave(event: PointerEvent) {
		if (event.pointerType !== 'touch' && !pointed?.isHeld) point(undefined);
	}
	async function onClick(event: MouseEvent) {
		if (!(event instanceof PointerEvent) || (event.target as Element).closest('a')) return;
		const { now, found } = await under(event);
		if (event.pointerType === 'touch') pointAt(found, now, true);
		else open(found[0]);
	}
	async function onKey(event: KeyboardEvent) {
		const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
		const end = { Home: 0, End: -1 }[event.key];
		if (event.key === 'Escape') point(undefined);
		if (event.key === 'Enter' && event.target === layer) open(pointed?.targets[0]);
		if (step === undefined && end === undefined) return;
		event.preventDefault();
		const now = await measured();
		const { targets } = now.scene;
		const at = targets.findIndex(({ mark }) => mark.figure === pointed?.targets[0].mark.figure);
		const next =
			end === undefined
				? at < 0 && step === -1
					? -1
					: Math.min(targets.length - 1, Math.max(0, at + (step ?? 0)))
				: end;
		const target = targets.at(next);
		if (target) pointAt(now.withHidden(targets, target), now, true);
	}
	function onElsewhere(event: Event) {
		if (!layer.contains(event.target as Node)) point(undefined);
	}

	const listening = new AbortController();
	const { signal } = listening;
	layer.addEventListener('pointermove', (event) => void onMove(event), { signal });
	layer.addEventListener('pointerleave', onLeave, { signal });
	layer.addEventListener('click', (event) => void onClick(event), { signal });
	layer.addEventListener('keydown', (event) => void onKey(event), { signal });
	layer.addEventListener('focusout', onElsewhere, { signal });
	document.addEventListener('pointerdown', onElsewhere, { signal });
	return () => listening.abort();
}

/** The joined points of a mark's line in pixels of the layout; none where there is but one line. */
function lineThrough(chart: Chart, { mark }: Target, targets: Target[]): string {
	if (chart.kind !== 'time' || chart.lines.length < 2) return '';
	const joined = new Set(
		chart.lines
			.filter(({ series }) => series === mark.series)
			.flatMap(({ points }) => points.filter((point) => point.joined))
			.map(({ figure }) => figure)
	);
	return targets
		.filter((target) => joined.has(target.mark.figure))
		.map(({ x, y, width, height }) => `${x + width / 2},${y + height / 2}`)
		.join(' ');
}
