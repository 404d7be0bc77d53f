import type { Contents } from '#lib/formats/contents.ts';
import type { Dictionary, QuestionInfo, DataPoint, SurveyInfo } from '#lib/view/row.ts';
import { topicNames, wordingStatusNames } from '#lib/words/codes.ts';
import { langs } from '#lib/words/lang.ts';
import { element, inBoth, textElement, type Node } from './xml.ts';

/** Questions with a number, in the order of the dictionary. */
export const questionsIn = (figures: DataPoint[], { questions }: Dictionary): QuestionInfo[] => {
	const asked = new Set(figures.map(({ question }) => question));
	return Object.values(questions).filter(({ id }) => asked.has(id));
};

/** A question as this survey asked it. Nets are groups of the categories that they add up. */
export function variable(
	question: QuestionInfo,
	survey: SurveyInfo,
	figures: DataPoint[],
	contents: Contents
): Node {
	const { dictionary } = contents;
	const item = dictionary.items[`${survey.id}/${question.id}`];
	const own = figures.filter((row) => row.question === question.id);
	const answers = Object.values(dictionary.answers)
		.filter((answer) => answer.question === question.id)
		.filter((answer) => own.some((row) => row.answer === answer.id))
		.toSorted((a, b) => a.sort - b.sort);
	const idOf = (answer: string) => `answer.${question.id}.${answer}`;
	const shares = (answer: string) =>
		own
			.filter((row) => row.answer === answer && row.pct !== null)
			.map((row) => share(row, contents));
	const parts = new Set(answers.filter(({ kind }) => kind !== 'net').map(({ id }) => id));
	return element(
		'var',
		{
			ID: `question.${question.id}`,
			name: question.id,
			representationType: 'code',
			intrvl: 'discrete'
		},
		...inBoth('labl', question.title),
		element(
			'qstn',
			{ seqNo: item?.number ?? undefined },
			...langs.map((lang) =>
				textElement(
					'qstnLit',
					{
						'xml:lang': lang,
						// Not the wording of the interview, but a translation made for this description.
						source: lang === 'de' && item?.wordingDeOrigin === 'translation' ? 'archive' : undefined
					},
					item?.wording?.[lang]
				)
			)
		),
		...inBoth('txt', question.scale),
		...answers
			.filter(({ kind }) => kind === 'net')
			.map(({ id, label, netOf }) =>
				element(
					'catgryGrp',
					{
						ID: idOf(id),
						catgry:
							netOf
								.filter((part) => parts.has(part))
								.map(idOf)
								.join(' ') || undefined
					},
					...inBoth('labl', label),
					...shares(id)
				)
			),
		...answers
			.filter(({ kind }) => kind !== 'net')
			.map(({ id, label, kind }) =>
				element(
					'catgry',
					{ ID: idOf(id), missing: kind === 'dont_know' ? 'Y' : undefined },
					textElement('catValu', {}, id),
					...inBoth('labl', label),
					...shares(id)
				)
			),
		...inBoth('concept', topicNames[question.topic]),
		...(item ? inBoth('notes', wordingStatusNames[item.wordingStatus]) : []),
		...inBoth('notes', item?.note)
	);
}

function share(row: DataPoint, { dictionary, permalink }: Contents): Node {
	const isMedian = dictionary.populations[row.population]?.kind === 'median';
	return textElement(
		'catStat',
		{
			type: isMedian ? 'other' : 'percent',
			otherType: isMedian ? 'median' : undefined,
			URI: typeof permalink === 'string' ? permalink : permalink(row),
			sdatrefs: `population.${row.population} group.${row.group}`
		},
		row.pct
	);
}
