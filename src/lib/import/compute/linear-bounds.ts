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
const mostWitnesses = 60;

/** HiGHS, compiled for this machine's JavaScript; loading it takes a moment. */
export const loadSolver = (): Promise<Highs> => loadHighs();
export type Solver = Highs;

/**
 * What follows, exactly, from everything that is known: linear programming finds the least and the greatest
 * value that a sum of unknowns can have.
 */
export class LinearBounds {
	readonly #model: Model;
	readonly #places: Map<string, number>;
	readonly #sums: KnownSum[];
	/** Values of all unknowns that what is known allows; solving finds one each time. */
	#witnesses: Float64Array[] = [];

	/** @param sums by their place; `hide` and `show` speak of it */
	constructor(solver: Solver, sums: KnownSum[]) {
		this.#sums = sums;
		const names = [...new Set(sums.flatMap(({ terms }) => [...terms.keys()]))];
		this.#places = new Map(names.map((name, place) => [name, place]));
		const starts = [0];
		const indices: number[] = [];
		const values: number[] = [];
		for (const { terms } of sums) {
			for (const [name, factor] of terms) {
				indices.push(this.#places.get(name)!);
				values.push(factor);
			}
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
	}

	/** Nothing is known of a sum any more. */
	hide(place: number): void {
		this.#model.changeRowBounds(place, unlimited.low, unlimited.high);
	}

	/** The limits of a sum are known again. */
	show(place: number): void {
		const { low, high } = this.#sums[place]!;
		this.#model.changeRowBounds(place, low, high);
		this.#witnesses = [];
	}

	/**
	 * What has been seen of a sum so far: its true bounds are at least as wide, and it cost nothing to ask.
	 * Without a witness nothing is.
	 */
	seen(terms: ReadonlyMap<string, number>): Bounds {
		const values = this.#witnesses.map((witness) =>
			[...terms].reduce(
				(sum, [name, factor]) => sum + factor * witness[this.#places.get(name)!]!,
				0
			)
		);
		return values.length === 0
			? { low: 0, high: 0 }
			: { low: Math.min(...values), high: Math.max(...values) };
	}

	/** @throws {RangeError} if what is known contradicts itself */
	of(terms: ReadonlyMap<string, number>): Bounds {
		const low = this.#best(terms, 1);
		return { low, high: this.#best(terms, -1) };
	}

	#best(terms: ReadonlyMap<string, number>, sign: 1 | -1): number {
		for (const [name, factor] of terms)
			this.#model.changeColCost(this.#places.get(name)!, sign * factor);
		this.#model.run();
		const found = sign * this.#model.getObjectiveValue();
		const status = this.#model.getModelStatus();
		if (status === optimal) this.#witnesses.push(this.#model.getSolution().colValue);
		if (this.#witnesses.length > mostWitnesses) this.#witnesses.shift();
		for (const name of terms.keys()) this.#model.changeColCost(this.#places.get(name)!, 0);
		if (status !== optimal)
			throw new RangeError(`Expected bounds, the solver ended with status ${status}`);
		return found;
	}

	/** Gives its memory back; it is of no use afterwards. */
	dispose(): void {
		this.#model.dispose();
	}
}
