import { describe, expect, test } from 'vitest';
import { useServer } from '../support/site.ts';

describe('a copy whose operator is named', () => {
	const server = useServer({
		IMPRINT: 'Verein für Umfragen | Weg 1 & <b>2</b> | 10115 Berlin',
		CONTACT: 'fehler@beispiel.example'
	});

	test('says on every page where imprint, report of errors and corrections are, and leads there', async () => {
		const start = await (await server.get('/de')).text();
		for (const [name, target] of [
			['Impressum', 'responsible'],
			['Fehler melden', 'report'],
			['Korrekturen', 'corrections']
		]) {
			expect(start).toMatch(new RegExp(`href="/de/methods#${target}"[^>]*>${name}<`));
			const page = await (await server.get('/de/methods')).text();
			expect(page).toContain(`id="${target}"`);
		}
	});

	test('shows name and address line by line, as text, and a link for mail', async () => {
		const page = (await (await server.get('/de/methods')).text()).replaceAll(/<!--.*?-->/g, '');
		expect(page).toContain('Verein für Umfragen<br');
		expect(page).toContain('Weg 1 &amp; &lt;b>2&lt;/b>');
		expect(page).toContain('href="mailto:fehler@beispiel.example"');
	});

	test('says on the page of a statement when it was last reviewed', async () => {
		expect(await (await server.get('/en/claims/c7')).text()).toMatch(
			/Last held against the figures on \d+ \w+ \d{4}\./
		);
	});
});
