import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import powerQuery from '@microsoft/powerquery-parser';
import { afterAll, describe, expect, test } from 'vitest';
import { has, run } from '../support/download-readers.ts';
import { useSite } from '../support/site.ts';

/* Lines that read a file from elsewhere: each is run by its program, or parsed by who made the program. */

const { DefaultSettings, TaskUtils } = powerQuery;
const server = useSite();

describe('what a page gives to copy', () => {
	const folder = mkdtempSync(join(tmpdir(), 'beistand-'));
	afterAll(() => rmSync(folder, { recursive: true }));

	/** What stands on a page to be copied. */
	async function snippet(tool: string, page: string): Promise<string> {
		const html = await (await fetch(`${server.origin}${page}`)).text();
		const [, code = ''] =
			new RegExp(`<code data-tool="${tool}"[^>]*>([^<]*)</code>`).exec(html) ?? [];
		return code
			.replaceAll('&quot;', '"')
			.replaceAll('&gt;', '>')
			.replaceAll('&lt;', '<')
			.replaceAll('&amp;', '&');
	}

	test('gives JavaScript lines that run as they stand', async () => {
		const code = await snippet('javascript', '/en/api');
		const check =
			'console.log(rows.find((row) => row.figure_id === "pew-2015-spring~defend-nato-ally~deu~all~should").pct, dictionary.populations.deu.label.de);';
		const printed = run(process.execPath, ['--input-type=module', '-e', `${code}\n${check}`]);
		expect(printed.trim()).toBe('38 Deutschland');
	});

	test.each([
		'/en/api',
		'/de/api',
		'/en/explore?measure=net',
		'/de/explore?measure=rank',
		'/en/explore?measure=percent',
		'/en/regions',
		'/de/questions/view-of-nato?by=time'
	])(
		'gives Power Query on %s an expression of its language, and columns of the file',
		async (page) => {
			const code = await snippet('excel', page);
			const task = await TaskUtils.tryLexParse(DefaultSettings, code);
			if (!TaskUtils.isParseStageOk(task)) throw task.error;
			expect(task.ast.kind).toBe('LetExpression');
			const texts = [...task.nodeIdMapCollection.astNodeById.values()]
				.filter((node) => node.kind === 'LiteralExpression')
				.map(({ literal }) => literal)
				.filter((literal) => literal.startsWith('"'))
				.map((literal) => literal.slice(1, -1));
			const [address = '', delimiter, ...others] = texts;
			expect(delimiter).toBe(',');
			const columns = others.filter((each) => each !== 'en-US');
			expect(columns.length).toBe(1);
			const reply = await fetch(address);
			expect(reply.headers.get('content-type')).toContain('text/csv');
			const [head = ''] = (await reply.text()).split('\r\n');
			expect(head.split(',')).toEqual(expect.arrayContaining(columns));
		}
	);

	test.skipIf(!has('Rscript', 'readr'))('gives R lines that run as they stand', async () => {
		const code = await snippet('r', '/en/api');
		const check =
			'cat(figures$pct[figures$figure_id == "pew-2015-spring~defend-nato-ally~deu~all~should"], is.numeric(figures$pct), nrow(figures), names(figures)[1])';
		const printed = run('Rscript', ['-e', code, '-e', check]);
		console.log(printed);
		expect(printed).toMatch(/^38 TRUE \d+ figure_id$/);
	});

	test.skipIf(!has('python3'))('gives Python lines that run as they stand', async () => {
		const code = await snippet('python', '/de/api');
		const check =
			'print(figures[0]["figure_id"], [f["pct"] for f in figures if f["population_id"] == "deu"])';
		const printed = run('python3', ['-c', `${code}\n${check}`]);
		console.log(printed.trim());
		expect(printed).toContain("['38', '58', ");
	});

	test.skipIf(!has('curl'))('gives curl a line that runs as it stands', async () => {
		const code = await snippet('curl', '/en/api');
		run('sh', ['-c', `cd '${folder}' && ${code}`]);
		expect(readFileSync(join(folder, 'figures.csv'), 'utf8')).toMatch(/^figure_id,survey_id,/);
	});

	test('gives Sheets a formula with the address of a CSV that is there', async () => {
		const code = await snippet('sheets', '/en/api');
		const address = /^=IMPORTDATA\("(http[^"]+)"\)$/.exec(code)?.[1] ?? '';
		expect((await fetch(address)).headers.get('content-type')).toContain('text/csv');
	});
});
