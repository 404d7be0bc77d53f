import { getTableColumns, sql } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { bare, fold } from './fold.ts';
import type { Opened } from './open.ts';
import type { Progress } from './progress.ts';
import { figureId, idOf, list, text, type PackageRow, type Tables } from './package/schema.ts';
import * as schema from './schema.ts';
import { sumsOfParts } from './sums.ts';
import { replaceTokens } from './tokens.ts';

/** SQLite takes 32,766 values in one statement; the widest table has 27 columns. */
const rowsAtOnce = 500;

type Values = Record<string, unknown>;

/** The data version as stored: day of the package and the start of its hash. */
export const versionOf = (day: string, hash: string): string => `${day}.${hash.slice(0, 12)}`;

/**
 * Fills an empty database with a checked package, in one transaction.
 *
 * @param structure text of schema.sql and search.sql
 * @throws what SQLite says when a constraint is broken; nothing is stored then
 */
export function fill(
	opened: Opened,
	structure: string,
	tables: Tables,
	stamp: { day: string; hash: string },
	progress?: Progress
): void {
	opened.run(structure);
	opened.run('BEGIN; PRAGMA defer_foreign_keys = ON;');
	const rows = (name: string): PackageRow[] => tables.get(name) ?? [];
	const sums = sumsOfParts(tables);
	const all: [SQLiteTable, Values[]][] = [
		...direct.map(([name, table]): [SQLiteTable, Values[]] => [
			table,
			rows(name).map(rowOf(table))
		]),
		[schema.figures, [...rows('figures'), ...sums].map(figureOf)],
		...linked.map(([name, table, valuesOf]): [SQLiteTable, Values[]] => [
			table,
			rows(name).flatMap(valuesOf)
		]),
		[schema.figureSources, sums.flatMap(figureSources)],
		[schema.withdrawn, rows('withdrawn').map(rowOf(schema.withdrawn))],
		[
			schema.dataVersion,
			[
				{
					one: 1,
					version: versionOf(stamp.day, stamp.hash),
					hash: stamp.hash,
					figures: rows('figures').length
				}
			]
		]
	];
	const total = all.reduce((sum, [, values]) => sum + values.length, 0);
	let done = 0;
	for (const [table, values] of all) {
		const insert = opened.db.insert(table).values(placeholders(table)).prepare();
		for (const [index, value] of values.entries()) {
			insert.run(value);
			if ((index + 1) % rowsAtOnce === 0) progress?.at(done + index + 1, total);
		}
		progress?.at((done += values.length), total);
	}
	fillSearch(opened, tables);
	opened.run('COMMIT;');
}

/** One place for a value per column, so that a statement is made once for all rows of its table. */
const placeholders = (table: SQLiteTable): Values =>
	Object.fromEntries(
		Object.keys(getTableColumns(table)).map((name) => [name, sql.placeholder(name)])
	);

/** Tables that take a resource's rows as they are. */
const direct: [string, SQLiteTable][] = [
	['sources', schema.sources],
	['surveys', schema.surveys],
	['questions', schema.questions],
	['answers', schema.answers],
	['clauses', schema.clauses],
	['titles', schema.titles],
	['populations', schema.populations],
	['groups', schema.groups],
	['items', schema.items],
	['conflicts', schema.conflicts],
	['readings', schema.readings],
	['claims', schema.claims],
	['claim_shifts', schema.claimShifts],
	['passages', schema.passages],
	['overlaps', schema.overlaps],
	['gaps', schema.gaps],
	['directions', schema.directions]
];

/** Tables made of the list columns of a resource. */
const linked: [string, SQLiteTable, (row: PackageRow) => Values[]][] = [
	['surveys', schema.surveySources, entries('source_ids', 'sourceId', { surveyId: 'survey_id' })],
	[
		'items',
		schema.itemSources,
		entries('source_ids', 'sourceId', { surveyId: 'survey_id', questionId: 'question_id' })
	],
	['items', schema.itemPopulations, askedIn],
	[
		'populations',
		schema.medianMembers,
		entries('members', 'memberId', { medianId: 'population_id' })
	],
	[
		'answers',
		schema.answerParts,
		entries('net_of', 'partId', { questionId: 'question_id', netId: 'answer_id' })
	],
	['figures', schema.figureSources, figureSources],
	[
		'directions',
		schema.directionSources,
		entries('source_ids', 'sourceId', {
			surveyId: 'survey_id',
			questionId: 'question_id',
			populationId: 'population_id',
			answerId: 'answer_id'
		})
	],
	['readings', schema.readingFigures, figureLinks('sourceId', 'source_id')],
	['claims', schema.claimFigures, figureLinks('claimId', 'claim_id')],
	['passages', schema.passageClaims, entries('claim_ids', 'claimId', { passageId: 'passage_id' })]
];

/** Property names of the table, values of the columns of the same name; `sort` is the place in the file. */
function rowOf(table: SQLiteTable): (row: PackageRow, index: number) => Values {
	const columns = Object.entries(getTableColumns(table));
	return (row, index) =>
		Object.fromEntries(
			columns.map(([property, column]) => [
				property,
				column.name === 'sort' ? (row.cells['sort'] ?? index + 1) : row.cells[column.name]
			])
		);
}

const figureColumns = rowOf(schema.figures);
const figureOf = (row: PackageRow, index: number): Values => ({
	...figureColumns(row, index),
	figureId: idOf(row),
	leadSourceId: list(row, 'source_ids')[0]
});

function figureSources(row: PackageRow): Values[] {
	return list(row, 'source_ids').map((sourceId, index) => ({
		figureId: idOf(row),
		sourceId,
		sort: index + 1
	}));
}

/** One row an entry of a list column, with the codes of the row it belongs to. */
function entries(column: string, property: string, codes: Record<string, string>) {
	return (row: PackageRow): Values[] =>
		list(row, column).map((entry, index) => ({
			...Object.fromEntries(Object.entries(codes).map(([name, from]) => [name, row.cells[from]])),
			[property]: entry,
			sort: index + 1
		}));
}

function figureLinks(property: string, column: string) {
	return (row: PackageRow): Values[] =>
		list(row, 'figures').map((key, index) => ({
			[property]: row.cells[column],
			figureId: figureId(key),
			sort: index + 1
		}));
}

function askedIn(row: PackageRow): Values[] {
	const codes = { surveyId: row.cells['survey_id'], questionId: row.cells['question_id'] };
	return [
		...list(row, 'asked_in').map((populationId) => ({ ...codes, populationId, asked: 'yes' })),
		...list(row, 'not_asked_in').map((populationId) => ({ ...codes, populationId, asked: 'no' }))
	];
}

/** What a reader may look for: titles, wordings and answers of every question, and the statements, in both languages. */
function fillSearch({ db }: Opened, tables: Tables): void {
	const of = (name: string, question: string) =>
		(tables.get(name) ?? []).filter((row) => row.cells['question_id'] === question);
	for (const row of tables.get('questions') ?? []) {
		const id = text(row, 'question_id');
		const texts = (['en', 'de'] as const).map((lang) => {
			const words = (name: string, column: string) =>
				[...new Set(of(name, id).map((each) => each.cells[`${column}_${lang}`] ?? ''))].join(' ');
			const parts = [
				text(row, `short_title_${lang}`),
				words('items', 'wording'),
				words('answers', 'label')
			];
			const [title = '', wording = '', answers = ''] = parts.map(fold);
			db.run(sql`INSERT INTO question_search (question_id, lang, title, wording, answers) VALUES (
				${id}, ${lang}, ${title}, ${wording}, ${answers})`);
			return parts.join(' ');
		});
		db.run(sql`INSERT INTO question_parts (question_id, body) VALUES (${id}, ${partsOf(texts)})`);
	}
	for (const row of tables.get('claims') ?? []) {
		const id = text(row, 'claim_id');
		const texts = (['en', 'de'] as const).map((lang) =>
			replaceTokens(text(row, `claim_${lang}`), () => ' ')
		);
		for (const [index, lang] of ['en', 'de'].entries())
			db.run(sql`INSERT INTO claim_search (claim_id, lang, claim) VALUES (
				${id}, ${lang}, ${fold(texts[index] ?? '')})`);
		db.run(sql`INSERT INTO claim_parts (claim_id, body) VALUES (${id}, ${partsOf(texts)})`);
	}
}

/** Texts as they are searched for parts of words: with umlauts written out and with plain letters. */
const partsOf = (texts: string[]): string =>
	[...new Set(texts.flatMap((each) => [fold(each), bare(each)]))].join(' ');
