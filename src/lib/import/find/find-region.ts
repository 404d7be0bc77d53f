import { sideOf } from './side-of.ts';
import type { RegionMapping } from '#db/respondents.ts';
import type { FileProfile, Profile } from './profile.ts';

/** A variable that may tell East from West. */
export interface RegionCandidate {
	profile: Profile;
	/** Of 5: codes of nearly all Germans, few codes, none of other countries; name; labels. */
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

/** Share of Germans whose labels say East, West or Berlin, from which on a variable tells it for sure. */
const leastNamed = 0.8;

/**
 * Variables that nearly all Germans and hardly any others have a code of, the likeliest first; also one
 * that all countries share, if its labels name German states or East and West.
 */
export function findRegion(file: FileProfile, except: string[]): RegionCandidate[] {
	const others = file.rows - file.germans;
	return [...file.variables.values()]
		.filter(({ variable }) => !except.includes(variable.name))
		.flatMap((profile): RegionCandidate[] => {
			const inside = profile.germans / file.germans;
			const outside = others === 0 ? 0 : profile.others / others;
			const { size } = profile.codes;
			const { name, label, valueLabels } = profile.variable;
			const named = [...profile.codes]
				.filter(([code]) =>
					['east', 'west', 'berlin'].includes(sideOf(valueLabels.get(code) ?? '')!)
				)
				.reduce((sum, [, n]) => sum + n, 0);
			const tells = named / file.germans >= leastNamed;
			if (inside < leastGermans || (outside > mostOthers && !tells)) return [];
			if (size < fewestCodes || size > mostCodes) return [];
			const texts = [label, ...valueLabels.values()].join('\n');
			const hints = [
				...(names.test(name) ? [`name like ${name}`] : []),
				...(tells || labels.test(texts) ? ['labels of East and West or of states'] : [])
			];
			const reasons = [
				`${share(inside)} of Germans have a code`,
				`${share(outside)} of the others`,
				`${size} codes`,
				...hints
			];
			const own = outside <= mostOthers ? 1 : 0;
			return [{ profile, score: 2 + own + hints.length, reasons }];
		})
		.toSorted((a, b) => b.score - a.score || a.profile.codes.size - b.profile.codes.size);
}

const share = (value: number): string => `${(100 * value).toFixed(1)} %`;

/** Codes by their labels; `open` are those whose label does not say. */
export function suggestRegion({ variable, codes }: Profile): {
	region: RegionMapping;
	open: number[];
} {
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
			berlin: { codes: sides.get('berlin') ?? [], counts_as: 'excluded' }
		},
		open: sides.get(undefined) ?? []
	};
}
