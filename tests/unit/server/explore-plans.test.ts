import { sql, type SQL } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Database } from '#db/open.ts';
import { figuresQuery } from '#lib/server/facets/figure-index.ts';
import { getExplore } from '#lib/server/explore/explore.ts';
import { sharesQuery } from '#lib/server/explore/measures.ts';
import { claimSearch, questionSearch } from '#lib/server/search/search.ts';
import { readById } from '#lib/server/data/rows.ts';
import { manyFigures } from '../../bench/many-figures.ts';

const { db } = manyFigures(20);

/** Every statement that a call sends, each with its plan. */
function plansOf(call: (watched: Database) => unknown): string[] {
	const { $client } = db as Database & {
		$client: { prepare(text: string): object };
	};
	const texts = new Set<string>();
	const prepare = $client.prepare.bind($client);
	$client.prepare = (text) => {
		texts.add(text);
		return prepare(text);
	};
	try {
		call(db);
	} finally {
		$client.prepare = prepare;
	}
	return [...texts].flatMap((text) => {
		const bound = text.replace(/\?/g, `''`);
		return db
			.all<{ detail: string }>(sql.raw(`EXPLAIN QUERY PLAN ${bound}`))
			.map(({ detail }) => detail);
	});
}

const plan = (query: SQL): string[] =>
	db.all<{ detail: string }>(sql`EXPLAIN QUERY PLAN ${query}`).map(({ detail }) => detail);

/**
 * A whole table read from end to end. The virtual tables of the search say SCAN for an index, and so does
 * the list of ids that a statement is handed.
 */
const scans = (plans: string[]): string[] =>
	plans.filter(
		(detail) =>
			/^SCAN /.test(detail) &&
			!/VIRTUAL TABLE INDEX \d+:(M|.)/.test(detail) &&
			detail !== 'SCAN json_each VIRTUAL TABLE INDEX 1:'
	);

test('figures are read by the key of their question, and sorted by it', () => {
	const plans = plansOf((watched) =>
		figuresQuery(watched).prepare().values({ question: 'view-of-nato' })
	);
	expect(plans.join()).toContain('SEARCH figures USING INDEX figure_key (question_id=?)');
	expect(plans.join()).not.toContain('TEMP B-TREE');
	expect(scans(plans)).toEqual([]);
});

test('numbers and rows are read by their ids', () => {
	expect(plan(sharesQuery(db, ['a', 'b']).getSQL()).join()).toMatch(
		/SEARCH figures USING INDEX \S+ \(figure_id=\?\)/
	);
	const plans = plansOf((watched) => readById(watched, ['a', 'b']));
	expect(plans.length).toBeGreaterThan(2);
	expect(scans(plans)).toEqual([]);
});

test('the search asks the full-text index', () => {
	for (const query of [questionSearch('"nato"*'), claimSearch('"nato"*')]) {
		const plans = plan(query);
		expect(plans[0]).toMatch(/VIRTUAL TABLE INDEX \d+:.*M/);
	}
});

test('no filter, measure or search reads a whole table', () => {
	const queries = [
		'country=deu',
		'answer=headline&survey=pew-2015-spring',
		'question=defend-nato-ally&rows=country',
		'measure=gap&survey=pew-2017-spring',
		'measure=net&question=defend-nato-ally',
		'measure=median&survey=pew-2015-spring',
		'measure=rank&survey=pew-2015-spring',
		'q=nato&country=deu',
		'pin=pew-2015-spring~defend-nato-ally~deu~all~should&cell=pew-2015-spring~view-of-nato~deu~all~favorable'
	];
	for (const query of queries) getExplore(db, new URLSearchParams(query), 'en');
	let read = 0;
	for (const query of queries) {
		const plans = plansOf((watched) => getExplore(watched, new URLSearchParams(query), 'de'));
		read += plans.length;
		expect(scans(plans), query).toEqual([]);
	}
	expect(read).toBeGreaterThan(20);
});
