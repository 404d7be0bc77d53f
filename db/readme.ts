import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Field, PackageSchema, Resource } from './package/schema.ts';

const path = fileURLToPath(new URL('data/README.md', import.meta.url));
const descriptor = new URL('data/datapackage.json', import.meta.url);

const begin = '<!-- made from datapackage.json by "node db/readme.ts"; change it there -->';
const end = '<!-- end of what is made from datapackage.json -->';

/** The README with its list of columns made anew; all outside of the two marks stays as it was written. */
export function withColumns(readme: string, schema: PackageSchema): string {
	const [before, rest] = readme.split(begin);
	const after = rest?.split(end)[1];
	if (before === undefined || after === undefined)
		throw new RangeError(`Expected the marks "${begin}" and "${end}" in ${path}`);
	return `${before}${begin}\n\n${schema.resources.map(section).join('\n\n')}\n\n${end}${after}`;
}

function section({ path, description, schema }: Resource): string {
	const rows = schema.fields.map(
		(field) => `| \`${field.name}\` | ${kindOf(field, schema.primaryKey)} | ${meaningOf(field)} |`
	);
	return [
		`### ${path}`,
		'',
		description,
		'',
		'| Column | Holds | Meaning |',
		'| --- | --- | --- |',
		...rows
	].join('\n');
}

/** For example `whole number from 0 to 100, key, always filled`. */
function kindOf({ name, type, constraints = {} }: Field, key: string[]): string {
	const { minimum, maximum } = constraints;
	const words = { string: 'text', integer: 'whole number', number: 'number', date: 'day' };
	const from = minimum === undefined ? '' : ` from ${minimum}`;
	const to = maximum === undefined ? '' : ` to ${maximum}`;
	const kind = type === 'list' ? 'list' : constraints.enum ? 'code' : `${words[type]}${from}${to}`;
	const part = key.includes(name) ? ', key' : '';
	return `${kind}${part}${constraints.required ? '' : ', may be empty'}`;
}

function meaningOf({ description, constraints = {}, references }: Field): string {
	const codes = constraints.enum?.map((code) => `\`${code}\``).join(', ');
	const target = references && `${references.resource}.csv`;
	return [description, codes && `one of ${codes}`, target && `entries stand in ${target}`]
		.filter(Boolean)
		.join('; ')
		.replaceAll('|', '\\|');
}

/** The text as it is and as it should be; a test compares the two. */
export function readmes(): { found: string; expected: string } {
	const found = readFileSync(path, 'utf8');
	const schema = JSON.parse(readFileSync(descriptor, 'utf8')) as PackageSchema;
	return { found, expected: withColumns(found, schema) };
}

/** `node db/readme.ts` */
if (import.meta.main) writeFileSync(path, readmes().expected);
