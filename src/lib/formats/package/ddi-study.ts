import type { Contents } from '#lib/formats/contents.ts';
import { viewCitation } from '#lib/formats/cite/view-citation.ts';
import type { Dictionary, DataPoint, SurveyInfo } from '#lib/view/row.ts';
import { modeNames, topicNames } from '#lib/words/codes.ts';
import { ddiWords as words } from '#lib/words/files/ddi.ts';
import { fileWords } from '#lib/words/files/formats.ts';
import type { Lang, Text } from '#lib/words/lang.ts';
import { interviewsText, marginText, surveyWords } from '#lib/words/pages/surveys.ts';
import { questionsIn } from './ddi-variable.ts';
import { element, inBoth, textElement, type Node } from './xml.ts';

/** Who asked whom, when and how; the terms of use and the report. */
export function studyDescription(
	survey: SurveyInfo,
	figures: DataPoint[],
	contents: Contents
): Node {
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
