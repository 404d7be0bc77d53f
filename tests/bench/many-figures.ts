import { join } from 'node:path';
import { fill } from '#db/fill.ts';
import { checked, readPackage } from '#db/load.ts';
import { create, type Opened } from '#db/open.ts';
import { sql } from 'drizzle-orm';

/*
 * The real package many times over, for measuring: surveys and questions in copies of their own, each
 * copy's figures with the codes of that copy, so that facets, wordings and the search grow along.
 */

/** So many copies of the questions; of more figures than that, several copies ask the same. */
const mostQuestions = 100;

/** Tables whose rows are copied, and whether each copy of a question brings them or each of a survey. */
const copied: Record<string, 'question' | 'survey'> = {
	questions: 'question',
	answers: 'question',
	answer_parts: 'question',
	question_search: 'question',
	question_parts: 'question',
	surveys: 'survey',
	survey_sources: 'survey',
	items: 'survey',
	item_populations: 'survey',
	item_sources: 'survey',
	figures: 'survey',
	figure_sources: 'survey'
};

/**
 * The package with `times` as many figures.
 *
 * @param path a new file, or by default a database in memory
 */
export function manyFigures(times: number, path = ':memory:'): Opened {
	const source = readPackage(join(import.meta.dirname, '../../db/data'));
	const opened = create(path);
	const stamp = { day: source.schema.version, hash: source.hash };
	fill(opened, source.structure, checked(source), stamp);
	if (times < 2) return opened;
	opened.run('BEGIN; PRAGMA defer_foreign_keys = ON;');
	for (const [table, by] of Object.entries(copied)) opened.run(copy(opened, table, by, times));
	opened.run(`UPDATE data_version SET figures = (SELECT count(*) FROM figures); COMMIT;`);
	return opened;
}

function copy({ db }: Opened, table: string, by: 'question' | 'survey', times: number): string {
	const columns = db
		.all<{ name: string }>(sql.raw(`SELECT name FROM pragma_table_info('${table}')`))
		.map(({ name }) => name);
	const asked = `CASE WHEN k % ${mostQuestions} = 0 THEN '' ELSE '-' || k % ${mostQuestions} END`;
	const value = (name: string): string => {
		if (name === 'survey_id') return `survey_id || '-' || k`;
		if (name === 'question_id' || name === 'related_to') return `${name} || ${asked}`;
		if (name !== 'figure_id') return name;
		// A figure's id is its five codes; those of the survey and the question are the first two.
		return `substr(figure_id, 1, instr(figure_id, '~') - 1) || '-' || k || '~' ||
			substr(rest, 1, instr(rest, '~') - 1) || ${asked} || substr(rest, instr(rest, '~'))`;
	};
	const rest = columns.includes('figure_id')
		? `(SELECT *, substr(figure_id, instr(figure_id, '~') + 1) AS rest FROM ${table}) AS old`
		: `(SELECT * FROM ${table}) AS old`;
	const last = (by === 'question' ? Math.min(times, mostQuestions) : times) - 1;
	return `INSERT INTO ${table} (${columns.join()})
		WITH RECURSIVE copies(k) AS (SELECT 1 UNION ALL SELECT k + 1 FROM copies WHERE k < ${last})
		SELECT ${columns.map(value).join()} FROM copies CROSS JOIN ${rest};`;
}
