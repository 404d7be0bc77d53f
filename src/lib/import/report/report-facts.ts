import { cautiousInterval, percent as wholePercent, roundedBounds } from '#lib/stats/index.ts';
import { keyOf, type Catalog } from '#lib/import/catalog.ts';
import type { Findings } from './findings.ts';
import type { Cell } from '#lib/import/compute/compute.ts';
import type { LeftOut } from '#lib/import/compute/people.ts';
import type { Audited } from '#lib/import/compute/protection.ts';
import type { PairTable, Side } from '#lib/import/compute/pairs.ts';
import { placeOf, type Comparison } from '#lib/import/compute/reconcile.ts';
import { stored } from '#lib/import/store/rows.ts';
import type { Disclosure } from '#lib/import/compute/suppress.ts';

/** What a report says before its tables: who was read, how, and what would be stored. */
export function factsOf({
	rows,
	mapping,
	otherLabels,
	catalog,
	computed,
	judged,
	reconciliation,
	pairs
}: Findings): string[] {
	const { people, eastShare, leftOut } = computed;
	const { weight, stratum, psu, region } = mapping;
	const cells = stored(judged);
	const hidden = cells.filter(([, disclosure]) => disclosure !== 'shown').length;
	return [
		`${rows} interviews, ${people.all} in Germany with a weight above 0.`,
		...otherLabels,
		`Weight ${weight ?? 'none'}, strata ${unitText(stratum, leftOut)}, sampling units ${unitText(psu, leftOut)}.`,
		...leftOutFacts(leftOut),
		region
			? `East ${people.east} and West ${people.west} interviews by ${region.variable}; East is ` +
				`${percent(eastShare ?? 0)} % of Germans, weighted.` +
				(region.berlin.codes.length > 0 ? ` Berlin: ${region.berlin.counts_as}.` : '')
			: 'East and West are not told apart.',
		`To be stored: ${cells.length - hidden} figures, and ${hidden} suppressed ones without their number. ` +
			'Figures on record stay as they are.',
		...replacedAbsences(cells, catalog),
		...farthest(reconciliation.comparisons, catalog),
		...sumsOfParts(reconciliation.comparisons, catalog),
		...pairFacts(pairs),
		...auditFacts([...judged, ...pairs].flatMap(({ audited }) => audited))
	];
}

/** A design that the country has nothing of is none of its. */
const unitText = (name: string | null, { empty }: LeftOut): string =>
	name === null ? 'none' : empty.includes(name) ? `none (${name} is empty for Germany)` : name;

function leftOutFacts({ withoutWeight, withoutUnit, lonelyStrata }: LeftOut): string[] {
	return [
		...(lonelyStrata > 0
			? [
					`${lonelyStrata === 1 ? '1 stratum has' : `${lonelyStrata} strata have`} a single sampling unit in Germany; each counts with its distance from nought, as R's "adjust".`
				]
			: []),
		...(withoutWeight > 0
			? [
					`${withoutWeight} German interviews without a weight, or with one declared missing, are left out.`
				]
			: []),
		...(withoutUnit > 0
			? [
					`${withoutUnit} German interviews without a stratum or sampling unit, which the others have, are left out.`
				]
			: [])
	];
}

/** A row that only says why there is no number gives way to a computed one. */
function replacedAbsences(cells: [Cell, Disclosure][], { absences }: Catalog): string[] {
	const replaced = cells.filter(([{ question, population, group, answer }]) =>
		absences.has(keyOf(question.id, population, group, answer.id))
	);
	if (replaced.length === 0) return [];
	const names = replaced.map(
		([{ question, group, answer }]) => `${question.id} ${group} ${answer.id}`
	);
	return [
		`${replaced.length} of them take the place of rows without a number: ${names.join(', ')}.`
	];
}

/** Nets that agree only as the publisher adds them up. */
function sumsOfParts(comparisons: Comparison[], catalog: Catalog): string[] {
	const sums = comparisons.filter(({ isSumOfParts }) => isSumOfParts);
	if (sums.length === 0) return [];
	const names = sums.map(
		({ cell, known }) =>
			`${placeOf(cell, catalog)}, ${cell.question.title}, "${cell.answer.label}" ` +
			`(${percent(cell.estimate.share)} computed, ${known.pct} ${known.status})`
	);
	return [
		`${sums.length} printed nets are the sum of rounded parts, as the publisher prints them, and ` +
			`agree as such: ${names.join('; ')}.`
	];
}

/** How far the figures on record are from what was computed, at most: half a point is rounding. */
function farthest(comparisons: Comparison[], catalog: Catalog): string[] {
	const [first] = comparisons
		.filter(({ isSumOfParts }) => !isSumOfParts)
		.toSorted((a, b) => deviation(b) - deviation(a));
	if (!first) return [];
	const { cell, known } = first;
	return [
		`Farthest from its number on record: ${placeOf(cell, catalog)}, ${cell.question.title}, ` +
			`"${cell.answer.label}": ${percent(cell.estimate.share)} computed, ${known.pct} ${known.status}.`
	];
}

const deviation = ({ cell, known }: Comparison): number =>
	Math.abs(100 * cell.estimate.share - known.pct);

/** The two answers of the article's paradox. */
const isOfParadox = ({ question, answer }: Side): boolean =>
	['defend-nato-ally/should-not', 'us-would-defend-ally/would'].includes(
		`${question.id}/${answer.id}`
	);

function pairFacts(tables: PairTable[]): string[] {
	if (tables.length === 0) return [];
	const pairs = tables.flatMap((table) => table.pairs);
	const shown = pairs.filter(({ disclosure }) => disclosure === 'shown');
	const count =
		`Two answers together, for Germany as a whole: ${shown.length} shares in ${tables.length} tables of ` +
		`two questions, and ${pairs.length - shown.length} suppressed ones without their number.`;
	const found = shown.find(({ a, b }) => isOfParadox(a) && isOfParadox(b));
	if (!found) return [count];
	const { estimate, a, b } = found;
	const interval = cautiousInterval(estimate)!;
	// The totals as they are printed: whoever has only those knows each to half a point.
	const { both } = roundedBounds(wholePercent(a.share) / 100, wholePercent(b.share) / 100, 0.005);
	return [
		count,
		`Germans who say that their country should not use force and that the U.S. would: ` +
			`${percent(estimate.share)} % (95 % interval ${percent(interval.low)} to ` +
			`${percent(interval.high)}, n ${estimate.n}); the two printed totals alone allow ` +
			`${percent(both.low)} to ${percent(both.high)}.`
	];
}

/** What everything published, taken together, allows of what is withheld. */
function auditFacts(audited: Audited[]): string[] {
	if (audited.length === 0) return [];
	const open = audited.filter(({ isOpen }) => isOpen);
	const isPair = ({ name }: Audited) => name.includes(' × ');
	const pairs = open.filter(isPair).length;
	const cells = open.filter((one) => !isPair(one)).map(({ name }) => name);
	const names = [...cells, ...(pairs > 0 ? [`${pairs} pairs of answers`] : [])].join(', ');
	const found =
		`Audit by linear programming, all tables of a question together: ${audited.length} withheld numbers, ` +
		'those of people in neither side among them. From all that is published none comes out within ten ' +
		'respondents of its group';
	if (open.length === 0) return [`${found}.`];
	return [
		`${found}, but for ${open.length} that numbers on record tell by themselves.`,
		`Told by numbers on record: ${names}. A total that the publisher printed as 0 says that nearly nobody ` +
			'gave an answer, in any part of the country and beside any other answer. That is no secret this ' +
			'import could keep or give away, and no reason to refuse the file: none of these numbers is stored, ' +
			'and all that is stored together leaves each of them as wide as the record alone does.'
	];
}

/** One decimal: the report is for checking, not for print. */
export const percent = (share: number): string => (100 * share).toFixed(1);
