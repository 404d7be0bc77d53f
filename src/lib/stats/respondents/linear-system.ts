/** A square matrix, row by row. */
export type Matrix = number[][];

/**
 * Solves matrix · X = right for X.
 *
 * @param matrix symmetric and positive definite, such as a covariance matrix
 * @returns undefined if it is not positive definite, that is, if a row follows from the others
 *
 * Cholesky: Golub & Van Loan 2013, Matrix Computations, section 4.2.
 */
export function solveSymmetric(matrix: Matrix, right: Matrix): Matrix | undefined {
	const lower = choleskyOf(matrix);
	if (!lower) return;
	const size = matrix.length;
	const solution = right.map((row) => [...row]);
	const eliminate = (i: number, j: number, factor: number) => {
		for (let c = 0; c < solution[i]!.length; c++) solution[i]![c]! -= factor * solution[j]![c]!;
	};
	const divide = (i: number) => {
		for (let c = 0; c < solution[i]!.length; c++) solution[i]![c]! /= lower[i]![i]!;
	};
	for (let i = 0; i < size; i++) {
		for (let j = 0; j < i; j++) eliminate(i, j, lower[i]![j]!);
		divide(i);
	}
	for (let i = size - 1; i >= 0; i--) {
		for (let j = i + 1; j < size; j++) eliminate(i, j, lower[j]![i]!);
		divide(i);
	}
	return solution;
}

function choleskyOf(matrix: Matrix): Matrix | undefined {
	const lower: Matrix = matrix.map((row) => row.map(() => 0));
	for (let i = 0; i < matrix.length; i++) {
		for (let j = 0; j <= i; j++) {
			let rest = matrix[i]![j]!;
			for (let k = 0; k < j; k++) rest -= lower[i]![k]! * lower[j]![k]!;
			if (i !== j) lower[i]![j] = rest / lower[j]![j]!;
			// What is left of a row that follows from the others is rounding error only.
			else if (rest > 1e-12 * matrix[i]![i]!) lower[i]![i] = Math.sqrt(rest);
			else return;
		}
	}
	return lower;
}
