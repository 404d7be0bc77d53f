// Light: no dependency, for pages. Import these from their own files in the browser.
export { assumptionGrid, GERMANY_2015 } from '#lib/stats/published/assumption-range.ts';
export { frechetBounds, jointFloor, roundedBounds } from '#lib/stats/published/frechet.ts';
export { holm } from '#lib/stats/published/holm.ts';
export { impliedShare } from '#lib/stats/published/implied-share.ts';
export type { Interval } from '#lib/stats/published/interval.ts';
export { median } from '#lib/stats/published/median.ts';
export { normalCdf } from '#lib/stats/published/normal.ts';
export {
	designEffectFromMargin,
	effectiveNFromMargin,
	marginOfError
} from '#lib/stats/published/published-margin.ts';
export { percent } from '#lib/stats/published/rounding.ts';
export { answerGap, questionGap } from '#lib/stats/published/same-people.ts';
export { twoProportions } from '#lib/stats/published/two-proportions.ts';
export { judgeFamily, verdictOn } from '#lib/stats/published/verdict.ts';
export { wilson, wilsonRounded } from '#lib/stats/published/wilson.ts';

// Heavy: respondent files, and the quantiles of @stdlib.
export { tableOf } from '#lib/stats/respondents/contingency.ts';
export { completeRows, designOf, rowsWhere } from '#lib/stats/respondents/design.ts';
export type { Design, SampleColumns } from '#lib/stats/respondents/design.ts';
export { cautiousDifference, groupDifference } from '#lib/stats/respondents/differences.ts';
export type { Difference } from '#lib/stats/respondents/differences.ts';
export { domainOf } from '#lib/stats/respondents/domain.ts';
export type { Domain } from '#lib/stats/respondents/domain.ts';
export { cautiousInterval, kornGraubard, kornGraubardN } from '#lib/stats/respondents/intervals.ts';
export { raoScott } from '#lib/stats/respondents/rao-scott.ts';
export { shareOf } from '#lib/stats/respondents/share.ts';
export type { Answer, ShareEstimate } from '#lib/stats/respondents/share.ts';
export {
	nchsPresentation,
	presentationOf,
	warningsOf
} from '#lib/stats/respondents/suppression.ts';
export type { Presentation } from '#lib/stats/respondents/suppression.ts';
export { testedDifference } from '#lib/stats/respondents/tested-difference.ts';
export { summarizeWeights } from '#lib/stats/respondents/weights.ts';
export type { WeightSummary } from '#lib/stats/respondents/weights.ts';
