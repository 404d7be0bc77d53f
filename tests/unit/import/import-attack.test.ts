import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'csv-parse/sync';
import { readPackage } from '#db/load.ts';
import { keyOf } from '#lib/import/catalog.ts';
import { percent } from '#lib/stats/index.ts';
import { openSav } from '#lib/sav/index.ts';
import { compute, type Computed } from '#lib/import/compute/compute.ts';
import { auditTogether } from '#lib/import/compute/joint-audit.ts';
import {
	LinearBounds,
	loadSolver,
	type KnownSum,
	type Solver
} from '#lib/import/compute/linear-bounds.ts';
import { pairTables } from '#lib/import/compute/overlap.ts';
import { readSample } from '#lib/import/compute/sample.ts';
import { disclosuresOf } from '#lib/import/compute/suppress.ts';
import { packageFiles } from '#lib/import/store/rows.ts';
import { catalog, describe2015 } from '../../fixtures/synthetic-2015.ts';
import { rightMapping } from '../../fixtures/synthetic-mapping.ts';
import { savBytes, type FileDescription } from '../../fixtures/sav-bytes.ts';

/*
 * What somebody can work out who has all that an import publishes, and is after single people: different
 * bases, those in neither side, cells of one, gaps. The attacks read the tables as they would leave.
 */

let solver: Solver;
type Row = Record<string, string>;
interface Published {
	figures: Row[];
	overlaps: Row[];
	gaps: Row[];
	computed: Computed;
}

function publish(description: FileDescription): Published {
	const mapping = rightMapping();
	const sample = readSample(openSav(savBytes(description)), mapping, () => {});
	const computed = compute(sample, mapping, catalog);
	const alone = computed.tables.map((table) => disclosuresOf(table, catalog, solver));
	const { judged, pairs } = auditTogether(
		{ judged: alone, pairs: pairTables(sample, mapping, alone, solver) },
		catalog,
		solver
	);
	const { all, east, west } = computed.people;
	const reading = {
		rows: sample.rows,
		germans: all,
		weight: 'WEIGHT',
		region: { variable: 'QREGDE', berlin: 'excluded' as const, east, west },
		sha256: '',
		isSynthetic: true
	};
	const files = packageFiles(readPackage().schema, catalog, judged, pairs, reading, false);
	const read = (name: string) => parse<Row>(files.get(name)!, { columns: true });
	return {
		figures: read('figures.csv'),
		overlaps: read('overlaps.csv'),
		gaps: read('gaps.csv'),
		computed
	};
}

const description = describe2015();
const column = (name: string) => description.variables.findIndex((each) => each.name === name);
const rows = [...description.rows];

// prettier-ignore
const target = rows.findIndex((row) => row[column('COUNTRY')] === 10 && row[column('QREGDE')] === 2 && row[column('Q52')] === 8);

/** The same file, in which one German was not asked one question. */
const oneLess: FileDescription = {
	...description,
	rows: rows.map((row, i) => (i === target ? row.with(column('Q52'), null) : row))
};

let whole: Published;
let without: Published;
beforeAll(async () => {
	solver = await loadSolver();
	whole = publish(description);
	without = publish(oneLess);
});

const shown = (table: Row[]) => table.filter(({ pct }) => pct !== '');

test('Different bases tell no respondent: a file with one answer less publishes the same shares and bases', () => {
	const changed = (name: 'figures' | 'overlaps') =>
		whole[name].flatMap((row, i) => {
			const other = without[name][i]!;
			return row['pct'] === other['pct'] || row['pct'] === '' || other['pct'] === '' ? [] : [Math.abs(Number(row['pct']) - Number(other['pct']))]; // prettier-ignore
		});
	// A share moves by a tenth of a point, which now and then turns its rounding; never by more.
	for (const name of ['figures', 'overlaps'] as const) {
		expect(whole[name]).toHaveLength(without[name].length);
		expect(Math.max(0, ...changed(name))).toBeLessThanOrEqual(1);
	}
	// 999 beside 1,000, and 239 beside 240, are not told.
	const bases = [...without.figures, ...without.overlaps].map(({ n }) => Number(n));
	expect(bases.filter((n) => n % 10 !== 0)).toEqual([]);
});

test('Every share is a whole per cent, its limits too, and they tell no more than it does', () => {
	for (const row of [...shown(whole.figures), ...shown(whole.overlaps)]) {
		for (const name of ['pct', 'n_eff', 'ci95_low', 'ci95_high'])
			expect(row[name]).toMatch(/^\d+$/);
		expect(row['se_pts']).toMatch(/^\d+\.\d$/);
	}
	for (const row of whole.figures.filter(({ absence }) => absence !== ''))
		expect([row['pct'], row['n_eff'], row['se_pts'], row['ci95_low']]).toEqual(['', '', '', '']);
});

test('No share is of fewer than five people, nor of all but as few', () => {
	const german = rows.filter((row) => row[column('COUNTRY')] === 10);
	const cells = whole.computed.tables.flatMap((table) => table.cells);
	const found = shown(whole.figures).filter(({ question_id, group_id, answer_id }) => {
		const { estimate } = cells.find(
			({ question, group, answer }) =>
				question.id === question_id && group === group_id && answer.id === answer_id
		)!;
		return Math.min(estimate.picked, estimate.n - estimate.picked) < 5;
	});
	expect(german.length).toBe(1000);
	expect(found).toEqual([]);
});

test('A gap is the difference of its printed sides, and there is none beside a withheld one', () => {
	const pctOf = (question: string, answer: string, group: string) =>
		whole.figures.find(
			(row) =>
				row['question_id'] === question && row['answer_id'] === answer && row['group_id'] === group
		)?.['pct'];
	let compared = 0;
	for (const { question_id = '', answer_id = '', difference_pts } of whole.gaps) {
		expect(difference_pts).toMatch(/^-?\d+$/);
		const [east, west] = ['east', 'west'].map((side) => pctOf(question_id, answer_id, side));
		// What is on record stands elsewhere.
		if (east === undefined || west === undefined) continue;
		expect([east, west]).not.toContain('');
		expect(Number(difference_pts)).toBe(Number(east) - Number(west));
		compared++;
	}
	expect(compared).toBeGreaterThan(20);
});

describe('Withheld and residual cells', () => {
	/** What subtraction allows of a cell: all others of its line within half a point. */
	test('do not come out by subtracting the others of a group from a hundred', () => {
		for (const { question, cells } of whole.computed.tables)
			for (const group of ['east', 'west']) {
				const own = whole.figures.filter(
					(row) => row['question_id'] === question.id && row['group_id'] === group
				);
				const leaves = own.filter(
					(row) => question.answers.find(({ id }) => id === row['answer_id'])!.kind !== 'net'
				);
				const hidden = leaves.filter(({ pct }) => pct === '');
				if (leaves.length < question.answers.filter(({ kind }) => kind !== 'net').length) continue;
				if (hidden.length === 0) continue;
				const n = cells.find((cell) => cell.group === group)!.estimate.n;
				const left = 100 - shown(leaves).reduce((sum, { pct }) => sum + Number(pct), 0);
				const slack = (leaves.length - hidden.length) / 2;
				// Among several hidden ones each may be anything between nought and what is left.
				const width = hidden.length > 1 ? Math.max(0, left + slack) : 2 * slack;
				const truth = hidden.every(({ answer_id }) => {
					const cell = cells.find((each) => each.group === group && each.answer.id === answer_id)!;
					return percent(cell.estimate.share) === 0;
				});
				if (!truth) expect(width).toBeGreaterThanOrEqual(Math.min(1, 1000 / n));
			}
	});

	test('of people in neither side do not come out of the total less East and West', () => {
		const { all, east, west } = whole.computed.people;
		const rest = all - east - west;
		const weights = { east: 0.17, west: 0.79, rest: 0.04 };
		let attacked = 0;
		for (const { question, cells } of whole.computed.tables)
			for (const { group, answer } of cells) {
				if (group !== 'all' || answer.kind === 'net') continue;
				const total = catalog.figures.get(keyOf(question.id, 'deu', 'all', answer.id));
				const [ofEast, ofWest] = ['east', 'west'].map(
					(side) =>
						whole.figures.find(
							(row) =>
								row['question_id'] === question.id &&
								row['answer_id'] === answer.id &&
								row['group_id'] === side
						)?.['pct']
				);
				if (!total || !ofEast || !ofWest) continue;
				const left = total.pct - weights.east * Number(ofEast) - weights.west * Number(ofWest);
				const slack = 0.5 * (1 + weights.east + weights.west);
				const low = Math.max(0, left - slack) / weights.rest;
				const high = Math.min(100, (left + slack) / weights.rest);
				expect(((high - low) / 100) * rest).toBeGreaterThanOrEqual(10);
				attacked++;
			}
		expect(attacked).toBeGreaterThan(15);
	});
});

describe('All tables of a question together', () => {
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

	/** What somebody knows who has the pairs of a question with all others, and every printed total. */
	function everything(question: string, overlaps: Row[], withOurs: boolean) {
		const own = overlaps.filter((row) => [row['question_a'], row['question_b']].includes(question));
		const others = new Set(own.map((row) => (row['question_a'] === question ? row['question_b']! : row['question_a']!))); // prettier-ignore
		const sums: KnownSum[] = [];
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
			// The answers of the question add up to the same beside every other one.
			const [first] = others;
			if (other === first) continue;
			for (const leaf of leavesIn(question)) {
				const terms = new Map<string, number>([
					...cells(question, leaf, other, undefined).map((term) => [term, 1] as const),
					...cells(question, leaf, first!, undefined).map((term) => [term, -1] as const)
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
	const isTrue = (question: string, answer: string, pct: number): boolean =>
		whole.computed.tables
			.find((table) => table.question.id === question)
			?.cells.some(
				(cell) =>
					cell.group === 'all' &&
					cell.answer.id === answer &&
					percent(cell.estimate.share) === Math.round(pct)
			) ?? false;

	test.each(['blame-eastern-ukraine', 'defend-nato-ally'])(
		'tell of no withheld pair of %s more than ten respondents, or than printed totals do without us',
		(question) => {
			const attack = everything(question, whole.overlaps, true);
			const before = everything(question, whole.overlaps, false);
			const width = (bounds: LinearBounds, row: Row) => {
				const terms = cells(row['question_a']!, row['answer_a'], row['question_b']!, row['answer_b']); // prettier-ignore
				const { low, high } = bounds.of(new Map(terms.map((term) => [term, 1])));
				return high - low;
			};
			const hidden = attack.own.filter(({ pct }) => pct === '');
			expect(hidden.length).toBeGreaterThan(20);
			for (const row of hidden) {
				const left = width(attack.bounds, row);
				if (left < 1 - 1e-5) expect(left).toBeGreaterThanOrEqual(width(before.bounds, row) - 1e-5);
			}
			attack.bounds.dispose();
			before.bounds.dispose();
		}
	);
});
