import { ddiPath } from '#lib/formats/package/ddi.ts';
import { preflight } from '../../../reply.ts';
import { packagePart } from '../../package-files.ts';
import type { RequestHandler } from './$types';

/** GET /data/ddi/pew-2015-spring.xml: the codebook of a survey, as archives harvest it. */
export const GET: RequestHandler = ({ params: { survey }, ...event }) =>
	packagePart(event, ddiPath(survey), 'application/xml', [survey, 'ddi']);

export const OPTIONS = preflight;
