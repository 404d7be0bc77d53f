import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { parseMapping } from '#lib/import/mapping-form.ts';
import { bytesOf, database, environment, folder, local, rightMapping, sav, useSyntheticFile } from '../support/import-run.ts'; // prettier-ignore
import { withoutProgress } from '../support/progress.ts';

useSyntheticFile();

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Runs the command as npm does, with lines typed into it. */
function command(args: string[], lines: string[] = []) {
	return new Promise<{ status: number | null; out: string; errors: string }>((resolve) => {
		const child = spawn(process.execPath, ['src/lib/import/run/command.ts', ...args], {
			cwd: root,
			env: { ...process.env, ...environment }
		});
		let [out, errors] = ['', ''];
		child.stdout.on('data', (data: Buffer) => void (out += data.toString()));
		child.stderr.on('data', (data: Buffer) => void (errors += data.toString()));
		child.on('close', (status) => resolve({ status, out, errors }));
		child.stdin.end(lines.map((line) => `${line}\n`).join(''));
	});
}

test('npm run import starts the command', () => {
	const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
		scripts: Record<string, string>;
	};
	expect(scripts['import']).toBe('node src/lib/import/run/command.ts');
});

test('The dialogue suggests all that is right; only Berlin and the last yes have to be typed', async () => {
	const before = bytesOf(database);
	const path = join(folder, 'dialogue.sav');
	copyFileSync(sav, path);
	const typed = [...Array<string>(10).fill(''), 'excluded', 'yes'];
	const { status, out, errors } = await command([path], typed);
	expect([status, withoutProgress(errors)]).toEqual([0, '']);
	expect(out).toContain('Survey that the file is from [pew-2015-spring]:');
	expect(out).toContain('Germany 1000');
	expect(out).toContain('Variable of the weight [WEIGHT]:');
	expect(out).toMatch(/sanctions-russia +Q\d+/);
	expect(out).not.toContain('not found');
	expect(out).toContain(
		'East and West: QREGDE, score 5 of 5: 100.0 % of Germans have a code, 0.0 % of the others'
	);
	expect(out).toMatch(/3 +Berlin +60 +berlin/);
	// Reported: 40. With Berlin in the East it would be 36.
	expect(out).toMatch(/Confidence in Putin .*, east +40 reported +35\.8 +40\.0 +40\.0/);
	expect(out).toMatch(/Stored\. Data version \d{4}-\d\d-\d\d\.[0-9a-f]{12}\.\n$/);

	const saved = parseMapping(readFileSync(`${path}.mapping.json`, 'utf8'), 'mapping.json');
	// The file knows strata and units in other countries only.
	expect(saved).toEqual({ ...rightMapping(), stratum: null, psu: null });
	expect(existsSync(join(local, 'figures.csv'))).toBe(true);

	const again = bytesOf(database);
	expect((await command([path, '--map', `${path}.mapping.json`, '--yes'])).status).toBe(0);
	expect(bytesOf(database)).toBe(again);
	const undone = await command(['--undo']);
	expect(undone.out).toMatch(/^Undone\. Data version /);
	expect(bytesOf(database)).toBe(before);
	expect((await command(['--undo'])).out).toBe('There is no import that could be undone.\n');
});

test('The dialogue takes corrections, and asks again after what it cannot use', async () => {
	const path = join(folder, 'corrected.sav');
	copyFileSync(sav, path);
	const typed = [
		'pew-2051',
		'pew-2015-spring',
		'',
		'WEIGHT',
		'none',
		'none',
		'',
		'',
		'view-of-nato=nonsense',
		'view-of-nato=none',
		'',
		'QREGDE',
		'east 2; west 1',
		'east 2; west 1; excluded 3'
	];
	const { status, out, errors } = await command([path, '--dry-run'], typed);
	expect([status, withoutProgress(errors)]).toEqual([0, '']);
	expect(out).toContain('"pew-2051" given; expected one of pew-2015-spring');
	expect(out).toContain(
		'"view-of-nato=nonsense" given; expected a numeric variable, or none, after it.'
	);
	expect(out).toContain('expected every code on a side; 3 is on none.');
	expect(out).toContain('Weight WEIGHT, strata none, sampling units none.');
	expect(out).toContain('Dry run: nothing was stored, nothing speaks against it.');
	const saved = parseMapping(readFileSync(`${path}.mapping.json`, 'utf8'), 'mapping.json');
	expect(saved.region).toMatchObject({ excluded: [3], berlin: { codes: [] } });
	expect(saved.questions['view-of-nato']).toBeUndefined();
});

test('A dialogue that nobody finishes stores nothing', async () => {
	const { status, errors } = await command([sav], ['', '']);
	expect(status).toBe(1);
	expect(errors).toBe('No answer to "Variable of the weight". Nothing was stored.\n');
	expect(existsSync(local)).toBe(false);
});

test.each([[[]], [['a.sav', 'b.sav']], [['a.sav', '--mapp', 'm.json']], [['a.sav', '--map']]])(
	'%j is answered with how the command is used',
	async (args) => {
		const { status, errors } = await command(args);
		expect(status).toBe(1);
		expect(errors).toContain('Usage: npm run import -- FILE.sav [--map mapping.json]');
	}
);
