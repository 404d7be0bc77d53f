import { keyOf, type Catalog, type KnownFigure } from '#lib/import/catalog.ts';
import { rounded, type Cell, type Computed } from './compute.ts';
import { germany, type Mapping } from '#lib/import/mapping.ts';

/** A computed figure beside the one on record. */
export interface Comparison {
	cell: Cell;
	known: KnownFigure;
	/** Whether the computed figure rounds to the one on record. */
	agrees: boolean;
}

/** The self-test: what the figures on record say about a reading of the file. */
export interface Reconciliation {
	comparisons: Comparison[];
	/** Published figures that the file does not give: nothing may be stored. One line each. */
	stops: string[];
	/** Figures of lesser standing, or people counted twice: stored only on an explicit yes. */
	warnings: string[];
}

export function reconcile(computed: Computed, mapping: Mapping, catalog: Catalog): Reconciliation {
	const german = computed.tables.flatMap(({ cells }) => cells);
	const comparisons = [...german, ...computed.abroad].flatMap((cell): Comparison[] => {
		const known = catalog.figures.get(
			keyOf(cell.question.id, cell.population, cell.group, cell.answer.id)
		);
		return known ? [{ cell, known, agrees: rounded(cell) === Math.round(known.pct) }] : [];
	});
	const missed = comparisons.filter(({ agrees }) => !agrees);
	const stops = missed
		.filter(({ known }) => known.status === 'published')
		.map((each) => missText(each, catalog));
	const checked = comparisons.filter(
		({ cell, known }) => cell.population === germany && known.status === 'published'
	);
	if (checked.length === 0)
		stops.push('No published figure for Germany to check the file against: it proves nothing.');
	const warnings = missed
		.filter(({ known }) => known.status !== 'published')
		.map((each) => missText(each, catalog));
	return { comparisons, stops, warnings: [...twiceText(computed, mapping), ...warnings] };
}

/** `Germany: Would the U.S. …: would: computed 63.2, which rounds to 63; published 68 (pew-oc-3195), off by 4.8.` */
function missText({ cell, known }: Comparison, catalog: Catalog): string {
	const share = 100 * cell.estimate.share;
	const off = Math.abs(share - known.pct).toFixed(1);
	const n = cell.estimate.n;
	return (
		`${placeOf(cell, catalog)}, ${cell.question.title}, "${cell.answer.label}": ` +
		`computed ${share.toFixed(1)} (n ${n}), which rounds to ${rounded(cell)}; ` +
		`${known.status} ${known.pct} (${known.source}), off by ${off} points`
	);
}

const groupNames = { all: '', east: ' East', west: ' West' };

/** `Germany East` */
export function placeOf({ population, group }: Cell, { countries }: Catalog): string {
	const country = countries.find(({ id }) => id === population)?.label ?? population;
	return country + groupNames[group];
}

/** East and West may leave people out, but nobody can live in both. */
function twiceText({ people }: Computed, { region }: Mapping): string[] {
	if (people.both === 0 || !region) return [];
	return [
		`${people.both} interviews count as East and as West (${region.variable}, see its codes in both): ` +
			`${people.east} + ${people.west} = ${people.east + people.west} of ${people.all} in Germany`
	];
}
