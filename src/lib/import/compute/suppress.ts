import { keyOf, type Catalog } from '#lib/import/catalog.ts';
import { groups, type Cell, type Table } from './compute.ts';

/**
 * shown; hidden for its own sake (few people, or too imprecise); hidden because a hidden one could be
 * worked out from it; on_record: the package has a number for it already, which stays and is not ours to hide.
 */
export type Fate = 'shown' | 'imprecise' | 'derivable' | 'on_record';

/** A table of one question with what may be stored of it. */
export interface Judged {
	table: Table;
	fates: Map<Cell, Fate>;
}

/**
 * What may be stored of a table of one question by East and West with its total.
 *
 * The answers of a group add up to 100, the parts of a net to the net, East and West to the total: such
 * cells form lines. A line with a single hidden cell gives it away, so another of its cells is hidden too,
 * until there is no such line: not a number on record, the headline answer last, a total after the two
 * sides, and otherwise the cell with the fewest respondents. Two things are not protected: what follows
 * from whole per cents on record alone, since they are public; and codes that are no answers of the project,
 * since they are no cells. Those counted as neither East nor West are ignored: with or without them
 * East is worked out from the total and West nearly enough.
 */
export function fatesOf(table: Table, catalog: Catalog): Map<Cell, Fate> {
	const fates = new Map(table.cells.map((cell) => [cell, firstFate(cell, catalog)]));
	const isHidden = (cell: Cell) => ['imprecise', 'derivable'].includes(fates.get(cell)!);
	const lines = linesOf(table);
	for (let changed = true; changed;) {
		changed = false;
		for (const line of lines) {
			if (line.filter(isHidden).length !== 1) continue;
			const [victim] = line
				.filter((cell) => fates.get(cell) === 'shown')
				.toSorted((a, b) => price(a) - price(b));
			if (!victim) continue;
			fates.set(victim, 'derivable');
			changed = true;
		}
	}
	return fates;
}

function firstFate(
	{ question, population, group, answer, presentation }: Cell,
	catalog: Catalog
): Fate {
	if (catalog.figures.has(keyOf(question.id, population, group, answer.id))) return 'on_record';
	return presentation === 'hide' ? 'imprecise' : 'shown';
}

/** How much is lost with a cell: respondents, and more than any number of them for a total or the headline. */
function price({ question, group, answer, estimate }: Cell): number {
	const many = 1e9;
	const isHeadline = answer.id === question.headline;
	return estimate.picked + (group === 'all' ? many : 0) + (isHeadline ? 2 * many : 0);
}

/** Cells of which each follows from the others. */
export function linesOf({ cells, isWhole }: Table): Cell[][] {
	const [first] = cells;
	if (!first) return [];
	const { answers } = first.question;
	const computed = new Set(cells.map(({ answer }) => answer.id));
	// A net is computed only with all its parts.
	const nets = answers.filter(({ id, kind }) => kind === 'net' && computed.has(id));
	const parts = nets.flatMap((net) => net.parts);
	const leaves = answers.filter(({ kind }) => kind !== 'net').map(({ id }) => id);
	// Nets and the answers in none of them add up to 100 as well, unless nets overlap.
	const tops = [...nets.map(({ id }) => id), ...leaves.filter((id) => !parts.includes(id))];
	const wholes = !isWhole ? [] : new Set(parts).size === parts.length ? [tops, leaves] : [leaves];
	// Nets come first, so that a part is protected by a part of the same net and no more is lost.
	const sums = [...nets.map((net) => [net.id, ...net.parts]), ...wholes];
	const columns = groups.flatMap((group) =>
		sums.map((ids) => cells.filter((cell) => cell.group === group && ids.includes(cell.answer.id)))
	);
	const rows = answers.map(({ id }) => cells.filter((cell) => cell.answer.id === id));
	return [...columns, ...rows.filter((row) => row.length === groups.length)];
}
