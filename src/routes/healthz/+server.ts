import { getVersion } from '#lib/server/version.ts';
import type { RequestHandler } from './$types';

/** Whether the server can answer, and with which data. Without a database the hook answers 503. */
export const GET: RequestHandler = ({ locals }) =>
	Response.json(getVersion(locals.db), { headers: { 'cache-control': 'no-store' } });
