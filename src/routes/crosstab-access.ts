import type { Cookies } from '@sveltejs/kit';
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { isAtThisMachine } from './loopback.ts';

/** The browser that was let in carries it. */
const cookie = 'crosstab';

/** Of this process: the token is gone after its first use, and the one session lives as long as the server. */
let session: string | undefined;

export interface CrosstabRequest {
	url: URL;
	request: Request;
	cookies: Cookies;
	getClientAddress(): string;
}

/**
 * Whether a request may see respondents: the crosstab was asked for at the start of the server, the
 * request comes from this machine, and its browser came with the token from the terminal.
 *
 * @returns 'open'; 'enter' for the request that brings the token, which has to be led to the address
 * without it; 'closed' for everybody else
 */
export function crosstabAccess(event: CrosstabRequest): 'open' | 'enter' | 'closed' {
	const token = process.env['BEISTAND_CROSSTAB_TOKEN'];
	if (!token || !isHere(event)) return 'closed';
	if (session !== undefined) return isSame(event.cookies.get(cookie), session) ? 'open' : 'closed';
	if (!isSame(event.url.searchParams.get('token') ?? undefined, token)) return 'closed';
	session = randomBytes(24).toString('base64url');
	event.cookies.set(cookie, session, {
		path: '/',
		httpOnly: true,
		sameSite: 'strict',
		// The server listens without TLS, at this machine alone.
		secure: false
	});
	return 'enter';
}

function isSame(given: string | undefined, expected: string): boolean {
	const [a, b] = [Buffer.from(given ?? ''), Buffer.from(expected)];
	return a.length === b.length && timingSafeEqual(a, b);
}

function isHere({ request: { headers }, getClientAddress }: CrosstabRequest): boolean {
	let address: string | undefined;
	try {
		address = getClientAddress();
	} catch {
		// A page that is made ahead of time has nobody who asked for it.
	}
	return isAtThisMachine({ address, headers, environment: process.env });
}
