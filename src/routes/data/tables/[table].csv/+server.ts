import { mediaTypes } from '#lib/formats/extract.ts';
import { preflight } from '../../../reply.ts';
import { packagePart } from '../../package-files.ts';
import type { RequestHandler } from './$types';

/** GET /data/tables/figures.csv: a table of the data package, where its description says it is. */
export const GET: RequestHandler = ({ params: { table }, ...event }) =>
	packagePart(event, `tables/${table}.csv`, mediaTypes.csv, [table.replaceAll('_', '-')]);

export const OPTIONS = preflight;
