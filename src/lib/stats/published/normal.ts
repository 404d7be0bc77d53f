const density = (z: number) => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);

/**
 * Probability that a standard normal variable lies below z; relative error under 1e-12.
 *
 * Written out because @stdlib's costs a reader's browser 11 kB. Series: Marsaglia 2004, Journal of
 * Statistical Software 11(4). The series loses the digits of a far tail, so beyond 3 it is the
 * continued fraction 1/(z + 1/(z + 2/(z + …))) of Abramowitz & Stegun 26.2.14.
 */
export function normalCdf(z: number): number {
	if (Number.isNaN(z)) return NaN;
	if (z > 0) return 1 - normalCdf(-z);
	return z < -3 ? lowerTail(-z) : 0.5 - density(z) * oddSeries(-z);
}

/** z + z³/3 + z⁵/(3·5) + … */
function oddSeries(z: number): number {
	let term = z;
	let sum = z;
	for (let odd = 3; term > sum * Number.EPSILON; odd += 2) {
		term *= (z * z) / odd;
		sum += term;
	}
	return sum;
}

function lowerTail(z: number): number {
	if (z === Infinity) return 0;
	let fraction = z;
	// More terms change no digit: 54 suffice at 3, 20 at 6, 8 at 20.
	for (let k = Math.ceil(12 + 400 / (z * z)); k > 0; k--) fraction = z + k / fraction;
	return density(z) / fraction;
}

/** Two-sided p-value of a standard normal test statistic. */
export function normalP(z: number): number {
	return 2 * normalCdf(-Math.abs(z));
}
