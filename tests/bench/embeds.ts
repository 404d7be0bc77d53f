/**
 * What one embedded chart costs a reader, and what twenty on one article page cost, beside the same
 * drawing without anything around it, Chart.js in the browser and Plotly. Every page is opened with a cold
 * cache; all peers take turns in one run, and medians are compared, so that a busy machine slows all alike.
 *
 * node tests/bench/embeds.ts   RUNS=31 changes how often; fails where a budget is missed
 */
import { createServer, type Server } from 'node:http';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { setTimeout } from 'node:timers/promises';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync } from 'node:zlib';
import { rolldown } from 'rolldown';
import { startServer } from '../server.ts';
import { startChromium, type Chromium, type Tab } from './chromium.ts';

const runs = Number(process.env['RUNS'] ?? 15);
const embedPath = '/de/embed/questions/defend-nato-ally';
const require = createRequire(import.meta.url);

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

/** Bodies by path; a peer is a page and what it loads. */
type Site = Record<string, { type: string; body: Buffer }>;

/** The peers draw the very bars of the embed. */
async function peers(embed: string): Promise<Record<string, Site>> {
	const [, drawing = ''] = /<div class="w560">(<svg[\s\S]*?<\/svg>)/.exec(embed) ?? [];
	const styles = /<style>([\s\S]*?)<\/style>/.exec(embed)?.[1] ?? '';
	if (drawing === '') throw new Error('Expected a drawing for wide columns in the embed');
	const shares = tableOf(embed);
	const drawn = `<div style="height:420px"><canvas id="c"></canvas></div><script>shares=${JSON.stringify(shares)}</script><script src="chart.js"></script>`;
	const chart = { type: 'text/javascript', body: Buffer.from(await chartScript()) };
	const sameWords = embed.replace(/<div role="img"[\s\S]*<\/svg><\/div><\/div>/, () => drawn);
	if (sameWords === embed) throw new Error('Expected drawings in the embed');
	return {
		'our embed': { '/': html(embed, true) },
		'bare SVG': { '/': html(`<style>${styles}</style>${drawing}`) },
		// A canvas alone, and one that says and tells what the embed does: question, base, source, table, height.
		'bare Chart.js': { '/': html(`<style>body{margin:0}</style>${drawn}`), '/chart.js': chart },
		'Chart.js': { '/': html(sameWords, true), '/chart.js': chart },
		Plotly: {
			'/': html(
				`<style>body{margin:0}</style><div id="c" style="height:420px"></div><script src="plotly.js"></script><script>${plotlyCall(shares)}</script>`
			),
			'/plotly.js': {
				type: 'text/javascript',
				body: readFileSync(require.resolve('plotly.js-basic-dist-min'))
			}
		}
	};
}

interface Shares {
	labels: string[];
	sets: { name: string; values: number[] }[];
}

/** The numbers of the embed's own table. */
function tableOf(embed: string): Shares {
	const details = /<details>[\s\S]*?<\/details>/.exec(embed)?.[0] ?? '';
	const cells = (line: string, tag: string) =>
		[...line.matchAll(new RegExp(`<${tag}>([^<]*)</${tag}>`, 'g'))].map(([, text = '']) => text);
	const [head = '', ...lines] = details.split('<tr>').slice(1);
	const names = cells(head, 'th').slice(0, 2);
	return {
		labels: lines.map((line) => cells(line, 'th')[0] ?? ''),
		sets: names.map((name, at) => ({
			name,
			values: lines.map((line) => parseInt(cells(line, 'td')[at] ?? '', 10))
		}))
	};
}

const html = (body: string, whole = false) => ({
	type: 'text/html; charset=utf-8',
	body: Buffer.from(
		whole
			? body
			: `<!doctype html><html lang="de"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>x</title><link rel="icon" href="data:,">${body}</html>`
	)
});

/** Chart.js with what bars need and no more, minified, as a careful newsroom would ship it. */
async function chartScript(): Promise<string> {
	const name = 'bench-entry';
	const code = `import { Chart, BarController, BarElement, CategoryScale, LinearScale, Legend } from 'chart.js';
Chart.register(BarController, BarElement, CategoryScale, LinearScale, Legend);
new Chart(document.getElementById('c'), { type: 'bar', data: { labels: shares.labels, datasets: shares.sets.map(({ name, values }, at) => ({ label: name, data: values, backgroundColor: ['#0e5f5a', '#b9760e'][at] })) }, options: { indexAxis: 'y', animation: false, maintainAspectRatio: false } });`;
	const bundle = await rolldown({
		input: name,
		plugins: [
			{
				name,
				resolveId: (id) => (id === name ? name : undefined),
				load: (id) => (id === name ? code : undefined)
			}
		],
		cwd: new URL('../..', import.meta.url).pathname,
		logLevel: 'silent'
	});
	const { output } = await bundle.generate({ format: 'iife', minify: true });
	return output[0].code;
}

const plotlyCall = ({ labels, sets }: Shares): string => {
	const data = sets.map(({ name, values }) => ({
		type: 'bar',
		orientation: 'h',
		name,
		x: values,
		y: labels
	}));
	return `Plotly.newPlot('c',${JSON.stringify(data)},{margin:{l:160,t:10}},{displayModeBar:false,responsive:true})`;
};

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

const article = (src: string): string =>
	Array.from(
		{ length: 20 },
		(_, at) =>
			`<p>Paragraph ${at}.</p><iframe src="${src}?${at}" width="600" height="760" style="width:100%;border:0"></iframe>`
	).join('');

const [ours, browser] = await Promise.all([startServer(), startChromium()]);
const embed = await (await fetch(ours.origin + embedPath)).text();
await ours.stop();
const sites = await peers(embed);
const served = new Map<string, Awaited<ReturnType<typeof serve>>>();
for (const [name, site] of Object.entries(sites)) served.set(name, await serve(site));
const origin = (name: string) => `${served.get(name)!.origin}/`;
const hosts = new Map<string, Awaited<ReturnType<typeof serve>>>();
for (const name of served.keys())
	hosts.set(name, await serve({ '/': html(article(origin(name))) }));

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
	['requests of one embed', own.requests, 1],
	['painted against the bare SVG', own.painted / floor.painted, 1.3],
	['CPU against the bare SVG', own.cpu / floor.cpu, 1.3],
	['CPU of twenty against Chart.js with the same words', ownTwenty.cpu / chartTwenty.cpu, 0.5],
	['heap of twenty against Chart.js with the same words', ownTwenty.heap / chartTwenty.heap, 0.5],
	['layout shift of twenty', ownTwenty.shift, 0]
];
console.log('\nBudgets');
for (const [name, value, most] of budgets) {
	const isMet = value <= most;
	if (!isMet) process.exitCode = 1;
	const shown = Number.isInteger(value) ? String(value) : value.toFixed(2);
	console.log(`${isMet ? 'met   ' : 'MISSED'}  ${name}: ${shown}, at most ${most}`);
}
