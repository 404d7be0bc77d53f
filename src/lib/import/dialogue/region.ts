import { askFor, askYes, none, oneOf } from './ask.ts';
import { findRegion, suggestRegion } from '#lib/import/find/find-region.ts';
import { sideOf } from '#lib/import/find/side-of.ts';
import { berlinChoices, type Mapping, type RegionMapping } from '#db/respondents.ts';
import type { FileProfile, Profile } from '#lib/import/find/profile.ts';
import { sectionLines, type Section } from '#lib/import/report/render.ts';
import type { Terminal } from '#lib/import/terminal.ts';

/**
 * Which variable tells East from West, and which code is where.
 *
 * @param taken variables that are something else
 * @returns null if the person says there is none
 */
export async function askRegion(
	file: FileProfile,
	taken: string[],
	terminal: Terminal
): Promise<RegionMapping | null> {
	const candidates = findRegion(file, taken);
	if (candidates.length === 0) terminal.write('No variable looks like East and West.');
	for (const { profile, score, reasons } of candidates.slice(0, 5))
		terminal.write(
			`East and West: ${profile.variable.name}, score ${score} of 5: ${reasons.join(', ')}.`
		);
	const names = [...file.variables.keys()];
	const name = await askFor(
		terminal,
		'Variable of East and West',
		candidates[0]?.profile.variable.name ?? none,
		oneOf([...names, none], `a numeric variable of the file, or ${none}`),
		'The variable that tells in which state, or on which side, a German lives.'
	);
	if (name === none) {
		if (await askYes(terminal, 'Leave East and West out, and compute totals only?')) return null;
		return askRegion(file, taken, terminal);
	}
	const profile = file.variables.get(name)!;
	terminal.write(sectionLines(codesSection(profile)).join('\n'));
	const { region, open } = suggestRegion(profile);
	const known: RegionMapping = await withOpenCodes(profile, region, open, terminal);
	const codes = [...profile.codes.keys()];
	return askFor(
		terminal,
		'Codes of each side',
		sidesText(known),
		(answer) => readSides(answer, name, codes),
		'Each side with its codes, joined by semicolons; ranges like 12-16 are taken. What Berlin counts as is asked later.'
	);
}

/** What the labels tell is taken; each of the others is asked. */
async function withOpenCodes(
	{ variable, codes }: Profile,
	region: RegionMapping,
	open: number[],
	terminal: Terminal
): Promise<RegionMapping> {
	const result = structuredClone(region);
	for (const code of open) {
		const label = variable.valueLabels.get(code) ?? 'no label';
		const side = await askFor(
			terminal,
			`${variable.name} code ${code} (${label}, ${codes.get(code)} Germans) lies in (${sides.join(', ')})`,
			undefined,
			oneOf(sides)
		);
		(side === 'berlin' ? result.berlin.codes : result[side]).push(code);
	}
	return result;
}

function codesSection({ variable, codes }: Profile): Section {
	return {
		title: `${variable.name}: ${variable.label}`,
		head: ['code', 'label', 'n', 'side'],
		rows: [...codes]
			.toSorted(([a], [b]) => a - b)
			.map(([code, n]) => {
				const label = variable.valueLabels.get(code) ?? '';
				return [String(code), label, String(n), sideOf(label) ?? '?'];
			})
	};
}

const sides = ['east', 'west', 'berlin', 'excluded'] as const;

/** `east 2; west 1; berlin 3; excluded` */
function sidesText({ east, west, excluded, berlin }: RegionMapping): string {
	const codes = { east, west, berlin: berlin.codes, excluded };
	return sides.map((side) => [side, codes[side].join()].filter(Boolean).join(' ')).join('; ');
}

/** What sidesText writes; ranges like 12-16 too. A code may stand on two sides: that is warned of later. */
function readSides(answer: string, variable: string, codes: number[]): RegionMapping | Error {
	const read: Record<string, number[]> = {};
	for (const part of answer.split(';').map((each) => each.trim())) {
		const [side = '', ...lists] = part.split(/[\s,]+/);
		if (!sides.some((each) => each === side) || side in read)
			return new Error(`each of ${sides.join(', ')} once, with codes, joined by semicolons`);
		const numbers = lists.filter(Boolean).map((list) => codesIn(list, codes));
		if (numbers.some((found) => found.length === 0))
			return new Error(`codes that ${variable} has, and ranges like 12-16`);
		read[side] = numbers.flat();
	}
	const left = codes.filter((code) => !Object.values(read).flat().includes(code));
	if (left.length > 0) return new Error(`every code on a side; ${left.join(', ')} is on none`);
	const { east = [], west = [], berlin = [], excluded = [] } = read;
	return { variable, east, west, excluded, berlin: { codes: berlin, counts_as: 'excluded' } };
}

/** The codes of `7` or `12-16` that occur. */
function codesIn(list: string, codes: number[]): number[] {
	const [from, to = from] = list.split(/(?<=\d)-/).map(Number);
	return codes.filter((code) => code >= from! && code <= to!).toSorted((a, b) => a - b);
}

/** Asked with the results of each choice on the screen, and without a suggestion. */
export async function askBerlin(
	mapping: Mapping,
	results: Section,
	terminal: Terminal
): Promise<RegionMapping> {
	const region = mapping.region!;
	terminal.write(sectionLines(results).join('\n'));
	const counts_as = await askFor(
		terminal,
		`Berlin counts as (${berlinChoices.join(', ')})`,
		undefined,
		oneOf(berlinChoices),
		'Berlin was divided; the table above shows what each choice makes of the figures on record.'
	);
	return { ...region, berlin: { ...region.berlin, counts_as } };
}
