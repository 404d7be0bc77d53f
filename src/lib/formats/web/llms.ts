import type { Dictionary, DataPoint } from '#lib/view/row.ts';
import { answerOf } from '#lib/view/result.ts';
import { citationWords } from '#lib/words/files/citations.ts';
import { quoted } from '#lib/words/quotation.ts';
import { fileWords } from '#lib/words/files/formats.ts';
import { surveyWords } from '#lib/words/pages/surveys.ts';
import { tagline } from '#lib/words/site.ts';
import { caveatsOf, surveyText, valueText, whoText } from '#lib/formats/cite/caveats.ts';

/** A question with the number a reader looks at first, where there is one. */
export interface Headline {
	title: string;
	/** Whole address of the question as Markdown. */
	address: string;
	row: DataPoint | undefined;
}

/**
 * /llms.txt, in the form of llmstxt.org: what is here and where, for programs that read text. Every
 * number carries its base and caveats on its line.
 */
export function toLlms(
	topics: { name: string; headlines: Headline[] }[],
	dictionary: Dictionary,
	links: { name: string; address: string; about: string }[],
	version: string
): string {
	const addresses = links.map(({ name, address, about }) => `- [${name}](${address}): ${about}`);
	return [
		'# Beistand',
		`> ${tagline.en}. ${fileWords.allAbout.en}`,
		`${surveyWords.base.en} ${surveyWords.rounding.en} ${fileWords.termsText.en} (${citationWords.version(version, 'en')})`,
		...topics.map(({ name, headlines }) =>
			[`## ${name}`, '', ...headlines.map((each) => line(each, dictionary))].join('\n')
		),
		['## Files and addresses', '', ...addresses].join('\n')
	]
		.join('\n\n')
		.concat('\n');
}

function line({ title, address, row }: Headline, dictionary: Dictionary): string {
	const link = `- [${title}](${address})`;
	if (!row) return link;
	const answer = answerOf(dictionary, row).label.en;
	return `${link}: ${valueText(row, 'en')} ${quoted(answer, 'en')} (${whoText(row, dictionary, 'en')}; ${surveyText(row, dictionary, 'en')}; ${caveatsOf(row, dictionary, 'en')})`;
}
