import { ImportError } from '#lib/import/error.ts';
import type { Terminal } from '#lib/import/terminal.ts';

/** The person wants to answer the question before again. */
export class Back extends Error {
	override name = 'Back';
}

/** Words that are no answers, at every question. */
const commands = `At every question: Enter takes what stands in brackets, "back" returns to the question before,
"help" tells more, "quit" leaves. Nothing is stored before the report and a typed yes.`;

/**
 * Asks until the answer can be used.
 *
 * @param fallback taken on an empty answer; undefined: there has to be one
 * @param read the answer's meaning, or what is wrong with it as an Error
 * @param help what the question is for, shown on "help"
 * @throws {ImportError} not_confirmed if the person leaves or there is nobody to answer any more
 * @throws {Back}
 */
export async function askFor<T>(
	terminal: Terminal,
	question: string,
	fallback: string | undefined,
	read: (answer: string) => T | Error,
	help = ''
): Promise<T> {
	for (;;) {
		const given = await terminal.ask(`${question}${fallback ? ` [${fallback}]` : ''}:`);
		if (given === undefined)
			throw new ImportError('not_confirmed', `No answer to "${question}". Nothing was stored.`);
		switch (given.toLowerCase()) {
			case 'quit':
			case 'exit':
				throw new ImportError('not_confirmed', 'You left. Nothing was stored.');
			case 'back':
				throw new Back();
			case 'help':
			case '?':
				terminal.write([help, commands].filter(Boolean).join('\n'));
				continue;
		}
		const answer = given || fallback;
		const result = answer === undefined ? new Error('an answer') : read(answer);
		if (!(result instanceof Error)) return result;
		terminal.write(`  ${JSON.stringify(given)} given; expected ${result.message}.`);
	}
}

/** One of a list of words; names of variables in any case, as SPSS reads them. */
export const oneOf =
	<T extends string>(words: readonly T[], expected = `one of ${words.join(', ')}`) =>
	(answer: string): T | Error =>
		words.find((word) => word === answer) ??
		words.find((word) => word.toLowerCase() === answer.toLowerCase()) ??
		new Error(expected);

/** What a person types for nothing. */
export const none = 'none';

/** Whether the person means it: "yes" and nothing shorter. */
export const askYes = async (terminal: Terminal, question: string): Promise<boolean> =>
	(await askFor(terminal, `${question} (yes, no)`, undefined, oneOf(['yes', 'no']))) === 'yes';
