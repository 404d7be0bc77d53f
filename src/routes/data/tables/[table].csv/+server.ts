import { mediaTypes } from '#lib/formats/extract.ts';
import { fileName } from '#lib/formats/filename.ts';
import { getVersion } from '#lib/server/data/version.ts';
import { faults } from '#lib/words/site.ts';
import { preflight, problem, reply } from '../../../reply.ts';
import { packageFilesOf } from '../../package-files.ts';
import type { RequestHandler } from './$types';

/** GET /data/tables/figures.csv: a table of the data package, where its description says it is. */
export const GET: RequestHandler = async ({ locals: { db, lang }, params, url }) => {
	const { file, paths } = await packageFilesOf(db, url);
	const body = file(`tables/${params.table}.csv`);
	if (body === undefined)
		return problem(404, faults.noPage[lang], lang, {
			possible: paths
				.filter((path) => path.startsWith('tables/'))
				.map((path) => new URL(`/data/${path}`, url).href)
		});
	return reply({
		body,
		type: mediaTypes.csv,
		saveAs: url.searchParams.has('download')
			? fileName([params.table.replaceAll('_', '-')], getVersion(db).version, 'csv')
			: undefined
	});
};

export const OPTIONS = preflight;
