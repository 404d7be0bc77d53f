import { picture } from '../../picture.ts';
import { preflight } from '../../../reply.ts';
import type { RequestHandler } from './$types';

/** GET /de/explore/together.png: two answers put together, as a picture. */
export const GET: RequestHandler = ({ params, ...event }) => picture(params.picture, event);

export const OPTIONS = preflight;
