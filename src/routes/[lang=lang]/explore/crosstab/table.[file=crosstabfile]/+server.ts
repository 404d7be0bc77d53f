import { error } from '@sveltejs/kit';
import { toCsv } from '#lib/formats/tables/csv.ts';
import { toSheet } from '#lib/formats/tables/xlsx.ts';
import { getCrosstab } from '#lib/server/crosstab/crosstab.ts';
import { openRespondents } from '#lib/server/crosstab/respondents.ts';
import { wholeDictionary } from '#lib/server/data/dictionary.ts';
import { faults } from '#lib/words/site.ts';
import { crosstabAccess } from '../../../../crosstab-access.ts';
import { fileColumns, fileRecords, whoOf } from '../file.ts';
import type { RequestHandler } from './$types';

/** The table of the page as a file, for the one browser that may see it. */
export const GET: RequestHandler = async (event) => {
	const { db, lang } = event.locals;
	event.locals.isPrivate = true;
	const respondents = crosstabAccess(event) === 'open' ? openRespondents() : undefined;
	if (!respondents) error(404, faults.noPage[lang]);
	const crosstab = getCrosstab(db, respondents, event.url.searchParams);
	const who = whoOf(crosstab.view, wholeDictionary(db).populations, lang);
	const records = fileRecords(crosstab, who, lang);
	const isCsv = event.params.file === 'csv';
	const columns = fileColumns.map((name) => ({
		name,
		kind: 'text' as const,
		about: { en: name, de: name }
	}));
	const body = isCsv
		? new Uint8Array(toCsv({ columns, records }))
		: new Uint8Array(await toSheet(fileColumns, records));
	return new Response(body, {
		headers: {
			'cache-control': 'private, no-store',
			'content-type': isCsv
				? 'text/csv; charset=utf-8'
				: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
			// As in every file of such an import: a name that nobody takes for a survey's.
			'content-disposition': `attachment; filename="crosstab${crosstab.isSynthetic ? '-synthetic' : ''}.${event.params.file}"`
		}
	});
};
