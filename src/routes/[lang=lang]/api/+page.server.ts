import { leadingQuestion } from '#lib/server/pages/regions.ts';
import { webcrypto } from 'node:crypto';
import { addresses, packageFiles, type PackageFile } from '#lib/formats/web/addresses.ts';
import { tidyColumns } from '#lib/formats/columns.ts';
import { extracts, type Extract } from '#lib/formats/extract.ts';
import { datasetJsonLd } from '#lib/formats/web/json-ld.ts';
import { codesOfColumns } from '#lib/formats/tables/codes-table.ts';
import { changeLine } from '#lib/formats/web/version-list.ts';
import { getVersions } from '#lib/server/data/versions.ts';
import type { Dictionary } from '#lib/view/row.ts';
import { apiPath, questionPath } from '#lib/view/paths.ts';
import { parameterTexts } from '#lib/words/files/addresses.ts';
import { fileWords } from '#lib/words/files/formats.ts';
import { bodyOf, isVolatile } from '../../data/body.ts';
import { keepFor, wholeView } from '../../data/whole.ts';
import { contentsOf, wholeFile } from '../extract-file.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { db, lang }, url }) => {
	const whole = (path: string) => new URL(path, url).href;
	const view = await wholeView(db, url);
	const contents = contentsOf(view);
	const files = await Promise.all(
		(['beistand.csv', ...Object.keys(packageFiles)] as ('beistand.csv' | PackageFile)[]).map(
			async (name) => ({
				name,
				// This page stays as long as the data do, and could not follow what changes besides.
				sum:
					name !== 'beistand.csv' && isVolatile(name)
						? null
						: await keepFor(db, url, `sum of ${name}`, async () =>
								sumOf(
									name === 'beistand.csv'
										? await wholeFile('csv', view)
										: await bodyOf(db, url, name)
								)
							)
			})
		)
	);
	const forms: Extract[] = ['csv', 'xlsx', 'json', 'md'];
	return {
		lang,
		rows: contents.rows.length,
		csv: whole(`${questionPath(lang, leadingQuestion)}.csv`),
		files,
		forms: extracts,
		addresses: addresses.map(({ path, about }) => ({ path, about })),
		parameters: parameters(),
		columns: tidyColumns,
		codes: fixedCodes(contents.dictionary),
		versions: getVersions(db)
			.slice(0, mostVersions)
			.map((each) => ({
				version: each.version,
				isCurrent: each.isCurrent,
				isKept: each.isKept,
				line: changeLine(each, lang)
			})),
		dataset: datasetJsonLd(
			{ ...contents, title: fileWords.all, page: whole(apiPath(lang)) },
			{
				lang,
				description: fileWords.allAbout[lang],
				files: Object.fromEntries(forms.map((form) => [form, whole(`/data/beistand.${form}`)]))
			}
		)
	};
};

/** Length and SHA-256 of a file, reckoned beside the event loop. */
async function sumOf(file: string | Uint8Array): Promise<{ bytes: number; sha256: string }> {
	const bytes = Buffer.from(file as string);
	const digest = await webcrypto.subtle.digest('SHA-256', bytes);
	return { bytes: bytes.byteLength, sha256: Buffer.from(digest).toString('hex') };
}

/** So many versions are told on the page; the list has all. */
const mostVersions = 12;

/** Codes that no table of the data explains. */
const fixedCodes = (dictionary: Dictionary) =>
	codesOfColumns(dictionary).filter(({ column }) => !/_id$|^institute$/.test(column));

/** Each parameter of a query once, with every value it takes on any address. */
function parameters(): { name: keyof typeof parameterTexts; values: string[] }[] {
	const all = addresses.flatMap((address) => address.parameters);
	const names = new Set(all.flatMap((each) => (each.in === 'query' ? [each.name] : [])));
	return [...names].map((name) => ({
		name,
		values: [...new Set(all.flatMap((each) => (each.name === name ? (each.values ?? []) : [])))]
	}));
}
