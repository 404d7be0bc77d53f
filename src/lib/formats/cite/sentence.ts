import { answerOf } from '#lib/view/result.ts';
import type { Dictionary, DataPoint } from '#lib/view/row.ts';
import { intervalText } from '#lib/words/charts/intervals.ts';
import { findings } from '#lib/words/charts/findings.ts';
import { caveats, interviewsIn, statements } from '#lib/words/files/sentences.ts';
import type { Lang } from '#lib/words/lang.ts';
import { percent } from '#lib/words/numbers.ts';
import { surveyName } from '#lib/view/survey-name.ts';

/**
 * A number, or why there is none, as a sentence that can be printed as it is: who answered what, with what
 * the question supposes, then the answer on the other side, then in brackets the survey, the base and what
 * speaks for caution. Where no clause was written the answer is quoted and its subject named.
 *
 * @param others the other answers of the same people, from which the one on the other side is taken
 * @throws {RangeError} if the dictionary lacks a code of the row, which would be our mistake
 */
export function sentenceOf(
	row: DataPoint,
	dictionary: Dictionary,
	lang: Lang,
	others: DataPoint[] = []
): string {
	const { question, survey, population, group } = named(row, dictionary);
	const answer = answerOf(dictionary, row).label[lang];
	const place = population.in[lang];
	const whole = row.dimension === 'total';
	const where = whole
		? place
		: row.dimension === 'region'
			? group.in[lang]
			: `${group.in[lang]} ${place}`;
	const subject = caveats.subject(question.title[lang], lang);
	const origin = surveyName(survey, lang);
	if (row.pct === null) {
		const said = statements[row.absence ?? 'not_published'];
		const at = row.absence === 'not_asked' ? place : where;
		return `${said(at, answer, lang)} (${subject}; ${origin}).`;
	}
	const isMedian = population.kind === 'median';
	const isPlace = whole || row.dimension === 'region';
	const n = row.n ?? (whole && row.population === 'deu' ? survey.nGermany : null);
	const brackets = [
		origin,
		...cautions(row, lang),
		caveats.base[lang],
		isMedian ? caveats.median[lang] : interviewsIn(n, isPlace ? where : '', lang)
	];
	const spoken = spokenOf(row, others, dictionary, { where, isWhole: whole }, lang);
	if (spoken) return `${spoken} (${brackets.join('; ')}).`;
	const share = statements.share(where, row.pct, isPlace && !isMedian, answer, lang);
	return `${share} (${[subject, ...brackets].join('; ')}).`;
}

/** The number in a clause written for its answer; undefined where none was. */
function spokenOf(
	row: DataPoint,
	others: DataPoint[],
	dictionary: Dictionary,
	{ where, isWhole }: { where: string; isWhole: boolean },
	lang: Lang
): string | undefined {
	const { clause, kind, pole } = answerOf(dictionary, row);
	// Nought is less than half a percent, which the quoted form explains.
	if (!clause || row.pct === 0) return undefined;
	const other = others.find((each) => {
		const answer = dictionary.answers[`${each.question}/${each.answer}`];
		return each.pct !== null && answer?.clause && answer.kind === kind && answer.pole !== pole;
	});
	const shares = [row, ...(other ? [other] : [])].map((each) => {
		const answer = answerOf(dictionary, each);
		return { answer: { label: answer.label[lang], clause: answer.clause }, pct: each.pct ?? 0 };
	});
	const place = { in: where, isGermany: isWhole && row.population === 'deu' };
	const condition = dictionary.questions[row.question]?.condition?.[lang];
	// One per cent and other cases that the clause does not fit are quoted.
	const said = findings.here(place, shares, lang, condition);
	return said.includes(clause.full[lang].split(' ').slice(1).join(' ')) ? said : undefined;
}

/** How the number came to us where it was not simply published, and its interval where it has one. */
function cautions(row: DataPoint, lang: Lang): string[] {
	const status =
		row.status === null || row.status === 'published' ? [] : [caveats[row.status][lang]];
	const weak = row.confidence === 'low' ? [caveats.weak[lang]] : [];
	const interval =
		row.low === null || row.high === null
			? []
			: [intervalText(percent(row.low, lang), percent(row.high, lang), lang)];
	return [...status, ...weak, ...interval];
}

/** What the codes of a row stand for. @throws {RangeError} if the dictionary lacks one */
export function named(row: DataPoint, dictionary: Dictionary) {
	const question = dictionary.questions[row.question];
	const survey = dictionary.surveys[row.survey];
	const population = dictionary.populations[row.population];
	const group = dictionary.groups[row.group];
	if (!question || !survey || !population || !group)
		throw new RangeError(`Expected a known figure, got ${row.figure}`);
	return { question, survey, population, group };
}
