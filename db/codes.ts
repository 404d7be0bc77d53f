/*
 * The fixed lists: every code that a table may hold. db/data/datapackage.json says the same and a
 * test compares the two, since TypeScript needs them as literal types.
 */

export const sourceKinds = [
	'publisher_chart',
	'publisher_report',
	'publisher_slides',
	'dataset_extract',
	'synthetic',
	'press',
	'blog'
] as const;
export const topics = ['alliance', 'russia', 'ukraine', 'united-states', 'context'] as const;
export const questionRoles = ['core', 'context'] as const;
export const itemRoles = ['core', 'trend', 'context'] as const;
export const modes = ['telephone', 'face-to-face', 'online'] as const;
export const wordingStatuses = ['exact', 'chart', 'reported', 'not_seen'] as const;
export const wordingOrigins = ['translation', 'original'] as const;
export const yesNo = ['yes', 'no'] as const;
export const comparabilities = ['yes', 'house', 'mode'] as const;
export const answerKinds = ['substantive', 'dont_know', 'volunteered', 'net'] as const;
export const populationKinds = ['country', 'median'] as const;
export const dimensions = ['total', 'region', 'gender', 'age', 'party'] as const;
export const absences = ['no_answer', 'not_asked', 'not_published', 'suppressed'] as const;
export const statuses = ['published', 'recovered', 'reported', 'computed'] as const;
/** Of figures as the database holds them: the load adds sums of printed parts, which no package may state. */
export const storedStatuses = [...statuses, 'sum_of_parts'] as const;
/** The two parts of Germany that the site compares. */
export const sides = ['east', 'west'] as const;
export const confidences = ['high', 'medium', 'low'] as const;
export const conflictKinds = ['misprint', 'mislabel', 'swap'] as const;
export const stances = [
	'unreliable',
	'free_riding',
	'explains',
	'against_nato',
	'peaceable',
	'divided',
	'recovering',
	'cautious',
	'declining'
] as const;
export const claimKinds = [
	'figure',
	'comparison',
	'inference',
	'value_judgement',
	'background'
] as const;
export const relations = [
	'matches',
	'number_matches',
	'paraphrase_differs',
	'direction_published',
	'supported_elsewhere',
	'not_published',
	'inference_beyond_data',
	'not_testable',
	'outside_survey'
] as const;
/** What the parts of the starting article are about. */
export const articleSections = ['survey', 'conclusions', 'russia', 'alliance'] as const;
export const aspects = [
	'actor',
	'act',
	'ally',
	'trigger',
	'mode',
	'population',
	'measure'
] as const;
