import { picture } from '../../../picture.ts';
import { preflight } from '../../../../reply.ts';
import type { RequestHandler } from './$types';

/** GET /de/questions/view-of-nato/by-region.svg: the same as `?by=region`. */
export const GET: RequestHandler = ({ params, ...event }) => picture(params.picture, event);

export const OPTIONS = preflight;
