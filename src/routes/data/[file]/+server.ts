import { isPackageFile, packageFiles } from '#lib/formats/web/addresses.ts';
import { fileName } from '#lib/formats/filename.ts';
import { getVersion } from '#lib/server/data/version.ts';
import { apiPath, methodsPath } from '#lib/view/paths.ts';
import { faults } from '#lib/words/site.ts';
import { preflight, problem, reply } from '../../reply.ts';
import { packageFile } from '../package-files.ts';
import { keep } from '../whole.ts';
import type { RequestHandler } from './$types';

/** GET /data/beistand.zip: one of the files of the whole data set. */
export const GET: RequestHandler = async ({ locals: { db, lang }, params, url }) => {
	const { file } = params;
	if (!isPackageFile(file))
		return problem(404, faults.noPage[lang], lang, {
			possible: Object.keys(packageFiles).map((name) => new URL(`/data/${name}`, url).href)
		});
	const { version } = getVersion(db);
	const whole = (path: string) => new URL(path, url).href;
	const [stem = '', extension = ''] = file.split('.');
	return reply({
		body: await keep(db, url, file, async () => packageFile(db, url, file)),
		type: packageFiles[file],
		links: [
			`<${whole(apiPath('en'))}>; rel="cite-as"`,
			`<${whole(methodsPath('en'))}#terms>; rel="license"`
		],
		saveAs: url.searchParams.has('download')
			? fileName(stem === 'beistand' ? [] : [stem], version, extension)
			: undefined,
		version
	});
};

export const OPTIONS = preflight;
