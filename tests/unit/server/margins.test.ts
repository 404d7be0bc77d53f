import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { surveys } from '#db/schema.ts';
import { comparisonsOf } from '#lib/server/explore/compare.ts';
import { getFigure } from '#lib/server/pages/figures.ts';
import { usualAssumptions } from '#lib/view/assumptions.ts';
import { changeableDatabase } from '../../fixtures/real.ts';

/* A margin of error stands for the country it was printed for. */

/** Verdicts on three pairs of spring 2012, of which the first is of Germany, with that margin of Germany. */
function verdicts(marginOfGermany: number) {
	const db = changeableDatabase();
	db.update(surveys)
		.set({ moeGermanyPts: marginOfGermany })
		.where(eq(surveys.surveyId, 'pew-2012-spring'))
		.run();
	const row = (place: string, answer: string) =>
		getFigure(db, `pew-2012-spring~view-of-russia~${place}~all~${answer}`)!.row;
	const pairs = [
		// 33 to 35, 32 to 40, 30 to 33: near enough that the margin decides.
		[row('deu', 'somewhat-favorable'), row('gbr', 'somewhat-favorable')],
		[row('gbr', 'somewhat-unfavorable'), row('pol', 'somewhat-unfavorable')],
		[row('fra', 'somewhat-favorable'), row('gbr', 'somewhat-favorable')]
	];
	return pairs.map((pair) => comparisonsOf(db, pair, usualAssumptions)[0]!.verdict);
}

test('Germany’s decides on Germany and on no other country', () => {
	const [narrow, wide] = [verdicts(0.2), verdicts(20)];
	expect(narrow[0]).not.toEqual(wide[0]);
	// Other countries rest on the range over the countries, whatever was printed for Germany.
	expect(narrow.slice(1)).toEqual(wide.slice(1));
	expect(narrow[1]).toMatchObject({ basis: 'margins' });
});

test('a part of a country has none, and neither has a median', () => {
	const db = changeableDatabase();
	const row = (id: string) => getFigure(db, id)!.row;
	const women = row('pew-2017-spring~defend-nato-ally~deu~women~should-not');
	const median = row('pew-2015-spring~defend-nato-ally~median-nato-8~all~should');
	const said = (pair: (typeof women)[]) => comparisonsOf(db, pair, usualAssumptions)[0]!.verdict;
	expect(said([median, row('pew-2015-spring~defend-nato-ally~deu~all~should')])).toEqual({
		kind: 'unknown',
		why: 'median'
	});
	expect(said([women, row('pew-2015-spring~defend-nato-ally~fra~all~should-not')])).toEqual({
		kind: 'unknown',
		why: 'group'
	});
});
