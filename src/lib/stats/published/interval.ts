/** Lower and upper limit; of a share both are 0…1, of a difference −1…1. */
export interface Interval {
	low: number;
	high: number;
}

/** The 0.975 quantile of the standard normal distribution. */
export const Z = 1.959963984540054;

/** The 1.96 that Pew prints in its formula for the margin of error. */
export const PEW_Z = 1.96;

/** The share of an interval that a share can take: nothing below 0 or above 1. */
export function clipToShares({ low, high }: Interval): Interval {
	return { low: Math.max(0, low), high: Math.min(1, high) };
}
