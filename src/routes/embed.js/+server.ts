import listener from '#lib/components/share/listener.js?raw';
import { getVersion } from '#lib/server/data/version.ts';
import { preflight, reply } from '../reply.ts';
import type { RequestHandler } from './$types';

/** GET /embed.js: what a page needs that carries embeds whose height is to follow their content. */
export const GET: RequestHandler = ({ locals: { db }, url }) =>
	reply({
		body: listener.replace('ORIGIN', url.origin),
		type: 'text/javascript; charset=utf-8',
		version: getVersion(db).version
	});

export const OPTIONS = preflight;
