import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { page as articlePage, startHost, type Host } from '../fixtures/hosts.ts';
import { eager } from '../support/embeds.ts';
import { engines, until, type EnginePage } from '../support/engines.ts';
import { useSite } from '../support/site.ts';
import { snippetsOf } from '../support/snippets.ts';

/* The pages a reader meets first, in the two engines that are not Chromium. */

const server = useSite();
let host: Host;
beforeAll(async () => {
	host = await startHost();
});
afterAll(() => host.close());

describe.each(engines)('in $name', ({ name, missing, start }) => {
	if (missing) {
		test.skip(`left out, for ${missing} is not installed`, () => undefined);
		return;
	}
	let narrow: EnginePage;
	let wide: EnginePage;
	beforeAll(async () => {
		// One after the other: a browser that starts takes a whole core.
		narrow = await start(390);
		wide = name === 'WebKit' ? narrow : await start(1280);
	});
	afterAll(async () => {
		await narrow.close();
		if (wide !== narrow) await wide.close();
	});

	test('start and question say what Germans answered, and nothing is cut or hyphenated', async () => {
		for (const path of ['/de', '/de/questions/defend-nato-ally']) {
			await narrow.goto(server.origin + path);
			expect(await narrow.read('document.querySelector("main").innerText')).toMatch(/58\s%/);
			const [content, window] = await narrow.read<number[]>(
				'[document.documentElement.scrollWidth, document.documentElement.clientWidth]'
			);
			expect(content, path).toBeLessThanOrEqual(window!);
			const hyphens = await narrow.read<string[]>(
				'[...document.querySelectorAll("h1, h2, h3, nav a")].map((each) => { const style = getComputedStyle(each); return style.hyphens || style.webkitHyphens; })'
			);
			expect(hyphens.length, path).toBeGreaterThan(5);
			expect([...new Set(hyphens)], path).not.toContain('auto');
		}
	});

	test('the chart of a question is drawn when it comes into view', async () => {
		await narrow.goto(`${server.origin}/de/questions/defend-nato-ally`);
		// A reader's page moves more than once; an engine that nobody looks at notices only what moves.
		await until(
			narrow,
			'(scrollBy(0, scrollY % 2 ? -1 : 1), document.querySelector(".chart").scrollIntoView(), document.querySelector("canvas.drawn"))'
		);
		const [width, height] = await narrow.read<number[]>(
			'(({ width, height }) => [width, height])(document.querySelector("canvas.drawn").getBoundingClientRect())'
		);
		expect(width).toBeGreaterThan(200);
		expect(height).toBeGreaterThan(200);
	});

	test('a pasted embed takes the height it needs on a foreign page', async () => {
		const { scripted } = await snippetsOf(server.origin, '/de/questions/defend-nato-ally');
		await narrow.goto(host.show(articlePage(eager(scripted))));
		await until(
			narrow,
			'parseFloat(document.querySelector("iframe").style.height) > 300 && document.querySelector("iframe").getBoundingClientRect().height > 300'
		);
	});

	test('a choice in the workbench changes table and address', async () => {
		await wide.goto(`${server.origin}/en/explore?rows=question`);
		await until(wide, 'document.querySelector(".facets")');
		await wide.read(
			'document.querySelectorAll("details.facets, [data-facet=topic]").forEach((each) => (each.open = true))'
		);
		await wide.click('[data-facet="topic"] a[data-code="alliance"]');
		await until(wide, 'location.search.includes("topic=alliance")');
		await until(wide, 'document.querySelectorAll(".pivot td").length > 10');
	});

	test('the handle of two questions moves by keyboard, and its numbers with it', async () => {
		await wide.goto(`${server.origin}/en/explore/together`);
		const both = 'document.querySelector("[data-group=both]").innerText';
		await until(wide, 'document.querySelector("input[type=range]")');
		expect(await wide.read(both)).toBe('26%');
		await until(wide, 'document.querySelector("input[type=range]").offsetWidth > 100');
		await wide.arrowRight('input[type="range"]', 4);
		await until(wide, `${both} === "30%"`);
	});
});
