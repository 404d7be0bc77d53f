/**
 * What one embedded chart costs a reader, and what twenty on one article page cost, beside the same drawing
 * without anything around it and beside Chart.js, Datawrapper, Vega-Embed and Plotly in the browser. Every
 * page is opened with a cold cache; all peers take turns in one run, and medians are compared, so that a
 * busy machine slows all alike.
 *
 * node tests/bench/embeds.ts   RUNS=31 changes how often; fails where a budget is missed
 */
import { createServer, type Server } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { readCsv } from '../fixtures/data-package.ts';
import { startServer } from '../support/server.ts';
import { startChromium, type Chromium, type Tab } from './chromium.ts';
import { page, peersOf, type Site } from './peers.ts';

const runs = Number(process.env['RUNS'] ?? 15);
const embedPath = '/de/embed/questions/defend-nato-ally';

interface Cost {
	/** Over the wire, headers too. */
	bytes: number;
	requests: number;
	/** Milliseconds until the chart is seen. */
	painted: number;
	/** Milliseconds of the main thread. */
	cpu: number;
	heap: number;
	shift: number;
}

/** A server that sends everything compressed once and lets it be kept, as a careful one does. */
async function serve(site: Site): Promise<{ origin: string; server: Server }> {
	const packed = Object.fromEntries(
		Object.entries(site).map(([path, { type, body }]) => [
			path,
			{ type, body: brotliCompressSync(body) }
		])
	);
	const server = createServer((request, response) => {
		const found = packed[request.url?.split('?')[0] ?? ''];
		if (!found) return response.writeHead(404).end();
		response.writeHead(200, {
			'content-type': found.type,
			'content-encoding': 'br',
			'cache-control': 'max-age=600',
			'content-length': found.body.length
		});
		response.end(found.body);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}

/** What an address takes from the wire, with a cold cache. Watching that costs time, so it is a visit of its own. */
async function traffic(
	browser: Chromium,
	address: string
): Promise<Pick<Cost, 'bytes' | 'requests'>> {
	const tab = await browser.tab();
	let [bytes, requests] = [0, 0];
	tab.on('Network.requestWillBeSent', ({ request }) => {
		if (!(request as { url: string }).url.startsWith('data:')) requests += 1;
	});
	tab.on(
		'Network.loadingFinished',
		({ encodedDataLength }) => (bytes += Number(encodedDataLength))
	);
	await tab.send('Network.enable');
	await open(tab, address);
	await tab.close();
	return { bytes, requests };
}

/** Opens an address with a cold cache and asks the browser what it cost. */
async function cost(browser: Chromium, address: string): Promise<Omit<Cost, 'bytes' | 'requests'>> {
	const tab = await browser.tab();
	// CPU time and not time on the clock: others work on this machine too.
	await tab.send('Performance.enable', { timeDomain: 'threadTicks' });
	await open(tab, address);
	const { metrics } = (await tab.send('Performance.getMetrics')) as {
		metrics: { name: string; value: number }[];
	};
	const metric = (name: string) => metrics.find((each) => each.name === name)?.value ?? NaN;
	const { result } = (await tab.send('Runtime.evaluate', {
		expression: `(${measured.toString()})()`,
		awaitPromise: true,
		returnByValue: true
	})) as { result: { value: { painted: number | null; shift: number } } };
	await tab.close();
	return {
		painted: result.value.painted ?? NaN,
		shift: result.value.shift,
		cpu: 1000 * metric('TaskDuration'),
		heap: metric('JSHeapUsedSize')
	};
}

/** Opens an address in a column of an article's width, and waits until it has come to rest. */
async function open(tab: Tab, address: string): Promise<void> {
	const screen = { width: 640, height: 900, deviceScaleFactor: 1, mobile: false };
	await tab.send('Emulation.setDeviceMetricsOverride', screen);
	await tab.send('Page.enable');
	const isLoaded = new Promise((resolve) => tab.on('Page.loadEventFired', resolve));
	await tab.send('Page.navigate', { url: address });
	await isLoaded;
	await setTimeout(350);
}

/** In the page: when something was first painted, and how far things moved. */
function measured(): Promise<{ painted: number | null; shift: number }> {
	const [first] = performance.getEntriesByName('first-contentful-paint');
	return new Promise((resolve) => {
		let shift = 0;
		new PerformanceObserver((list) => {
			for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[])
				shift += entry.value;
		}).observe({ type: 'layout-shift', buffered: true });
		globalThis.setTimeout(() => resolve({ painted: first?.startTime ?? null, shift }), 100);
	});
}

const shuffled = <T>(list: T[]): T[] =>
	list
		.map((each) => ({ each, at: Math.random() }))
		.toSorted((a, b) => a.at - b.at)
		.map(({ each }) => each);

const median = (values: number[]): number =>
	values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

/** Medians of every peer; they take turns. */
async function compare(
	browser: Chromium,
	addresses: Record<string, string>
): Promise<Record<string, Cost>> {
	const taken = new Map<string, Awaited<ReturnType<typeof traffic>>>();
	for (const [name, address] of Object.entries(addresses))
		taken.set(name, await traffic(browser, address));
	const costs = new Map<string, Awaited<ReturnType<typeof cost>>[]>(
		Object.keys(addresses).map((name) => [name, []])
	);
	for (let run = -1; run < runs; run += 1)
		// In another order each time: who always came after the heaviest would pay for its tidying up.
		for (const [name, address] of shuffled(Object.entries(addresses))) {
			const one = await cost(browser, address);
			// The first round warms the browser up.
			if (run >= 0) costs.get(name)?.push(one);
		}
	return Object.fromEntries(
		[...costs].map(([name, list]) => {
			const of = (key: 'painted' | 'cpu' | 'heap' | 'shift') =>
				median(list.map((each) => each[key]));
			return [
				name,
				{
					...taken.get(name)!,
					painted: of('painted'),
					cpu: of('cpu'),
					heap: of('heap'),
					shift: of('shift')
				}
			];
		})
	);
}

function print(title: string, costs: Record<string, Cost>, floor: string): void {
	console.log(`\n${title}, median of ${runs}; × is against ${floor}`);
	console.log(
		['', 'bytes', 'requests', 'painted ms', 'CPU ms', 'heap kB', 'shift'].map(cell).join('')
	);
	const least = costs[floor]!;
	for (const [name, { bytes, requests, painted, cpu, heap, shift }] of Object.entries(costs)) {
		const against = (value: number, other: number) =>
			`${value.toFixed(0)} (×${(value / other).toFixed(2)})`;
		console.log(
			[
				name,
				bytes,
				requests,
				Number.isNaN(painted) ? '–' : against(painted, least.painted),
				against(cpu, least.cpu),
				against(heap / 1000, least.heap / 1000),
				shift.toFixed(3)
			]
				.map(cell)
				.join('')
		);
	}
}

const cell = (value: string | number, at: number): string =>
	at === 0 ? String(value).padEnd(15) : String(value).padStart(at < 3 ? 10 : 18);

/** The heaviest embed of all pages in their usual views, packed with gzip. */
async function heaviestOf(origin: string): Promise<{ path: string; bytes: number }> {
	const questions = readCsv('questions.csv').rows.flatMap(([id = '']) =>
		['', '/by-region', '?by=time', '?by=group'].map((view) => `questions/${id}${view}`)
	);
	const claims = readCsv('claims.csv').rows.map(([id = '']) => `claims/${id}`);
	let found = { path: '', bytes: 0 };
	for (const lang of ['de', 'en'])
		for (const page of [...questions, ...claims, 'regions', 'explore/together']) {
			const path = `/${lang}/embed/${page}`;
			const html = await (await fetch(origin + path)).text();
			const bytes = gzipSync(html, { level: 9 }).length;
			if (bytes > found.bytes) found = { path, bytes };
		}
	return found;
}

const article = (src: string): string =>
	Array.from(
		{ length: 20 },
		(_, at) =>
			`<p>Paragraph ${at}.</p><iframe src="${src}?${at}" width="600" height="760" style="width:100%;border:0"></iframe>`
	).join('');

const [ours, browser] = await Promise.all([startServer(), startChromium()]);
const embed = await (await fetch(ours.origin + embedPath)).text();
const heaviest = await heaviestOf(ours.origin);
await ours.stop();
const sites = await peersOf(embed);
const served = new Map<string, Awaited<ReturnType<typeof serve>>>();
for (const [name, site] of Object.entries(sites)) served.set(name, await serve(site));
const origin = (name: string) => `${served.get(name)!.origin}/`;
const hosts = new Map<string, Awaited<ReturnType<typeof serve>>>();
for (const name of served.keys())
	hosts.set(name, await serve({ '/': page(article(origin(name))) }));

const all = [...served.keys()];
const one = await compare(browser, Object.fromEntries(all.map((name) => [name, origin(name)])));
print('One embed', one, 'bare SVG');
const twenty = await compare(
	browser,
	Object.fromEntries(all.map((name) => [name, `${hosts.get(name)!.origin}/`]))
);
print('Twenty on one page', twenty, 'Chart.js');
await browser.close();
for (const { server } of [...served.values(), ...hosts.values()]) server.close();

const [own, floor] = [one['our embed']!, one['bare SVG']!];
const [ownTwenty, chartTwenty] = [twenty['our embed']!, twenty['Chart.js']!];
const budgets: [string, number, number][] = [
	['bytes of one embed', own.bytes, 6000],
	['bytes of the heaviest embed, gzipped', heaviest.bytes, 6000],
	['requests of one embed', own.requests, 1],
	['painted against the bare SVG', own.painted / floor.painted, 1.3],
	['CPU against the bare SVG', own.cpu / floor.cpu, 1.3],
	['CPU of twenty against Chart.js with the same words', ownTwenty.cpu / chartTwenty.cpu, 0.5],
	['heap of twenty against Chart.js with the same words', ownTwenty.heap / chartTwenty.heap, 0.5],
	['layout shift of twenty', ownTwenty.shift, 0]
];
console.log(`\nHeaviest embed of all: ${heaviest.bytes} bytes gzipped, ${heaviest.path}`);
console.log('\nBudgets');
for (const [name, value, most] of budgets) {
	const isMet = value <= most;
	if (!isMet) process.exitCode = 1;
	const shown = Number.isInteger(value) ? String(value) : value.toFixed(2);
	console.log(`${isMet ? 'met   ' : 'MISSED'}  ${name}: ${shown}, at most ${most}`);
}
