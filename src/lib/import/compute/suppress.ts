import { keyOf, type Catalog } from '#lib/import/catalog.ts';
import { groups, rounded, type Cell, type Group, type Table } from './compute.ts';
import { LinearBounds, type KnownSum, type Solver } from './linear-bounds.ts';
import { leastWidth, protect, type Audited, type Candidate, type Target } from './protection.ts';

/**
 * shown; hidden for its own sake (few people, or too imprecise); hidden because a hidden one could be
 * worked out from it; on_record: the package has a number for it already, which stays and is not ours to hide.
 */
export type Disclosure = 'shown' | 'imprecise' | 'derivable' | 'on_record';

/** A table of one question with what may be stored of it. */
export interface Judged {
	table: Table;
	disclosures: Map<Cell, Disclosure>;
	/** What everything published allows of each withheld number. */
	audited: Audited[];
}

/**
 * What may be stored of a table of one question by East and West with its total.
 *
 * Shares are published in whole per cents, so a reader knows of each only that it lies within half a point.
 * From these limits, from the sums that hold between cells, and from the weight of each side, linear
 * programming finds the bounds of every withheld cell; where they are too narrow another cell is withheld:
 * not a number on record, the headline answer last, a total after the two sides, and otherwise the cell
 * with the fewest respondents. Those counted as neither East nor West are withheld cells too.
 */
export function disclosuresOf(table: Table, catalog: Catalog, solver: Solver): Judged {
	const disclosures = new Map(
		table.cells.map((cell) => [cell, firstDisclosure(cell, catalog)] as const)
	);
	const bounds = new LinearBounds(solver, regionSums({ table, disclosures }, catalog));
	try {
		const { hidden, audited } = protect(
			bounds,
			regionTargets({ table, disclosures }),
			regionCandidates({ table, disclosures })
		);
		for (const place of hidden) disclosures.set(table.cells[place]!, 'derivable');
		return { table, disclosures, audited };
	} finally {
		bounds.dispose();
	}
}

/** Cells that are shown, by their place in the table, which is that of their sum too. */
export const regionCandidates = ({ table, disclosures }: Omit<Judged, 'audited'>): Candidate[] =>
	table.cells.flatMap((cell, place) =>
		disclosures.get(cell) === 'shown' ? [{ place, cost: cost(cell) }] : []
	);

function firstDisclosure(
	{ question, population, group, answer, presentation }: Cell,
	catalog: Catalog
): Disclosure {
	if (catalog.figures.has(keyOf(question.id, population, group, answer.id))) return 'on_record';
	return presentation === 'hide' ? 'imprecise' : 'shown';
}

/** How much is lost with a cell: respondents, and more than any number of them for a total or the headline. */
function cost({ question, group, answer, estimate }: Cell): number {
	const many = 1e9;
	const isHeadline = answer.id === question.headline;
	return estimate.picked + (group === 'all' ? many : 0) + (isHeadline ? 2 * many : 0);
}

/** Parts of a country that together are all of it; `rest` is neither East nor West. */
type Part = Group | 'rest';

/** Codes that are no answers of the project, in one. */
const others = '';

/** Parts of a table with their weight (0…1 of all who were asked) and respondents. */
function partsOf({ bases, sidesOverlap }: Table): Map<Part, { weight: number; n: number }> {
	const { all, east, west } = bases;
	const parts = new Map<Part, { weight: number; n: number }>();
	if (!all) return parts;
	// Where people count twice, or there are no sides, the total follows from nothing.
	if (sidesOverlap || !east || !west) {
		for (const group of groups) {
			const base = bases[group];
			if (base) parts.set(group, { weight: 1, n: base.n });
		}
		return parts;
	}
	for (const [part, base] of [
		['east', east],
		['west', west]
	] as const)
		// prettier-ignore
		parts.set(part, { weight: base.weight / all.weight, n: base.n });
	const n = all.n - east.n - west.n;
	if (n > 0) parts.set('rest', { weight: 1 - (east.weight + west.weight) / all.weight, n });
	return parts;
}

const nameOf = (part: Part, answer: string): string => `${part}/${answer}`;

const leavesOf = (table: Table): string[] => [
	...new Set(
		table.cells.filter(({ answer }) => answer.kind !== 'net').map(({ answer }) => answer.id)
	),
	...(table.isWhole ? [] : [others])
];

/** A cell as a sum of unknowns: of its part, or a total over all parts. */
function termsOf({ group, answer }: Cell, parts: Map<Part, unknown>): Map<string, number> {
	const ids = answer.kind === 'net' ? answer.parts : [answer.id];
	const own = parts.has(group) ? [group] : [...parts.keys()];
	return new Map(own.flatMap((part) => ids.map((id) => [nameOf(part, id), 1] as const)));
}

/** Totals of single answers as sums of unknowns, by answer. */
export function totalTerms(table: Table): Map<string, Map<string, number>> {
	const parts = partsOf(table);
	const totals = table.cells.filter(
		({ group, answer }) => group === 'all' && answer.kind !== 'net'
	);
	return new Map(totals.map((cell) => [cell.answer.id, termsOf(cell, parts)]));
}

/**
 * Everything a table tells: first a sum for each cell in its order, then that the answers of each part add
 * up to it.
 */
export function regionSums(
	{ table, disclosures }: Omit<Judged, 'audited'>,
	{ figures }: Pick<Catalog, 'figures'>
): KnownSum[] {
	const parts = partsOf(table);
	const leaves = leavesOf(table);
	return [
		...table.cells.map((cell): KnownSum => {
			const { question, population, group, answer } = cell;
			const terms = termsOf(cell, parts);
			const weight = parts.get(group)?.weight ?? 1;
			const printed = rounded(cell);
			const known = figures.get(keyOf(question.id, population, group, answer.id));
			const disclosure = disclosures.get(cell);
			// A number on record that this file does not give says nothing about the file.
			const isTold =
				disclosure === 'shown' || (known !== undefined && Math.round(known.pct) === printed);
			return isTold
				? { terms, low: weight * (printed - 0.5), high: weight * (printed + 0.5) }
				: { terms, low: -1e30, high: 1e30 };
		}),
		...[...parts].map(([part, { weight }]): KnownSum => {
			const terms = new Map(leaves.map((leaf) => [nameOf(part, leaf), 1] as const));
			return { terms, low: 100 * weight - 1e-7, high: 100 * weight + 1e-7 };
		})
	];
}

/** Cells hidden for their own sake, and every answer of those in neither side. */
export function regionTargets({ table, disclosures }: Omit<Judged, 'audited'>): Target[] {
	const parts = partsOf(table);
	const rest = parts.get('rest');
	const scaled = (n: number, weight: number): number => leastWidth(n) * weight;
	return [
		...table.cells
			.filter((cell) => disclosures.get(cell) === 'imprecise')
			.map((cell): Target => {
				const { n } = cell.estimate;
				const weight = parts.get(cell.group)?.weight ?? 1;
				return {
					name: `${cell.question.id} ${cell.group} ${cell.answer.id}`,
					terms: termsOf(cell, parts),
					least: scaled(n, weight)
				};
			}),
		...(rest
			? leavesOf(table)
					.filter((leaf) => leaf !== others)
					.map((leaf): Target => ({
						name: `${table.question.id} rest ${leaf}`,
						terms: new Map([[nameOf('rest', leaf), 1]]),
						least: scaled(rest.n, rest.weight)
					}))
			: [])
	];
}
