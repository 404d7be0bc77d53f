import { figureKey, list, text, type PackageRow, type Tables } from './package/schema.ts';

/** Least sure first. */
const bySureness = ['low', 'medium', 'high'];

/**
 * Nets that no source prints although it prints both their parts: the sum of the parts as a figure with
 * a status of its own. The publisher prints its own nets as sums of rounded parts, too; against a net of
 * unrounded answers a sum may be a point off. Computed parts are left alone: an import computes its nets.
 *
 * @returns rows that no file has, in the order of the nets' first parts
 */
export function sumsOfParts(tables: Tables): PackageRow[] {
	const figures = tables.get('figures') ?? [];
	const byKey = new Map(figures.map((row) => [keyOf(row), row]));
	const nets = Map.groupBy(
		(tables.get('answers') ?? []).filter((row) => list(row, 'net_of').length === 2),
		(row) => `${text(row, 'question_id')}/${list(row, 'net_of')[0] ?? ''}`
	);
	return figures.flatMap((row) =>
		(nets.get(`${text(row, 'question_id')}/${text(row, 'answer_id')}`) ?? []).flatMap((net) => {
			const answer = text(net, 'answer_id');
			if (byKey.has(keyOf(row, answer))) return [];
			const parts = list(net, 'net_of').map((part) => byKey.get(keyOf(row, part)));
			return sumOf(row, answer, parts) ?? [];
		})
	);
}

function sumOf(
	first: PackageRow,
	answer: string,
	parts: (PackageRow | undefined)[]
): PackageRow | undefined {
	let pct = 0;
	const sources = new Set<string>();
	const sureness: number[] = [];
	for (const part of parts) {
		const share = part?.cells['pct'];
		if (!part || typeof share !== 'number' || part.cells['status'] === 'computed') return undefined;
		pct += share;
		for (const source of list(part, 'source_ids')) sources.add(source);
		sureness.push(bySureness.indexOf(text(part, 'confidence')));
	}
	if (pct > 100) return undefined;
	return {
		...first,
		cells: {
			...first.cells,
			answer_id: answer,
			pct,
			status: 'sum_of_parts',
			confidence: bySureness[Math.min(...sureness)] ?? 'low',
			source_ids: [...sources],
			note_en: null,
			note_de: null
		}
	};
}

const keyOf = (row: PackageRow, answer?: string): string =>
	figureKey
		.map((column) => (column === 'answer_id' && answer ? answer : text(row, column)))
		.join('/');
