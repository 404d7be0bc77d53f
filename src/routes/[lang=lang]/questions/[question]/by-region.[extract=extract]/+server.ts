import { questionExtract } from '../question-extract.ts';
import { preflight } from '../../../../reply.ts';
import type { RequestHandler } from './$types';

/** GET /de/questions/defend-nato-ally/by-region.csv: the same as `?by=region`. */
export const GET: RequestHandler = ({ locals, params, url }) =>
	questionExtract(params.extract, { ...locals, question: params.question, url }, 'region');

export const OPTIONS = preflight;
