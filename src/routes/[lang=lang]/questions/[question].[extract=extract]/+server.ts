import { questionExtract } from '../[question]/question-extract.ts';
import { preflight } from '../../../reply.ts';
import type { RequestHandler } from './$types';

/** GET /de/questions/defend-nato-ally.csv: the question page's rows as a file. */
export const GET: RequestHandler = ({ locals, params, url }) =>
	questionExtract(params.extract, {
		...locals,
		question: params.question,
		url
	});

export const OPTIONS = preflight;
