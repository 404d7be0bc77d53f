import { columnTexts } from '#lib/words/files/columns.ts';
import { citationWords } from '#lib/words/files/citations.ts';
import { fileWords } from '#lib/words/files/formats.ts';
import { surveyWords } from '#lib/words/pages/surveys.ts';
import { institutesOf, viewCitation } from '#lib/formats/cite/view-citation.ts';
import { tidyColumns } from '#lib/formats/columns.ts';
import type { Contents } from '#lib/formats/contents.ts';
import { resourceOf, type Resource } from './frictionless.ts';

/** What the data package says of itself; the same words as in the package that was loaded. */
export interface PackageInfo {
	title: string;
	description: string;
	keywords: string[];
}

/** The day in a data version such as `2026-11-24.3fa9c1b2d4e5`. */
export const dayOf = (version: string): string => version.split('.')[0] ?? version;

/** datapackage.json, after version 2 of the Data Package standard. @param sizes bytes by path */
export function toDataPackage(
	info: PackageInfo,
	contents: Contents,
	resources: Resource[],
	sizes: Map<string, number>
): string {
	const sources = Object.values(contents.dictionary.sources);
	const descriptor = {
		$schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
		profile: 'tabular-data-package',
		name: 'beistand',
		title: info.title,
		description: info.description,
		version: contents.dataVersion,
		created: `${dayOf(contents.dataVersion)}T00:00:00Z`,
		homepage: contents.page,
		keywords: info.keywords,
		licenses: [{ path: contents.terms, title: fileWords.termsText.en }],
		contributors: institutesOf(contents.dictionary).map((title) => ({
			title,
			role: 'author',
			roles: ['creator']
		})),
		sources: sources.map(({ title, publisher, url, id }) => ({
			title: title ?? publisher ?? id,
			...(url ? { path: url } : {})
		})),
		resources: resources.map((each) => resourceOf(each, sizes.get(each.path) ?? 0))
	};
	return `${JSON.stringify(descriptor, null, '\t')}\n`;
}

/** README.md of the package: what is in it, how to read it, whose it is. */
export function toReadme(info: PackageInfo, contents: Contents, resources: Resource[]): string {
	return [
		`# ${info.title}`,
		info.description,
		`${citationWords.version(contents.dataVersion, 'en')}: <${contents.page}>`,
		'## Files',
		[
			'All CSV files are UTF-8 without byte order mark, with commas, decimal points, CRLF line ends and one',
			'header row. `datapackage.json` describes them (Frictionless Data Package 2),',
			'`beistand.csv-metadata.json` the first one once more (W3C, CSV on the Web).'
		].join(' '),
		[
			...resources.map(({ path, about }) => `- \`${path}\`: ${about}`),
			'- `ddi/…xml`: A codebook of each survey for archives (DDI-Codebook 2.5).',
			'- `citation.bib`, `citation.ris`, `citation.csl.json`, `CITATION.cff`: How to cite all of it.'
		].join('\n'),
		'## Columns of beistand.csv',
		tidyColumns.map((name) => `- \`${name}\`: ${columnTexts[name].en}`).join('\n'),
		'## To know before computing',
		[
			surveyWords.base.en,
			surveyWords.rounding.en,
			'An empty `pct` is never zero: `absence` says whether nobody gave the answer, it was not asked, not',
			'published or withheld. Answers of kind `net` add up others. A difference of two rounded figures may',
			'be off by one point. No margin of error was published for East and West Germany.'
		].join(' '),
		'## Terms',
		`${fileWords.termsText.en} <${contents.terms}>`,
		'## Citation',
		viewCitation(contents, 'en')
	]
		.join('\n\n')
		.concat('\n');
}

/** CITATION.cff, version 1.2.0 of the format. A JSON string is a YAML string. */
export function toCff(info: PackageInfo, contents: Contents): string {
	const text = (value: string) => JSON.stringify(value);
	const reports = new Map(
		Object.values(contents.dictionary.surveys).flatMap((survey) =>
			survey.reportTitle ? [[survey.reportTitle, survey] as const] : []
		)
	);
	return [
		'cff-version: 1.2.0',
		`message: ${text('Cite the institute that published a figure, and this compilation with its version.')}`,
		'type: dataset',
		`title: ${text(info.title)}`,
		`abstract: ${text(info.description)}`,
		'authors:',
		'  - name: "Beistand"',
		`version: ${text(contents.dataVersion)}`,
		`date-released: ${text(dayOf(contents.dataVersion))}`,
		`url: ${text(contents.page)}`,
		'keywords:',
		...info.keywords.map((keyword) => `  - ${text(keyword)}`),
		'references:',
		...[...reports].flatMap(([title, { organisation, year, reportUrl }]) => [
			'  - type: report',
			`    title: ${text(title)}`,
			'    authors:',
			`      - name: ${text(organisation)}`,
			`    year: ${year}`,
			...(reportUrl ? [`    url: ${text(reportUrl)}`] : [])
		])
	]
		.join('\n')
		.concat('\n');
}
