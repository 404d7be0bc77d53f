import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { useBrowser } from '../support/site.ts';

/*
 * A pointer on a mark is told that mark. Where the marks are is read off the drawing as a reader sees it:
 * the printed numbers and the names beside or above them, not our own layout.
 */

const { open } = useBrowser();

interface Printed {
	/** Name of the line in which the number stands. */
	name: string;
	text: string;
	/** Of the number, in pixels of the window. */
	left: number;
	right: number;
	y: number;
}

/** The numbers of the first drawing on the page, with the name that stands left of or above each. */
const printed = (page: Page): Promise<Printed[]> =>
	page.evaluate(() => {
		const chart = document.querySelector('.chart')!;
		chart.scrollIntoView({ block: 'start' });
		const svg = [...chart.querySelectorAll('svg')].find(
			(each) => each.getBoundingClientRect().height > 0
		)!;
		const texts = [...svg.querySelectorAll('text')].map((text) => ({
			text: (text.textContent ?? '').replaceAll('\u00a0', ' '),
			bold: text.getAttribute('font-weight') === '600',
			box: text.getBoundingClientRect()
		}));
		const edge = svg.getBoundingClientRect().left + 16;
		const isNumber = (text: string) => /^\d+ ?%$/.test(text);
		const names = texts.filter(({ text, box }) => box.left < edge && !isNumber(text));
		return texts
			.filter(({ text }) => isNumber(text))
			.map(({ text, box }) => {
				const name = names.filter((each) => each.box.top < box.bottom - 4).at(-1);
				return {
					name: name?.text ?? '',
					text,
					left: box.left,
					right: box.right,
					y: box.top + box.height / 2
				};
			});
	});

/** What the page tells, without the difference of its two kinds of blank. */
const told = async (page: Page): Promise<string> =>
	(await page.locator('.tooltip').innerText()).replaceAll('\u00a0', ' ').replace(/\n+/g, '\n');

test.each([320, 480, 768, 1280, 1920])(
	'at %i px a mouse on a bar is told the country, the number, the answer, the base and the status',
	async (width) => {
		const { page, close } = await open('/de/questions/defend-nato-ally', {
			viewport: { width, height: 1400 }
		});
		await page.waitForSelector('canvas.drawn');
		const numbers = await printed(page);
		expect(numbers.length).toBeGreaterThan(15);
		const zero =
			numbers.reduce((sum, { left, right }) => sum + left + right, 0) / 2 / numbers.length;
		for (const { name, text, left, right, y } of numbers.filter((_, index) => index % 3 === 0)) {
			const isNo = right < zero;
			// On the ink, near the end of the bar at which its number stands.
			await page.mouse.move(isNo ? right + 12 : left - 12, y);
			await page.waitForSelector('.tooltip');
			const [first, answer, ...rest] = (await told(page)).split('\n');
			// A name may be broken over two lines: the last of them stands nearest to the number.
			expect(first).toMatch(new RegExp(`${name.split(' ').at(-1)}: ${text}$`));
			expect(answer).toBe(`Sollte ${isNo ? 'keine ' : ''}militärische Gewalt einsetzen`);
			expect(rest).toContain('Vom Institut veröffentlicht');
			expect(rest.join()).toMatch(/Basis: alle Befragten|Der mittlere der Länderwerte/);
			await page.mouse.move(2, 2);
			await page.waitForSelector('.tooltip', { state: 'detached' });
		}
		await close();
	}
);

test('the arrow keys go through every number of a chart, Escape closes, Enter opens its page', async () => {
	const { page, close } = await open('/en/questions/confidence-putin?by=region', {
		viewport: { width: 1000, height: 900 }
	});
	await page.locator('.chart [role=application]').focus();
	const names = new Set<string>();
	await page.keyboard.press('Home');
	await page.waitForSelector('.tooltip');
	for (let last = ''; last !== (last = await told(page));) {
		names.add(last.split('\n').slice(0, 2).join(', '));
		await page.keyboard.press('ArrowRight');
		// A busy machine answers a key later; at the last mark nothing changes any more.
		for (let waited = 0; waited < 25 && (await told(page)) === last; waited += 1)
			await page.waitForTimeout(50);
	}
	expect([...names]).toEqual(
		expect.arrayContaining([
			'East Germany: 40%, Confidence (a lot + some)',
			'West Germany: 19%, Confidence (a lot + some)',
			'Germany: 23%, Confidence (a lot + some)'
		])
	);
	await page.keyboard.press('Escape');
	expect(await page.locator('.tooltip').count()).toBe(0);
	await page.keyboard.press('Home');
	await page.waitForSelector('.tooltip');
	await page.keyboard.press('Enter');
	await page.waitForURL(/\/en\/figures\/pew-2015-spring~confidence-putin~deu~/);
	await close();
});

test('a finger may miss by half its breadth, is told the same, and gets a link to the figure', async () => {
	const { page, close } = await open('/en', {
		viewport: { width: 390, height: 1200 },
		hasTouch: true,
		isMobile: true
	});
	await page.waitForSelector('canvas.drawn');
	const italy = (await printed(page)).find(({ name, text }) => name === 'Italy' && text === '51%')!;
	await page.touchscreen.tap(italy.right + 20, italy.y + 6);
	await page.waitForSelector('.tooltip');
	expect(await told(page)).toContain('Italy: 51%\nShould not use military force');
	await page.getByRole('link', { name: 'Open this figure' }).tap();
	await page.waitForURL(/defend-nato-ally~ita~all~should-not$/);
	await close();
});

test('among the courses of several countries a pointer on a name sets that course off', async () => {
	const waves = [
		'2009-fall',
		'2011-spring',
		'2012-spring',
		'2015-spring',
		'2019-spring',
		'2024-spring'
	];
	const surveys = waves.map((wave) => `pew-${wave}`).join();
	const { page, close } = await open(
		`/en/questions/view-of-nato?by=time&country=deu,fra,pol&survey=${surveys}`,
		{ viewport: { width: 1280, height: 900 } }
	);
	await page.waitForSelector('canvas.drawn');
	// The number at the end of a line, with the country’s name behind it.
	const poland = (await printed(page)).find(({ text }) => text === '91%')!;
	await page.mouse.move((poland.left + poland.right) / 2, poland.y);
	await page.waitForSelector('.tooltip');
	expect(await told(page)).toContain('Poland: 91%');
	const points = (await page.locator('.marks polyline').last().getAttribute('points'))!;
	// By hand from db/data/figures.csv: four of the waves print Poland’s “favorable”, two print its two parts.
	expect(points.split(' ').length).toBe(6);
	await page.mouse.move(2, 2);
	await page.waitForSelector('.marks polyline', { state: 'detached' });
	await close();
});
