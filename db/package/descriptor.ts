import type { Fault, PackageSchema } from './schema.ts';

const types = ['string', 'integer', 'number', 'date', 'list'];

/**
 * The descriptor of the package from its text, with what is wrong with it: form, and names that
 * point to nothing. With a fault in it the schema must not be used.
 *
 * @param file as printed in faults
 */
export function readDescriptor(
	json: string,
	file: string
): { schema: PackageSchema; faults: Fault[] } {
	const faults: Fault[] = [];
	const tell = (line: number, column: string, value: unknown, expected: string): void => {
		// What is missing altogether has no text.
		const given = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
		faults.push({ file, line, column, value: given, expected });
	};
	let schema = { resources: [] } as unknown as PackageSchema;
	try {
		schema = JSON.parse(json) as PackageSchema;
	} catch (error) {
		const { message } = error as SyntaxError;
		const position = Number(/at position (\d+)/.exec(message)?.[1] ?? json.length);
		tell(lineAt(json, position), '', '', `well-formed JSON (${message})`);
		return { schema, faults };
	}
	if (typeof schema?.version !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(schema.version))
		tell(1, 'version', schema?.version, 'the day of the last change as YYYY-MM-DD');
	if (!Array.isArray(schema?.resources)) tell(1, 'resources', schema?.resources, 'a list');
	else checkResources(schema, json, tell);
	return { schema, faults };
}

type Tell = (line: number, column: string, value: unknown, expected: string) => void;

/** Resource → its columns, as far as they can be read. */
type Known = Map<string, string[]>;

function checkResources(schema: PackageSchema, json: string, tell: Tell): void {
	const known: Known = new Map(
		schema.resources.map((resource) => [
			String(resource?.name),
			[resource?.schema?.fields].flat().map((field) => String(field?.name))
		])
	);
	schema.resources.forEach((resource, index) => {
		const line = lineAt(json, json.indexOf(`"path": ${JSON.stringify(resource?.path)}`));
		const where = resource?.name ?? `resources[${index}]`;
		if (typeof resource?.name !== 'string' || typeof resource.path !== 'string')
			return tell(line, where, resource, 'a resource with a name and a path');
		if (!Array.isArray(resource.schema?.fields) || !Array.isArray(resource.schema.primaryKey))
			return tell(line, `${where}.schema`, resource.schema, 'fields and a primaryKey, as lists');
		const at = (part: string, value: unknown, expected: string): void =>
			tell(line, `${where}.${part}`, value, expected);
		for (const fault of strayNames(known, resource)) at(...fault);
		for (const field of resource.schema.fields) {
			if (typeof field?.name !== 'string' || !types.includes(field.type))
				at('fields', field, `a name and a type of ${types.join(', ')}`);
			else if (!isPattern(field.constraints?.pattern))
				at(field.name, field.constraints?.pattern, 'a pattern that is a regular expression');
		}
	});
}

/** Columns that a key, a reference or a language needs and the package has not. */
function strayNames(
	known: Known,
	{ name, schema }: PackageSchema['resources'][number]
): [part: string, value: unknown, expected: string][] {
	const has = (resource: string, columns: string[]): boolean =>
		columns.every((column) => known.get(resource)?.includes(column));
	const keys = [schema.foreignKeys ?? []].flat();
	const wrong: [string, unknown, string][] = [];
	if (!has(name, schema.primaryKey))
		wrong.push(['primaryKey', schema.primaryKey, 'columns of this resource']);
	for (const key of keys) {
		const { fields, reference } = key ?? {};
		if (!Array.isArray(fields) || !Array.isArray(reference?.fields))
			wrong.push(['foreignKeys', key, 'fields and a reference with fields, as lists']);
		else if (!has(name, fields) || !has(reference.resource, reference.fields))
			wrong.push(['foreignKeys', key, 'columns that this resource and the other one have']);
	}
	for (const { name: column, references } of schema.fields.filter(Boolean)) {
		if (references && references.field !== 'key' && !has(references.resource, [references.field]))
			wrong.push([`${column}.references`, references, 'a column that the resource has']);
		if (column?.endsWith('_en') && !has(name, [column.replace(/_en$/, '_de')]))
			wrong.push([column, column, 'a column of the same name for the German']);
	}
	return wrong;
}

function isPattern(pattern: string | undefined): boolean {
	try {
		return Boolean(new RegExp(pattern ?? ''));
	} catch {
		return false;
	}
}

/** 1-based line of a place in the text; the first one for a place that is not there. */
const lineAt = (text: string, position: number): number =>
	text.slice(0, Math.max(0, position)).split('\n').length;
