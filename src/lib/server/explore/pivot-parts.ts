import type { Dim } from '#lib/view/explore/explore.ts';
import type { Keys } from './pivot-keys.ts';

/** Lines put together by the codes that they share. */
export interface Parts {
	/** The part of each line; parts are numbered from 0 in the order of the table. */
	of: Int32Array;
	count: number;
}

const fewLines = 4096;

/**
 * Lines of a table by the codes of some dimensions. Codes are small numbers, so lines are put in order by
 * counting, dimension by dimension: over hundreds of thousands of lines a map from joined codes costs ten
 * times as much. Nothing is computed twice.
 */
export class LineParts {
	/** Number of lines. */
	readonly length: number;
	private readonly at: Int32Array;
	private readonly keys: Keys;
	private readonly digits = new Map<Dim, Uint32Array>();
	private readonly known = new Map<string, Parts>();
	/** The first lines of many: what varies among them varies among all, and is found at little cost. */
	private readonly few: LineParts | undefined;

	/** @param at a figure of each line, which has the codes of the dimensions asked for */
	constructor(at: Int32Array, keys: Keys) {
		this.at = at;
		this.length = at.length;
		this.keys = keys;
		if (at.length > 4 * fewLines) this.few = new LineParts(at.subarray(0, fewLines), keys);
	}

	/** The parts of lines that share their codes in these dimensions, the first dimension leading. */
	by(dims: readonly Dim[]): Parts {
		const name = dims.join();
		const known = this.known.get(name);
		if (known) return known;
		const dim = dims.at(-1);
		const parts =
			dim === undefined
				? { of: new Int32Array(this.length), count: Math.min(1, this.length) }
				: this.split(this.by(dims.slice(0, -1)), dim);
		this.known.set(name, parts);
		return parts;
	}

	/** Whether some part of the lines has two codes of a dimension; a part shares its codes in `within`. */
	varies(dim: Dim, within: readonly Dim[]): boolean {
		if (this.few?.varies(dim, within)) return true;
		const digits = this.digitsOf(dim);
		const { of, count } = this.by(within);
		// Places start at 0, so that one more is never the nought of a part not yet met.
		const seen = new Uint32Array(count);
		for (let line = 0; line < this.length; line += 1) {
			const part = of[line]!;
			const digit = digits[line]! + 1;
			if (seen[part] === 0) seen[part] = digit;
			else if (seen[part] !== digit) return true;
		}
		return false;
	}

	private digitsOf(dim: Dim): Uint32Array {
		const known = this.digits.get(dim);
		if (known) return known;
		const digits = this.keys.digits(dim, this.at);
		this.digits.set(dim, digits);
		return digits;
	}

	/** Each part once more by a dimension: lines in the order of its codes, then of the parts, which stays. */
	private split(parts: Parts, dim: Dim): Parts {
		if (!this.varies(dim, [])) return parts;
		const digits = this.digitsOf(dim);
		const byDigit = ordered(undefined, digits, this.keys.size(dim));
		const lines = parts.count > 1 ? ordered(byDigit, parts.of, parts.count) : byDigit;
		const of = new Int32Array(this.length);
		let count = 0;
		for (let place = 0; place < this.length; place += 1) {
			const line = lines[place]!;
			const before = lines[place - 1];
			const isNew =
				before === undefined ||
				parts.of[before] !== parts.of[line] ||
				digits[before] !== digits[line];
			if (isNew) count += 1;
			of[line] = count - 1;
		}
		return { of, count };
	}
}

/**
 * Lines in the order of a small number that each has; equal ones stay as they are.
 *
 * @param lines their order so far; undefined: 0, 1, 2 …
 * @param size one more than the largest number
 */
function ordered(
	lines: Int32Array | undefined,
	numbers: Int32Array | Uint32Array,
	size: number
): Int32Array {
	const next = new Int32Array(size + 1);
	for (const number of numbers) next[number + 1]! += 1;
	for (let number = 1; number <= size; number += 1) next[number]! += next[number - 1]!;
	const sorted = new Int32Array(numbers.length);
	for (let place = 0; place < numbers.length; place += 1) {
		const line = lines ? lines[place]! : place;
		const number = numbers[line]!;
		sorted[next[number]!] = line;
		next[number]! += 1;
	}
	return sorted;
}
