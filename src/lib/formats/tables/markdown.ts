import { answerOf } from '#lib/view/result.ts';
import type { DataPoint } from '#lib/view/row.ts';
import { wordingStatusNames } from '#lib/words/codes.ts';
import { citationWords } from '#lib/words/files/citations.ts';
import { quoted, stopped } from '#lib/words/quotation.ts';
import { fileWords as words } from '#lib/words/files/formats.ts';
import type { Lang } from '#lib/words/lang.ts';
import { fieldText, surveyWords } from '#lib/words/pages/surveys.ts';
import { caveatsOf, surveyText, valueText, whoText } from '#lib/formats/cite/caveats.ts';
import { sourceText, viewCitation } from '#lib/formats/cite/view-citation.ts';
import type { Contents } from '#lib/formats/contents.ts';

/** The rows of a view, each survey and question in a section of its own, made when it is asked for; their order is kept. */
export const sectionsOf = (contents: Contents, lang: Lang): Iterable<string> =>
	Map.groupBy(contents.rows, ({ survey, question }) => `${survey}/${question}`)
		.values()
		.map((part) => section(part, contents, lang));

/**
 * A view as Markdown: every number with its base and caveats on the same line, since lines get copied
 * alone.
 *
 * @param sections what stands in the middle; by default the rows
 */
export function toMarkdown(
	contents: Contents,
	lang: Lang,
	sections: Iterable<string> = sectionsOf(contents, lang)
): string {
	const { title, rows, dictionary, page, dataVersion, terms } = contents;
	const sources = [...new Set(rows.flatMap((row) => row.sources))].flatMap(
		(id) => dictionary.sources[id] ?? []
	);
	return [
		`# ${plain(title[lang])}`,
		`${citationWords.version(dataVersion, lang)}: <${page}>`,
		`${surveyWords.base[lang]} ${surveyWords.rounding[lang]}`,
		...sections,
		`## ${words.sources[lang]}`,
		sources.map((source) => `- ${plain(sourceText(source, lang))}`).join('\n'),
		`${words.citation[lang]}: ${plain(viewCitation(contents, lang))}`,
		`${words.terms[lang]}: ${words.termsText[lang]} <${terms}>`
	]
		.filter((block) => block !== '')
		.join('\n\n')
		.concat('\n');
}

function section(rows: DataPoint[], { dictionary }: Contents, lang: Lang): string {
	const [first] = rows as [DataPoint, ...DataPoint[]];
	const question = dictionary.questions[first.question]?.title[lang] ?? first.question;
	const head = [words.who, words.answer, words.value, words.caveats, words.figure];
	const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
	return [
		`## ${plain(`${question} (${surveyText(first, dictionary, lang)})`)}`,
		wordingOf(first, dictionary, lang),
		askedText(first, dictionary, lang),
		[
			line(head.map((text) => text[lang])),
			line(head.map((text) => (text === words.value ? '--:' : '---'))),
			...rows.map((row) =>
				line(
					[
						whoText(row, dictionary, lang),
						answerOf(dictionary, row).label[lang],
						valueText(row, lang),
						caveatsOf(row, dictionary, lang)
					]
						.map(plain)
						// As code, since tildes would strike out what stands between them.
						.concat(`\`${row.figure}\``)
				)
			)
		].join('\n')
	].join('\n\n');
}

/** The question as the interviewer read it, or what is known where the wording was not seen. */
function wordingOf(row: DataPoint, dictionary: Contents['dictionary'], lang: Lang): string {
	const item = dictionary.items[`${row.survey}/${row.question}`];
	const scale = dictionary.questions[row.question]?.scale[lang] ?? '';
	if (!item?.wording) return plain(`${words.wordingNotSeen[lang]}: ${scale}.`);
	const origin = [
		wordingStatusNames[item.wordingStatus][lang],
		lang === 'de' && item.wordingDeOrigin === 'translation' ? words.translation.de : ''
	].filter((part) => part !== '');
	return plain(`${words.asked[lang]}: ${quoted(item.wording[lang], lang)} (${origin.join('; ')})`);
}

/** Who was asked, when: what all rows of a section share. */
function askedText(row: DataPoint, { surveys }: Contents['dictionary'], lang: Lang): string {
	const survey = surveys[row.survey];
	if (!survey) return '';
	const target = survey.targetPopulation?.[lang] ?? surveyWords.notDisclosed[lang];
	return plain(
		`${surveyWords.adults[lang]}: ${stopped(target)} ${surveyWords.fieldwork[lang]}: ${stopped(fieldText(survey, lang))}`
	);
}

/** Text that means nothing to Markdown: no line ends, no marks. */
export const plain = (text: string): string =>
	text.replace(/\s*\n\s*/g, ' ').replace(/([\\|*_`<>[\]])/g, '\\$1');
