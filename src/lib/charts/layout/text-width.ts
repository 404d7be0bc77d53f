/**
 * Widths of words without a canvas, so that server and browser break lines alike and the height of a
 * chart is known before it is drawn. The widths are those of DejaVu Sans, the widest of the fonts
 * that readers of an embed may have; in Source Sans there is air to spare.
 */
const widths: [RegExp, number][] = [
	[/[ijl'|]/, 0.28],
	[/[ \u00a0.,:;!I]/, 0.33],
	[/[frt()\-/†·]/, 0.41],
	[/[mwMW%@—]/, 0.97],
	[/[A-ZÄÖÜ&+<>=−]/, 0.74]
];
const usual = 0.63;
const boldness = 1.11;

/** Every letter is looked up once. */
const known = new Map<string, number>();
function widthOf(letter: string): number {
	let width = known.get(letter);
	if (width === undefined) {
		width = widths.find(([letters]) => letters.test(letter))?.[1] ?? usual;
		known.set(letter, width);
	}
	return width;
}

function emsOf(text: string): number {
	let ems = 0;
	for (const letter of text) ems += widthOf(letter);
	return ems;
}

/** Width in pixels, rather too wide than too narrow. */
export const textWidth = (text: string, size: number, bold = false): number =>
	emsOf(text) * size * (bold ? boldness : 1);

/** Words of a text, each with its width in ems. */
type Words = { word: string; ems: number }[];

/** Texts that were divided lately: a snippet wraps each of its own at fifteen widths. */
const divided = new Map<string, Words>();
const mostDivided = 1000;

function wordsOf(text: string): Words {
	const found = divided.get(text);
	if (found) return found;
	const words = text.split(' ').map((word) => ({ word, ems: emsOf(word) }));
	if (divided.size >= mostDivided) divided.clear();
	divided.set(text, words);
	return words;
}

/** A text in lines no wider than `width`; a word that is wider is divided. */
export function wrap(text: string, width: number, size: number, bold = false): string[] {
	const fits = (ems: number) => ems * size * (bold ? boldness : 1) <= width;
	const space = widthOf(' ');
	const lines: string[] = [];
	let line = '';
	let ems = 0;
	const append = (word: string, own: number) => {
		const longer = line === '' ? own : ems + space + own;
		if (fits(longer)) {
			line = line === '' ? word : `${line} ${word}`;
			ems = longer;
		} else {
			lines.push(line);
			line = word;
			ems = own;
		}
	};
	for (const { word, ems: own } of wordsOf(text))
		if (fits(own)) append(word, own);
		else for (const part of partsOf(word, fits)) append(part, emsOf(part));
	return [...lines, line].filter((each) => each !== '');
}

/** A word too wide for any line in parts with a hyphen. */
function partsOf(word: string, fits: (ems: number) => boolean): string[] {
	const parts: string[] = [];
	let part = '';
	for (const letter of word) {
		if (part.length > 2 && !fits(emsOf(`${part}${letter}-`))) {
			parts.push(`${part}-`);
			part = '';
		}
		part += letter;
	}
	return [...parts, part];
}
