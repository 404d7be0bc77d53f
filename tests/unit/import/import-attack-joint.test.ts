import { beforeAll, expect, test } from 'vitest';
import { keyOf } from '#lib/import/catalog.ts';
import {
	LinearBounds,
	loadSolver,
	type KnownSum,
	type Solver
} from '#lib/import/compute/linear-bounds.ts';
import { percent } from '#lib/stats/index.ts';
import { catalog, describe2015 } from '../../fixtures/synthetic/spring-2015.ts';
import { publish, shown, type Published, type Row } from '../../support/import-published.ts';

/*
 * Somebody who has all that an import publishes, and all that was printed before, puts it together: a question
 * by East and West with the total, by every other question, and the gaps. The program is built from the
 * published lines, without the import's own sums.
 */

let solver: Solver;
let whole: Published;
beforeAll(async () => {
	solver = await loadSolver();
	whole = publish(describe2015(), solver);
});

const known = (terms: string[], pct: number): KnownSum => ({
	terms: new Map(terms.map((term) => [term, 1])),
	low: pct - 0.5,
	high: pct + 0.5
});
const leavesIn = (question: string, answer?: string): string[] => {
	const { answers } = catalog.questions.find(({ id }) => id === question)!;
	const net = answers.find(({ id, kind }) => id === answer && kind === 'net');
	const leaves = answers.filter(({ kind }) => kind !== 'net').map(({ id }) => id);
	return net ? net.parts : answer === undefined ? leaves : [answer];
};
const cells = (a: string, x: string | undefined, b: string, y: string | undefined): string[] =>
	leavesIn(a, x).flatMap((one) =>
		leavesIn(b, y).map((two) => [`${a}/${one}`, `${b}/${two}`].toSorted().join(' '))
	);

const sides = ['east', 'west', 'rest'] as const;
const inSide = (side: string, question: string, answer?: string): string[] =>
	leavesIn(question, answer).map((leaf) => `${side}/${leaf}`);

/** Weights and respondents of East, West and the rest: a reader can guess them well, so they are known here. */
function partsOf(question: string) {
	const { bases } = whole.computed.tables.find((table) => table.question.id === question)!;
	const { all, east, west } = bases as Required<typeof bases>;
	const rest = { n: all.n - east.n - west.n, weight: all.weight - east.weight - west.weight };
	const of = ({ n, weight }: { n: number; weight: number }) => ({
		n,
		weight: weight / all.weight
	});
	return { east: of(east), west: of(west), rest: of(rest) };
}

/** East, West and the rest with the total that they add up to, and the gaps between them. */
function sidesOf(question: string, figures: Row[], gaps: Row[], withOurs: boolean): KnownSum[] {
	const parts = partsOf(question);
	const { answers } = catalog.questions.find(({ id }) => id === question)!;
	const sums: KnownSum[] = sides.map((side) => ({
		...known(inSide(side, question), 100),
		low: 100 * parts[side].weight - 1e-7,
		high: 100 * parts[side].weight + 1e-7
	}));
	for (const { id } of answers) {
		for (const side of ['east', 'west'] as const) {
			const record = catalog.figures.get(keyOf(question, 'deu', side, id));
			const own = figures.find((row) => row['question_id'] === question && row['group_id'] === side && row['answer_id'] === id); // prettier-ignore
			const isRight = record && isTrue(question, id, record.pct, side);
			const printed = isRight ? record.pct : withOurs && own?.['pct'] ? Number(own['pct']) : undefined; // prettier-ignore
			if (printed === undefined) continue;
			const { weight } = parts[side];
			sums.push({ ...known(inSide(side, question, id), 0), low: weight * (printed - 0.5), high: weight * (printed + 0.5) }); // prettier-ignore
		}
		const all = sides.flatMap((side) => inSide(side, question, id));
		const record = catalog.figures.get(keyOf(question, 'deu', 'all', id));
		const own = figures.find((row) => row['question_id'] === question && row['group_id'] === 'all' && row['answer_id'] === id); // prettier-ignore
		if (record && isTrue(question, id, record.pct)) sums.push(known(all, record.pct));
		else if (withOurs && own?.['pct']) sums.push(known(all, Number(own['pct'])));
		const gap = gaps.find((row) => row['question_id'] === question && row['answer_id'] === id);
		if (!withOurs || !gap) continue;
		const terms = new Map([
			...inSide('east', question, id).map((term) => [term, 1 / parts.east.weight] as const),
			...inSide('west', question, id).map((term) => [term, -1 / parts.west.weight] as const)
		]);
		const points = Number(gap['difference_pts']);
		sums.push({ terms, low: points - 1, high: points + 1 });
	}
	return sums;
}

/** What somebody knows who has all tables of a question, those with all others too, and all that was printed. */
function everything(question: string, { overlaps, figures, gaps }: Published, withOurs: boolean) {
	const own = overlaps.filter((row) => [row['question_a'], row['question_b']].includes(question));
	const others = new Set(own.map((row) => (row['question_a'] === question ? row['question_b']! : row['question_a']!))); // prettier-ignore
	const sums: KnownSum[] = sidesOf(question, figures, gaps, withOurs);
	for (const other of others) {
		sums.push({ ...known(cells(question, undefined, other, undefined), 100), low: 100, high: 100 }); // prettier-ignore
		for (const [of, with_] of [
			[question, other],
			[other, question]
		] as const)
			// prettier-ignore
			for (const { id } of catalog.questions.find((each) => each.id === of)!.answers) {
				const record = catalog.figures.get(keyOf(of, 'deu', 'all', id));
				if (record && isTrue(of, id, record.pct)) sums.push(known(cells(of, id, with_, undefined), record.pct)); // prettier-ignore
			}
		// The answers of the question add up to the same beside every other one as over East, West and the rest.
		for (const leaf of leavesIn(question)) {
			const terms = new Map<string, number>([
				...cells(question, leaf, other, undefined).map((term) => [term, 1] as const),
				...sides.map((side) => [`${side}/${leaf}`, -1] as const)
			]);
			sums.push({ terms, low: -1e-7, high: 1e-7 });
		}
	}
	if (withOurs)
		for (const row of shown(own))
			sums.push(known(cells(row['question_a']!, row['answer_a'], row['question_b']!, row['answer_b']), Number(row['pct']))); // prettier-ignore
	return { own, bounds: new LinearBounds(solver, sums) };
}

/** A printed net that is the sum of rounded parts is no limit of the unrounded one. */
const isTrue = (question: string, answer: string, pct: number, group = 'all'): boolean =>
	whole.computed.tables
		.find((table) => table.question.id === question)
		?.cells.some(
			(cell) =>
				cell.group === group &&
				cell.answer.id === answer &&
				percent(cell.estimate.share) === Math.round(pct)
		) ?? false;

test.each(['blame-eastern-ukraine', 'defend-nato-ally', 'view-of-nato', 'confidence-putin'])(
	'tell of no withheld number of %s more than ten respondents, or than printed totals do without us',
	(question) => {
		const attack = everything(question, whole, true);
		const before = everything(question, whole, false);
		const width = (bounds: LinearBounds, terms: string[]) => {
			const { low, high } = bounds.of(new Map(terms.map((term) => [term, 1])));
			return high - low;
		};
		const expectOpen = (terms: string[], least: number, name: string) => {
			const left = width(attack.bounds, terms);
			if (left < least - 1e-5)
				expect(left, name).toBeGreaterThanOrEqual(width(before.bounds, terms) - 1e-5);
		};
		const hidden = attack.own.filter(({ pct }) => pct === '');
		expect(hidden.length).toBeGreaterThan(10);
		for (const row of hidden) {
			const of = [row['question_a']!, row['answer_a'], row['question_b']!, row['answer_b']] as const; // prettier-ignore
			expectOpen(cells(...of), 1, of.join(' '));
		}
		// Of a very small group ten respondents would be more than can be asked for: 20 points then.
		const parts = partsOf(question);
		const leastOf = (side: (typeof sides)[number]) =>
			parts[side].weight * Math.min(20, (100 * 10) / parts[side].n);
		let attacked = 0;
		for (const { question_id, answer_id, group_id, pct } of whole.figures) {
			if (question_id !== question || pct !== '' || group_id === 'all') continue;
			const side = group_id as 'east' | 'west';
			// A number may be withheld to protect another; what counts are those withheld for themselves.
			const cell = whole.computed.tables
				.find((table) => table.question.id === question)!
				.cells.find((each) => each.group === side && each.answer.id === answer_id)!;
			if (cell.presentation !== 'hide') continue;
			expectOpen(inSide(side, question, answer_id), leastOf(side), `${side} ${answer_id}`);
			attacked++;
		}
		for (const leaf of leavesIn(question)) {
			expectOpen([`rest/${leaf}`], leastOf('rest'), `rest ${leaf}`);
			attacked++;
		}
		expect(attacked).toBeGreaterThanOrEqual(3);
		attack.bounds.dispose();
		before.bounds.dispose();
	}
);
