import { median } from '#lib/stats/published/median.ts';
import { list, text, type PackageRow, type Tables } from '../package/schema.ts';
import { figuresByKey, finding, pctOf, rowsOf, type Check, type Finding } from './finding.ts';

/** Published medians come from the same whole per cents, or from unrounded ones: half a point apart. */
export const medians: Check = {
	title: 'Medians recomputed from the whole per cents of their members',
	find: (tables) => everyMedian(tables, recomputed)
};

export const openMedians: Check = {
	title: 'Medians that cannot be recomputed',
	find: (tables) => everyMedian(tables, whyOpen)
};

/** A figure of a median with what its members have. */
interface Published {
	row: PackageRow;
	key: string;
	pct: number;
	/** Country → its figure; empty where the countries are not known. */
	members: Map<string, number | undefined>;
}

function everyMedian(
	tables: Tables,
	judge: (published: Published) => Finding | undefined
): Finding[] {
	const figures = figuresByKey(tables);
	const populations = new Map(
		rowsOf(tables, 'populations').map((row) => [text(row, 'population_id'), row])
	);
	return [...figures].flatMap(([key, row]) => {
		const population = populations.get(text(row, 'population_id'));
		const pct = pctOf(row);
		if (population?.cells['kind'] !== 'median' || pct === undefined) return [];
		const of = (country: string) =>
			figures.get(key.replace(`/${text(row, 'population_id')}/`, `/${country}/`));
		const members = new Map(list(population, 'members').map((code) => [code, pctOf(of(code))]));
		return judge({ row, key, pct, members }) ?? [];
	});
}

/** Countries without a figure. */
const missing = ({ members }: Published): string[] =>
	[...members].filter(([, pct]) => pct === undefined).map(([code]) => code);

function recomputed(published: Published): Finding | undefined {
	const { row, key, pct, members } = published;
	if (members.size === 0 || missing(published).length > 0) return;
	const shares = [...members.values()].map(Number);
	const expected = median(shares);
	if (Math.abs(expected - pct) <= 0.5) return;
	const sorted = shares.sort((a, b) => a - b).join(', ');
	return finding('error', row, `${key}: ${pct}, but ${expected} of ${sorted}`);
}

function whyOpen(published: Published): Finding | undefined {
	const { row, key, members } = published;
	if (members.size === 0) return finding('remark', row, `${key}: its countries are not known`);
	const without = missing(published);
	if (without.length === 0) return;
	return finding('remark', row, `${key}: no figure for ${without.join(', ')}`);
}
