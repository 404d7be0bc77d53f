import { toOpenApi } from '#lib/formats/web/openapi.ts';
import { wholeDictionary } from '#lib/server/data/dictionary.ts';
import { getVersion } from '#lib/server/data/version.ts';
import { apiPath, methodsPath } from '#lib/view/paths.ts';
import { preflight, reply } from '../reply.ts';
import type { RequestHandler } from './$types';

/** GET /openapi.json: the addresses as a machine reads them. */
export const GET: RequestHandler = ({ locals: { db }, url }) => {
	const { version } = getVersion(db);
	const whole = (path: string) => new URL(path, url).href;
	const document = toOpenApi({
		origin: url.origin,
		version,
		questions: Object.keys(wholeDictionary(db).questions),
		manual: whole(apiPath('en')),
		terms: `${whole(methodsPath('en'))}#terms`
	});
	return reply({
		body: `${JSON.stringify(document, null, '\t')}\n`,
		type: 'application/json'
	});
};

export const OPTIONS = preflight;
