import { picture } from '../../picture.ts';
import { preflight } from '../../../reply.ts';
import type { RequestHandler } from './$types';

/** GET /de/claims/c7.png: a statement as asked and as written, as a picture. */
export const GET: RequestHandler = ({ params, ...event }) => picture(params.picture, event);

export const OPTIONS = preflight;
