import { isCurrent } from '#lib/server/data/database.ts';
import { getVersion } from '#lib/server/data/version.ts';
import { open } from '../reply.ts';
import type { RequestHandler } from './$types';

/**
 * Ready: the server can answer, and with which data; `current` is false while the file on disk cannot be
 * read and older data are in service. `?version=…` asks for one version, so that whoever loads a
 * correction can wait for it: 503 until it is served. Without any data the hook answers 503.
 */
export const GET: RequestHandler = ({ locals, url }) => {
	const wanted = url.searchParams.get('version');
	const served = getVersion(locals.db);
	return Response.json(
		{ ...served, current: isCurrent() },
		{
			status: wanted === null || wanted === served.version ? 200 : 503,
			headers: { ...open, 'cache-control': 'no-store' }
		}
	);
};
