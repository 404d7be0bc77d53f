import { describe, expect, test } from 'vitest';
import { chartOf } from '#lib/charts/index.ts';
import { viewSentence } from '#lib/charts/model/view-sentence.ts';
import { getCatalog } from '#lib/server/data/catalog.ts';
import { wholeDictionary } from '#lib/server/data/dictionary.ts';
import { getResult } from '#lib/server/pages/question.ts';
import { langs, type Lang } from '#lib/words/lang.ts';
import { realDatabase } from '../../fixtures/real.ts';

/* A label such as “Support” or “Ja” says nothing by itself: wherever an answer leaves its page, so does its subject. */

const db = realDatabase();

describe('an answer is never read alone', () => {
	const { answers, questions } = wholeDictionary(db);
	const keys = Object.keys(answers);
	/** Words of a clause that a sentence holds wherever its number stands: German moves the verb. */
	const tellsOf = (sentence: string, key: string, lang: Lang): boolean => {
		const [question = ''] = key.split('/');
		const clause = answers[key]?.clause?.full[lang].split(' ').slice(1).join(' ');
		return (
			sentence.includes(questions[question]!.title[lang]) ||
			(clause !== undefined && sentence.includes(clause))
		);
	};

	test('every answer but “don’t know” has a clause in both languages, which no label repeats bare', () => {
		const wanted = keys.filter((key) => answers[key]!.kind !== 'dont_know');
		expect(wanted.length).toBeGreaterThan(150);
		const without = wanted.filter((key) => !answers[key]!.clause);
		expect(without).toEqual([]);
		const bare = wanted.filter((key) =>
			langs.some((lang) => {
				const { clause, label } = answers[key]!;
				return clause!.full[lang].toLowerCase() === label[lang].toLowerCase();
			})
		);
		expect(bare).toEqual([]);
	});

	test('the title of every answer’s views and its sentence to copy say what was asked', () => {
		const wrong = keys.flatMap((key) => {
			const [question = '', answer = ''] = key.split('/');
			const cell = getCatalog(db, question)!.present.find((each) => each.answer === answer);
			if (!cell) return [];
			return langs.flatMap((lang) => {
				const queries = (['country', 'time'] as const).map(
					(by) => `by=${by}&answer=${answer}&survey=${cell.survey}&country=${cell.population}`
				);
				return queries.flatMap((query) => {
					const view = getResult(db, question, new URLSearchParams(query), lang)!;
					const chart = chartOf(view, lang);
					const said = [chart.title, viewSentence(view, chart)];
					return said
						.filter((text) => !tellsOf(text, key, lang))
						.map((text) => `${key} ${query}: ${text}`);
				});
			});
		});
		expect(wrong).toEqual([]);
	});
});
