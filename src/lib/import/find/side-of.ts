/** Where a code of a German region belongs. */
export type RegionSide = 'east' | 'west' | 'berlin' | 'excluded';

/** As lettersOf writes them; one word is enough to know a state, whatever stands around it. */
const eastern = [
	'brandenburg',
	'mecklenburg',
	'vorpommern',
	'pomerania',
	'anhalt',
	'thuringen',
	'thuringia'
];
const western = [
	'baden', 'wurttemberg', 'wurtemberg', 'bayern', 'bavaria', 'bremen', 'hamburg', 'hessen', 'hesse',
	'niedersachsen', 'nordrhein', 'westfalen', 'westphalia', 'nrw', 'rheinland', 'rhineland', 'pfalz',
	'palatinate', 'saarland', 'saar', 'schleswig', 'holstein'
]; // prettier-ignore
/** Saxony alone is a state of the East, Lower Saxony one of the West. */
const saxonies = ['sachsen', 'saxony'];

/** Official short forms, where they are all a label says. */
const shortForms: Record<string, RegionSide> = {
	BB: 'east', MV: 'east', SN: 'east', ST: 'east', TH: 'east', BE: 'berlin',
	BW: 'west', BY: 'west', HB: 'west', HE: 'west', HH: 'west', NI: 'west', NW: 'west', RP: 'west',
	SH: 'west', SL: 'west'
}; // prettier-ignore

/** Words of a state that a label may break off: `Niedersachse`, `Brandenb`. */
const whole = [...eastern, ...western, ...saxonies, 'niedersachsen', 'berlin'];
/** So many letters of a word tell which it is. */
const leastLetters = 5;

const eastWords = /^(east(ern)?|ost(en)?|ostdeutsch\w*|ostberlin|gdr|ddr)$/;
const westWords = /^(west(ern)?|westen|westdeutsch\w*|westberlin|frg|brd)$/;
/** "North-West" is a corner of the country and neither side of it. */
const compass = /^(north(ern)?|south(ern)?|nord(en)?|sud(en)?|mitte|middle|central)$/;
const lands = /^(bundeslander|bundeslaender|lander|laender|lands|states)$/;

/** `W`, `E. Germany`: a letter is all that is said of the side. */
const shortSides: Record<string, RegionSide> = { w: 'west', e: 'east', o: 'east' };
const shortSide = (label: string): string =>
	/^(?:\d+[.):]?\s+)?([weo])\b\W*(germany|deutschland)?$/i.exec(label.trim())?.[1]!.toLowerCase() ??
	'';

/** `Thüringen`, `Thueringen`, `THÜRINGEN` → ['thuringen'] */
const lettersOf = (label: string): string[] =>
	label
		.normalize('NFKD')
		.toLowerCase()
		.replaceAll('ß', 'ss')
		.replace(/[\u0300-\u036f]/g, '')
		.replace(/([uo])e(?=[a-z])/g, '$1')
		.split(/[^a-z?\ufffd]+/)
		.map(completed)
		.filter(Boolean);

/** A word as it is, or the state it begins, with one letter lost as `Th?ringen` has it. */
function completed(word: string): string {
	const plain = word.replace(/^[?\ufffd]+|[?\ufffd]+$/g, '');
	const pattern = plain.replace(/[?\ufffd]+/g, '[a-z]+');
	if (whole.includes(plain) || plain.length < leastLetters) return plain.replace(/[?\ufffd]/g, '');
	return whole.find((each) => new RegExp(`^${pattern}`).test(each)) ?? plain;
}

/**
 * Where a code belongs by its label; undefined if the label does not say. Names of states come first:
 * Mecklenburg-Western Pomerania lies in the East.
 */
export function sideOf(label: string): RegionSide | undefined {
	const [, short = ''] = /^(?:\d+[.):]?\s+)?(?:DE-)?([A-Z]{2})$/i.exec(label.trim()) ?? [];
	const known = shortForms[short.toUpperCase()] ?? shortSides[shortSide(label)];
	if (known) return known;
	const words = lettersOf(label);
	const has = (pattern: RegExp) => words.some((word) => pattern.test(word));
	const isLower = words.includes('lower') || words.includes('niedersachsen');
	const inEast =
		words.some((word) => eastern.includes(word)) ||
		(!isLower && words.some((word) => saxonies.includes(word)));
	const inWest =
		words.some((word) => western.includes(word)) ||
		(isLower && words.some((word) => saxonies.includes(word)));
	const namesBerlin = has(/^(ost|west)?berlin$/) && !has(/^(ohne|without|excl\w*|except)$/);
	if (inEast || inWest)
		return inEast === inWest || namesBerlin ? undefined : inEast ? 'east' : 'west';
	const isEast = has(eastWords) || (has(lands) && has(/^(neue?n?|new)$/));
	const isWest = has(westWords) || (has(lands) && has(/^(alte?n?|old)$/));
	if (isEast !== isWest && !has(compass)) return isEast ? 'east' : 'west';
	if (isEast || isWest) return;
	if (namesBerlin) return 'berlin';
	const plain = words.join(' ');
	return /refus|know|missing|keine angabe|weiss nicht|\bother\b|abroad|ausland/.test(plain)
		? 'excluded'
		: undefined;
}
