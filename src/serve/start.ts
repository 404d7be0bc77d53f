import './guard.js';
import { builtApp } from './answer.ts';
import { build, isBuilt } from './build.ts';
import { loadDatabase } from './database.ts';
import { addressOf, closeOnSignal, listen, placeOf } from './listen.ts';
import { command, databaseFile } from './project.ts';

/* `npm start`: builds and loads what is missing or out of date, then listens. */
await command(async () => {
	const place = placeOf(process.env);
	process.env['BEISTAND_DB'] = databaseFile();
	loadDatabase();
	if (!isBuilt()) {
		console.log('Building …');
		build();
	}
	const server = await listen(await builtApp(), place);
	closeOnSignal(server);
	console.log(`Beistand listens on ${addressOf(server)}`);
});
