import { spawnSync } from 'node:child_process';
import {
	cpSync,
	existsSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	symlinkSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mappingText } from '#lib/import/mapping.ts';
import { describe2015 } from '../fixtures/synthetic/spring-2015.ts';
import { rightMapping } from '../fixtures/synthetic/mapping.ts';
import { writeSav } from '../fixtures/sav/bytes.ts';
import { withoutProgress } from '../support/progress.ts';
import { startServer } from '../support/server.ts';

/*
 * The steps of the README in a checkout of its own, without a variable that no user sets: import, start,
 * open the link of the terminal.
 */

const real = join(import.meta.dirname, '../..');
const project = mkdtempSync(join(tmpdir(), 'beistand-user-'));
const file = join(project, 'survey.sav');

beforeAll(() => {
	for (const name of [
		'src',
		'static',
		'package.json',
		'package-lock.json',
		'svelte.config.js',
		'vite.config.ts',
		'build'
	])
		cpSync(join(real, name), join(project, name), { recursive: true });
	cpSync(join(real, 'db'), join(project, 'db'), {
		recursive: true,
		filter: (path) => !/\.sqlite|[/\\]local$/.test(path)
	});
	symlinkSync(join(real, 'node_modules'), join(project, 'node_modules'));
	writeSav(file, describe2015());
	writeFileSync(`${file}.mapping.json`, mappingText(rightMapping()));
});
afterAll(() => rmSync(project, { recursive: true, force: true }));

/** As npm runs it: in the project's folder, without what the test runner sets. */
const clean = Object.fromEntries(
	Object.entries(process.env).filter(([name]) => !/^(BEISTAND|VITEST|NODE_ENV|TEST)/.test(name))
);
const run = (script: string, ...words: string[]) =>
	spawnSync(process.execPath, [join(project, script), ...words], {
		cwd: project,
		env: clean,
		encoding: 'utf8'
	});

test('Import, start, open: the crosstab is there for who has the link, and in no export', async () => {
	const imported = run(
		'src/lib/import/run/command.ts',
		file,
		'--map',
		`${file}.mapping.json`,
		'--yes'
	);
	expect(withoutProgress(imported.stderr)).toBe('');
	expect(imported.stdout).toContain('Stored. Data version');
	expect(existsSync(join(project, 'db/local/respondents.sqlite'))).toBe(true);

	const server = await startServer({}, project, 'true', ['--crosstab']);
	try {
		const link = /Crosstab, for one browser: (\S+)\n/.exec(server.output())![1]!;
		const entered = await fetch(link, { redirect: 'manual' });
		expect(entered.status).toBe(303);
		const cookie = entered.headers.getSetCookie()[0]!.split(';')[0]!;
		const page = await fetch(new URL(entered.headers.get('location')!, link), {
			headers: { cookie }
		});
		expect(page.status).toBe(200);
		expect(await page.text()).toContain('Rao–Scott');
		expect((await fetch(new URL('/en/explore/crosstab', link))).status).toBe(404);
	} finally {
		await server.stop();
	}

	// Whoever exports afterwards, even with the token of a server about, gives no respondent away.
	const site = join(project, 'site');
	const exported = spawnSync(
		process.execPath,
		[join(project, 'src/process/export/export.ts'), site, '/en/explore/crosstab', '/en/methods'],
		{ cwd: project, env: { ...clean, ORIGIN: 'http://localhost:8080' }, encoding: 'utf8' }
	);
	expect(exported.status, exported.stderr).toBe(0);
	const files = readdirSync(site, { recursive: true, encoding: 'utf8' });
	expect(files).toContain(join('en', 'methods', 'index.html'));
	expect(files.filter((name) => /crosstab|respondents|sqlite/.test(basename(name)) && !name.includes('_app'))).toEqual([]); // prettier-ignore
	const pages = files.filter((name) => name.endsWith('.html'));
	for (const name of pages)
		expect(readFileSync(join(site, name), 'utf8')).not.toContain('Rao–Scott');
});
