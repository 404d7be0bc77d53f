import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's own folder, wherever the command was typed. */
export const root = resolve(fileURLToPath(new URL('../..', import.meta.url)));

/** Where the database is; the load and the built server are told so by the same variable. */
export const databaseFile = (): string =>
	resolve(process.env['BEISTAND_DB'] || join(root, 'db', 'beistand.sqlite'));

/** Where an import is kept; told to the load and the built server in the same way. */
export const localFolder = (): string =>
	resolve(process.env['BEISTAND_LOCAL'] || join(root, 'db', 'local'));

/** Where builds are, each in a folder of its own: see build.ts. */
export const builds = join(root, 'build');

/** The server cannot start; the message is all that is printed. */
export class StartError extends Error {
	override name = 'StartError';
}

/** Runs a command of this room; what keeps it from starting is printed without a stack. */
export async function command(work: () => void | Promise<void>): Promise<void> {
	try {
		await work();
	} catch (error) {
		if (!(error instanceof StartError)) throw error;
		console.error(error.message);
		process.exit(1);
	}
}
