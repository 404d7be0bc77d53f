import { picture } from '../picture.ts';
import { preflight } from '../../reply.ts';
import type { RequestHandler } from './$types';

/** GET /de/regions.png: East and West as a picture. */
export const GET: RequestHandler = ({ params, ...event }) => picture(params.picture, event);

export const OPTIONS = preflight;
