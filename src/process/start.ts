import './guard.js';
import { loadApp } from './build/app.ts';
import { readAssets } from './build/assets.ts';
import { build, isBuilt } from './build/build.ts';
import { loadDatabase } from './database.ts';
import { FairQueue } from './limits/fair-queue.ts';
import { requestHandler } from './serve/request-handler.ts';
import { ResponseCache } from './serve/response-cache.ts';
import { urlOf, closeOnSignal, listen, patientServer, listenOptions } from './listen.ts';
import { logLine } from './watch/log.ts';
import { Counts, metricsServer } from './watch/metrics.ts';
import { asFiles } from '#lib/view/page-address.ts';
import { crosstabPath } from '#lib/view/paths.ts';
import { crosstabToken, sweepRespondents } from './crosstab.ts';
import { command, databaseFile, localFolder } from './project.ts';
import { RateLimiter } from './limits/rate-limiter.ts';
import { settingsOf } from './settings.ts';

/* `npm start`: builds and loads what is missing or out of date, then listens. */
await command(async () => {
	const place = listenOptions(process.env);
	const settings = settingsOf(process.env);
	const database = (process.env['BEISTAND_DB'] = databaseFile());
	const local = (process.env['BEISTAND_LOCAL'] = localFolder());
	// A server answers queries, whatever an export left in the environment.
	delete process.env[asFiles];
	sweepRespondents(local);
	const token = crosstabToken(process.env, process.argv.slice(2));
	loadDatabase();
	if (!isBuilt()) {
		console.log('Building …');
		build();
	}
	const cache = new ResponseCache(settings.cacheBytes);
	const queue = new FairQueue();
	const limiter = new RateLimiter(settings.ratePerMinute);
	const counts = new Counts();
	const handler = requestHandler({
		app: await loadApp(),
		assets: await readAssets(),
		cache,
		limiter,
		queue,
		database,
		seen(request, outcome, status, begun) {
			const milliseconds = performance.now() - begun;
			counts.count(outcome, status, milliseconds / 1000);
			if (settings.log) process.stdout.write(logLine(request, outcome, status, milliseconds));
		}
	});
	const server = patientServer(handler, settings);
	await listen(server, place);
	closeOnSignal(server);
	if (settings.metricsPort !== undefined) {
		const metrics = metricsServer({ counts, cache, limiter, queue, server });
		await listen(metrics, { host: '127.0.0.1', port: settings.metricsPort });
		console.log(`Metrics on ${urlOf(metrics)}`);
	}
	if (token)
		console.log(
			`Crosstab, for one browser: ${urlOf(server)}${crosstabPath('en')}?token=${token}\n` +
				'The link works once; for another browser start again.'
		);
	console.log(`Beistand listens on ${urlOf(server)}`);
});
