import { StartError } from './project.ts';

/** What the environment says beside HOST and PORT. */
export interface Settings {
	/** A line of JSON for every request on standard output. */
	log: boolean;
	/** Port of the metrics, on this machine only; undefined: none. */
	metricsPort: number | undefined;
	/** Bytes that cached responses may take. */
	cacheBytes: number;
	/** Pictures and archives that a client may have made in a minute; 0: any number. */
	ratePerMinute: number;
	/** Connections of one client at the same time; 0: any number. Behind a proxy the proxy counts them. */
	connectionsPerClient: number;
	/** A connection without a byte in either direction is closed after so many seconds. */
	idleSeconds: number;
}

/** @throws {StartError} naming the variable, what it holds and what was expected */
export function settingsOf(environment: NodeJS.ProcessEnv): Settings {
	const whole = (name: string, usual: number, most: number): number => {
		const given = environment[name] || String(usual);
		if (/^\d{1,9}$/.test(given) && Number(given) <= most) return Number(given);
		throw new StartError(`Expected ${name} to be a number from 0 to ${most}, got "${given}".`);
	};
	/** The name of earlier versions is still read. */
	const cacheName = environment['CACHE_MEGABYTES'] ? 'CACHE_MEGABYTES' : 'KEPT_MEGABYTES';
	const log = environment['LOG'] ?? '';
	if (!['', 'off', 'json'].includes(log))
		throw new StartError(`Expected LOG to be "json" or "off", got "${log}".`);
	return {
		log: log === 'json',
		metricsPort: environment['METRICS_PORT'] ? whole('METRICS_PORT', 0, 65_535) : undefined,
		cacheBytes: whole(cacheName, 128, 16_384) * 2 ** 20,
		connectionsPerClient: whole('CONNECTIONS_PER_CLIENT', 200, 10_000),
		ratePerMinute: whole('RATE_PER_MINUTE', 300, 1_000_000),
		idleSeconds: whole('IDLE_SECONDS', 30, 3600)
	};
}
