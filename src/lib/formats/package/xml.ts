import { langs, type Lang, type Text } from '#lib/words/lang.ts';
import { escaped } from '#lib/words/markup.ts';

/** An element written out; what is undefined was left out. */
export type Node = string | undefined;

type Attributes = Record<string, string | undefined>;

/** `<name a="1">children</name>`, text already escaped. An element without children stays away. */
export function element(name: string, attributes: Attributes, ...children: Node[]): Node {
	const inner = children.filter((child) => child !== undefined && child !== '');
	if (inner.length === 0) return undefined;
	return `<${name}${written(attributes)}>${inner.join('')}</${name}>`;
}

/** The same with a text, which may hold any character; an empty one stays away. */
export const textElement = (
	name: string,
	attributes: Attributes,
	text: string | number | null | undefined
): Node =>
	text === null || text === undefined || text === ''
		? undefined
		: element(name, attributes, escaped(legal(String(text))));

/** The same element in each language. */
export const inBoth = (
	name: string,
	text: Text | null | undefined,
	attributes: Record<string, string> = {}
): Node[] =>
	langs.map((lang) =>
		textElement(name, { 'xml:lang': lang, ...only(lang, attributes) }, text?.[lang])
	);

/** An ID may stand once in a document: the English element has it. */
const only = (lang: Lang, { ID, ...others }: Record<string, string>) => ({
	...others,
	...(lang === 'en' && ID ? { ID } : {})
});

function written(attributes: Attributes): string {
	return Object.entries(attributes)
		.filter(([, value]) => value !== undefined)
		.map(([name, value]) => ` ${name}="${escaped(legal(value ?? ''))}"`)
		.join('');
}

/** XML 1.0 has no place for control characters, not even escaped. */
const legal = (text: string): string =>
	// eslint-disable-next-line no-control-regex
	text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
