import { barePercentages, tokensIn } from '../tokens.ts';
import { figureId, idOf, type Fault, type PackageRow, type Tables } from './schema.ts';

/** Where prose stands that may name figures. */
const prose: [string, string[]][] = [
	['titles', ['title']],
	['claims', ['claim', 'why']],
	['claim_shifts', ['asked', 'written']],
	['passages', ['sentence']],
	['readings', ['stance', 'wording_shift']]
];

function* texts(tables: Tables): Generator<{ row: PackageRow; column: string; text: string }> {
	for (const [name, stems] of prose)
		for (const row of tables.get(name) ?? [])
			for (const column of stems.flatMap((stem) => [`${stem}_en`, `${stem}_de`])) {
				const text = row.cells[column];
				if (typeof text === 'string') yield { row, column, text };
			}
}

/** Tokens that are none, or name a figure that the package has not or has without a number. */
export function checkProse(tables: Tables): Fault[] {
	const known = new Set(
		(tables.get('figures') ?? []).filter((row) => row.cells['pct'] !== null).map(idOf)
	);
	return [...texts(tables)].flatMap(({ row, column, text }) =>
		tokensIn(text).flatMap(({ raw, token }) => {
			const place = { file: row.file, line: row.line, column };
			if (!token) {
				const expected = 'a token as db/tokens.ts describes them';
				return [{ ...place, value: `{${raw}}`, expected }];
			}
			return token.keys
				.filter((key) => !known.has(figureId(key)))
				.map((key) => ({ ...place, value: key, expected: 'the key of a figure with a number' }));
		})
	);
}

/** Percentages written by hand, which nothing keeps in step with the data; the load lists them. */
export const listBarePercentages = (tables: Tables): string[] =>
	[...texts(tables)].flatMap(({ row, column, text }) =>
		barePercentages(text).map(
			(bare) => `${row.file}:${row.line}: ${column} writes "${bare}" by hand`
		)
	);
