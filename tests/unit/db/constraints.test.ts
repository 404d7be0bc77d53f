import { sql } from 'drizzle-orm';
import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { fill } from '#db/fill.ts';
import { create, type Opened } from '#db/open.ts';
import { check } from '../../fixtures/data-package.ts';

/* What the database itself refuses, whichever way a row comes. */

let opened: Opened;

beforeAll(() => {
	opened = create(':memory:');
	const structure = ['schema.sql', 'search.sql']
		.map((name) => readFileSync(new URL(`../../../db/${name}`, import.meta.url), 'utf8'))
		.join('\n');
	fill(opened, structure, check().tables, { day: '2026-11-24', hash: '0'.repeat(64) });
	// A load never rolls back and keeps no journal for it; these tests do nothing else.
	opened.run('PRAGMA journal_mode = MEMORY');
});

/** Runs statements as one transaction that is taken back. @returns what SQLite says against them */
function complaintAbout(statements: string): string | undefined {
	opened.run('BEGIN; PRAGMA defer_foreign_keys = ON; SAVEPOINT here;');
	try {
		opened.run(statements);
		// Whether a deferred key is broken shows at the commit only.
		return opened.db.all(sql`PRAGMA foreign_key_check`).length > 0 ? 'FOREIGN KEY' : undefined;
	} catch (error) {
		return (error as Error).message;
	} finally {
		opened.run('ROLLBACK;');
	}
}

const deu = {
	figure_id: "'pew-2015-spring~defend-nato-ally~deu~east~should'",
	survey_id: "'pew-2015-spring'",
	question_id: "'defend-nato-ally'",
	population_id: "'deu'",
	dimension: "'region'",
	group_id: "'east'",
	answer_id: "'should'",
	pct: '30',
	absence: 'NULL',
	status: "'published'",
	confidence: "'high'",
	n: 'NULL',
	ci95_low: 'NULL',
	ci95_high: 'NULL',
	lead_source_id: "'pew-oc-5983'"
};
const source =
	`INSERT INTO figure_sources (figure_id, source_id, sort) VALUES (${deu.figure_id}, ` +
	`${deu.lead_source_id}, 1);`;

/** A figure that the package does not have, with other values in some columns, and its source. */
function figure(changed: Partial<typeof deu>, sources = source): string {
	const row = { ...deu, ...changed };
	const columns = Object.keys(row).join();
	return `INSERT INTO figures (${columns}) VALUES (${Object.values(row).join()}); ${sources}`;
}

test('A sound figure can be stored', () => {
	expect(complaintAbout(figure({}))).toBeUndefined();
	expect(complaintAbout(figure({ pct: 'NULL', absence: "'suppressed'" }))).toBeUndefined();
});

// prettier-ignore
test.each<[string, string, string]>([
	['of 101 per cent', figure({ pct: '101' }), 'figure_pct'],
	['below nothing', figure({ pct: '-0.1' }), 'figure_pct'],
	['with a number and an absence', figure({ absence: "'suppressed'" }), 'figure_pct_or_absence'],
	['with neither', figure({ pct: 'NULL' }), 'figure_pct_or_absence'],
	['with an unknown absence', figure({ pct: 'NULL', absence: "'lost'" }), 'figure_absence'],
	['with an unknown status', figure({ status: "'guessed'" }), 'figure_status'],
	['without status', figure({ status: 'NULL' }), 'NOT NULL constraint failed: figures.status'],
	['with an unknown confidence', figure({ confidence: "'sure'" }), 'figure_confidence'],
	['with limits the wrong way round', figure({ ci95_low: '40', ci95_high: '20' }), 'figure_interval'],
	['of fewer than no people', figure({ n: '-1' }), 'figure_n'],
	['without source', figure({}, ''), 'FOREIGN KEY'],
	['without a source to cite', figure({ lead_source_id: 'NULL' }), 'NOT NULL constraint failed: figures.lead_source_id'],
	['of a source nobody knows', figure({ lead_source_id: "'x'" }, source.replace('pew-oc-5983', 'x')), 'FOREIGN KEY'],
	['whose id is not its key', figure({ answer_id: "'should-not'" }), 'figure_id_is_key'],
	['without wording record', figure({ survey_id: "'pew-1991'", figure_id: "'pew-1991~defend-nato-ally~deu~east~should'" }, ''), 'FOREIGN KEY'],
	['of another dimension than its group', figure({ dimension: "'gender'" }), 'FOREIGN KEY'],
	['that is there already', 'INSERT INTO figures SELECT * FROM figures LIMIT 1', 'UNIQUE constraint failed']
])('A figure %s cannot be stored', (_, statements, complaint) => {
	expect(complaintAbout(statements)).toContain(complaint);
});

test('A figure that a claim rests on cannot be deleted', () => {
	const resting = 'SELECT figure_id FROM claim_figures';
	expect(complaintAbout(`DELETE FROM figures WHERE figure_id IN (${resting})`)).toBe('FOREIGN KEY');
});

// prettier-ignore
test.each<[string, string, string]>([
	['A source without title and publisher', 'UPDATE sources SET title = NULL, publisher = NULL', 'source_named'],
	['A source of an unknown kind', "UPDATE sources SET kind = 'rumour'", 'source_kind'],
	['A survey by pigeon', "UPDATE surveys SET mode_germany = 'pigeon'", 'survey_mode'],
	['A survey of nobody', 'UPDATE surveys SET n_total = 0', 'survey_n'],
	['A question of no topic', "UPDATE questions SET topic = 'weather'", 'question_topic'],
	['A question whose headline answer it does not have', "UPDATE questions SET headline_answer = 'x'", 'FOREIGN KEY'],
	['A wording that was seen and not seen', "UPDATE items SET wording_status = 'not_seen'", 'item_wording_seen'],
	['A wording in one language', 'UPDATE items SET wording_de = NULL', 'item_wording_both'],
	['A German wording of unknown origin', 'UPDATE items SET wording_de_origin = NULL', 'item_wording_marked'],
	['Two answers in one place', 'UPDATE answers SET sort = 1', 'UNIQUE constraint failed'],
	['An answer of an unknown kind', "UPDATE answers SET kind = 'joke'", 'answer_kind'],
	['A net of an answer that is not there', "UPDATE answer_parts SET part_id = part_id || 'x'", 'FOREIGN KEY'],
	['A misprint of more than all', 'UPDATE conflicts SET printed_pct = 101', 'conflict_printed'],
	['A misprint of an unknown kind', "UPDATE conflicts SET kind = 'lie'", 'conflict_kind'],
	['A reading of an unknown stance', "UPDATE readings SET stance_code = 'x'", 'reading_stance'],
	['A claim of an unknown relation', "UPDATE claims SET relation = 'x'", 'claim_relation'],
	['A shift of an unknown aspect', "UPDATE claim_shifts SET aspect = 'x'", 'shift_aspect'],
	['A text without its German', 'UPDATE claims SET claim_de = NULL', 'NOT NULL constraint failed: claims.claim_de'],
	['An overlap with its questions in another order', "INSERT INTO overlaps SELECT 'pew-2015-spring', 'deu', 'us-would-defend-ally', 'would', 'defend-nato-ally', 'should', 30, NULL, 1000, 900, 1, 28, 32, 'wilson', source_id FROM sources LIMIT 1", 'overlap_order'],
	['An overlap without number and reason', "INSERT INTO overlaps SELECT 'pew-2015-spring', 'deu', 'defend-nato-ally', 'should', 'us-would-defend-ally', 'would', NULL, NULL, 1000, NULL, NULL, NULL, NULL, NULL, source_id FROM sources LIMIT 1", 'overlap_pct_or_absence'],
	['A gap without degrees of freedom', "INSERT INTO gaps SELECT 'pew-2015-spring', 'defend-nato-ally', 'deu', 'should', -9, 4, 0, source_id FROM sources LIMIT 1", 'gap_error'],
	['A second data version', "INSERT INTO data_version VALUES (2, 'x', 'x', 0)", 'only_one']
])('%s cannot be stored', (_, statements, complaint) => {
	expect(complaintAbout(statements)).toContain(complaint);
});
