import Papa from 'papaparse';
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { checkPackage } from '#db/package.ts';
import type { Fault, PackageSchema, Part, Tables } from '#db/package/schema.ts';

/** The real data package as text, to be read by other means than those under test, and broken. */
export const folder = fileURLToPath(new URL('../db/data', import.meta.url));

const texts = new Map(
	readdirSync(folder)
		.filter((name) => /\.(csv|json)$/.test(name))
		.map((name) => [name, readFileSync(`${folder}/${name}`, 'utf8')])
);

export const schema = JSON.parse(textOf('datapackage.json')) as PackageSchema;

export function textOf(name: string): string {
	const text = texts.get(name);
	if (text === undefined) throw new RangeError(`Expected a file of the package, got ${name}`);
	return text;
}

/** Header and rows of one file, read by another parser than the load's. */
export function readCsv(name: string): { header: string[]; rows: string[][] } {
	const [header = [], ...rows] = Papa.parse<string[]>(textOf(name), { skipEmptyLines: true }).data;
	return { header, rows };
}

/** The package with some of its files replaced (or, with undefined, gone). */
export function partWith(files: Record<string, string | undefined> = {}): Part {
	const all: [string, string | undefined][] = [...texts, ...Object.entries(files)];
	const kept = new Map<string, string>();
	for (const [name, text] of all) {
		if (text === undefined) kept.delete(name);
		else kept.set(name, text);
	}
	return { name: 'db/data', files: kept, complete: true };
}

/** 1-based line of the first row that begins so. */
export function lineOf(file: string, beginning: string): number {
	const line = textOf(file)
		.split('\n')
		.findIndex((text) => text.startsWith(beginning));
	if (line < 0) throw new RangeError(`Expected a row of ${file} that begins with ${beginning}`);
	return line + 1;
}

/** A file of the package with other values in some cells of one line. */
export function fileWith(file: string, line: number, cells: Record<string, string>): string {
	const { header, rows } = readCsv(file);
	const changed = rows.map((row, index) =>
		index + 2 === line ? header.map((name, at) => cells[name] ?? row[at] ?? '') : row
	);
	return `${Papa.unparse([header, ...changed], { newline: '\n' })}\n`;
}

export function check(...parts: Part[]): { tables: Tables; faults: Fault[] } {
	return checkPackage(schema, parts.length > 0 ? parts : [partWith()]);
}
