import { ImportError } from '#lib/import/error.ts';
import type { Terminal } from '#lib/import/terminal.ts';

/**
 * Asks until the answer can be used.
 *
 * @param fallback taken on an empty answer; undefined: there has to be one
 * @param read the answer's meaning, or what is wrong with it as an Error
 * @throws {ImportError} not_confirmed if there is nobody to answer any more
 */
export async function askFor<T>(
	terminal: Terminal,
	question: string,
	fallback: string | undefined,
	read: (answer: string) => T | Error
): Promise<T> {
	for (;;) {
		const given = await terminal.ask(`${question}${fallback ? ` [${fallback}]` : ''}:`);
		if (given === undefined)
			throw new ImportError('not_confirmed', `No answer to "${question}". Nothing was stored.`);
		const answer = given || fallback;
		const result = answer === undefined ? new Error('an answer') : read(answer);
		if (!(result instanceof Error)) return result;
		terminal.write(`  ${JSON.stringify(given)} given; expected ${result.message}.`);
	}
}

/** One of a list of words. */
export const oneOf =
	<T extends string>(words: readonly T[], expected = `one of ${words.join(', ')}`) =>
	(answer: string): T | Error =>
		words.find((word) => word === answer) ?? new Error(expected);

/** What a person types for nothing. */
export const none = 'none';
