import { describe, expect, test } from 'vitest';
import { getResult } from '#lib/server/pages/question.ts';
import { isFrozen, isPin, pinOf, sinceThen } from '#lib/server/share/embed-version.ts';
import { records, smallDatabase } from '../fixtures/small.ts';
import { useServer } from '../support/site.ts';

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
	const server = useServer();
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

	test('a frozen embed says of which day its numbers are, or that they are no longer kept', async () => {
		const code = await (
			await fetch(`${server.origin}/de/embed-code/questions/defend-nato-ally?corrections=frozen`)
		).text();
		const [, version = '', day] =
			/embed\/questions\/defend-nato-ally\?v=((\d{4}-\d\d-\d\d)\.[0-9a-f]+)[&"]/.exec(code) ?? [];
		expect(isFrozen(version)).toBe(true);
		const html = await embed(version);
		expect(html).toContain('Zahlen mit dem Datenstand vom');
		expect(html).toContain(day?.slice(0, 4));
		expect(await embed('2015-06-10.abcdef')).toContain(
			'Der Datenstand vom 10. Juni 2015 liegt hier nicht mehr vor'
		);
	});
});
