import type { RequestHandler } from './$types';

/** Live: the process answers, with data or without. */
export const GET: RequestHandler = () =>
	Response.json({ live: true }, { headers: { 'cache-control': 'no-store' } });
