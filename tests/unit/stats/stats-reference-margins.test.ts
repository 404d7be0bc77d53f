import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import * as distributions from '#lib/stats/respondents/distributions.ts';
import * as stats from '#lib/stats/index.ts';

// Calculators that need published figures only, and the distributions behind all p-values.
const folder = new URL('../../../../shared/reference/', import.meta.url);
const present = existsSync(folder);

type Row = Record<string, string>;

const read = (name: string): Row[] =>
	parse<Row>(readFileSync(new URL(name, folder)), { columns: true });

/** Rows that miss the reference by more than 1e-9 + 1e-9 · |value|, as sentences. */
function misses(rows: Row[], valueOf: (row: Row) => number | undefined): string[] {
	return rows.flatMap((row) => {
		const got = valueOf(row);
		const wanted = Number(row.value);
		if (got !== undefined && Math.abs(got - wanted) <= 1e-9 + 1e-9 * Math.abs(wanted)) return [];
		return [`${Object.values(row).join(' ')}, got ${got}`];
	});
}

type Inputs = Record<string, number>;
type Outputs = Record<string, number | undefined>;

const inPercent = (values: Outputs): Outputs =>
	Object.fromEntries(Object.entries(values).map(([key, value]) => [key, value && 100 * value]));

const calculators: Record<string, (inputs: Inputs) => Outputs> = {
	deff_from_moe: ({ n, moe_pct, z }) => ({
		deff: stats.designEffectFromMargin(n!, moe_pct! / 100, z),
		neff: stats.effectiveNFromMargin(n!, moe_pct! / 100, z)
	}),
	wilson: ({ p_pct, neff }) => limits(stats.wilson(p_pct! / 100, neff!)),
	wilson_rounded: ({ p_pct, neff, half_width }) =>
		limits(stats.wilsonRounded(p_pct! / 100, neff!, half_width! / 100)),
	implied_share: ({ T, E, W, h }) => {
		const { point, low, high } = stats.impliedShare(T! / 100, E! / 100, W! / 100, h! / 100);
		return { point, lo: low, hi: high };
	},
	two_prop: ({ pa_pct, na, pb_pct, nb }) => {
		const result = stats.twoProportions(pa_pct! / 100, na!, pb_pct! / 100, nb!);
		const { difference, se, z, p, wald, newcombe } = result;
		const [wald_lo, wald_hi] = [wald.low, wald.high];
		const [newcombe_lo, newcombe_hi] = [newcombe.low, newcombe.high];
		const shares = { diff: difference, se, wald_lo, wald_hi, newcombe_lo, newcombe_hi };
		return { ...inPercent(shares), z, p };
	},
	moe50: ({ n, deff }) => inPercent({ moe_pct: stats.marginOfError(n!, deff!) }),
	frechet: ({ a_pct, b_pct }) => {
		const { both, independent, bGivenA } = stats.frechetBounds(a_pct! / 100, b_pct! / 100);
		return inPercent({
			lo: both.low,
			hi: both.high,
			indep: independent,
			cond_b_given_a_lo: bGivenA?.low,
			cond_b_given_a_hi: bGivenA?.high
		});
	},
	cross_margins: ({ a_pct, b_pct, neff }) => {
		const { difference, se } = stats.questionGap(a_pct! / 100, b_pct! / 100, neff!);
		return inPercent({ diff: difference, se_min: se.low, se_max: se.high });
	},
	within_margins: ({ a_pct, b_pct, neff }) => {
		const result = stats.answerGap(a_pct! / 100, b_pct! / 100, neff!);
		const { difference, se, z, p, interval } = result;
		const shares = { diff: difference, se, lo: interval.low, hi: interval.high };
		return { ...inPercent(shares), z, p };
	}
};

function limits({ low, high }: stats.Interval): Outputs {
	return inPercent({ lo: low, hi: high });
}

function calculate({ fn, inputs, output }: Row): number | undefined {
	const pairs = inputs!.split(';').map((pair) => pair.split('=') as [string, string]);
	if (fn === 'median') return stats.median(pairs[0]![1].split('|').map(Number));
	const numbers = Object.fromEntries(pairs.map(([name, value]) => [name, Number(value)]));
	return calculators[fn!]!(numbers)[output!];
}

const functions: Record<string, (x: number, a: number, b: number) => number> = {
	'normal cdf': stats.normalCdf,
	't cdf': distributions.tCdf,
	't quantile': distributions.tQuantile,
	'beta quantile': distributions.betaQuantile,
	'f sf': distributions.fUpperTail
};

describe.skipIf(!present)(`reference ${folder.pathname}${present ? '' : ' (absent)'}`, () => {
	test('margins.csv: what published figures alone give', () => {
		const rows = read('margins.csv').filter(({ fn }) => fn !== 'lsg');
		expect(rows).toHaveLength(340);
		expect(misses(rows, calculate)).toEqual([]);
	});

	test('quantiles.csv: distributions', () => {
		const rows = read('quantiles.csv').filter(({ dist, fn }) => functions[`${dist} ${fn}`]);
		expect(rows).toHaveLength(503);
		const valueOf = ({ dist, fn, x, a, b }: Row) =>
			functions[`${dist} ${fn}`]!(Number(x), Number(a), Number(b));
		expect(misses(rows, valueOf)).toEqual([]);
	});
});
