import { type ContingencyTable, pearson, psuTotalsOf, tableOf } from './contingency.ts';
import { fUpperTail } from './distributions.ts';
import type { Domain } from './domain.ts';
import { type Matrix, solveSymmetric } from './linear-system.ts';
import { covarianceOf } from './taylor.ts';

/** Test of a whole table: does the question depend on the group? */
export interface RaoScottTest {
	/** Respondents in the table, unweighted. */
	n: number;
	answers: number;
	groups: number;
	/** Pearson's X² of the weighted table scaled to n: not a test, only what is corrected. */
	x2: number;
	/** Second-order correction: F, its degrees of freedom, its p. The one to show. */
	f: number;
	df1: number;
	df2: number;
	p: number;
	/** Sum of the generalized design effects. */
	trace: number;
}

/**
 * Tests independence of a question and a grouping in a weighted sample.
 *
 * @param domain members must have a code in both columns
 * @returns undefined if fewer than two answers or groups occur, if the table has too many empty
 * cells, or if the design says nothing about the variance
 * @throws {RangeError} if a member has no code, or a column has not one value per row of the file
 *
 * Rao & Scott 1984, Annals of Statistics 12, 46–60, in the form of R survey's svychisq.
 */
export function raoScott(
	domain: Domain,
	question: Float64Array,
	grouping: Float64Array
): RaoScottTest | undefined {
	const table = tableOf(domain, question, grouping);
	const { answers, groups, share } = table;
	const { n } = domain.weights;
	if (answers.length < 2 || groups.length < 2 || domain.df < 1) return;
	const designEffects = designEffectsOf(table);
	if (!designEffects) return;

	const trace = traceOfProduct(designEffects);
	// Where every PSU has the same answers, only rounding errors are left of the variance.
	if (!(trace > 1e-12)) return;

	const counts = share.map((cell) => cell * n);
	const x2 = pearson(counts, groups.length);
	const df1 = trace ** 2 / traceOfProduct(designEffects, designEffects);
	const df2 = df1 * domain.df;
	return {
		n,
		answers: answers.length,
		groups: groups.length,
		x2,
		f: x2 / trace,
		df1,
		df2,
		p: fUpperTail(x2 / trace, df1, df2),
		trace
	};
}

/**
 * The matrix whose eigenvalues are the generalized design effects: the design's covariance of all
 * interaction contrasts, relative to that of a simple random sample of the same n.
 */
function designEffectsOf(table: ContingencyTable): Matrix | undefined {
	const { domain, share } = table;
	const contrasts = contrastsOf(table);
	const totals = contrasts.map((contrast) => psuTotalsOf(table, centred(table, contrast)));
	const simple = contrasts.map((a) =>
		contrasts.map((b) => {
			let sum = 0;
			for (let cell = 0; cell < share.length; cell++) sum += a[cell]! * b[cell]! * share[cell]!;
			return sum / domain.weights.n;
		})
	);
	const design = totals.map((a) => totals.map((b) => covarianceOf(domain.design, a, b)));
	return solveSymmetric(simple, design);
}

/**
 * Per contrast, one value per cell: +1 and −1 at the corners of a rectangle from one cell to the
 * last row and column, divided by the cell's share; 0 in an empty cell.
 */
function contrastsOf({ answers, groups, share }: ContingencyTable): Float64Array[] {
	const columns = groups.length;
	const lastRow = (answers.length - 1) * columns;
	const contrasts: Float64Array[] = [];
	for (let row = 0; row < lastRow; row += columns) {
		for (let column = 0; column < columns - 1; column++) {
			const contrast = new Float64Array(share.length);
			contrast[row + column] = 1;
			contrast[row + columns - 1] = -1;
			contrast[lastRow + column] = -1;
			contrast[lastRow + columns - 1] = 1;
			contrasts.push(contrast.map((sign, cell) => (share[cell]! > 0 ? sign / share[cell]! : 0)));
		}
	}
	return contrasts;
}

/** The contrast less its weighted mean, which empty cells keep from being 0. */
function centred({ share }: ContingencyTable, contrast: Float64Array): Float64Array {
	const mean = contrast.reduce((sum, value, cell) => sum + value * share[cell]!, 0);
	return contrast.map((value) => value - mean);
}

/** Trace of a · b, or of a alone. */
function traceOfProduct(a: Matrix, b?: Matrix): number {
	let trace = 0;
	for (let i = 0; i < a.length; i++) {
		if (!b) trace += a[i]![i]!;
		else for (let j = 0; j < a.length; j++) trace += a[i]![j]! * b[j]![i]!;
	}
	return trace;
}
