import { sql } from 'drizzle-orm';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { valuesOf, type ColumnKind, type ColumnValues } from './columns.ts';
import { create, type Database } from './open.ts';

/** How a file is to be read: what the dialogue asks and the mapping file says. */
export interface Mapping {
	/** Code of the survey in this project. */
	survey: string;
	/** Codes of the variable → countries of this project. Other codes of the file are left out. */
	country: { variable: string; codes: Record<string, string> };
	/** null reads the file unweighted, which the self-test will not let pass. */
	weight: string | null;
	stratum: string | null;
	psu: string | null;
	/** Sex and age, for the analyst's crosstab alone; null or left out: not told. */
	sex?: string | null;
	age?: string | null;
	/** null: no figures for East and West. */
	region: RegionMapping | null;
	/** By question of this project. */
	questions: Record<string, QuestionMapping>;
}

/** Where East and West are told apart. Every code that Germans have stands in one of the lists. */
export interface RegionMapping {
	variable: string;
	east: number[];
	west: number[];
	excluded: number[];
	berlin: { codes: number[]; counts_as: BerlinChoice };
}

export const berlinChoices = ['east', 'west', 'excluded'] as const;
export type BerlinChoice = (typeof berlinChoices)[number];

/** Codes → answers of this project, or one of the two words below. */
export interface QuestionMapping {
	variable: string;
	codes: Record<string, string>;
}

/** In the base, but no answer of this project. */
export const inBase = 'base';
/** Not in the base: was not asked. */
export const notInBase = 'missing';

/** Codes of East or West, with Berlin's where they count so. */
export function codesOf(region: RegionMapping, side: 'east' | 'west'): number[] {
	const { codes, counts_as } = region.berlin;
	return [...region[side], ...(counts_as === side ? codes : [])];
}

/** Which file the respondents are from, and how it was read. */
export interface RespondentFile {
	rows: number;
	sha256: string;
	isSynthetic: boolean;
	/** The mapping of the import, as JSON. */
	mapping: string;
}

/** What the file says of a variable. */
export interface RespondentVariable {
	name: string;
	label: string;
	/** Codes with their labels and how many respondents have them; null: too many to be answers. */
	codes: [code: number, label: string, n: number][] | null;
	/** Of these, codes that the file declares to be no answers. */
	missing: number[];
}

/** A variable with its values as they are kept. */
export interface KeptVariable extends RespondentVariable {
	kind: ColumnKind;
	data: Uint8Array;
}

const structure = (): string =>
	readFileSync(fileURLToPath(new URL('respondents.sql', import.meta.url)), 'utf8');

/** Writes a new file; the same respondents give the same bytes. @throws what SQLite or the disk says */
export function writeRespondents(
	path: string,
	file: RespondentFile,
	variables: Iterable<KeptVariable>
): void {
	const opened = create(path);
	try {
		opened.run(`BEGIN; ${structure()}`);
		const { db } = opened;
		db.run(
			sql`INSERT INTO file VALUES (1, ${file.rows}, ${file.sha256}, ${Number(file.isSynthetic)}, ${file.mapping})`
		);
		let place = 0;
		for (const { name, label, codes, missing, kind, data } of variables) {
			const listed = codes && JSON.stringify(codes);
			db.run(
				sql`INSERT INTO variables VALUES (${name}, ${place++}, ${label}, ${listed}, ${JSON.stringify(missing)}, ${kind}, ${Buffer.from(data.buffer, data.byteOffset, data.byteLength)})`
			);
		}
		opened.run('COMMIT;');
	} finally {
		opened.close();
	}
}

export function readRespondentFile(db: Database): RespondentFile {
	const row = db.get<{ rows: number; sha256: string; is_synthetic: number; mapping: string }>(
		sql`SELECT * FROM file`
	);
	const { rows, sha256, mapping } = row;
	return { rows, sha256, isSynthetic: row.is_synthetic === 1, mapping };
}

/** Every variable of the file in its order, without the values. */
export const listVariables = (db: Database): RespondentVariable[] =>
	db
		.all<{ name: string; label: string; codes: string | null; missing: string }>(
			sql`SELECT name, label, codes, missing FROM variables ORDER BY place`
		)
		.map(({ name, label, codes, missing }) => ({
			name,
			label,
			codes: codes && (JSON.parse(codes) as RespondentVariable['codes']),
			missing: JSON.parse(missing) as number[]
		})) as RespondentVariable[];

/** The values of one variable, one a respondent. @returns undefined if there is no such variable */
export function readColumn(
	db: Database,
	name: string
): { kind: ColumnKind; values: ColumnValues } | undefined {
	const row = db.get<{ kind: ColumnKind; data: Uint8Array } | undefined>(
		sql`SELECT kind, data FROM variables WHERE name = ${name}`
	);
	return row && { kind: row.kind, values: valuesOf(row.kind, row.data) };
}
