import listener from '#lib/components/share/listener.js?raw';
import { preflight, reply } from '../reply.ts';
import type { RequestHandler } from './$types';

/** GET /embed.js: what a page needs that carries embeds whose height is to follow their content. */
export const GET: RequestHandler = ({ url }) =>
	reply({
		body: listener.replace('ORIGIN', url.origin),
		type: 'text/javascript; charset=utf-8'
	});

export const OPTIONS = preflight;
