import { keyOf, type Catalog, type KnownFigure } from '#lib/import/catalog.ts';
import { rounded, type Cell, type Computed } from './compute.ts';
import type { Mapping } from '#db/respondents.ts';
import { germany } from '#lib/import/mapping.ts';

/** A computed figure beside the one on record. */
export interface Comparison {
	cell: Cell;
	known: KnownFigure;
	/** Whether the computed figure rounds to the one on record, or its rounded parts add up to it. */
	agrees: boolean;
	/** A net that only the sum of its rounded parts gives: the publisher prints nets so. */
	isSumOfParts: boolean;
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
	const cells = [...computed.tables.flatMap((table) => table.cells), ...computed.abroad];
	const shares = new Map(cells.map((cell) => [keyOfCell(cell), rounded(cell)]));
	const comparisons = cells.flatMap((cell): Comparison[] => {
		const known = catalog.figures.get(keyOfCell(cell));
		if (!known) return [];
		const printed = Math.round(known.pct);
		const isOwn = rounded(cell) === printed;
		const isSumOfParts = !isOwn && sumOfParts(cell, shares) === printed;
		return [{ cell, known, agrees: isOwn || isSumOfParts, isSumOfParts }];
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

const keyOfCell = ({ question, population, group, answer }: Cell, id = answer.id): string =>
	keyOf(question.id, population, group, id);

/** Rounded parts of a net, added up; undefined for an answer of its own. */
function sumOfParts(cell: Cell, shares: Map<string, number>): number | undefined {
	if (cell.answer.kind !== 'net') return;
	const parts = cell.answer.parts.map((part) => shares.get(keyOfCell(cell, part)));
	return parts.every((part) => part !== undefined)
		? parts.reduce((sum, part) => sum + part, 0)
		: undefined;
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
