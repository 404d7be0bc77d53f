import { marginsOf, psuTotalsOf, tableOf } from './contingency.ts';
import { fUpperTail } from './distributions.ts';
import type { Domain } from './domain.ts';
import { solveSymmetric } from './linear-system.ts';
import { covarianceOf } from './taylor.ts';

/** Test of a whole table by its residuals; a check on Rao–Scott, unreliable with few PSUs. */
export interface AdjustedWaldTest {
	f: number;
	df1: number;
	df2: number;
	p: number;
}

/**
 * Tests independence of a question and a grouping by the residuals p_ij − p_i p_j.
 *
 * @param domain members must have a code in both columns
 * @returns undefined if fewer than two answers or groups occur, or the degrees of freedom
 * do not suffice
 * @throws {RangeError} if a member has no code, or a column has not one value per row of the file
 *
 * Koch, Freeman & Freeman 1975, International Statistical Review 43, 59–78, with the F adjustment
 * of Fellegi 1980, as R survey's svychisq(statistic = "adjWald").
 */
export function adjustedWald(
	domain: Domain,
	question: Float64Array,
	grouping: Float64Array
): AdjustedWaldTest | undefined {
	const table = tableOf(domain, question, grouping);
	const { answers, groups, share } = table;
	const columns = groups.length;
	const df1 = (answers.length - 1) * (columns - 1);
	const df2 = domain.df - df1 + 1;
	if (df1 < 1 || df2 < 1) return;

	const { ofRow, ofColumn } = marginsOf(share, columns);
	const residuals: number[][] = [];
	const totals: Float64Array[] = [];
	for (let row = 1; row < answers.length; row++) {
		for (let column = 1; column < columns; column++) {
			const product = ofRow[row]! * ofColumn[column]!;
			residuals.push([share[row * columns + column]! - product]);
			// What one respondent of each cell moves the residual by, per unit of weight.
			const influence = share.map((_, cell) => {
				const inRow = Math.floor(cell / columns) === row ? 1 : 0;
				const inColumn = cell % columns === column ? 1 : 0;
				return inRow * inColumn - inRow * ofColumn[column]! - inColumn * ofRow[row]! + product;
			});
			totals.push(psuTotalsOf(table, influence));
		}
	}
	const covariance = totals.map((a) => totals.map((b) => covarianceOf(domain.design, a, b)));
	const solved = solveSymmetric(covariance, residuals);
	if (!solved) return;
	const wald = residuals.reduce((sum, [residual], k) => sum + residual! * solved[k]![0]!, 0);
	const f = (wald * df2) / (domain.df * df1);
	return { f, df1, df2, p: fUpperTail(f, df1, df2) };
}
