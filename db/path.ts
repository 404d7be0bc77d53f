import { join } from 'node:path';

/**
 * Where the file is, for the load and for the server. Relative to the folder the command runs in,
 * which npm makes the project's; the built server has no other way to know it.
 */
export const databasePath = (): string =>
	process.env['BEISTAND_DB'] ?? join(process.cwd(), 'db', 'beistand.sqlite');

/** Where an analyst's import is kept, beside the project's own data: for load, import and server, by the same rule. */
export const localPath = (): string =>
	process.env['BEISTAND_LOCAL'] || join(process.cwd(), 'db', 'local');

/** The respondents of the imported file: in a file of their own, so that nothing that is published can hold them. */
export const respondentsPath = (): string => join(localPath(), 'respondents.sqlite');

/** The folder of the versions of a database file. */
export const versionsPath = (path: string): string => `${path.replace(/\.sqlite$/, '')}.versions`;

/** The kept file of a version. */
export const versionFile = (path: string, version: string): string =>
	join(versionsPath(path), `${version}.sqlite`);
