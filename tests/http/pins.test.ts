import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { getResult } from '#lib/server/pages/question.ts';
import { isFrozen, isPin, pinOf, sinceThen } from '#lib/server/share/embed-version.ts';
import { records, smallDatabase } from '../fixtures/small.ts';
import { startServer, type RunningServer } from '../support/server.ts';
import { useSite } from '../support/site.ts';
import { snippetsOf } from '../support/snippets.ts';

const root = join(import.meta.dirname, '../..');

const rowsOf = (db: ReturnType<typeof smallDatabase>) =>
	getResult(db, 'help', new URLSearchParams(), 'en')!.rows;

/** The small package with another number for France, withdrawn figures as given. */
function changed(pct: string, withdrawn: Record<string, string>[] = []) {
	const figures = records['figures']!.map((figure) =>
		figure['population_id'] === 'fra' && figure['answer_id'] === 'no' ? { ...figure, pct } : figure
	);
	return smallDatabase({ ...records, figures, withdrawn });
}

const correction = {
	figure_id: 'pew-2015-spring~help~fra~all~maybe',
	successor_id: 'pew-2015-spring~help~fra~all~no',
	withdrawn_on: '2015-07-01',
	reason_en: 'Misread.',
	reason_de: 'Falsch gelesen.'
};

describe('a pinned embed', () => {
	const before = smallDatabase();
	const pin = pinOf(before, rowsOf(before));

	test('has a pin of data version and numbers', () => {
		expect(pin).toMatch(/^2015-06-10\.[0-9a-f]{12}\.[0-9a-f]{8}$/);
		expect(isPin(pin)).toBe(true);
		for (const none of ['', '2015', '2015-06-10', `${pin}0`, pin.slice(1)])
			expect(isPin(none), none).toBe(false);
	});

	test('says nothing while its numbers are the same, whatever their order', () => {
		expect(sinceThen(before, rowsOf(before), pin)).toBeUndefined();
		expect(sinceThen(before, rowsOf(before).toReversed(), pin)).toBeUndefined();
		// A correction elsewhere brings a new data version, and is none of this embed's business.
		const elsewhere = smallDatabase({
			...records,
			withdrawn: [{ ...correction, figure_id: 'other-2016~join~deu~all~x', successor_id: '' }]
		});
		expect(sinceThen(elsewhere, rowsOf(elsewhere), pin)).toBeUndefined();
	});

	test('says that a number changed, and why where that is on record', () => {
		const silent = changed('95');
		expect(sinceThen(silent, rowsOf(silent), pin)).toEqual({ day: '2015-06-10', reasons: [] });
		const told = changed('95', [correction]);
		expect(sinceThen(told, rowsOf(told), pin)?.reasons).toEqual([
			{ en: 'Misread.', de: 'Falsch gelesen.' }
		]);
		const older = changed('95', [{ ...correction, withdrawn_on: '2015-06-09' }]);
		expect(sinceThen(older, rowsOf(older), pin)?.reasons).toEqual([]);
	});

	test('with a pin that is none says nothing', () => {
		expect(sinceThen(changed('95'), rowsOf(changed('95')), 'yesterday')).toBeUndefined();
	});
});

describe('over HTTP', () => {
	const server = useSite();
	const embed = async (v: string) => {
		const reply = await fetch(`${server.origin}/de/embed/questions/defend-nato-ally?v=${v}`, {
			redirect: 'manual'
		});
		expect(reply.status).toBe(200);
		return reply.text();
	};

	test('the line leads to the corrections; without a change there is none', async () => {
		const code = await (
			await fetch(`${server.origin}/de/embed-code/questions/defend-nato-ally?corrections=told`)
		).text();
		const [, pin = ''] = /embed\/questions\/defend-nato-ally\?v=([^&"]+)/.exec(code) ?? [];
		expect(isPin(pin)).toBe(true);
		expect(await embed(pin)).not.toContain('Eingebettet mit');
		const html = await embed(`2015-06-10.abcdef.00000000`);
		expect(html).toContain('Eingebettet mit dem Datenstand vom 10. Juni 2015.');
		expect(html).toContain(`href="${server.origin}/de/methods#corrections"`);
		expect(await embed('yesterday')).toContain('„yesterday“');
	});

	test('a frozen embed of a version that was never kept says so', async () => {
		expect(await embed('2015-06-10.abcdef')).toContain(
			'Der Datenstand vom 10. Juni 2015 liegt hier nicht mehr vor'
		);
	});
});

describe('when a number is corrected and the data are loaded anew', () => {
	const folder = mkdtempSync(join(tmpdir(), 'beistand-pins-'));
	const data = join(folder, 'data');
	const env = { BEISTAND_DATA: data, BEISTAND_DB: join(folder, 'beistand.sqlite') };
	let server: RunningServer;
	beforeAll(async () => {
		cpSync(join(root, 'db/data'), data, { recursive: true });
		server = await startServer(env);
	});
	afterAll(async () => {
		await server.stop();
		rmSync(folder, { recursive: true });
	});
	const text = async (path: string) => (await fetch(server.origin + path)).text();
	const sourceOf = async (choice: string) => {
		const { bare } = await snippetsOf(server.origin, '/de/questions/defend-nato-ally', choice);
		return bare.slice(server.origin.length);
	};

	test('one embed shows it, one says so, and the frozen one keeps what was published', async () => {
		const choices = ['followed', 'told', 'frozen'];
		const [followed = '', told = '', frozen = ''] = await Promise.all(
			choices.map((each) => sourceOf(`corrections=${each}`))
		);
		const [, version = ''] = /v=(.*)$/.exec(frozen) ?? [];
		expect(isFrozen(version)).toBe(true);
		const today = await text(frozen);
		const [published, corrected] = ['>53\u00a0%<', '>52\u00a0%<'];
		for (const path of [followed, told, frozen]) {
			const html = await text(path);
			expect(html.includes(published) && !html.includes(corrected), path).toBe(true);
		}

		const file = join(data, 'figures.csv');
		const line = /^(?<start>pew-2015-spring,defend-nato-ally,fra,total,all,should-not,)53,/m;
		const before = readFileSync(file, 'utf8');
		expect(before).toMatch(line);
		writeFileSync(file, before.replace(line, '$<start>52,'));
		execFileSync(process.execPath, [join(root, 'db/load.ts')], {
			env: { ...process.env, ...env }
		});
		// The server sees the new file by itself.
		await expect.poll(() => text(followed), { timeout: 30_000 }).toContain(corrected);

		expect(await text(told)).toContain('Seitdem haben sich Zahlen dieser Ansicht geändert');
		expect(await text(told)).toContain(corrected);
		const kept = await text(frozen);
		expect(kept).toBe(today);
		expect(kept).toContain('Zahlen mit dem Datenstand vom');
		expect(kept).not.toContain(corrected);
		// A text made now keeps what is published now.
		expect(await sourceOf('corrections=frozen')).not.toBe(frozen);
	});
});
