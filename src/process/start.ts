import './guard.js';
import { builtApp } from './answer.ts';
import { readAssets } from './assets.ts';
import { build, isBuilt } from './build.ts';
import { loadDatabase } from './database.ts';
import { inFront } from './front.ts';
import { Kept } from './kept.ts';
import { addressOf, closeOnSignal, listen, patientServer, placeOf } from './listen.ts';
import { logLine } from './log.ts';
import { Counts, metricsServer } from './metrics.ts';
import { command, databaseFile } from './project.ts';
import { Rate } from './rate.ts';
import { settingsOf } from './settings.ts';

/* `npm start`: builds and loads what is missing or out of date, then listens. */
await command(async () => {
	const place = placeOf(process.env);
	const settings = settingsOf(process.env);
	const database = (process.env['BEISTAND_DB'] = databaseFile());
	loadDatabase();
	if (!isBuilt()) {
		console.log('Building …');
		build();
	}
	const kept = new Kept(settings.keptBytes);
	const rate = new Rate(settings.ratePerMinute);
	const counts = new Counts();
	const front = inFront({
		app: await builtApp(),
		assets: await readAssets(),
		kept,
		rate,
		database,
		seen(request, outcome, status, begun) {
			const milliseconds = performance.now() - begun;
			counts.count(outcome, status, milliseconds / 1000);
			if (settings.log) process.stdout.write(logLine(request, outcome, status, milliseconds));
		}
	});
	const server = patientServer(front, settings.idleSeconds);
	await listen(server, place);
	closeOnSignal(server);
	if (settings.metricsPort !== undefined) {
		const metrics = metricsServer({ counts, kept, rate, server });
		await listen(metrics, { host: '127.0.0.1', port: settings.metricsPort });
		console.log(`Metrics on ${addressOf(metrics)}`);
	}
	console.log(`Beistand listens on ${addressOf(server)}`);
});
