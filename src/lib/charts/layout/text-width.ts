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

/** Width in ems of what stands before, and of a text after it. */
function emsAfter(before: number, text: string): number {
	let ems = before;
	for (const letter of text) ems += widthOf(letter);
	return ems;
}

/** Width in pixels, rather too wide than too narrow. */
export const textWidth = (text: string, size: number, bold = false): number =>
	emsAfter(0, text) * size * (bold ? boldness : 1);

/** A text in lines no wider than `width`; a word that is wider is divided. */
export function wrap(text: string, width: number, size: number, bold = false): string[] {
	const fits = (ems: number) => ems * size * (bold ? boldness : 1) <= width;
	const lines: string[] = [];
	let line = '';
	// Every letter is measured once: a line goes on from where it was.
	let ems = 0;
	for (const word of text.split(' ').flatMap((each) => divided(each, fits))) {
		const longer = line === '' ? emsAfter(0, word) : emsAfter(ems, ` ${word}`);
		if (fits(longer)) {
			line = line === '' ? word : `${line} ${word}`;
			ems = longer;
		} else {
			lines.push(line);
			line = word;
			ems = emsAfter(0, word);
		}
	}
	return [...lines, line].filter((each) => each !== '');
}

/** A word as it is, or in parts with a hyphen where it is too wide for any line. */
function divided(word: string, fits: (ems: number) => boolean): string[] {
	if (fits(emsAfter(0, word))) return [word];
	const parts: string[] = [];
	let part = '';
	for (const letter of word) {
		if (part.length > 2 && !fits(emsAfter(0, `${part}${letter}-`))) {
			parts.push(`${part}-`);
			part = '';
		}
		part += letter;
	}
	return [...parts, part];
}
