import { ddiPath } from '#lib/formats/package/ddi.ts';
import { fileName } from '#lib/formats/filename.ts';
import { getVersion } from '#lib/server/data/version.ts';
import { faults } from '#lib/words/site.ts';
import { preflight, problem, reply } from '../../../reply.ts';
import { packageFilesOf } from '../../package-files.ts';
import type { RequestHandler } from './$types';

/** GET /data/ddi/pew-2015-spring.xml: the codebook of a survey, as archives harvest it. */
export const GET: RequestHandler = async ({ locals: { db, lang }, params, url }) => {
	const { file, paths } = await packageFilesOf(db, url);
	const body = file(ddiPath(params.survey));
	if (body === undefined)
		return problem(404, faults.noPage[lang], lang, {
			possible: paths
				.filter((path) => path.startsWith('ddi/'))
				.map((path) => new URL(`/data/${path}`, url).href)
		});
	return reply({
		body,
		type: 'application/xml',
		saveAs: url.searchParams.has('download')
			? fileName([params.survey, 'ddi'], getVersion(db).version, 'xml')
			: undefined
	});
};

export const OPTIONS = preflight;
