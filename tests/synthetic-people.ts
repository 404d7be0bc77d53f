import { keyOf, type Catalog, type KnownQuestion } from '#lib/import/catalog.ts';

/** An invented respondent. */
export interface Person {
	country: string;
	/** Counted from 0 in each country. */
	number: number;
	part: Part;
	weight: number;
	/** Question → answer; 'dk' also where the project has no such answer. */
	answers: Map<string, string>;
}

/** Germans live in one of three parts; elsewhere all is one. */
export type Part = 'all' | 'east' | 'west' | 'berlin';

/** People of a part, and their share of the country's weight. The East is interviewed more often than it weighs. */
const germanParts: [Part, number, number][] = [
	['east', 240, 0.17],
	['berlin', 60, 0.04],
	['west', 700, 0.79]
];

const peopleAbroad = 600;

/** Shares of the answers of one question in one part, in per cent; they add up to 100. */
export type Targets = Map<string, number>;

/**
 * People whose weighted answers hit the targets. The heavy ones give the first answers, so that without
 * weights every share is far off.
 *
 * @param targets undefined where the question was not asked
 */
export function peopleOf(
	country: string,
	questions: KnownQuestion[],
	targets: (question: KnownQuestion, part: Part) => Targets | undefined
): Person[] {
	const parts =
		country === 'deu' ? germanParts : ([['all', peopleAbroad, 1]] as typeof germanParts);
	const total = parts.reduce((sum, [, people]) => sum + people, 0);
	let number = 0;
	return parts.flatMap(([part, people, share]) => {
		const rough = Array.from(
			{ length: people },
			(_, i) => 0.4 + (1.6 * ((i * 37) % people)) / people
		);
		const sum = rough.reduce((all, weight) => all + weight, 0);
		const group = rough.map((weight): Person => ({
			country,
			number: number++,
			part,
			weight: (weight / sum) * share * total,
			answers: new Map()
		}));
		questions.forEach((question, index) => {
			const wanted = targets(question, part);
			if (wanted) answer(group, question.id, wanted, index);
		});
		return group;
	});
}

/** Heavy people first, a little shuffled so that questions differ; each takes the answer his place falls in. */
function answer(group: Person[], question: string, targets: Targets, seed: number): void {
	const place = (person: Person): number =>
		person.weight * (1 + 0.5 * Math.sin(12.9898 * (person.number + 1) * (seed + 1)));
	const ordered = group.toSorted((a, b) => place(b) - place(a));
	const sum = group.reduce((all, { weight }) => all + weight, 0);
	const steps = [...targets].map(([id, pct]) => ({ id, pct }));
	let current = 0;
	let until = steps[0]!.pct / 100;
	let before = 0;
	for (const person of ordered) {
		const middle = before + person.weight / sum / 2;
		while (middle > until && current < steps.length - 1) until += steps[++current]!.pct / 100;
		person.answers.set(question, steps[current]!.id);
		before += person.weight / sum;
	}
}

/** Where nothing is on record for the East, its first answer is so many points below the total. */
const inventedGap = 8;

/**
 * Shares of the answers of a question: those on record, and for the rest invented ones that fit. What the
 * three parts of Germany say adds up to the total.
 *
 * @returns undefined if nothing is on record for the country
 */
export function targetsOf(
	catalog: Catalog,
	question: KnownQuestion,
	country: string,
	part: Part
): Targets | undefined {
	const leaves = question.answers.filter(({ kind }) => kind !== 'net').map(({ id }) => id);
	// Without a better knowledge all answers are as frequent, and few do not know.
	const even: Targets = new Map([...leaves.map((id) => [id, 10] as const), ['dk', 2]]);
	const onRecord = recordOf(catalog, question, country, 'all');
	if (onRecord.length === 0) return;
	const total = fitted(even, onRecord);
	if (part === 'all') return total;

	const [first] = leaves;
	const less: Known = [[first!], Math.max(total.get(first!)! - inventedGap, 1)];
	const ofEast = recordOf(catalog, question, country, 'east');
	const ofWest = recordOf(catalog, question, country, 'west');
	const east = fitted(total, ofEast.length > 0 ? ofEast : [less]);
	if (part === 'east') return east;
	const [e, b, w] = germanParts.map(([, , share]) => share) as [number, number, number];
	if (ofWest.length === 0) {
		// Berlin is as the whole, the West what is left.
		if (part === 'berlin') return total;
		return mapped(total, (id, pct) => (pct * (1 - b) - e * east.get(id)!) / w);
	}
	const west = fitted(total, ofWest);
	if (part === 'west') return west;
	return mapped(total, (id, pct) => (pct - e * east.get(id)! - w * west.get(id)!) / b);
}

const mapped = (targets: Targets, share: (id: string, pct: number) => number): Targets =>
	new Map([...targets].map(([id, pct]) => [id, share(id, pct)]));

/** A share of some answers together: one, or the parts of a net. */
type Known = [answers: string[], pct: number];

/** What is on record, single answers before nets. */
function recordOf(
	catalog: Catalog,
	question: KnownQuestion,
	country: string,
	group: string
): Known[] {
	return question.answers
		.toSorted((a, b) => a.parts.length - b.parts.length)
		.flatMap(({ id, parts }): Known[] => {
			const figure = catalog.figures.get(keyOf(question.id, country, group, id));
			return figure ? [[parts.length > 0 ? parts : [id], figure.pct]] : [];
		});
}

/** The shares nearest to the given ones that agree with what is known and add up to 100. */
function fitted(shares: Targets, known: Known[]): Targets {
	const result: Targets = new Map();
	const fill = (ids: string[], whole: number): void => {
		const open = ids.filter((id) => !result.has(id));
		const taken = ids.reduce((sum, id) => sum + (result.get(id) ?? 0), 0);
		const sum = open.reduce((all, id) => all + shares.get(id)!, 0);
		for (const id of open) result.set(id, (Math.max(whole - taken, 0) * shares.get(id)!) / sum);
	};
	for (const [ids, pct] of known) fill(ids, pct);
	fill([...shares.keys()], 100);
	// Whole per cents on record may add up to 99 or 101.
	const off = [...result.values()].reduce((sum, pct) => sum + pct, -100) / result.size;
	return mapped(shares, (id) => result.get(id)! - off);
}
