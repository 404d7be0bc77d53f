import { langs, type Lang, type Text } from '#lib/words/lang.ts';
import { modeNames, topicNames, wordingStatusNames } from '#lib/words/codes.ts';
import { ddiWords as words } from '#lib/words/files/ddi.ts';
import { fileWords } from '#lib/words/files/formats.ts';
import { interviewsText, marginText, surveyWords } from '#lib/words/pages/surveys.ts';
import type { Dictionary, QuestionInfo, DataPoint, SurveyInfo } from '#lib/view/row.ts';
import type { Contents } from '#lib/formats/contents.ts';
import { viewCitation } from '#lib/formats/cite/view-citation.ts';
import { dayOf } from './package.ts';
import { element, textElement, type Node } from './xml.ts';

/*
 * DDI-Codebook 2.5: the form in which survey archives describe a study and harvest descriptions. One
 * document is one survey: who was asked, when and how, each question as asked, and for each answer the
 * shares that were published. Texts are in both languages where the schema lets an element stand twice.
 */

/** @param figures of this survey, in the order of the file */
export function toDdi(survey: SurveyInfo, figures: DataPoint[], contents: Contents): string {
	const { dictionary } = contents;
	return [
		'<?xml version="1.0" encoding="UTF-8"?>',
		element(
			'codeBook',
			{
				xmlns: 'ddi:codebook:2_5',
				'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
				'xsi:schemaLocation':
					'ddi:codebook:2_5 http://www.ddialliance.org/Specification/DDI-Codebook/2.5/XMLSchema/codebook.xsd',
				version: '2.5',
				ID: `survey.${survey.id}`,
				'xml:lang': 'en'
			},
			documentDescription(survey, contents),
			studyDescription(survey, figures, contents),
			element(
				'dataDscr',
				{},
				...questionsIn(figures, dictionary).map((question) =>
					variable(question, survey, figures, contents)
				),
				...inBoth('notes', words.shares),
				...inBoth('notes', words.medians)
			)
		),
		''
	].join('\n');
}

/** The same element in each language. */
const inBoth = (
	name: string,
	text: Text | null | undefined,
	attributes: Record<string, string> = {}
): Node[] =>
	langs.map((lang) =>
		textElement(name, { 'xml:lang': lang, ...only(lang, attributes) }, text?.[lang])
	);

/** An ID may stand once in a document: the English element has it. */
const only = (lang: Lang, { ID, ...others }: Record<string, string>) => ({
	...others,
	...(lang === 'en' && ID ? { ID } : {})
});

/** The document itself: made here, of these data. */
function documentDescription(survey: SurveyInfo, { dataVersion, page }: Contents): Node {
	return element(
		'docDscr',
		{},
		element(
			'citation',
			{},
			element(
				'titlStmt',
				{},
				textElement('titl', {}, words.codebook(survey.title.en, 'en')),
				textElement('parTitl', { 'xml:lang': 'de' }, words.codebook(survey.title.de, 'de'))
			),
			element(
				'prodStmt',
				{},
				textElement('producer', {}, 'Beistand'),
				textElement('prodDate', { date: dayOf(dataVersion) }, dayOf(dataVersion))
			),
			element('verStmt', {}, textElement('version', { date: dayOf(dataVersion) }, dataVersion)),
			textElement('holdings', { URI: page }, page)
		)
	);
}

function studyDescription(survey: SurveyInfo, figures: DataPoint[], contents: Contents): Node {
	const { title, organisation, sponsor, reportTitle, reportUrl } = survey;
	return element(
		'stdyDscr',
		{},
		element(
			'citation',
			{},
			element(
				'titlStmt',
				{},
				textElement('titl', {}, title.en),
				textElement('parTitl', { 'xml:lang': 'de' }, title.de),
				textElement('IDNo', { agency: 'Beistand' }, survey.id)
			),
			element('rspStmt', {}, textElement('AuthEnty', {}, organisation)),
			element(
				'prodStmt',
				{},
				textElement('producer', {}, organisation),
				...inBoth('fundAg', sponsor)
			),
			element('verStmt', {}, textElement('version', {}, contents.dataVersion)),
			textElement('biblCit', {}, viewCitation(asOneStudy(survey, contents), 'en'))
		),
		studyInformation(survey, figures, contents.dictionary),
		method(survey),
		element(
			'dataAccs',
			{},
			element(
				'useStmt',
				{},
				textElement('conditions', {}, `${fileWords.termsText.en} ${contents.terms}`)
			)
		),
		element(
			'othrStdyMat',
			{},
			element(
				'relPubl',
				{},
				reportTitle
					? element(
							'citation',
							{},
							element('titlStmt', {}, textElement('titl', {}, reportTitle)),
							textElement('holdings', { URI: reportUrl ?? undefined }, reportUrl)
						)
					: undefined
			)
		),
		...inBoth('notes', survey.notes)
	);
}

/** The citation names the institute of this survey only. */
const asOneStudy = (survey: SurveyInfo, contents: Contents): Contents => ({
	...contents,
	title: survey.title,
	dictionary: { ...contents.dictionary, surveys: { [survey.id]: survey } }
});

/** Topics, dates, countries and groups; shares refer to the last two by their IDs. */
function studyInformation(survey: SurveyInfo, figures: DataPoint[], dictionary: Dictionary): Node {
	const { fieldworkStart, fieldworkEnd, fieldworkNote, year } = survey;
	const topics = [...new Set(questionsIn(figures, dictionary).map(({ topic }) => topic))];
	const populations = Object.values(dictionary.populations).filter(({ id }) =>
		figures.some((row) => row.population === id)
	);
	const groups = Object.values(dictionary.groups).filter(({ id }) =>
		figures.some((row) => row.group === id)
	);
	return element(
		'stdyInfo',
		{},
		element('subject', {}, ...topics.flatMap((topic) => inBoth('keyword', topicNames[topic]))),
		...inBoth('abstract', words.about),
		element(
			'sumDscr',
			{},
			textElement('timePrd', { date: String(year) }, year),
			textElement('collDate', { event: 'start', date: fieldworkStart ?? '' }, fieldworkStart),
			textElement('collDate', { event: 'end', date: fieldworkEnd ?? '' }, fieldworkEnd),
			...populations
				.filter(({ kind }) => kind === 'country')
				.flatMap(({ id, label }) =>
					inBoth('nation', label, { abbr: id.toUpperCase(), ID: `population.${id}` })
				),
			...populations
				.filter(({ kind }) => kind === 'median')
				.flatMap(({ id, label }) => inBoth('geogCover', label, { ID: `population.${id}` })),
			...inBoth('anlyUnit', words.unit),
			...inBoth('universe', survey.targetPopulation ?? surveyWords.notDisclosed),
			...groups.flatMap(({ id, label, definition, dimension }) =>
				// The label of an age group says all that its definition does.
				inBoth('universe', labelled(label, dimension === 'region' ? definition : null), {
					level: 'group',
					ID: `group.${id}`
				})
			),
			...inBoth('dataKind', words.kind)
		),
		...inBoth('notes', fieldworkNote)
	);
}

const labelled = (label: Text, definition: Text | null): Text => ({
	en: [label.en, definition?.en].filter(Boolean).join(': '),
	de: [label.de, definition?.de].filter(Boolean).join(': ')
});

/** `Label: text` in both languages. */
const note = (label: Text, text: (lang: Lang) => string): Text => ({
	en: `${label.en}: ${text('en')}`,
	de: `${label.de}: ${text('de')}`
});

function method(survey: SurveyInfo): Node {
	const { modeGermany, nTotal, nGermany, moeMinPts, moeMaxPts, moeNote } = survey;
	return element(
		'method',
		{},
		element(
			'dataColl',
			{},
			...(modeGermany
				? inBoth(
						'collMode',
						note(surveyWords.mode, (lang) => modeNames[modeGermany][lang])
					)
				: [])
		),
		...inBoth(
			'notes',
			note(surveyWords.interviews, (lang) => interviewsText(nTotal, nGermany, lang))
		),
		...(survey.eastWestDefinition
			? inBoth(
					'notes',
					note(words.eastWest, (lang) => survey.eastWestDefinition?.[lang] ?? '')
				)
			: []),
		element(
			'anlyInfo',
			{},
			...inBoth('EstSmpErr', {
				en: [marginText(moeMinPts, moeMaxPts, 'en'), moeNote?.en].filter(Boolean).join('. '),
				de: [marginText(moeMinPts, moeMaxPts, 'de'), moeNote?.de].filter(Boolean).join('. ')
			})
		)
	);
}

/** Questions with a number, in the order of the dictionary. */
const questionsIn = (figures: DataPoint[], { questions }: Dictionary): QuestionInfo[] => {
	const asked = new Set(figures.map(({ question }) => question));
	return Object.values(questions).filter(({ id }) => asked.has(id));
};

/** A question as this survey asked it. Nets are groups of the categories that they add up. */
function variable(
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

/** What a codebook is called in the package. */
export const ddiPath = (survey: string): string => `ddi/${survey}.xml`;
