import { isPackageFile, packageFiles } from '#lib/formats/web/addresses.ts';
import { getVersion } from '#lib/server/data/version.ts';
import { versionBytes } from '#lib/server/data/versions.ts';
import { apiPath, methodsPath } from '#lib/view/paths.ts';
import { faults } from '#lib/words/site.ts';
import { preflight, problem, reply, savedAs, unlessBusy } from '../../reply.ts';
import { bodyOf, isVolatile } from '../body.ts';
import type { RequestHandler } from './$types';

/** GET /data/beistand.zip: one of the files of the whole data set. */
export const GET: RequestHandler = async ({
	locals: { db, lang, version: asked },
	params,
	url
}) => {
	const { file } = params;
	if (!isPackageFile(file))
		return problem(404, faults.noPage[lang], lang, {
			possible: Object.keys(packageFiles).map((name) => new URL(`/data/${name}`, url).href)
		});
	const { version } = getVersion(db);
	const absolute = (path: string) => new URL(path, url).href;
	const [stem = '', ...extension] = file.split('.');
	return unlessBusy(lang, async () =>
		reply({
			body: asked?.kind === 'older' ? versionBytes(asked.version) : await bodyOf(db, url, file),
			type: packageFiles[file],
			links: [
				`<${absolute(apiPath('en'))}>; rel="cite-as"`,
				`<${absolute(methodsPath('en'))}#terms>; rel="license"`
			],
			saveAs: savedAs(url, stem === 'beistand' ? [] : [stem], version, extension.join('.')),
			hasRanges: file === 'beistand.sqlite',
			isVolatile: isVolatile(file)
		})
	);
};

export const OPTIONS = preflight;
