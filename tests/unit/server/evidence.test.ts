import { describe, expect, test } from 'vitest';
import { directions, figures } from '#db/schema.ts';
import { listCorrections, movedQuestion } from '#lib/server/pages/corrections.ts';
import { comparisonsOf } from '#lib/server/explore/compare.ts';
import { getTogether } from '#lib/server/pages/together.ts';
import { usualAssumptions } from '#lib/view/assumptions.ts';
import { sentenceOf } from '#lib/formats/cite/sentence.ts';
import { getFigure } from '#lib/server/pages/figures.ts';
import { getResult } from '#lib/server/pages/question.ts';
import { getRegions } from '#lib/server/pages/regions.ts';
import { isDirection } from '#lib/view/row.ts';
import { langs } from '#lib/words/lang.ts';
import { readCsv } from '../../fixtures/data-package.ts';
import { realDatabase } from '../../fixtures/real.ts';
import { tidyTable } from '../../fixtures/tidy-table.ts';

const db = realDatabase();
const context = { permalink: 'https://example.org', dataVersion: 'v' };

describe('A net of which only the parts are printed', () => {
	const csv = (name: string): Record<string, string>[] => {
		const { header, rows } = readCsv(name);
		return rows.map((row) => Object.fromEntries(header.map((key, at) => [key, row[at] ?? ''])));
	};
	const printed = new Map(
		csv('figures.csv').map((row) => [
			[
				row['survey_id'],
				row['question_id'],
				row['population_id'],
				row['group_id'],
				row['answer_id']
			].join('~'),
			row
		])
	);
	const parts = new Map(
		csv('answers.csv')
			.filter((row) => row['net_of'])
			.map((row) => [`${row['question_id']}~${row['answer_id']}`, row['net_of']!.split(';')])
	);
	const partsOf = (id: string) => {
		const [survey, question, population, group, answer] = id.split('~');
		return (parts.get(`${question}~${answer}`) ?? []).map((part) =>
			printed.get([survey, question, population, group, part].join('~'))
		);
	};
	const sums = db
		.select()
		.from(figures)
		.all()
		.filter(({ status }) => status === 'sum_of_parts');

	test('is their sum, wherever it is missing and both are there, and nowhere else', () => {
		for (const { figureId, pct } of sums) {
			expect(printed.has(figureId), figureId).toBe(false);
			const [one, two] = partsOf(figureId);
			expect(pct, figureId).toBe(Number(one!['pct']) + Number(two!['pct']));
		}
		const expected = new Set<string>();
		for (const id of printed.keys()) {
			const [survey, question, population, group] = id.split('~');
			for (const key of parts.keys()) {
				const [of, answer] = key.split('~');
				const net = [survey, question, population, group, answer].join('~');
				const both = partsOf(net).every((row) => row && row['pct'] !== '');
				if (of === question && !printed.has(net) && both) expected.add(net);
			}
		}
		expect(new Set(sums.map(({ figureId }) => figureId))).toEqual(expected);
		expect(expected.size).toBeGreaterThan(0);
	});

	test('says what it is on its page, in a sentence and in a file, with the parts beside it', () => {
		const id = 'pew-2015-spring~view-of-us~deu~all~favorable';
		const [one, two] = partsOf(id);
		const { row, dictionary } = getFigure(db, id)!;
		for (const lang of langs) {
			expect(row.note![lang]).toContain(one!['pct']!);
			expect(row.note![lang]).toContain(two!['pct']!);
			expect(sentenceOf(row, dictionary, lang)).toMatch(/a point off|einen Punkt/);
		}
		const { columns, records } = tidyTable([row], { ...context, dictionary });
		const cell = (name: string) => records[0]![columns.findIndex((each) => each.name === name)];
		expect([cell('status'), cell('note')]).toEqual(['sum_of_parts', row.note!.en]);
	});
});

describe('A direction without a number', () => {
	const stated = db.select().from(directions).all();

	test('is no number anywhere, and stands in every file as what it is', () => {
		expect(stated.length).toBeGreaterThan(0);
		for (const { surveyId, questionId, populationId, answerId, higherGroupId } of stated) {
			const query = new URLSearchParams(`by=region&survey=${surveyId}`);
			const { rows, dictionary } = getResult(db, questionId, query, 'en')!;
			const sides = rows.filter(
				(row) =>
					row.survey === surveyId &&
					row.answer === answerId &&
					row.population === populationId &&
					['east', 'west'].includes(row.group)
			);
			expect(sides).toHaveLength(2);
			const said = sides.filter(({ absence }) => isDirection(absence));
			expect(said.length).toBeGreaterThan(0);
			const { columns, records } = tidyTable(said, { ...context, dictionary });
			const column = (name: string) =>
				records.map((record) => record[columns.findIndex((each) => each.name === name)]);
			expect(new Set(column('absence'))).toEqual(new Set([`higher_in_${higherGroupId}`]));
			expect(new Set(column('pct'))).toEqual(new Set([null]));
			expect(column('source_title').every(Boolean)).toBe(true);
		}
	});

	test('stands before any figure of another year, on the question and on East and West', () => {
		const { rows } = getResult(db, 'defend-nato-ally', new URLSearchParams('by=region'), 'en')!;
		const first = rows.findIndex(({ absence }) => isDirection(absence));
		const otherYear = rows.findIndex(({ role }) => role === 'nearest');
		expect(first).toBeGreaterThanOrEqual(0);
		expect(otherYear).toBeGreaterThan(first);
		const regions = getRegions(db, new URLSearchParams(), 'en');
		const line = regions.rows.filter(({ absence }) => isDirection(absence));
		expect(line.map(({ question }) => question)).toContain('defend-nato-ally');
	});

	test('is a sentence of its own in both languages', () => {
		const { row, dictionary } = getFigure(db, 'pew-2015-spring~defend-nato-ally~deu~west~should')!;
		expect(sentenceOf(row, dictionary, 'en')).toMatch(
			/^More people in West than in East Germany answered “Should use military force”; the institute says so without a number \(/
		);
		expect(sentenceOf(row, dictionary, 'de')).toMatch(
			/^„Sollte militärische Gewalt einsetzen“ antworteten in Westdeutschland mehr Menschen als in Ostdeutschland; so schreibt es das Institut, ohne Zahl \(/
		);
	});
});

describe('A sum of printed parts was rounded twice', () => {
	const sums = db
		.select()
		.from(figures)
		.all()
		.filter(
			({ status, surveyId, populationId }) =>
				status === 'sum_of_parts' && surveyId === 'pew-2015-spring' && populationId === 'fra'
		);

	test('two answers together allow for it', () => {
		const [sum] = sums;
		const query = new URLSearchParams({
			from: 'pew-2015-spring~fra~all',
			a: `${sum!.questionId}~${sum!.answerId}`,
			b: 'defend-nato-ally~should-not'
		});
		const { limits, rows } = getTogether(db, query)!;
		const [a, b] = rows.map(({ pct }) => pct ?? NaN);
		expect(limits!.said.both.low).toBeCloseTo(Math.max(0, a! - 1 + b! - 0.5 - 100), 6);
		expect(limits!.said.both.high).toBeCloseTo(Math.min(a! + 1, b! + 0.5), 4);
	});

	test('two pinned cells say how far their difference may be off', () => {
		const row = (id: string) => getFigure(db, id)!.row;
		const pair = [row(sums[0]!.figureId), row('pew-2015-spring~defend-nato-ally~fra~all~should')];
		expect(comparisonsOf(db, pair, usualAssumptions)[0]!.cautions).toContain('sum');
	});
});

describe('What was taken back', () => {
	const corrections = listCorrections(db);
	const withdrawn = readCsv('withdrawn.csv');

	test.each(langs)('is told with both numbers, in words and not in codes (%s)', (lang) => {
		expect(corrections).toHaveLength(withdrawn.rows.length);
		const at = withdrawn.header.indexOf('pct_before');
		for (const { figure, before, after, reason } of corrections) {
			const old = withdrawn.rows.find(([id]) => id === figure)![at];
			expect(before[lang], figure).toMatch(new RegExp(`^${old}\\s?%`));
			expect(after?.[lang], figure).toMatch(/^\d+\s?%/);
			for (const text of [before[lang], after![lang], reason[lang]])
				expect(text, figure).not.toMatch(/~|pew-|koerber-|ard-|-threat|[a-z]+-[a-z]+-[a-z]+/);
		}
	});

	test('leads from a question that no longer stands alone to the one it became part of', () => {
		expect(movedQuestion(db, 'russia-no-threat-to-germany')?.id).toBe(
			'russia-military-threat-germany'
		);
		expect(movedQuestion(db, 'defend-nato-ally')).toBeUndefined();
		expect(movedQuestion(db, 'constructor')).toBeUndefined();
	});
});
