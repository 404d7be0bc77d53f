import { sql } from 'drizzle-orm';
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
	cpSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	readdirSync,
	rmSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { openFile } from '#db/open.ts';
import { dataVersion } from '#db/schema.ts';
import { fileWith, folder as real, lineOf } from '../fixtures/data-package.ts';
import { runs } from '../support/sample.ts';

/* The load as a process: what it leaves behind when it is stopped, hindered or doubled. */

const folder = mkdtempSync(join(tmpdir(), 'beistand-process-'));
const command = join(import.meta.dirname, '../../db/load.ts');
const germany = lineOf('figures.csv', 'pew-2015-spring,defend-nato-ally,deu,total,all,should,');

/** A second package, in which one figure differs. */
const other = join(folder, 'other');
cpSync(real, other, { recursive: true });
writeFileSync(join(other, 'figures.csv'), fileWith('figures.csv', germany, { pct: '39' }));

let target: string;
let count = 0;
beforeEach(() => {
	target = join(folder, `target-${count++}`);
	mkdirSync(target);
});
afterAll(() => rmSync(folder, { recursive: true }));

const file = (): string => join(target, 'beistand.sqlite');
const sha256 = (): string => createHash('sha256').update(readFileSync(file())).digest('hex');
const leftovers = (folder = target): string[] =>
	readdirSync(folder).filter((name) => name.includes('loading'));

interface Ended {
	code: number | null;
	output: string;
	milliseconds: number;
}

/**
 * @param data folder of the package
 * @param killAfter milliseconds until kill -9
 * @param before shell commands that hinder the process
 * @param path of the database
 */
function run(data: string, killAfter?: number, before?: string, path = file()): Promise<Ended> {
	const environment = {
		...process.env,
		BEISTAND_DB: path,
		BEISTAND_DATA: data,
		BEISTAND_LOCAL: join(folder, 'no-local')
	};
	const started = performance.now();
	const child = before
		? spawn('sh', ['-c', `${before}; exec "$0" "$1"`, process.execPath, command], {
				env: environment
			})
		: spawn(process.execPath, [command], { env: environment });
	let output = '';
	child.stdout.on('data', (text) => (output += text));
	child.stderr.on('data', (text) => (output += text));
	const timer = killAfter === undefined ? undefined : setTimeout(() => child.kill(9), killAfter);
	return new Promise((resolve) =>
		child.on('close', (code) => {
			clearTimeout(timer);
			resolve({ code, output, milliseconds: performance.now() - started });
		})
	);
}

/** The Germans in the file, which tell the two packages apart, once the file is known to be sound. */
function share(path = file()): number {
	const { db, close } = openFile(path);
	try {
		expect(db.get(sql`PRAGMA integrity_check`)).toEqual({ integrity_check: 'ok' });
		expect(db.all(sql`PRAGMA foreign_key_check`)).toEqual([]);
		const figures = db.select().from(dataVersion).get()?.figures;
		// Sums of printed parts are made by the load, and are no figures of the package.
		expect(
			db.get(sql`SELECT count(*) AS figures FROM figures WHERE status <> 'sum_of_parts'`)
		).toEqual({ figures });
		const id = 'pew-2015-spring~defend-nato-ally~deu~all~should';
		return db.get<{ pct: number }>(sql`SELECT pct FROM figures WHERE figure_id = ${id}`).pct;
	} finally {
		close();
	}
}

test(
	'Killed at any moment, a load leaves the old or the new database',
	{ timeout: 120_000 },
	async () => {
		// The first rounds walk through the whole time, the others stay near its end, where the rename is.
		const rounds = runs(16, 50);
		const walked = Math.ceil(rounds * 0.6);
		const parts = Array.from({ length: rounds }, (_, round) =>
			round < walked ? round / (walked - 1) : 0.75 + 0.25 * Math.random()
		);
		// Two databases side by side, each meeting every second moment.
		const paths = ['one', 'two'].map((name) => join(target, name, 'beistand.sqlite'));
		for (const path of paths) mkdirSync(dirname(path));
		const loads = () => Promise.all(paths.map((path) => run(real, undefined, undefined, path)));
		// The first may read its programs from a cold disk, and would make every kill come too late.
		const times = [...(await loads()), ...(await loads())];
		const usual = Math.min(...times.map(({ milliseconds }) => milliseconds));
		const killed = await Promise.all(
			paths.map(async (path, which) => {
				let now = share(path);
				expect(now).toBe(38);
				let count = 0;
				const own = parts.filter((_, round) => round % 2 === which);
				for (const [round, part] of own.entries()) {
					const [data, wanted] = round % 2 === 0 ? [other, 39] : [real, 38];
					const { code } = await run(data, part * usual, undefined, path);
					if (code === null) count++;
					const found = share(path);
					expect([now, wanted]).toContain(found);
					if (code === 0) expect(found).toBe(wanted);
					now = found;
				}
				return count;
			})
		);
		expect(killed[0]! + killed[1]!).toBeGreaterThan(rounds / 5);
		await loads();
		for (const path of paths) {
			expect(share(path)).toBe(38);
			expect(leftovers(dirname(path))).toEqual([]);
		}
	}
);

test('A load sweeps what killed ones left, and spares the file of one at work', async () => {
	// No process has this number: it is above the largest that Linux gives.
	writeFileSync(`${file()}.loading-4194305`, 'half a database');
	writeFileSync(`${file()}.loading-${process.pid}`, 'a load at work');
	await run(real);
	expect(leftovers()).toEqual([`beistand.sqlite.loading-${process.pid}`]);
	expect(share()).toBe(38);
});

test('Two loads at once leave a sound database of one of them', async () => {
	const ends = await Promise.all([run(real), run(other), run(real), run(other)]);
	expect(ends.map(({ code }) => code)).toEqual([0, 0, 0, 0]);
	expect([38, 39]).toContain(share());
	expect(leftovers()).toEqual([]);
});

test('Faults are all printed and leave the old file as it was', async () => {
	await run(real);
	const before = sha256();
	const broken = join(target, 'broken');
	cpSync(real, broken, { recursive: true });
	const cells = { pct: '138', status: 'guessed' };
	writeFileSync(join(broken, 'figures.csv'), fileWith('figures.csv', germany, cells));
	expect(await run(broken)).toMatchObject({
		code: 1,
		output:
			`db/data/figures.csv:${germany}: column pct: "138" given; expected a number from 0 to 100\n` +
			`db/data/figures.csv:${germany}: column status: "guessed" given; ` +
			'expected one of published, recovered, reported, computed\n' +
			'2 faults; nothing was loaded, the old database stays.\n'
	});
	expect(sha256()).toBe(before);
	writeFileSync(join(broken, 'datapackage.json'), '{');
	const { code, output } = await run(broken);
	expect(code).toBe(1);
	expect(output).toContain('db/data/datapackage.json:1: expected well-formed JSON');
	expect(sha256()).toBe(before);
});

test('A full disk ends a load with a sentence and leaves the old file as it was', async () => {
	await run(real);
	const before = sha256();
	// No file may grow beyond a hundred kilobytes, which the database does.
	const { code, output } = await run(real, undefined, 'ulimit -f 200');
	expect(code).toBe(1);
	expect(output).toMatch(/^Nothing was loaded, the old database stays: .* is there space\?\n$/);
	expect(sha256()).toBe(before);
	expect(leftovers()).toEqual([]);
});

test('A folder that cannot be written to ends a load with a sentence', async () => {
	// Even root writes nothing there.
	target = '/proc';
	const { code, output } = await run(real);
	expect(code).toBe(1);
	expect(output).toMatch(/^Nothing was loaded, the old database stays: .*may this user/);
	expect(existsSync(file())).toBe(false);
});

test('A package that is not there ends a load with a sentence', async () => {
	const { code, output } = await run(join(folder, 'nowhere'));
	expect(code).toBe(1);
	expect(output).toMatch(/^Nothing was loaded, .* at .*nowhere\. Is it there/);
	expect(leftovers()).toEqual([]);
});
