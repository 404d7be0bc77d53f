import { expect, test } from 'vitest';
import { barText, lineText, progressOn } from '#db/progress.ts';

test('A bar tells the share done and the time left', () => {
	expect(barText('Reading', 3000, 10_000, 6)).toBe(
		`Reading [${'='.repeat(9)}${' '.repeat(21)}] 30 %, about 14 s left`
	);
	expect(barText('Reading', 3000, undefined, 6)).toBe('Reading 3000 rows');
	expect(barText('Reading', 0, 10, 0)).toBe(`Reading [${' '.repeat(30)}] 0 %`);
	expect(lineText('Exporting', 100, 1000, 60)).toBe(
		'Exporting: 100 of 1000, 10 %, about 9 min left'
	);
});

test('A screen has one line that is drawn over itself and goes, a log has lines that stay', () => {
	for (const isTTY of [true, false]) {
		const written: string[] = [];
		const progress = progressOn({ isTTY, write: (text) => written.push(text) }, 'Loading', 2, 0);
		progress.at(1);
		progress.at(2);
		progress.end();
		const shown = written.map((text) => text.replace(/, about \d+ s left/, ''));
		const bar = (part: number, per: number) =>
			`\r\x1b[KLoading [${'='.repeat(part)}${' '.repeat(30 - part)}] ${per} %`;
		expect(shown).toEqual(
			isTTY
				? [bar(15, 50), bar(30, 100), '\r\x1b[K']
				: ['Loading: 1 of 2, 50 %\n', 'Loading: 2 of 2, 100 %\n']
		);
	}
});

test('A short task leaves no line in a log', () => {
	const written: string[] = [];
	const progress = progressOn({ write: (text) => written.push(text) }, 'Loading', 100);
	for (let done = 0; done <= 100; done += 1) progress.at(done);
	progress.end();
	expect(written).toEqual([]);
});
