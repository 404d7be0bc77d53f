import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Where the file is, for the load and for the server. Relative to the folder the command runs in,
 * which npm makes the project's; the built server has no other way to know it.
 */
export const databasePath = (): string =>
	process.env['BEISTAND_DB'] ?? join(process.cwd(), 'db', 'beistand.sqlite');

/** Where an analyst's import is kept, beside the project's own data: for the load and for the import. */
export const localPath = (): string =>
	process.env['BEISTAND_LOCAL'] || fileURLToPath(new URL('local', import.meta.url));

/** The respondents of the imported file: in a file of their own, so that nothing that is published can hold them. */
export const respondentsPath = (): string => join(localPath(), 'respondents.sqlite');
