import type { Mapping } from '#lib/import/mapping.ts';
import { asked, countryCodes, leavesOf, variableOf } from './synthetic-2015.ts';

/** The right reading of the synthetic file, made without the import's own search. */
export function rightMapping(change: Partial<Mapping> = {}): Mapping {
	return {
		survey: 'pew-2015-spring',
		country: {
			variable: 'COUNTRY',
			codes: Object.fromEntries(Object.entries(countryCodes).map(([id, code]) => [code, id]))
		},
		weight: 'WEIGHT',
		stratum: 'STRATUM',
		psu: 'PSU',
		sex: 'Q145',
		age: 'Q146',
		region: {
			variable: 'QREGDE',
			east: [2],
			west: [1],
			excluded: [],
			berlin: { codes: [3], counts_as: 'excluded' }
		},
		questions: Object.fromEntries(
			asked.map((question) => {
				const dk = question.answers.some(({ id }) => id === 'dk') ? 'dk' : 'base';
				const codes = leavesOf(question).map(({ id }, i) => [i + 1, id]);
				return [
					question.id,
					{
						variable: variableOf(question),
						codes: Object.fromEntries([...codes, [8, dk], [9, dk]]) as Record<string, string>
					}
				];
			})
		),
		...change
	};
}
