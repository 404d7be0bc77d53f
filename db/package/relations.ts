import {
	figureKey,
	type Cell,
	type Fault,
	type PackageRow,
	type PackageSchema,
	type Resource,
	type Tables
} from './schema.ts';

/** Keys that stand twice, and codes that point to nothing. */
export function checkRelations(schema: PackageSchema, tables: Tables): Fault[] {
	const known = new Map<string, Set<string>>();
	/** All values of these columns in that resource; collected once per pair. */
	const valuesOf = (resource: string, fields: string[]): Set<string> => {
		const name = `${resource}:${fields.join()}`;
		let values = known.get(name);
		if (!values) {
			values = new Set((tables.get(resource) ?? []).map((row) => join(row, fields)));
			known.set(name, values);
		}
		return values;
	};
	return schema.resources.flatMap((resource) => {
		const rows = tables.get(resource.name) ?? [];
		return [
			...doubles(resource, rows),
			...rows.flatMap((row) => [
				...strayKeys(resource, row, valuesOf),
				...strayEntries(resource, row, valuesOf)
			])
		];
	});
}

type ValuesOf = (resource: string, fields: string[]) => Set<string>;

const join = (row: PackageRow, fields: string[]): string =>
	fields.map((field) => String(row.cells[field] ?? '')).join('/');

function doubles(resource: Resource, rows: PackageRow[]): Fault[] {
	const first = new Map<string, PackageRow>();
	const faults: Fault[] = [];
	for (const row of rows) {
		const key = join(row, resource.schema.primaryKey);
		const twin = first.get(key);
		if (!twin) first.set(key, row);
		else {
			faults.push({
				...place(row),
				column: resource.schema.primaryKey.join('/'),
				value: key,
				expected: `this key once; it stands already at ${twin.file}:${twin.line}`
			});
		}
	}
	return faults;
}

function strayKeys(resource: Resource, row: PackageRow, valuesOf: ValuesOf): Fault[] {
	return (resource.schema.foreignKeys ?? []).flatMap(({ fields, reference }) => {
		if (fields.some((field) => isEmpty(row.cells[field]))) return [];
		const value = join(row, fields);
		if (valuesOf(reference.resource, reference.fields).has(value)) return [];
		const expected = `a ${reference.fields.join('/')} that ${reference.resource} has`;
		return [{ ...place(row), column: fields.join('/'), value, expected }];
	});
}

function strayEntries(resource: Resource, row: PackageRow, valuesOf: ValuesOf): Fault[] {
	return resource.schema.fields.flatMap(({ name, references }) => {
		if (!references) return [];
		const fields = references.field === 'key' ? figureKey : [references.field];
		const values = valuesOf(references.resource, fields);
		return (row.cells[name] as string[])
			.filter((entry) => !values.has(entry))
			.map((value) => ({
				...place(row),
				column: name,
				value,
				expected: `a ${fields.join('/')} that ${references.resource} has`
			}));
	});
}

const isEmpty = (cell: Cell | undefined) => cell === null || cell === undefined;
const place = ({ file, line }: PackageRow) => ({ file, line });
