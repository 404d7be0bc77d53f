import loadHighs, { type Highs, type Model } from 'highs';

/** What is known of some unknowns: that a sum of them lies within limits. All unknowns are 0 or more. */
export interface KnownSum {
	terms: ReadonlyMap<string, number>;
	low: number;
	high: number;
}

export interface Bounds {
	low: number;
	high: number;
}

/** A sum of which nothing is said. */
const unlimited = { low: -1e30, high: 1e30 };

/** As HiGHS numbers it. */
const optimal = 7;

/** More would take longer to look through than to solve anew. */
const mostWitnesses = 120;

/** As far as a solver lets a sum leave its limits. */
const feasibility = 1e-6;

/** A price below this is none: the solver's own rounding. */
const noPrice = 1e-9;

/** What a solver writes for an unknown at its lower limit. */
const nought = 1e-9;

/** The simplex method that goes on from the last corner when only the question changes. */
const primalSimplex = 4;

/** HiGHS, compiled for this machine's JavaScript; loading it takes a moment. */
export const loadSolver = (): Promise<Highs> => loadHighs();
export type Solver = Highs;

/** Bounds, and the sums without which they would be wider. */
export interface PricedBounds extends Bounds {
	/**
	 * Places of the sums that hold the bounds where they are. By duality none of the others does: to know
	 * nothing of one of those leaves the bounds as they are.
	 */
	binding: Set<number>;
}

/** A sum of unknowns by their places. */
interface Compiled {
	places: number[];
	factors: number[];
}

/**
 * What follows, exactly, from everything that is known: linear programming finds the least and the greatest
 * value that a sum of unknowns can have.
 */
export class LinearBounds {
	readonly #solver: Solver;
	readonly #model: Model;
	readonly #places: Map<string, number>;
	readonly #sums: KnownSum[];
	readonly #compiled = new WeakMap<ReadonlyMap<string, number>, Compiled>();
	/** Values of all unknowns that what is known allows; solving finds one each time. */
	#witnesses: Float64Array[] = [];

	/** @param sums by their place; `hide` and `show` speak of it */
	constructor(solver: Solver, sums: KnownSum[]) {
		this.#solver = solver;
		this.#sums = sums;
		const names = [...new Set(sums.flatMap(({ terms }) => [...terms.keys()]))];
		this.#places = new Map(names.map((name, place) => [name, place]));
		const starts = [0];
		const indices: number[] = [];
		const values: number[] = [];
		for (const { terms } of sums) {
			const { places, factors } = this.#compile(terms);
			indices.push(...places);
			values.push(...factors);
			starts.push(indices.length);
		}
		const [numCols, numRows] = [names.length, sums.length];
		this.#model = solver.createModel({
			numCols,
			numRows,
			colCost: Array<number>(numCols).fill(0),
			colLower: Array<number>(numCols).fill(0),
			colUpper: Array<number>(numCols).fill(unlimited.high),
			rowLower: sums.map(({ low }) => low),
			rowUpper: sums.map(({ high }) => high),
			matrix: { format: 'csr', numCols, numRows, starts, indices, values }
		});
		this.#model.options.set('output_flag', false);
		// Programs this small are solved sooner as they are, each from where the last one ended.
		this.#model.options.set('presolve', 'off');
		this.#model.options.set('simplex_strategy', primalSimplex);
	}

	/** The same knowledge without some sums, in a program of its own. */
	without(places: ReadonlySet<number>): LinearBounds {
		const kept = this.#sums.filter((_, place) => !places.has(place));
		// Every unknown stays, if only as one of which nothing is said.
		const every = new Map([...this.#places.keys()].map((name) => [name, 1] as const));
		return new LinearBounds(this.#solver, [...kept, { terms: every, ...unlimited }]);
	}

	/** Nothing is known of a sum any more. */
	hide(place: number): void {
		this.#model.changeRowBounds(place, unlimited.low, unlimited.high);
	}

	/** The limits of a sum are known again. */
	show(place: number): void {
		const { low, high, terms } = this.#sums[place]!;
		this.#model.changeRowBounds(place, low, high);
		const sum = this.#compile(terms);
		this.#witnesses = this.#witnesses.filter((witness) => {
			const value = valueOf(sum, witness);
			return value >= low - feasibility && value <= high + feasibility;
		});
	}

	/**
	 * What has been seen of a sum so far: its true bounds are at least as wide, and it cost nothing to ask.
	 * Without a witness nothing is.
	 */
	seen(terms: ReadonlyMap<string, number>): Bounds {
		const sum = this.#compile(terms);
		let [low, high] = [Infinity, -Infinity];
		for (const witness of this.#witnesses) {
			const value = valueOf(sum, witness);
			if (value < low) low = value;
			if (value > high) high = value;
		}
		return low > high ? { low: 0, high: 0 } : { low, high };
	}

	/** Whether the bounds of a sum are so wide; solves no more than it takes to know. */
	isAsWide(terms: ReadonlyMap<string, number>, width: number): boolean {
		const isSeen = (): boolean => {
			const { low, high } = this.seen(terms);
			return high - low >= width;
		};
		if (isSeen()) return true;
		const high = this.#most(terms);
		if (isSeen()) return true;
		return high - this.#least(terms) >= width;
	}

	/** @throws {RangeError} if what is known contradicts itself */
	of(terms: ReadonlyMap<string, number>): Bounds {
		return { high: this.#most(terms), low: this.#least(terms) };
	}

	/** As `of`, with what holds the bounds. @throws {RangeError} if what is known contradicts itself */
	priced(terms: ReadonlyMap<string, number>): PricedBounds {
		const binding = new Set<number>();
		return { high: this.#most(terms, binding), low: this.#least(terms, binding), binding };
	}

	#most(terms: ReadonlyMap<string, number>, binding?: Set<number>): number {
		return -this.#best(terms, -1, binding);
	}

	/** Nothing is below nought: where that has been seen there is nothing to solve, and no sum that holds it. */
	#least(terms: ReadonlyMap<string, number>, binding?: Set<number>): number {
		const isNought =
			this.#witnesses.length > 0 &&
			this.seen(terms).low <= nought &&
			this.#compile(terms).factors.every((factor) => factor >= 0);
		return isNought ? 0 : this.#best(terms, 1, binding);
	}

	/** The least value of the sum times `sign`. */
	#best(terms: ReadonlyMap<string, number>, sign: 1 | -1, binding?: Set<number>): number {
		const { places, factors } = this.#compile(terms);
		for (const [at, place] of places.entries())
			this.#model.changeColCost(place, sign * factors[at]!);
		this.#model.run();
		const found = this.#model.getObjectiveValue();
		const status = this.#model.getModelStatus();
		if (status === optimal) {
			const { colValue, rowDual } = this.#model.getSolution();
			this.#witnesses.push(colValue);
			if (this.#witnesses.length > mostWitnesses) this.#witnesses.shift();
			if (binding)
				for (const [place, price] of rowDual.entries())
					if (Math.abs(price) > noPrice) binding.add(place);
		}
		for (const place of places) this.#model.changeColCost(place, 0);
		if (status !== optimal)
			throw new RangeError(`Expected bounds, the solver ended with status ${status}`);
		return found;
	}

	#compile(terms: ReadonlyMap<string, number>): Compiled {
		const known = this.#compiled.get(terms);
		if (known) return known;
		const places = [...terms.keys()].map((name) => this.#places.get(name)!);
		const made = { places, factors: [...terms.values()] };
		this.#compiled.set(terms, made);
		return made;
	}

	/** Gives its memory back; it is of no use afterwards. */
	dispose(): void {
		this.#model.dispose();
	}
}

function valueOf({ places, factors }: Compiled, witness: Float64Array): number {
	let sum = 0;
	for (let at = 0; at < places.length; at++) sum += factors[at]! * witness[places[at]!]!;
	return sum;
}
