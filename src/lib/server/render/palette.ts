/** Colours that a PNG with a palette may have: a pixel is one byte. */
const most = 256;

/** Pixels as numbers of a palette, row by row. */
export interface Indexed {
	/** Red, green and blue, 0…255, one after the other. */
	palette: Uint8Array;
	indexes: Uint8Array;
}

/** Every colour there is, how many pixels have it, and which pixel has which. */
interface Counted {
	colors: number[];
	counts: number[];
	ids: Uint32Array;
}

/**
 * The pixels with at most 256 colours. Grounds, bars and type keep theirs to the last bit; what gives way are
 * rare shades at the edges of letters.
 *
 * @param rgba four bytes a pixel, none of them transparent
 */
export function indexed(rgba: Uint8ClampedArray): Indexed {
	const { colors, counts, ids } = countedIn(rgba);
	const { chosen, nearest } = chosenOf(colors, counts);
	const indexes = new Uint8Array(ids.length);
	for (let at = 0; at < ids.length; at++) indexes[at] = nearest[ids[at]!]!;
	return { palette: Uint8Array.from(chosen.flatMap((id) => channels(colors[id]!))), indexes };
}

function countedIn(rgba: Uint8ClampedArray): Counted {
	const view = new DataView(rgba.buffer, rgba.byteOffset, rgba.byteLength);
	const ids = new Uint32Array(rgba.length / 4);
	const known = new Map<number, number>();
	const colors: number[] = [];
	const counts: number[] = [];
	// Neighbours mostly have one colour: then nothing has to be looked up.
	let [last, id] = [-1, 0];
	for (let at = 0; at < ids.length; at++) {
		const color = view.getUint32(4 * at);
		if (color !== last) {
			last = color;
			id = known.get(color) ?? colors.length;
			if (id === colors.length) {
				known.set(color, id);
				colors.push(color);
				counts.push(0);
			}
		}
		ids[at] = id;
		counts[id] = (counts[id] ?? 0) + 1;
	}
	return { colors, counts, ids };
}

/** The commonest colour, then again and again the one whose pixels would be furthest off all told. */
function chosenOf(colors: number[], counts: number[]): { chosen: number[]; nearest: Uint8Array } {
	const rgb = colors.map(channels);
	const nearest = new Uint8Array(colors.length);
	const off = new Float64Array(colors.length).fill(Infinity);
	const chosen: number[] = [];
	while (chosen.length < Math.min(most, colors.length)) {
		let [next, worst] = [0, -1];
		for (let id = 0; id < off.length; id++) {
			const error = chosen.length === 0 ? counts[id]! : off[id]! * counts[id]!;
			if (error > worst) [next, worst] = [id, error];
		}
		if (worst === 0) break;
		for (let id = 0; id < off.length; id++) {
			const distance = apart(rgb[id]!, rgb[next]!);
			if (distance >= off[id]!) continue;
			off[id] = distance;
			nearest[id] = chosen.length;
		}
		chosen.push(next);
	}
	return { chosen, nearest };
}

type Rgb = [number, number, number];

/** The distance squared, in the cube of red, green and blue. */
const apart = (a: Rgb, b: Rgb): number =>
	(a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2 + (a[2] - b[2]) ** 2;

/** Red, green and blue of four bytes. */
const channels = (color: number): Rgb => [color >>> 24, (color >>> 16) & 255, (color >>> 8) & 255];
