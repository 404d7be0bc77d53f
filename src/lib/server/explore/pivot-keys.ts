import type { Database } from '#db/open.ts';
import { dims, type Dim } from '#lib/view/explore/explore.ts';
import { answersTo } from '#lib/server/data/dictionary.ts';
import type { FigureColumns } from '#lib/server/facets/figure-index.ts';

/*
 * Rows and columns of a table as numbers: each code has its place in the order of lists, several codes
 * together are digits of one number, so that hundreds of thousands of figures are laid out and sorted
 * without a string.
 */

export class Keys {
	private readonly columns: FigureColumns;
	/** For every dimension, the place in the order of the table by the place in the catalog. */
	private readonly ranks: Record<Dim, Uint32Array>;

	/** @param used places of the figures that the table is made of */
	constructor(db: Database, columns: FigureColumns, used: Int32Array) {
		this.columns = columns;
		const { values } = columns.catalog;
		this.ranks = Object.fromEntries(
			dims.map((dim) => {
				const places = Uint32Array.from(values[dim], (_, place) => place);
				const size = places.length;
				// Surveys and years run forward, Germany stands first among the countries.
				if (dim === 'survey' || dim === 'year') return [dim, places.map((place) => size - place)];
				if (dim === 'country') return [dim, places.map((place) => this.placeOfCountry(place))];
				return [dim, dim === 'answer' ? this.ranksOfAnswers(db, used) : places];
			})
		) as Record<Dim, Uint32Array>;
	}

	private placeOfCountry(place: number): number {
		return place === this.columns.places.country.get('deu') ? 0 : place + 1;
	}

	/** Answers as in their questionnaires: by their place there, then as the catalog has them. */
	private ranksOfAnswers(db: Database, used: Int32Array): Uint32Array {
		const { codes, catalog } = this.columns;
		const asked = new Uint8Array(catalog.values.question.length);
		for (const index of used) asked[codes.question[index]!] = 1;
		const sorts = new Map<string, number>();
		for (const [place, question] of catalog.values.question.entries())
			if (asked[place])
				for (const { id, sort } of answersTo(db, question))
					sorts.set(id, Math.min(sorts.get(id) ?? Infinity, sort));
		const order = catalog.values.answer
			.map((code, place) => ({ place, sort: sorts.get(code) ?? 0 }))
			.toSorted((a, b) => a.sort - b.sort || a.place - b.place);
		const ranks = new Uint32Array(order.length);
		for (const [rank, { place }] of order.entries()) ranks[place] = rank;
		return ranks;
	}

	digit(dim: Dim, index: number): number {
		return this.ranks[dim][this.columns.codes[dim][index]!]!;
	}

	/** The digits of some figures; all are below `size`. */
	digits(dim: Dim, at: Int32Array): Uint32Array {
		const [ranks, codes] = [this.ranks[dim], this.columns.codes[dim]];
		const digits = new Uint32Array(at.length);
		for (let line = 0; line < at.length; line += 1) digits[line] = ranks[codes[at[line]!]!]!;
		return digits;
	}

	size(dim: Dim): number {
		return this.ranks[dim].length + 2;
	}

	/** The codes of a figure in these dimensions as one number; sorting the numbers sorts the rows. */
	of(wanted: readonly Dim[], index: number): number {
		let key = 0;
		for (const dim of wanted) key = key * this.size(dim) + this.digit(dim, index);
		return key;
	}
}
