import { expect, test } from 'vitest';
import { fileName, selectionParts } from '#lib/formats/filename.ts';

test('a file name is safe on every system', () => {
	expect(fileName(['Größe & "x"', 'a/b'], '2026-11-24.3fa9c1b2d4e5', 'csv')).toMatch(
		/^beistand_groesse-x-_a-b_[0-9a-f]{8}_3fa9c1\.csv$/
	);
});

test('other selections have other names, which say what is in the file', () => {
	const name = (query: string) =>
		fileName(['help', ...selectionParts(query)], '2015-06-10.abcdef', 'csv');
	expect(name('answer=should&country=deu,fra')).toBe(
		'beistand_help_answer-should_country-deu.fra_abcdef.csv'
	);
	const many = Array.from({ length: 60 }, (_, n) => `group-${n}`);
	const all = [
		...['', 'country=deu', 'country=deu,fra', 'group=deu', 'q=a b', 'q=a-b', 'q=a+b,c'],
		...[many, many.slice(1), many.toReversed()].map((list) => `group=${list.join()}`)
	].map(name);
	expect(new Set(all).size).toBe(all.length);
	for (const each of all) expect(each).toMatch(/^[a-z0-9._-]{10,160}$/);
});
