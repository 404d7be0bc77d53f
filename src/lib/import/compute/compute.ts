import {
	domainOf,
	groupDifference,
	percent,
	presentationOf,
	shareOf,
	type Design,
	type Difference,
	type Domain,
	type Presentation,
	type ShareEstimate
} from '#lib/stats/index.ts';
import type { Catalog, KnownAnswer, KnownQuestion } from '#lib/import/catalog.ts';
import { ImportError } from '#lib/import/error.ts';
import type { Mapping, QuestionMapping } from '#db/respondents.ts';
import { germany } from '#lib/import/mapping.ts';
import {
	baseRows,
	countryDesign,
	countrySample,
	leftOut,
	sideRows,
	type LeftOut,
	type Sides
} from './people.ts';
import { columnOf, type Sample } from './sample.ts';

export const groups = ['all', 'east', 'west'] as const;
export type Group = (typeof groups)[number];

/** One answer in one group. */
export interface Cell {
	question: KnownQuestion;
	population: string;
	group: Group;
	answer: KnownAnswer;
	estimate: ShareEstimate;
	presentation: Presentation;
}

/** One question in Germany: every answer and net of every group that has interviews. */
export interface Table {
	question: KnownQuestion;
	variable: string;
	cells: Cell[];
	/** East minus West with the error of the difference, by answer. */
	gaps: Map<string, Difference>;
	/** Those who were asked, by group: respondents, and the sum of their weights. */
	bases: Partial<Record<Group, { n: number; weight: number }>>;
	/** Whether somebody counts as East and as West. */
	sidesOverlap: boolean;
	/** Whether the answers of a group are all there is: nobody in the base has another code. */
	isWhole: boolean;
}

/** What a file says under a mapping. */
export interface Computed {
	/** Interviews with a weight; east and west as far as they are told apart. */
	people: { all: number; east: number; west: number; both: number };
	/** German interviews that are not read. */
	leftOut: LeftOut;
	/** East's share of all Germans, weighted, 0…1. */
	eastShare: number | undefined;
	tables: Table[];
	/** Totals of the other countries. */
	abroad: Cell[];
}

/**
 * Every answer of the mapped questions, weighted: Germany, its East and West, the other countries' totals.
 *
 * @param only ids of questions; all of the mapping if left out
 * @throws {ImportError} no_germany if no German has a positive weight
 */
export function compute(
	file: Sample,
	mapping: Mapping,
	catalog: Catalog,
	only?: string[]
): Computed {
	const sample = countrySample(file, mapping, germany);
	const design = countryDesign(sample, mapping, germany);
	if (!design)
		throw new ImportError('no_germany', 'Expected interviews in Germany with a weight, found none');
	const sides = sideRows(sample, mapping);
	const asked = catalog.questions.filter(
		({ id }) => id in mapping.questions && (only?.includes(id) ?? true)
	);
	const domains = {
		all: domainOf(design),
		east: sides && domainOf(design, sides.east),
		west: sides && domainOf(design, sides.west),
		both: sides && domainOf(design, sides.east, sides.west)
	};
	return {
		people: {
			all: design.rows.length,
			east: domains.east?.members.length ?? 0,
			west: domains.west?.members.length ?? 0,
			both: domains.both?.members.length ?? 0
		},
		leftOut: leftOut(sample, mapping),
		eastShare: domains.east && domains.east.weights.sum / domains.all!.weights.sum,
		tables: asked.map((question) => tableOf(sample, mapping, question, design, sides)),
		abroad: only ? [] : abroad(file, mapping, asked)
	};
}

function tableOf(
	sample: Sample,
	mapping: Mapping,
	question: KnownQuestion,
	design: Design,
	sides: Sides | undefined
): Table {
	const asked = mapping.questions[question.id]!;
	const base = baseRows(sample, asked);
	const bases: Table['bases'] = {};
	const cells = groups.flatMap((group) => {
		if (group !== 'all' && !sides) return [];
		const masks = group === 'all' || !sides ? [base] : [base, sides[group]];
		const domain = domainOf(design, ...masks);
		if (domain) bases[group] = { n: domain.members.length, weight: domain.weights.sum };
		return cellsOf(sample, asked, question, germany, group, domain);
	});
	const sidesOverlap =
		sides !== undefined && domainOf(design, base, sides.east, sides.west) !== undefined;
	const [first] = cells;
	const known = cells
		.filter(({ group, answer }) => group === 'all' && answer.kind !== 'net')
		.reduce((sum, { estimate }) => sum + estimate.picked, 0);
	const gaps = sides
		? gapsOf(sample, asked, question, design, base, sides)
		: new Map<never, never>();
	return {
		question,
		variable: asked.variable,
		cells,
		gaps,
		bases,
		sidesOverlap,
		isWhole: known === first?.estimate.n
	};
}

function gapsOf(
	sample: Sample,
	asked: QuestionMapping,
	question: KnownQuestion,
	design: Design,
	base: Uint8Array,
	sides: Sides
): Table['gaps'] {
	const east = domainOf(design, base, sides.east);
	const west = domainOf(design, base, sides.west);
	const column = columnOf(sample, asked.variable);
	return new Map(
		question.answers.flatMap((answer): [string, Difference][] => {
			const codes = codesOfAnswer(asked, answer);
			if (!east || !west || codes.length === 0) return [];
			return [[answer.id, groupDifference(east, west, { column, codes })]];
		})
	);
}

function abroad(file: Sample, mapping: Mapping, asked: KnownQuestion[]): Cell[] {
	const countries = Object.values(mapping.country.codes).filter((id) => id !== germany);
	return countries.flatMap((country) => {
		const sample = countrySample(file, mapping, country);
		const design = countryDesign(sample, mapping, country);
		if (!design) return [];
		return asked.flatMap((question) => {
			const codes = mapping.questions[question.id]!;
			const domain = domainOf(design, baseRows(sample, codes));
			return cellsOf(sample, codes, question, country, 'all', domain);
		});
	});
}

function cellsOf(
	sample: Sample,
	asked: QuestionMapping,
	question: KnownQuestion,
	population: string,
	group: Group,
	domain: Domain | undefined
): Cell[] {
	if (!domain) return [];
	const column = columnOf(sample, asked.variable);
	return question.answers.flatMap((answer): Cell[] => {
		const codes = codesOfAnswer(asked, answer);
		if (codes.length === 0) return [];
		const estimate = shareOf(domain, { column, codes });
		const presentation = presentationOf(estimate);
		return [{ question, population, group, answer, estimate, presentation }];
	});
}

/** Codes of an answer; of a net those of its parts, or none if a part has none. */
export function codesOfAnswer({ codes }: QuestionMapping, answer: KnownAnswer): number[] {
	const of = (id: string) =>
		Object.keys(codes)
			.filter((code) => codes[code] === id)
			.map(Number);
	if (answer.kind !== 'net') return of(answer.id);
	const parts = answer.parts.map(of);
	return parts.every((part) => part.length > 0) ? parts.flat() : [];
}

/** In whole per cents, as the publisher prints. */
export const rounded = ({ estimate }: Cell): number => percent(estimate.share);
