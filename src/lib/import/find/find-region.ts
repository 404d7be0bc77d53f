import { wordsOf } from './similarity.ts';
import type { BerlinChoice, RegionMapping } from '#lib/import/mapping.ts';
import type { FileProfile, Profile } from './profile.ts';

/** A variable that may tell East from West. */
export interface RegionCandidate {
	profile: Profile;
	/** Of 5: the three conditions, which all candidates meet, and one each for name and labels. */
	score: number;
	/** What speaks for it, in words. */
	reasons: string[];
}

const leastGermans = 0.95;
const mostOthers = 0.05;
const fewestCodes = 2;
const mostCodes = 20;
const names = /ger$|^q?re?g|region|land|strat|bundes/i;
const labels = /\b(east|west|ost|bundesland|bayern|bavaria|sachsen|saxony)/i;

/** Variables that nearly all Germans and hardly any others have a code of, the likeliest first. */
export function findRegion(file: FileProfile, except: string[]): RegionCandidate[] {
	const others = file.rows - file.germans;
	return [...file.variables.values()]
		.filter(({ variable }) => !except.includes(variable.name))
		.flatMap((profile): RegionCandidate[] => {
			const inside = profile.germans / file.germans;
			const outside = others === 0 ? 0 : profile.others / others;
			const { size } = profile.codes;
			if (inside < leastGermans || outside > mostOthers) return [];
			if (size < fewestCodes || size > mostCodes) return [];
			const { name, label, valueLabels } = profile.variable;
			const texts = [label, ...valueLabels.values()].join('\n');
			const hints = [
				...(names.test(name) ? [`name like ${name}`] : []),
				...(labels.test(texts) ? ['labels of East and West or of states'] : [])
			];
			const reasons = [
				`${share(inside)} of Germans have a code`,
				`${share(outside)} of the others`,
				`${size} codes`,
				...hints
			];
			return [{ profile, score: 3 + hints.length, reasons }];
		})
		.toSorted((a, b) => b.score - a.score || a.profile.codes.size - b.profile.codes.size);
}

const share = (value: number): string => `${(100 * value).toFixed(1)} %`;

// As wordsOf writes them.
const eastern = [
	'brandenburg',
	'mecklenburg vorpommern',
	'mecklenburg western pomerania',
	'sachsen',
	'saxony',
	'sachsen anhalt',
	'saxony anhalt',
	'thuringen',
	'thuringia'
];
const western = [
	'baden wurttemberg',
	'bayern',
	'bavaria',
	'bremen',
	'hamburg',
	'hessen',
	'hesse',
	'niedersachsen',
	'lower saxony',
	'nordrhein westfalen',
	'north rhine westphalia',
	'rheinland pfalz',
	'rhineland palatinate',
	'saarland',
	'schleswig holstein'
];

/** Where a code belongs by its label; undefined if the label does not say. */
export function sideOf(label: string): 'east' | 'west' | 'berlin' | 'excluded' | undefined {
	const words = wordsOf(label);
	const plain = words.join(' ');
	const first = words.some((word) =>
		/^(east(ern)?|ost(deutschland)?|ostberlin|gdr|ddr)$/.test(word)
	);
	const second = words.some((word) => /^(west(ern)?|westdeutschland|westberlin|frg)$/.test(word));
	if (first !== second) return first ? 'east' : 'west';
	if (words.includes('berlin')) return 'berlin';
	if (eastern.includes(plain)) return 'east';
	if (western.includes(plain)) return 'west';
	return /refus|know|missing|keine angabe|other/.test(plain) ? 'excluded' : undefined;
}

/** Codes by their labels; `open` are those whose label does not say. */
export function suggestRegion(
	{ variable, codes }: Profile,
	counts_as: BerlinChoice = 'excluded'
): { region: RegionMapping; open: number[] } {
	const sides = Map.groupBy(
		[...codes.keys()].sort((a, b) => a - b),
		(code) => sideOf(variable.valueLabels.get(code) ?? '')
	);
	return {
		region: {
			variable: variable.name,
			east: sides.get('east') ?? [],
			west: sides.get('west') ?? [],
			excluded: sides.get('excluded') ?? [],
			berlin: { codes: sides.get('berlin') ?? [], counts_as }
		},
		open: sides.get(undefined) ?? []
	};
}
