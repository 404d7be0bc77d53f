import type { Database } from '#db/open.ts';
import { getExplore } from '#lib/server/explore/explore.ts';
import { measures } from '#lib/view/explore/explore.ts';
import { manyFigures } from './many-figures.ts';

/*
 * `npm run bench:explore [times …]`: how long the workbench takes to answer each filter, over the real
 * figures, a hundred times and a thousand times as many (or as many times as asked). A page must be
 * answered within 100 ms on the hundredfold. Times depend on the machine; the ratio to the single
 * package does less so.
 */

/** Of each filter so many answers are timed; of the largest package, which only shows how times grow, fewer. */
const [rounds, fewRounds] = [30, 10];
const manyTimes = 500;

/** One filter of each kind, each layout, and the search. */
const queries: [string, string][] = [
	['nothing', ''],
	['topic', 'topic=alliance'],
	['question', 'question=defend-nato-ally'],
	['institute', 'institute=forsa'],
	['survey', 'survey=pew-2015-spring'],
	['year', 'year=2015'],
	['country', 'country=deu'],
	['group', 'group=east,west'],
	['answer', 'answer=headline'],
	['status', 'status=reported'],
	['sides', 'sides=both'],
	['claimed', 'claimed=yes'],
	['three facets', 'answer=should&country=deu,fra&group=all'],
	['search', 'q=military%20force'],
	['search, rare', 'q=verbuendet'],
	...measures.map((measure): [string, string] => [
		measure,
		`measure=${measure}&survey=pew-2015-spring&topic=alliance`
	]),
	['table of all countries', 'survey=pew-2015-spring&answer=headline&group=all'],
	['list', 'columns=none&survey=pew-2015-spring']
];

/** Milliseconds on the clock and of the processor below which 95 of 100 answers stay, after a few that warm up. */
function p95(db: Database, query: string, rounds: number): Measured {
	const clock: number[] = [];
	const processor: number[] = [];
	for (let round = 0; round < rounds + 5; round += 1) {
		const before = process.cpuUsage();
		const begun = performance.now();
		getExplore(db, new URLSearchParams(query), 'en');
		const took = performance.now() - begun;
		const { user, system } = process.cpuUsage(before);
		if (round < 5) continue;
		clock.push(took);
		processor.push((user + system) / 1000);
	}
	const high = (times: number[]) => times.toSorted((a, b) => a - b)[Math.ceil(0.95 * rounds) - 1]!;
	return { clock: high(clock), processor: high(processor) };
}

interface Measured {
	clock: number;
	processor: number;
}

const roundsOf = (times: number) => (times > manyTimes ? fewRounds : rounds);

const asked = process.argv.slice(2).map(Number).filter(Boolean);
const sizes = [1, ...(asked.length > 0 ? asked : [100, 1000]).filter((size) => size !== 1)];
const columns = sizes.map((times) => {
	const { db } = manyFigures(times);
	const begun = performance.now();
	const { total } = getExplore(db, new URLSearchParams(), 'en');
	const first = performance.now() - begun;
	return { total, first, found: queries.map(([, query]) => p95(db, query, roundsOf(times))) };
});

const [base] = columns;
const line = (name: string, cells: string[]) =>
	console.log(name.padEnd(24) + cells.map((text) => text.padStart(26)).join(''));
const times = ({ clock, processor }: Measured, { clock: one }: Measured) =>
	`${clock.toFixed(1)} | ${processor.toFixed(1)} (${(clock / one).toFixed(1)})`;
console.log(`p95 of ${rounds}: ms on the clock | of the processor (ratio to the single package)`);
line(
	'figures',
	columns.map(({ total }) => String(total))
);
line(
	'first, makes columns',
	columns.map(({ first }) => `${first.toFixed(0)} (${(first / base!.first).toFixed(1)})`)
);
queries.forEach(([name], index) =>
	line(
		name,
		columns.map(({ found }) => times(found[index]!, base!.found[index]!))
	)
);
const slowest = ({ found }: (typeof columns)[number]): Measured => ({
	clock: Math.max(...found.map(({ clock }) => clock)),
	processor: Math.max(...found.map(({ processor }) => processor))
});
line(
	'slowest',
	columns.map((column) => times(slowest(column), slowest(base!)))
);
