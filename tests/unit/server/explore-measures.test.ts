import { describe, expect, test } from 'vitest';
import { getExplore } from '#lib/server/explore/explore.ts';
import { wholeDictionary } from '#lib/server/data/dictionary.ts';
import { realDatabase } from '../../fixtures/real.ts';
import { records, smallDatabase } from '../../fixtures/small.ts';

const small = smallDatabase();
const real = realDatabase();

const ask = (query: string, db = real) => getExplore(db, new URLSearchParams(query), 'en');
const values = (query: string, db = small): (number | string | null)[][] =>
	ask(query, db).pivot.rows.map(({ cells }) => cells.map(({ value, absence }) => value ?? absence));

describe('the table', () => {
	test('computes net, gap, distance to the median and rank by hand', () => {
		// 60 − 35, 0 − 96; of Germany's no there is no figure.
		expect(values('measure=net&survey=pew-2015-spring&country=usa,fra,deu')).toEqual([[25, -96]]);
		expect(values('measure=net&survey=pew-2015-spring&country=deu')).toEqual([['one_side']]);
		// 25 − 35 in 2017; of the other question only the East is known.
		expect(values('measure=gap')).toEqual([[-10]]);
		expect(ask('measure=gap', small).pivot.empty).toEqual({ rows: 1, columns: 0 });
		// 30 − 15, 0 − 15; America is no member of the median.
		expect(values('measure=median&survey=pew-2015-spring&answer=yes')).toEqual([[15, -15]]);
		expect(values('measure=rank&survey=pew-2015-spring&answer=yes')).toEqual([[2, 1, 3]]);
		expect(values('measure=rank&survey=pew-2015-spring&answer=yes&country=deu')).toEqual([[2]]);
	});

	test('shares a place among equal countries', () => {
		const equal = {
			...records,
			figures: records['figures']!.map((row) => {
				const pct = { yes: '30', no: '66' }[row['answer_id'] ?? ''];
				return row['population_id'] === 'fra' && pct ? { ...row, pct } : row;
			})
		};
		const db = smallDatabase(equal);
		expect(values('measure=rank&survey=pew-2015-spring&answer=yes', db)).toEqual([[2, 1, 2]]);
	});

	test('over years has a column of the change, the later minus the earlier', () => {
		const { pivot } = ask(
			'question=defend-nato-ally&answer=should&group=all&country=deu,pol&rows=country&columns=year&year=2015,2019'
		);
		expect(pivot.columns.map(({ label }) => label)).toEqual([
			'2015',
			'2019',
			'Change 2015 to 2019'
		]);
		// 38 and 34; 48 and 40
		expect(pivot.rows.map(({ cells }) => cells.map(({ value }) => value))).toEqual([
			[38, 34, -4],
			[48, 40, -8]
		]);
	});

	test('of changes takes the institute’s last wave of the choice minus its first', () => {
		const { pivot } = ask(
			'measure=change&question=defend-nato-ally&answer=should&group=all&country=deu,pol&rows=country&columns=none'
		);
		// 34 − 38 in 2019; Poland was asked last in 2022: 65 − 48
		expect(pivot.rows.map(({ cells }) => cells[0]!.value)).toEqual([-4, 17]);
		expect(pivot.rows[0]!.cells[0]!.parts.map(({ label }) => label)).toEqual(['2019', '2015']);
	});

	test('of distances names the median and leaves alone who is no member of it', () => {
		const { pivot } = ask('measure=median&survey=pew-2015-spring&answer=headline&group=all');
		const { populations } = wholeDictionary(real);
		for (const { cells } of pivot.rows)
			for (const { figure, value, from } of cells) {
				if (value === null) continue;
				const [, , median = ''] = from[1]!.split('~');
				expect(populations[median]!.members).toContain(figure!.split('~')[2]);
			}
		const columns = pivot.columns.map(({ key }) => key);
		expect(columns).toContain('deu');
		expect(columns).not.toContain('rus');
	});

	test('of gaps opens a cell with both parts, the value and the verdict, and compares pinned gaps', () => {
		const gaps = 'measure=gap&question=defend-nato-ally,confidence-putin';
		const cells = ask(gaps).pivot.rows.flatMap(({ cells }) => cells);
		const [a, b] = cells.filter(({ value }) => value !== null);
		const { opened } = ask(`${gaps}&cell=${a!.figure}`);
		expect(opened!.cell.value).toBe(a!.value);
		expect(opened!.comparison!.difference).toBe(a!.value);
		expect([opened!.comparison!.a.group, opened!.comparison!.b.group]).toEqual(['east', 'west']);
		const { pinnedCells } = ask(`${gaps}&pin=${a!.figure},${b!.figure}`);
		expect(pinnedCells.map(({ value }) => value)).toEqual([a!.value, b!.value]);
	});

	test('of nets names the questions that have none, once each', () => {
		const { pivot } = ask('measure=net&survey=pew-2015-spring&group=all&country=deu');
		expect(pivot.withoutSides.length).toBeGreaterThan(1);
		expect(new Set(pivot.withoutSides).size).toBe(pivot.withoutSides.length);
	});
});
