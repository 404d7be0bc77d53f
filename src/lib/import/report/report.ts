import { cautiousInterval } from '#lib/stats/index.ts';
import { keyOf, type Catalog, type KnownFigure } from '#lib/import/catalog.ts';
import { groups, rounded, type Cell } from '#lib/import/compute/compute.ts';
import type { Findings } from './findings.ts';
import { germany } from '#lib/import/mapping.ts';
import { placeOf, type Reconciliation } from '#lib/import/compute/reconcile.ts';
import type { Report, Section } from './render.ts';
import { factsOf, percent } from './report-facts.ts';
import type { Disclosure, Judged } from '#lib/import/compute/suppress.ts';

export function reportOf(findings: Findings): Report {
	const { file, catalog, judged, reconciliation, berlin } = findings;
	const { stops, warnings } = reconciliation;
	return {
		title:
			`Import of ${file} as ${catalog.survey.title.en} (${catalog.survey.id})` +
			(findings.isSynthetic ? ', SYNTHETIC: no survey' : ''),
		facts: factsOf(findings),
		verdict: verdictOf(reconciliation),
		stops,
		warnings,
		sections: [
			...(berlin ? [berlin] : []),
			matchesOf(findings),
			...judged
				.filter(({ table }) => table.cells.length > 0)
				.map((each) => tableSection(each, catalog)),
			abroadOf(findings)
		]
	};
}

function verdictOf({ comparisons, stops, warnings }: Reconciliation): string {
	const checked = `${comparisons.length} computed figures have a number on record`;
	if (stops.length > 0)
		return (
			`REFUSED: ${checked}; what follows contradicts it, so nothing may be stored. ` +
			'Usual causes: no weight or another one, another code for the country, don’t know and ' +
			'refused left out of the base. A question or country of which the record itself is in doubt ' +
			'can be taken out of the mapping.'
		);
	if (warnings.length > 0)
		return (
			`WARNING: ${checked}; all published ones agree, what follows does not. Usual causes: East and ` +
			'West exchanged, Berlin on the wrong side or counted twice.'
		);
	return `${checked}, and all of them agree.`;
}

function matchesOf({ mapping, catalog }: Findings): Section {
	return {
		title: 'Questions and variables',
		head: ['question', 'number', 'variable', 'codes'],
		rows: catalog.questions.map(({ id, number }) => {
			const asked = mapping.questions[id];
			const codes = Object.entries(asked?.codes ?? {}).map(([code, answer]) => `${code}=${answer}`);
			return [id, number || 'not known', asked?.variable ?? 'not in this file', codes.join(' ')];
		})
	};
}

function tableSection({ table, disclosures }: Judged, catalog: Catalog): Section {
	const { question, variable, cells } = table;
	const answers = question.answers.filter(({ id }) => cells.some(({ answer }) => answer.id === id));
	return {
		title: `Germany: ${question.title} (${variable})`,
		head: ['answer', ...groups.flatMap((group) => [group, 'on record'])],
		rows: [
			['n', ...groups.flatMap((group) => [baseOf(cells, group), ''])],
			...answers.map((answer) => [
				answer.label,
				...groups.flatMap((group) => {
					const cell = cells.find((each) => each.group === group && each.answer.id === answer.id);
					return cell
						? [valueText(cell, disclosures.get(cell)!), besideText(cell, catalog)]
						: ['', ''];
				})
			])
		]
	};
}

const baseOf = (cells: Cell[], group: string): string =>
	String(cells.find((cell) => cell.group === group)?.estimate.n ?? '');

function valueText({ estimate, presentation }: Cell, disclosure: Disclosure): string {
	if (disclosure === 'imprecise' || disclosure === 'derivable') return `suppressed (${disclosure})`;
	if (presentation === 'hide') return 'suppressed (imprecise)';
	const interval = cautiousInterval(estimate)!;
	const few = presentation === 'warn' ? ' few' : '';
	return `${percent(estimate.share)} [${percent(interval.low)}–${percent(interval.high)}]${few}`;
}

function besideText(cell: Cell, { figures }: Catalog): string {
	const known = figures.get(keyOf(cell.question.id, cell.population, cell.group, cell.answer.id));
	return known ? knownText(cell, known) : '';
}

/** `38 published` or `68 published ≠` */
const knownText = (cell: Cell, { pct, status }: KnownFigure): string =>
	`${pct} ${status}${rounded(cell) === Math.round(pct) ? '' : ' ≠'}`;

function abroadOf({ catalog, reconciliation }: Findings): Section {
	return {
		title: 'Other countries: totals that have a number on record (computed for this check only)',
		head: ['country', 'question', 'answer', 'computed', 'n', 'on record'],
		rows: reconciliation.comparisons
			.filter(({ cell }) => cell.population !== germany)
			.map(({ cell, known }) => [
				placeOf(cell, catalog),
				cell.question.title,
				cell.answer.label,
				percent(cell.estimate.share),
				String(cell.estimate.n),
				knownText(cell, known)
			])
	};
}
