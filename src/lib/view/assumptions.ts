import { unknownValue, type Notice } from './query.ts';

/**
 * What the reader assumes where nothing was published on East's and West's samples. Shares of the
 * sample in per cent; `n` null: each survey's own number for Germany, or 1,000 where that is unknown.
 */
export interface Assumed {
	eastShare: { low: number; high: number };
	deff: { low: number; high: number };
	n: number | null;
}

/** Section 4 of the statistics: East 15 to 20 % of the sample, design effect 1.3 to 2. */
export const usualAssumptions: Assumed = {
	eastShare: { low: 15, high: 20 },
	deff: { low: 1.3, high: 2 },
	n: null
};

/** Interviews in Germany where a survey does not say. */
export const assumedN = 1000;

export const assumptionKeys = ['east_share', 'deff', 'n'] as const;

/** Beyond these a number is a slip of the hand and no assumption. */
const limits = {
	east_share: { low: 1, high: 60 },
	deff: { low: 1, high: 10 },
	n: { low: 50, high: 1_000_000 }
};

/** The assumptions an address states: `east_share=15-20&deff=1.3-2&n=1000`. */
export function parseAssumptions(query: URLSearchParams, notices: Notice[]): Assumed {
	const eastShare = range(query, 'east_share', notices);
	const deff = range(query, 'deff', notices);
	const n = range(query, 'n', notices);
	return {
		eastShare: eastShare ?? usualAssumptions.eastShare,
		deff: deff ?? usualAssumptions.deff,
		n: n && Number.isInteger(n.low) ? n.low : null
	};
}

/** The parts of the canonical query that differ from the usual assumptions. */
export function assumptionParts({ eastShare, deff, n }: Assumed): [string, string][] {
	const parts: [string, string][] = [];
	if (printRange(eastShare) !== printRange(usualAssumptions.eastShare))
		parts.push(['east_share', printRange(eastShare)]);
	if (printRange(deff) !== printRange(usualAssumptions.deff))
		parts.push(['deff', printRange(deff)]);
	if (n !== null) parts.push(['n', String(n)]);
	return parts;
}

/** `15-20`, or `17` when both ends are the same. */
export const printRange = ({ low, high }: { low: number; high: number }): string =>
	low === high ? String(low) : `${low}-${high}`;

function range(
	query: URLSearchParams,
	key: (typeof assumptionKeys)[number],
	notices: Notice[]
): { low: number; high: number } | undefined {
	// Read as it was typed: a comma is a decimal mark here and parts no list, and a dash may be a long one.
	const typed = query.getAll(key).at(-1)?.trim();
	if (!typed) return undefined;
	const value = typed.replace(/(\d),(\d)/g, '$1.$2').replace(/\s*[–—-]\s*/, '-');
	const [, first, last] =
		/^(\d{1,7}(?:\.\d{1,2})?)(?:-(\d{1,7}(?:\.\d{1,2})?))?$/.exec(value) ?? [];
	const low = Number(first);
	const high = last === undefined ? low : Number(last);
	const { low: least, high: most } = limits[key];
	const isOne = key !== 'n' || (last === undefined && Number.isInteger(low));
	if (first !== undefined && isOne && least <= low && low <= high && high <= most)
		return { low, high };
	notices.push(unknownValue(key, value));
	return undefined;
}
