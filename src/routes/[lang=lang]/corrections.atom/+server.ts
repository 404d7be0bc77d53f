import { toAtom } from '#lib/formats/web/atom.ts';
import { dayOf } from '#lib/formats/package/package.ts';
import { listCorrections } from '#lib/server/pages/corrections.ts';
import { getVersion } from '#lib/server/data/version.ts';
import { correctionsPath, figurePath, methodsPath } from '#lib/view/paths.ts';
import { preflight, reply } from '../../reply.ts';
import type { RequestHandler } from './$types';

/** GET /de/corrections.atom: figures that were taken back, as they happen. */
export const GET: RequestHandler = ({ locals: { db, lang }, url }) => {
	const { version } = getVersion(db);
	const where = {
		self: new URL(correctionsPath(lang), url).href,
		page: new URL(`${methodsPath(lang)}#corrections`, url).href,
		figure: (id: string) => new URL(figurePath(lang, id), url).href
	};
	return reply({
		body: toAtom(listCorrections(db), where, dayOf(version), lang),
		type: 'application/atom+xml; charset=utf-8'
	});
};

export const OPTIONS = preflight;
