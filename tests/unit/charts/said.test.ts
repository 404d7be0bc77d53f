import { describe, expect, test } from 'vitest';
import { chartOf } from '#lib/charts/index.ts';
import { getCatalog } from '#lib/server/data/catalog.ts';
import { wholeDictionary } from '#lib/server/data/dictionary.ts';
import { getResult } from '#lib/server/pages/question.ts';
import type { QuestionView } from '#lib/view/result.ts';
import type { DataPoint } from '#lib/view/row.ts';
import { layouts } from '#lib/view/view.ts';
import { langs, type Lang } from '#lib/words/lang.ts';
import { realDatabase } from '../../fixtures/real.ts';

/*
 * What is said of a view is held against the rows of the whole data set, not against the view: a sentence
 * that is true of what a filter left over may be false. The set: every core question, every layout, and
 * the choices that a reader makes, in both languages.
 */

const db = realDatabase();
const { questions, populations, groups } = wholeDictionary(db);
const core = Object.values(questions)
	.filter(({ role }) => role === 'core')
	.map(({ id }) => id);
const others = ['ties-us-or-russia', 'germany-military-role', 'take-part-if-member-attacked'];

/** Queries of a question: nothing chosen, one or two countries, one side, one group, one answer, one wave. */
function choices(question: string): string[] {
	const { present, answers, surveys } = getCatalog(db, question)!;
	const of = (key: 'population' | 'group') => [...new Set(present.map((cell) => cell[key]))];
	const countries = of('population').filter((id) => populations[id]?.kind === 'country');
	const some = [countries.slice(0, 2), countries.slice(-3), countries.slice(0, 1)];
	return [
		'',
		...some.filter((list) => list.length > 0).map((list) => `country=${list.join()}`),
		...of('group')
			.slice(0, 8)
			.map((group) => `group=${group}`),
		`answer=${answers[0]?.id}`,
		`answer=${answers.at(-1)?.id}`,
		`survey=${surveys.at(-1)}`
	];
}

interface Case {
	view: QuestionView;
	lang: Lang;
	title: string;
	/** Title, subtitle, alternative texts, foot. */
	all: string;
	at: string;
}

const cases: Case[] = [...core, ...others].flatMap((question) =>
	layouts.flatMap((by) =>
		choices(question).flatMap((choice) =>
			langs.map((lang): Case => {
				const view = getResult(db, question, new URLSearchParams(`by=${by}&${choice}`), lang)!;
				const { title, subtitle, alt, brief, foot } = chartOf(view, lang);
				const all = [title, subtitle, alt, brief, ...foot].join('\n');
				return { view, lang, title, all, at: `/${lang}/questions/${question}?by=${by}&${choice}` };
			})
		)
	)
);

const superlative = /most often|am häufigsten|the highest share|der höchste Wert/;

/** Every number of the question on record, as one survey, group and answer has it. */
const published = (row: DataPoint) =>
	getCatalog(db, row.question)!.present.filter(
		({ survey, group, answer }) =>
			survey === row.survey && group === row.group && answer === row.answer
	);

test('the set is large enough to mean something', () => {
	expect(cases.length).toBeGreaterThan(2000);
	expect(cases.filter(({ title }) => superlative.test(title)).length).toBeGreaterThan(50);
});

describe('no sentence says more than the rows', () => {
	test('a superlative without “of the … chosen” looks at all that was published', () => {
		const bold = cases.filter(
			({ title }) => superlative.test(title) && !/of the \d+ chosen|den \d+ gewählten/.test(title)
		);
		const wrong = bold.filter(({ view }) => {
			const main = view.rows.filter(({ role, pct }) => role === 'main' && pct !== null);
			const shown = new Set(main.map(({ population }) => population));
			const first = main[0]!;
			return (
				view.view.by === 'country' &&
				published(first).some(
					({ population }) => populations[population]?.kind === 'country' && !shown.has(population)
				)
			);
		});
		expect(wrong.map(({ at, title }) => `${at}: ${title}`)).toEqual([]);
	});

	test('nothing that is on record is denied', () => {
		const denials =
			/for (East|West) Germany no figure was published|für (Ost|West)deutschland ist kein Wert veröffentlicht/;
		const wrong = cases.filter(({ view, title }) => {
			const found = denials.exec(title);
			if (!found) return false;
			const side = /East|Ost/.test(found[1] ?? found[2] ?? '') ? 'east' : 'west';
			const first = view.rows.find(({ role, group }) => role === 'main' && group !== 'all')!;
			const known = view.rows.find(({ pct, group }) => pct !== null && group !== 'all')!;
			return getCatalog(db, first.question)!.present.some(
				({ survey, group, answer }) =>
					survey === known.survey && group === side && answer === known.answer
			);
		});
		expect(wrong.map(({ at, title }) => `${at}: ${title}`)).toEqual([]);
		const none = cases.filter(
			({ title, view }) =>
				/no separate figures for East|keine getrennten Werte für Ost/.test(title) &&
				getCatalog(db, view.question)!.present.some(
					({ survey, group }) =>
						view.view.survey.includes(survey) && (group === 'east' || group === 'west')
				)
		);
		expect(none.map(({ at }) => at)).toEqual([]);
	});

	test('“No published figures …” is said of no view that has one', () => {
		const wrong = cases.filter(
			({ title, view }) =>
				/no published figures|keine veröffentlichten Werte/i.test(title) &&
				view.rows.some(({ pct, role }) => pct !== null && role === 'main')
		);
		expect(wrong.map(({ at }) => at)).toEqual([]);
	});

	test('what lacks to 100 was left out by the reader, or is a median of its own: then it is not called unpublished', () => {
		const wrong = cases.filter(({ view, all }) => {
			if (!/missing to 100|zu 100 fehlt/.test(all)) return false;
			const { answers, present } = getCatalog(db, view.question)!;
			const isMedian = view.rows.some(
				({ population }) => populations[population]?.kind === 'median'
			);
			const hidden = answers.filter(
				({ id, kind }) =>
					(kind === 'dont_know' || kind === 'volunteered') &&
					!view.view.answer.includes(id) &&
					present.some(
						(cell) =>
							cell.answer === id &&
							view.view.survey.includes(cell.survey) &&
							view.view.country.includes(cell.population) &&
							view.view.group.includes(cell.group)
					)
			);
			return isMedian || hidden.length > 0;
		});
		expect(wrong.map(({ at }) => at)).toEqual([]);
	});
});

describe('who is spoken of', () => {
	test('a group is never called by its country alone', () => {
		const wrong = cases.filter(({ view, title, all, lang }) => {
			const main = view.rows.filter(({ role }) => role === 'main');
			const [group] = view.view.group;
			if (view.view.group.length !== 1 || !group || group === 'all' || main.length === 0)
				return false;
			const name = groups[group]!;
			const spokenOf = [name.in[lang], name.label[lang]].some((each) =>
				title.toLowerCase().includes(each.toLowerCase())
			);
			const isEmpty = main.every(({ pct }) => pct === null);
			return (!spokenOf && !isEmpty) || !all.includes(name.label[lang]);
		});
		expect(wrong.map(({ at, title }) => `${at}: ${title}`)).toEqual([]);
	});

	test('every share in a title is a number of the view', () => {
		const wrong = cases.filter(({ view, title }) => {
			const numbers = [...title.matchAll(/(\d+)(?:%|\u00a0%|\u00a0Prozent)/g)].map(([, n]) =>
				Number(n)
			);
			const own = new Set(view.rows.map(({ pct }) => (pct === null ? NaN : Math.floor(pct + 0.5))));
			return numbers.some((each) => !own.has(each));
		});
		expect(wrong.map(({ at, title }) => `${at}: ${title}`)).toEqual([]);
	});

	test('the text beside a table is short and begins with the finding', () => {
		for (const { view, title, lang, at } of cases) {
			const { brief } = chartOf(view, lang);
			expect(brief.length, at).toBeLessThanOrEqual(320);
			expect(brief.startsWith(title.slice(0, 150)), at).toBe(true);
		}
	});
});

test('the fifteen findings written by hand are what their questions open with, and clauses make the others', () => {
	const opened = (question: string, lang: Lang, query = '') =>
		chartOf(getResult(db, question, new URLSearchParams(query), lang)!, lang).title;
	expect(opened('defend-nato-ally', 'de')).toBe(
		'58\u00a0Prozent der Deutschen sind dagegen, einen Nato-Verbündeten mit Waffen zu verteidigen, 38\u00a0Prozent sind dafür'
	);
	expect(opened('defend-nato-ally', 'de', 'country=fra')).toBe(
		'In Frankreich sind 53\u00a0Prozent dagegen, einen Nato-Verbündeten mit Waffen zu verteidigen, 47\u00a0Prozent sind dafür'
	);
	expect(opened('confidence-putin', 'en', 'by=region')).toBe(
		'In East Germany, 40% have confidence in Putin to do the right thing in world affairs; in West Germany, 19%'
	);
	expect(opened('confidence-putin', 'de', 'by=region&group=east')).toBe(
		'In Ostdeutschland haben 40\u00a0Prozent Vertrauen, dass Putin in der Weltpolitik das Richtige tut'
	);
	expect(opened('defend-nato-ally', 'en', 'country=ita,fra&answer=should')).toBe(
		'In France, 47% say their country should use military force to defend a NATO ally; in Italy, 40%'
	);
	expect(Object.values(questions).filter(({ finding }) => finding !== null)).toHaveLength(15);
});

test('what is called the highest or the lowest share is just that', () => {
	const found = cases.filter(({ title }) => /the highest share|der höchste Wert/.test(title));
	expect(found.length).toBeGreaterThan(50);
	for (const { view, title, at } of found) {
		const main = view.rows.filter(
			({ role, pct, survey }) => role === 'main' && pct !== null && survey === view.rows[0]!.survey
		);
		const [high, low] = [...title.matchAll(/(\d+)(?:%|\u00a0Prozent)/g)].map(([, n]) => Number(n));
		const isCountry = view.view.by === 'country';
		const of = main.filter(
			({ population, group }) =>
				!isCountry || (populations[population]?.kind === 'country' && group === main[0]!.group)
		);
		const sameAnswer = new Set(of.filter(({ pct }) => pct === high).map(({ answer }) => answer));
		const holds = [...sameAnswer].some((answer) => {
			const shares = of.filter((row) => row.answer === answer).map(({ pct }) => pct!);
			return Math.max(...shares) === high && shares.includes(low!);
		});
		expect(holds, `${at}: ${title}`).toBe(true);
	}
});
