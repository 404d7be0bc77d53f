import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { sweep } from '#db/leftovers.ts';
import { respondentsPath } from '#db/path.ts';
import { isThisMachine } from '#lib/view/this-machine.ts';
import { StartError } from './project.ts';

/** Tells the app its token; whatever stood there before the start is no token. */
const variable = 'BEISTAND_CROSSTAB_TOKEN';

/**
 * `npm start -- --crosstab` opens the analyst's crosstab, with a token that lets one browser in. Without
 * the word there is no such page.
 *
 * @returns the token, or undefined
 * @throws {StartError} if the server is for others too, or nothing was imported
 */
export function crosstabToken(environment: NodeJS.ProcessEnv, words: string[]): string | undefined {
	delete environment[variable];
	if (!isAskedFor(words)) return;
	const { HOST = '', ORIGIN, ADDRESS_HEADER } = environment;
	if (ORIGIN || ADDRESS_HEADER || !isThisMachine(HOST || '127.0.0.1'))
		throw new StartError(
			'The crosstab shows respondents and is for this machine alone: start it without ORIGIN, ADDRESS_HEADER and a HOST that others reach.'
		);
	if (!existsSync(respondentsPath()))
		throw new StartError('There is no crosstab without an import: npm run import -- FILE.sav');
	return (environment[variable] = randomBytes(24).toString('base64url'));
}

/** @throws {StartError} for words that mean nothing */
function isAskedFor(words: string[]): boolean {
	try {
		const { values } = parseArgs({ args: words, options: { crosstab: { type: 'boolean' } } });
		return values.crosstab ?? false;
	} catch (cause) {
		throw new StartError(
			`${(cause as Error).message} npm start takes --crosstab and nothing else.`
		);
	}
}

/** Respondents that a killed import left half written. */
export function sweepRespondents(folder: string): void {
	if (existsSync(folder)) sweep(respondentsPath());
}
