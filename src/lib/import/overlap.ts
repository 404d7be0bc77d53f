import { domainOf, questionDifference, type QuestionDifference } from '#lib/stats/index.ts';
import { germany, type Mapping } from './mapping.ts';
import { baseRows, countryDesign } from './people.ts';
import { columnOf, type Sample } from './sample.ts';

/** The two answers of the article's paradox. */
const refuses = ['defend-nato-ally', 'should-not'] as const;
const expects = ['us-would-defend-ally', 'would'] as const;

/** How many Germans gave both answers; undefined if the file was not read for both questions. */
export function overlapOf(sample: Sample, mapping: Mapping): QuestionDifference | undefined {
	const [first, second] = [mapping.questions[refuses[0]], mapping.questions[expects[0]]];
	const design = countryDesign(sample, mapping, germany);
	if (!first || !second || !design) return;
	const domain = domainOf(design, baseRows(sample, first), baseRows(sample, second));
	const codes = (asked: Mapping['questions'][string], answer: string) =>
		Object.keys(asked.codes)
			.filter((code) => asked.codes[code] === answer)
			.map(Number);
	return (
		domain &&
		questionDifference(
			domain,
			{ column: columnOf(sample, first.variable), codes: codes(first, refuses[1]) },
			{ column: columnOf(sample, second.variable), codes: codes(second, expects[1]) }
		)
	);
}
