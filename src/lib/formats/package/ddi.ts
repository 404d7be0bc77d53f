import type { Contents } from '#lib/formats/contents.ts';
import type { DataPoint, SurveyInfo } from '#lib/view/row.ts';
import { ddiWords as words } from '#lib/words/files/ddi.ts';
import { studyDescription } from './ddi-study.ts';
import { questionsIn, variable } from './ddi-variable.ts';
import { dayOf } from './package.ts';
import { element, inBoth, textElement, type Node } from './xml.ts';

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

/** What a codebook is called in the package. */
export const ddiPath = (survey: string): string => `ddi/${survey}.xml`;
