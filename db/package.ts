import { createHash } from 'node:crypto';
import { readRows } from './package/cells.ts';
import { checkProse } from './package/prose.ts';
import { checkRelations } from './package/relations.ts';
import { checkRules } from './package/rules.ts';
import { checkTotals } from './package/totals.ts';
import {
	idOf,
	type Fault,
	type PackageRow,
	type PackageSchema,
	type Part,
	type Tables
} from './package/schema.ts';

/**
 * CSV text to checked rows. Pure: nothing is read or written here.
 *
 * @returns every row of every part, and every fault found. With a fault in it the package must not
 * be loaded. Relations are checked only when all cells are right, lest one typo be reported a
 * hundred times.
 */
export function checkPackage(
	schema: PackageSchema,
	parts: Part[]
): { tables: Tables; faults: Fault[] } {
	const faults: Fault[] = [];
	const tables: Tables = new Map(
		schema.resources.map((resource): [string, PackageRow[]] => [
			resource.name,
			parts.flatMap((part) => readRows(part, resource, faults))
		])
	);
	tables.set('figures', withoutReplaced(tables.get('figures') ?? [], parts));
	for (const part of parts) faults.push(...strangers(schema, part));
	if (faults.length === 0)
		faults.push(
			...checkRules(schema, tables),
			...checkRelations(schema, tables),
			...checkProse(tables),
			...checkTotals(tables)
		);
	return { tables, faults };
}

/** A row that only says why there is no number gives way to one that somebody computed from the respondents. */
function withoutReplaced(figures: PackageRow[], parts: Part[]): PackageRow[] {
	const own = parts.filter(({ complete }) => complete).map(({ name }) => `${name}/`);
	const isOwn = ({ file }: PackageRow) => own.some((name) => file.startsWith(name));
	const computed = new Set(figures.filter((row) => !isOwn(row)).map(idOf));
	return figures.filter(
		(row) => !isOwn(row) || row.cells['pct'] !== null || !computed.has(idOf(row))
	);
}

/** A CSV file that the schema does not know would be dropped silently. */
function strangers(schema: PackageSchema, part: Part): Fault[] {
	const known = new Set(schema.resources.map((resource) => resource.path));
	return [...part.files.keys()]
		.filter((name) => name.endsWith('.csv') && !known.has(name))
		.map((name) => ({
			file: `${part.name}/${name}`,
			line: 0,
			column: '',
			value: '',
			expected: 'only files that datapackage.json describes'
		}));
}

/** SHA-256 over names and bytes of all parts, in hexadecimal; the same data give the same hash. */
export function hashOf(parts: Part[]): string {
	const hash = createHash('sha256');
	for (const part of parts) {
		for (const [name, content] of [...part.files].sort(([a], [b]) => (a < b ? -1 : 1)))
			hash.update(`${part.name}/${name}\0${content}\0`);
	}
	return hash.digest('hex');
}
