import { isThisMachine } from '#lib/view/this-machine.ts';

/** What is known of a request and of the process that answers it. */
export interface Caller {
	/** Address of the other end of the connection; undefined where there is none. */
	address: string | undefined;
	headers: Headers;
	environment: NodeJS.ProcessEnv;
}

/** Headers that a proxy adds: behind one, everybody comes from this machine. */
const ofProxies = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip'];

/**
 * Whether the reader sits at this very machine: the server listens here only, the connection comes from
 * here, and the browser was told a name of this machine (else a page of another site could have sent it
 * here by a name of its own that points here).
 */
export function isAtThisMachine({ address, headers, environment }: Caller): boolean {
	return (
		servesThisMachine(environment) &&
		address !== undefined &&
		isThisMachine(address) &&
		isThisMachine(hostOf(headers.get('host') ?? '')) &&
		ofProxies.every((name) => !headers.has(name))
	);
}

/** Whether the server is set up for readers at this machine, whoever asks. */
function servesThisMachine({ HOST, ORIGIN, ADDRESS_HEADER }: NodeJS.ProcessEnv): boolean {
	// Told to say another address, or to believe a header about the client, it stands behind a proxy.
	if (ADDRESS_HEADER || (ORIGIN && !isThisMachine(hostOf(ORIGIN.replace(/^https?:\/\//, '')))))
		return false;
	return isThisMachine(HOST || '127.0.0.1');
}

/** Without the port; an IPv6 address without its brackets. */
const hostOf = (host: string): string =>
	/^\[(.*)\](:\d+)?$/.exec(host)?.[1] ?? host.replace(/:\d+$/, '').replace(/\/$/, '');
