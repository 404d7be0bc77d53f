import { isCurrent } from '#lib/server/data/database.ts';
import { getVersion } from '#lib/server/data/version.ts';
import { open } from '../reply.ts';
import type { RequestHandler } from './$types';

/**
 * Ready: the server can answer, and with which data; `current` is false while the file on disk cannot be
 * read and older data are in service. Without any data the hook answers 503.
 */
export const GET: RequestHandler = ({ locals }) =>
	Response.json(
		{ ...getVersion(locals.db), current: isCurrent() },
		{ headers: { ...open, 'cache-control': 'no-store' } }
	);
