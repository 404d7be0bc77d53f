import { kornGraubard } from './intervals.ts';
import { isUnmeasured, type ShareEstimate } from './share.ts';

/** Why a computed share is shown or hidden by the thresholds of NCHS. */
type NchsReason = 'neff_lt_30' | 'width_le_5' | 'width_ge_30' | 'relwidth_gt_130' | 'ok';

/** What a reader of a shown share should be warned of. */
type NchsFlag = 'zero_or_all' | 'df_lt_8' | 'complement';

export interface NchsPresentation {
	show: boolean;
	reason: NchsReason;
	flags: NchsFlag[];
	/** Effective n, at most n; n itself for a share of 0 or 1. */
	effectiveN: number;
	/** Width of the Korn–Graubard interval, 0…1; 0 for a share of 0 or 1. */
	width: number;
	/** Width by share; undefined for a share of 0. */
	relativeWidth?: number;
}

/**
 * Whether the National Center for Health Statistics would show a share.
 *
 * Parker et al. 2017, NCHS Data Presentation Standards for Proportions, as coded in CDCgov's
 * surveytable.
 *
 * @throws {RangeError} if the share is not 0 or 1 and the design says nothing about its variance
 */
export function nchsPresentation(estimate: ShareEstimate): NchsPresentation {
	const { n, share, df, designN } = estimate;
	const effectiveN = Math.min(n, designN ?? n);
	const width = widthOf(estimate);
	const relativeWidth = share > 0 ? width / share : undefined;

	const reason = reasonOf(effectiveN, width, relativeWidth ?? 0);
	const show = reason === 'ok' || reason === 'width_le_5';
	const flags: NchsFlag[] = [];
	if (show && (share === 0 || share === 1)) flags.push('zero_or_all');
	if (show && df < 8) flags.push('df_lt_8');
	if (reason === 'ok' && width / (1 - share) > 1.3) flags.push('complement');
	return { show, reason, flags, effectiveN, width, relativeWidth };
}

function widthOf(estimate: ShareEstimate): number {
	const { share, variance, df } = estimate;
	if (share === 0 || share === 1) return 0;
	const interval = kornGraubard(estimate);
	if (!interval) throw new RangeError(`Expected a design variance, got ${variance} with ${df} df`);
	return interval.high - interval.low;
}

function reasonOf(effectiveN: number, width: number, relativeWidth: number): NchsReason {
	if (effectiveN < 30) return 'neff_lt_30';
	if (width <= 0.05) return 'width_le_5';
	if (width >= 0.3) return 'width_ge_30';
	return relativeWidth > 1.3 ? 'relwidth_gt_130' : 'ok';
}

/** Shown; shown with a warning that few were asked; hidden. */
export type Presentation = 'show' | 'warn' | 'hide';

const MINIMUM_N = 50;
const WARNING_BELOW_N = 100;
/** With fewer degrees of freedom the error itself is hardly known (NCHS). */
const LEAST_DF = 8;
/** So many must have given an answer, and so many another: fewer could be known by name. */
const MINIMUM_PICKED = 5;

/** Why a shown share carries a warning. */
export type WarningReason = 'few_asked' | 'few_units';

/** Few respondents, or so few sampling units that the error itself is hardly known. */
export const warningsOf = ({ n, df }: ShareEstimate): WarningReason[] => [
	...(n < WARNING_BELOW_N ? (['few_asked'] as const) : []),
	...(df < LEAST_DF ? (['few_units'] as const) : [])
];

/**
 * Whether this project publishes a computed share: NCHS's rules, and at least 50 respondents; with
 * fewer than 100, or with fewer than 8 degrees of freedom, it warns. At least five must have given the answer, and five not.
 *
 * Stricter than NCHS at 0 and 100 %, where the effective n is Kish's.
 */
export function presentationOf(estimate: ShareEstimate): Presentation {
	const { n, picked, cappedN } = estimate;
	if (Math.min(picked, n - picked) < MINIMUM_PICKED) return 'hide';
	if (n < MINIMUM_N || cappedN < 30 || isUnmeasured(estimate)) return 'hide';
	if (!nchsPresentation(estimate).show) return 'hide';
	return warningsOf(estimate).length > 0 ? 'warn' : 'show';
}
