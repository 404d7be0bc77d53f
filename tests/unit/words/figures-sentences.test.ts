import { describe, expect, test } from 'vitest';
import { conflicts, figures } from '#db/schema.ts';
import { chartOf, chartOfRegions } from '#lib/charts/index.ts';
import { sentenceOf } from '#lib/formats/cite/sentence.ts';
import { regionsSentence, viewSentence } from '#lib/charts/model/view-sentence.ts';
import { getFigure } from '#lib/server/pages/figures.ts';
import { getResult } from '#lib/server/pages/question.ts';
import { getRegions } from '#lib/server/pages/regions.ts';
import { listMisprints } from '#lib/server/pages/misprints.ts';
import type { DataPoint } from '#lib/view/row.ts';
import { langs } from '#lib/words/lang.ts';
import { realDatabase } from '../../fixtures/real.ts';

const db = realDatabase();
const said = (id: string, lang: 'en' | 'de', more: Partial<DataPoint> = {}): string => {
	const { row, dictionary, others } = getFigure(db, id)!;
	return sentenceOf({ ...row, ...more }, dictionary, lang, others);
};

const should = 'subject “Should our country use force to defend a NATO ally?”';
const sollte = 'Thema „Sollte unser Land einen Nato-Verbündeten militärisch verteidigen?“';
const pew = (year: number) => `Pew Research Center, Global Attitudes survey, spring ${year}`;
const pewGerman = (year: number) =>
	`Pew Research Center, Global-Attitudes-Umfrage, Frühjahr ${year}`;

describe('the sentence to copy', () => {
	test.each([
		[
			'a country',
			'pew-2015-spring~defend-nato-ally~deu~all~should',
			`38% of Germans say their country should use military force to defend a NATO ally if Russia got into a serious military conflict with it; 58% say it should not (${pew(2015)}; whole percentages, don’t know included; 1,000 interviews in Germany).`,
			`38\u00a0Prozent der Deutschen sind dafür, einen Nato-Verbündeten mit Waffen zu verteidigen, falls Russland mit ihm in einen ernsten militärischen Konflikt geriete; 58\u00a0Prozent sind dagegen (${pewGerman(2015)}; ganze Prozente, „weiß nicht“ eingeschlossen; 1.000 Interviews in Deutschland).`
		],
		[
			'a country whose interviews were counted',
			'pew-2019-spring~defend-nato-ally~deu~all~should',
			`34% of Germans say their country should use military force to defend a NATO ally if Russia got into a serious military conflict with it; 60% say it should not (${pew(2019)}; whole percentages, don’t know included; 2,015 interviews in Germany).`,
			`34\u00a0Prozent der Deutschen sind dafür, einen Nato-Verbündeten mit Waffen zu verteidigen, falls Russland mit ihm in einen ernsten militärischen Konflikt geriete; 60\u00a0Prozent sind dagegen (${pewGerman(2019)}; ganze Prozente, „weiß nicht“ eingeschlossen; 2.015 Interviews in Deutschland).`
		],
		[
			'a part of a country',
			'pew-2017-spring~defend-nato-ally~deu~east~should',
			`In East Germany, 29% say their country should use military force to defend a NATO ally if Russia got into a serious military conflict with it (${pew(2017)}; whole percentages, don’t know included; number of interviews in East Germany not published).`,
			`In Ostdeutschland sind 29\u00a0Prozent dafür, einen Nato-Verbündeten mit Waffen zu verteidigen, falls Russland mit ihm in einen ernsten militärischen Konflikt geriete (${pewGerman(2017)}; ganze Prozente, „weiß nicht“ eingeschlossen; Zahl der Interviews in Ostdeutschland nicht veröffentlicht).`
		],
		[
			'a group that is no place',
			'pew-2017-spring~defend-nato-ally~deu~women~should-not',
			`Among women in Germany, 62% say their country should not use military force to defend a NATO ally if Russia got into a serious military conflict with it (${pew(2017)}; whole percentages, don’t know included; number of interviews in this group not published).`,
			`Unter Frauen in Deutschland sind 62\u00a0Prozent dagegen, einen Nato-Verbündeten mit Waffen zu verteidigen, falls Russland mit ihm in einen ernsten militärischen Konflikt geriete (${pewGerman(2017)}; ganze Prozente, „weiß nicht“ eingeschlossen; Zahl der Interviews in dieser Gruppe nicht veröffentlicht).`
		],
		[
			'a median',
			'pew-2015-spring~defend-nato-ally~median-nato-8~all~should',
			`In the median of eight NATO countries, 48% say their country should use military force to defend a NATO ally if Russia got into a serious military conflict with it; 42% say it should not (${pew(2015)}; whole percentages, don’t know included; the middle one of the countries’ figures, not a share of all respondents).`,
			`Im Median von acht Nato-Ländern sind 48\u00a0Prozent dafür, einen Nato-Verbündeten mit Waffen zu verteidigen, falls Russland mit ihm in einen ernsten militärischen Konflikt geriete; 42\u00a0Prozent sind dagegen (${pewGerman(2015)}; ganze Prozente, „weiß nicht“ eingeschlossen; der mittlere der Länderwerte, kein Anteil aller Befragten).`
		],
		[
			'a number that was not published',
			'pew-2015-spring~defend-nato-ally~deu~east~should-not',
			`No published figure was found for the share answering “Should not use military force” in East Germany (${should}; ${pew(2015)}).`,
			`Zum Anteil der Antwort „Sollte keine militärische Gewalt einsetzen“ in Ostdeutschland wurde kein veröffentlichter Wert gefunden (${sollte}; ${pewGerman(2015)}).`
		],
		[
			'a country that was not asked',
			'pew-2015-spring~us-would-defend-ally~usa~all~would',
			`The question was not asked in the United States (subject “Would the U.S. use force to defend a NATO ally?”; ${pew(2015)}).`,
			`In den USA wurde die Frage nicht gestellt (Thema „Würden die USA einen Nato-Verbündeten militärisch verteidigen?“; ${pewGerman(2015)}).`
		]
	])('of %s is whole in both languages', (_, id, english, german) => {
		expect(said(id, 'en')).toBe(english);
		expect(said(id, 'de')).toBe(german);
	});

	test('of one per cent has its verb in the singular', () => {
		const id = 'pew-2015-spring~defend-nato-ally~deu~all~should';
		expect(said(id, 'de', { pct: 1 })).toContain('In Deutschland antwortete 1\u00a0% aller');
	});

	test('of nought says that it is less than half a percent', () => {
		const id = 'pew-2015-spring~defend-nato-ally~deu~all~should';
		expect(said(id, 'en', { pct: 0 })).toContain(
			'In Germany, 0% (less than half a percent) of all respondents answered'
		);
		expect(said(id, 'de', { pct: 0 })).toContain(
			'antworteten 0\u00a0% (weniger als ein halbes Prozent) aller Befragten'
		);
	});

	test('of a number from the press, a weak one or a computed one says so', () => {
		const putin = 'pew-2015-spring~confidence-putin~deu~east~confidence';
		expect(said(putin, 'en')).toContain('; as reported by the press; whole percentages');
		expect(said(putin, 'de')).toContain('; laut Presse; ganze Prozente');
		const computed = {
			status: 'computed',
			confidence: 'low',
			low: 34.2,
			high: 45.8,
			n: 212
		} as const;
		expect(said(putin, 'en', computed)).toContain(
			'computed from the respondent file; weakly sourced; 95% interval 34% to 46%; whole percentages, don’t know included; 212 interviews in East Germany).'
		);
		expect(said(putin, 'de', computed)).toContain(
			'aus den Einzeldaten berechnet; schwach belegt; 95-%-Intervall 34\u00a0% bis 46\u00a0%; ganze Prozente, „weiß nicht“ eingeschlossen; 212 Interviews in Ostdeutschland).'
		);
	});

	test('of nobody and of too few keeps the two apart', () => {
		const id = 'pew-2015-spring~defend-nato-ally~deu~east~should';
		expect(said(id, 'en', { absence: 'no_answer' })).toMatch(
			/^In East Germany, nobody answered “Should use military force” \(/
		);
		expect(said(id, 'de', { absence: 'suppressed' })).toMatch(
			/^Für den Anteil der Antwort „Sollte militärische Gewalt einsetzen“ in Ostdeutschland gab es zu wenige Interviews \(/
		);
	});
});

const every = db.select().from(figures).all();
/** One figure of each wave, question, kind of group, status and absence: more of a kind say no more. */
const ofEachKind = [
	...Map.groupBy(every, ({ surveyId, questionId, dimension, status, confidence, absence }) =>
		[surveyId, questionId, dimension, status, confidence, absence].join()
	).values()
].flatMap(([first]) => first ?? []);

describe('a view as a sentence to copy', () => {
	const viewed = (question: string, query: string, lang: 'en' | 'de'): string => {
		const result = getResult(db, question, new URLSearchParams(query), lang)!;
		return viewSentence(result, chartOf(result, lang));
	};

	test('over time names its years, who measured, and the base', () => {
		// The last wave, whichever it is.
		expect(viewed('view-of-nato', 'by=time', 'en')).toMatch(
			/^2009: 73% of Germans have a favorable view of NATO; (\d{4}): \d\d% \(Pew Research Center, 2009–\1; whole percentages, don’t know included\)\.$/
		);
		const two = 'survey=pew-2015-spring,pew-2024-spring';
		expect(viewed('view-of-nato', `by=time&${two}`, 'en')).toBe(
			'2015: 55% of Germans have a favorable view of NATO; 2024: 64% (Pew Research Center, 2015–2024; whole percentages, don’t know included; chosen surveys only).'
		);
	});

	test('names what the question supposes, and only then the source', () => {
		expect(viewed('defend-nato-ally', '', 'de')).toMatch(
			/^58\sProzent der Deutschen sind dagegen, einen Nato-Verbündeten mit Waffen zu verteidigen, 38\sProzent sind dafür \(falls Russland mit ihm in einen ernsten militärischen Konflikt geriete; Pew Research Center, .*2015; ganze Prozente, „weiß nicht“ eingeschlossen\)\.$/
		);
	});

	test.each(langs)('says under a filter that others were left out (%s)', (lang) => {
		const all = viewed('defend-nato-ally', '', lang);
		const some = viewed('defend-nato-ally', 'country=ita,fra', lang);
		const mark = { en: 'chosen countries only', de: 'nur ausgewählte Länder' }[lang];
		expect(all).not.toContain(mark);
		expect(some).toContain(mark);
	});
});

describe('East and West as a sentence to copy', () => {
	const viewed = (query: string, lang: 'en' | 'de'): string => {
		const regions = getRegions(db, new URLSearchParams(query), lang);
		return regionsSentence(regions, chartOfRegions(regions, lang));
	};

	test('names question, both sides and the survey of the widest gap, and nothing of the others', () => {
		expect(viewed('', 'en')).toMatch(
			/^East and West are furthest apart on “.+”: \d+% in the East and \d+% in the West say “.+” \([^;()]+, [^;]*(19|20)\d\d; whole percentages, don’t know included\)\.$/
		);
		const { rows } = getRegions(db, new URLSearchParams(), 'en');
		const [east, west] = [.../(\d+)% in the East and (\d+)%/.exec(viewed('', 'en'))!]
			.slice(1)
			.map(Number);
		const gaps = [
			...Map.groupBy(rows, ({ survey, question, answer }) =>
				[survey, question, answer].join()
			).values()
		]
			.map((line) => ['east', 'west'].map((side) => line.find(({ group }) => group === side)?.pct))
			.flatMap(([a, b]) => (a == null || b == null ? [] : [Math.abs(a - b)]));
		expect(Math.abs(east! - west!)).toBe(Math.max(...gaps));
	});

	test('says of chosen surveys that they are chosen', () => {
		expect(viewed('survey=allensbach-2023-01', 'de')).toMatch(
			/Allensbach, .*; nur ausgewählte Umfragen\)\.$/
		);
	});
});

test('a figure of every kind has its page and a sentence with its number in both languages', () => {
	expect(ofEachKind.length).toBeGreaterThan(100);
	for (const { figureId, pct } of ofEachKind)
		for (const lang of langs) {
			const sentence = said(figureId, lang);
			if (pct !== null)
				expect(` ${sentence}`).toMatch(
					lang === 'de' ? new RegExp(` ${pct}\u00a0(%|Prozent)[ ,]`) : ` ${pct}% `
				);
			else expect(sentence).not.toMatch(/\d%|\d\u00a0%/);
			expect(sentence).toMatch(/^[A-ZÄÖÜ\d].*\)\.$/);
			expect(sentence).not.toMatch(/undefined|null| {2}|;\)|\{/);
		}
});

test('a figure of every kind stands in the view that its page leads to', () => {
	for (const { figureId: id } of ofEachKind) {
		const { row, query } = getFigure(db, id)!;
		const result = getResult(db, row.question, new URLSearchParams(query), 'en');
		expect(result?.query).toBe(query);
		expect(result?.rows.map(({ figure }) => figure)).toContain(id);
	}
});

test('what misprints call right is what is published', () => {
	const misprints = listMisprints(db);
	expect(misprints).toHaveLength(db.select().from(conflicts).all().length);
	for (const { row, published } of misprints) if (row.pct !== null) expect(published).toBe(row.pct);
});
