import type { IncomingMessage } from 'node:http';
import type { Outcome } from './metrics.ts';

/**
 * One line of JSON for a request, without anything about the person: no address of theirs, no program,
 * no page they came from, and of the query, in which a search may stand, only whether there was one.
 */
export function logLine(
	{ method, url = '' }: IncomingMessage,
	outcome: Outcome,
	status: number,
	milliseconds: number
): string {
	const [path = '', query] = url.split('?', 2);
	return `${JSON.stringify({
		time: new Date().toISOString(),
		method,
		path: path.slice(0, 300),
		query: query !== undefined,
		status,
		outcome,
		ms: Math.round(milliseconds * 10) / 10
	})}\n`;
}
