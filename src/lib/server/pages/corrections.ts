import type { Database } from '#db/open.ts';
import { withdrawn } from '#db/schema.ts';
import type { Correction } from '#lib/view/correction.ts';
import type { DataPoint, QuestionInfo } from '#lib/view/row.ts';
import type { Text } from '#lib/words/lang.ts';
import { correctedText } from '#lib/words/files/corrections.ts';
import { readCell } from '#lib/server/data/cells.ts';
import { wholeDictionary } from '#lib/server/data/dictionary.ts';
import { surveyName } from '#lib/view/survey-name.ts';

/** Every figure that was taken back, the latest first. */
export const listCorrections = (db: Database): Correction[] =>
	db
		.select()
		.from(withdrawn)
		.all()
		.toSorted((a, b) => (a.withdrawnOn < b.withdrawnOn ? 1 : -1))
		.map((row) => {
			const successor = row.successorId === null ? undefined : readCell(db, row.successorId);
			return {
				figure: row.figureId,
				successor: row.successorId,
				on: row.withdrawnOn,
				before: describe(db, row.figureId, row.pctBefore, successor),
				after: successor ? describe(db, successor.figure, successor.pct) : null,
				reason: { en: row.reasonEn, de: row.reasonDe }
			};
		});

/**
 * A figure in words.
 *
 * @param successor gives the names of codes that no longer exist: of a question that became part of another
 */
function describe(db: Database, id: string, pct: number | null, successor?: DataPoint): Text {
	const [survey = '', question = '', population = '', group = '', answer = ''] = id.split('~');
	const { surveys, questions, populations, groups, answers } = wholeDictionary(db);
	const place = populations[population] ?? populations[successor?.population ?? ''];
	const said = {
		survey: surveys[survey] ?? surveys[successor?.survey ?? ''],
		question: questions[question] ?? questions[successor?.question ?? ''],
		answer:
			answers[`${question}/${answer}`] ?? answers[`${successor?.question}/${successor?.answer}`]
	};
	const text = (lang: 'en' | 'de') =>
		correctedText(
			{
				pct,
				answer: said.answer?.label[lang] ?? answer,
				places: [
					// East Germany names its country itself.
					...(groups[group]?.dimension === 'region' ? [] : [place?.label[lang] ?? population]),
					...(group === 'all' ? [] : [groups[group]?.label[lang] ?? group])
				],
				question: said.question?.title[lang] ?? question,
				survey: surveyName(said.survey, lang, survey)
			},
			lang
		);
	return { en: text('en'), de: text('de') };
}

/**
 * The question that a question became part of: all of its figures moved there.
 *
 * @returns undefined if no figure of such a question was ever taken back
 */
export function movedQuestion(db: Database, question: string): QuestionInfo | undefined {
	const { questions } = wholeDictionary(db);
	if (Object.hasOwn(questions, question)) return undefined;
	const moved = db
		.select()
		.from(withdrawn)
		.all()
		.find(({ figureId }) => figureId.split('~')[1] === question);
	return questions[moved?.successorId?.split('~')[1] ?? ''];
}
