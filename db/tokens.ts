/*
 * Numbers in prose. A reason or a paraphrase does not write a figure, it names it, so that it cannot
 * drift from the data:
 *
 *   {figure:survey/question/population/group/answer}    38 %
 *   {number:…}                                          38
 *   {sum:KEY&KEY}                                       two answers of one question added up: 96
 *   {bound:KEY&KEY:low}                                 how many at least gave both answers: 26 %
 *   {boundnumber:KEY&KEY:given-low}                     the same without the sign
 *
 * Bounds are low, high, independent, given-low and given-high (of those who gave the first answer).
 */

export const bounds = ['low', 'high', 'independent', 'given-low', 'given-high'] as const;
export type Bound = (typeof bounds)[number];

export type Token =
	| { kind: 'figure' | 'number'; keys: [string] }
	| { kind: 'sum'; keys: [string, string] }
	| { kind: 'bound' | 'boundnumber'; keys: [string, string]; bound: Bound };

const pattern = /\{([^{}]*)\}/g;

/** What stands between the braces of a text, each as a token or, when it is none, undefined. */
export const tokensIn = (text: string): { raw: string; token: Token | undefined }[] =>
	[...text.matchAll(pattern)].map(([, raw = '']) => ({ raw, token: parseToken(raw) }));

/** The text with every token replaced; what is no token stays as it is. */
export const replaceTokens = (text: string, valueOf: (token: Token) => string): string =>
	text.replace(pattern, (whole, raw: string) => {
		const token = parseToken(raw);
		return token ? valueOf(token) : whole;
	});

function parseToken(raw: string): Token | undefined {
	const [kind, rest = '', name] = raw.split(':');
	const [first = '', second] = rest.split('&');
	if (kind === 'figure' || kind === 'number')
		return second === undefined && name === undefined ? { kind, keys: [first] } : undefined;
	if (second === undefined) return undefined;
	if (kind === 'sum') return name === undefined ? { kind, keys: [first, second] } : undefined;
	const bound = bounds.find((each) => each === name);
	return (kind === 'bound' || kind === 'boundnumber') && bound
		? { kind, keys: [first, second], bound }
		: undefined;
}

/** Percentages that a text writes itself instead of naming the figure. */
export const barePercentages = (text: string): string[] =>
	text.replace(pattern, '').match(/\d+([.,]\d+)?[\s\u00a0]?(%|per ?cent|Prozent)/gi) ?? [];
