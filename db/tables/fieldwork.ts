import { sql } from 'drizzle-orm';
import {
	check,
	integer,
	primaryKey,
	real,
	sqliteTable,
	text,
	unique
} from 'drizzle-orm/sqlite-core';
import { sourceKinds, modes, populationKinds, dimensions } from '../codes.ts';
import { oneOf } from '../constraints.ts';

/* Where it was seen, who asked, and whom: sources, surveys, populations, groups. */

/** One row is one source: a chart, a report, an extract or a press item in which a figure, a wording or a reading was seen. */
export const sources = sqliteTable(
	'sources',
	{
		sourceId: text('source_id').primaryKey(),
		kind: text('kind', { enum: sourceKinds }).notNull(),
		title: text('title'),
		publisher: text('publisher'),
		author: text('author'),
		date: text('date'),
		url: text('url'),
		transcriptionEn: text('transcription_en'),
		transcriptionDe: text('transcription_de'),
		noteEn: text('note_en'),
		noteDe: text('note_de'),
		titleLang: text('title_lang')
	},
	() => [
		check('source_kind', oneOf('kind', sourceKinds)),
		check('source_named', sql.raw('title IS NOT NULL OR publisher IS NOT NULL'))
	]
);

/** The column that names a source on record. */
export const sourceId = () =>
	text('source_id')
		.notNull()
		.references(() => sources.sourceId);

/** One row is one survey wave: one institute, one field period. */
export const surveys = sqliteTable(
	'surveys',
	{
		surveyId: text('survey_id').primaryKey(),
		organisation: text('organisation').notNull(),
		sponsorEn: text('sponsor_en'),
		sponsorDe: text('sponsor_de'),
		titleEn: text('title_en').notNull(),
		titleDe: text('title_de').notNull(),
		year: integer('year').notNull(),
		fieldworkStart: text('fieldwork_start'),
		fieldworkEnd: text('fieldwork_end'),
		fieldworkNoteEn: text('fieldwork_note_en'),
		fieldworkNoteDe: text('fieldwork_note_de'),
		targetPopulationEn: text('target_population_en'),
		targetPopulationDe: text('target_population_de'),
		modeGermany: text('mode_germany', { enum: modes }),
		nTotal: integer('n_total'),
		nGermany: integer('n_germany'),
		moeMinPts: real('moe_min_pts'),
		moeMaxPts: real('moe_max_pts'),
		moeGermanyPts: real('moe_germany_pts'),
		moeNoteEn: text('moe_note_en'),
		moeNoteDe: text('moe_note_de'),
		eastWestDefinitionEn: text('east_west_definition_en'),
		eastWestDefinitionDe: text('east_west_definition_de'),
		reportTitle: text('report_title'),
		reportUrl: text('report_url'),
		notesEn: text('notes_en'),
		notesDe: text('notes_de')
	},
	() => [
		check('survey_mode', oneOf('mode_germany', modes)),
		check('survey_n', sql.raw('n_total > 0 AND n_germany > 0'))
	]
);

/** Which sources a survey's record rests on. No row: the load refuses the survey. */
export const surveySources = sqliteTable(
	'survey_sources',
	{
		surveyId: text('survey_id')
			.notNull()
			.references(() => surveys.surveyId),
		sourceId: sourceId(),
		sort: integer('sort').notNull()
	},
	(t) => [primaryKey({ columns: [t.surveyId, t.sourceId] })]
);

/** One row is one country or one median of countries. */
export const populations = sqliteTable(
	'populations',
	{
		populationId: text('population_id').primaryKey(),
		sort: integer('sort').notNull(),
		kind: text('kind', { enum: populationKinds }).notNull(),
		labelEn: text('label_en').notNull(),
		labelDe: text('label_de').notNull(),
		inEn: text('in_en').notNull(),
		inDe: text('in_de').notNull(),
		noteEn: text('note_en'),
		noteDe: text('note_de')
	},
	() => [check('population_kind', oneOf('kind', populationKinds))]
);

/** The column that names a population on record. */
export const populationId = () =>
	text('population_id')
		.notNull()
		.references(() => populations.populationId);

/** Which countries a median is of. No row for a median: its list of countries is not known. */
export const medianMembers = sqliteTable(
	'median_members',
	{
		medianId: text('median_id')
			.notNull()
			.references(() => populations.populationId),
		memberId: text('member_id')
			.notNull()
			.references(() => populations.populationId)
	},
	(t) => [primaryKey({ columns: [t.medianId, t.memberId] })]
);

/** One row is one subgroup of the people asked; all is everybody. */
export const groups = sqliteTable(
	'groups',
	{
		dimension: text('dimension', { enum: dimensions }).notNull(),
		groupId: text('group_id').primaryKey(),
		sort: integer('sort').notNull(),
		populationId: text('population_id').references(() => populations.populationId),
		labelEn: text('label_en').notNull(),
		labelDe: text('label_de').notNull(),
		inEn: text('in_en').notNull(),
		inDe: text('in_de').notNull(),
		definitionEn: text('definition_en'),
		definitionDe: text('definition_de'),
		noteEn: text('note_en'),
		noteDe: text('note_de')
	},
	(t) => [
		unique('group_dimension').on(t.dimension, t.groupId),
		check('group_dimension_code', oneOf('dimension', dimensions))
	]
);
