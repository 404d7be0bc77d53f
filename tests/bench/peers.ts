/**
 * The pages that an embed is measured against. All draw its very bars, from its own table.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { rolldown } from 'rolldown';

/** Bodies by path; a peer is a page and what it loads. */
export type Site = Record<string, { type: string; body: Buffer }>;

const folder = join(import.meta.dirname, 'peers');

/** @param embed the page of an embed of bars. @returns its peers by name, itself first */
export async function peersOf(embed: string): Promise<Record<string, Site>> {
	install();
	const [, drawing = ''] = /<div class="w560">(<svg[\s\S]*?<\/svg>)/.exec(embed) ?? [];
	const styles = /<style>([\s\S]*?)<\/style>/.exec(embed)?.[1] ?? '';
	if (drawing === '') throw new Error('Expected a drawing for wide columns in the embed');
	const shares = tableOf(embed);
	const drawn = `<div style="height:420px"><canvas id="c"></canvas></div><script>shares=${JSON.stringify(shares)}</script><script src="chart.js"></script>`;
	const chart = script(await chartScript());
	const sameWords = embed.replace(/<div role="img"[\s\S]*<\/svg><\/div><\/div>/, () => drawn);
	if (sameWords === embed) throw new Error('Expected drawings in the embed');
	return {
		'our embed': { '/': whole(embed) },
		// As a browser draws it: how the embed sets type, which is a rule for what is around the drawing, is not its.
		'bare SVG': { '/': page(`<style>${styles}</style>${drawing}`) },
		// A canvas alone, and one that says and tells what the embed does: question, base, source, table, height.
		'bare Chart.js': { '/': page(`<style>body{margin:0}</style>${drawn}`), '/chart.js': chart },
		'Chart.js': { '/': whole(sameWords), '/chart.js': chart },
		Datawrapper: datawrapper(embed, shares, drawing),
		'Vega-Embed': vega(shares),
		Plotly: plotly(shares)
	};
}

/**
 * The peers' packages are no dependency of the project: they are fetched here, as their lock file says.
 * chart-core names its polyfills by a folder of its own repository; their package.json puts one in that
 * place which is needed anyway, for nothing here asks for them.
 */
function install(): void {
	const changed = (path: string) =>
		statSync(join(folder, path), { throwIfNoEntry: false })?.mtimeMs ?? 0;
	if (changed('node_modules/.package-lock.json') >= changed('package-lock.json')) return;
	const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
	execFileSync('npm', ['ci', ...quiet], { cwd: folder, stdio: 'inherit' });
}

const file = (path: string) => script(readFileSync(join(folder, 'node_modules', path), 'utf8'));

const script = (body: string) => ({ type: 'text/javascript', body: Buffer.from(body) });

const whole = (body: string) => ({ type: 'text/html; charset=utf-8', body: Buffer.from(body) });

export const page = (body: string) =>
	whole(
		`<!doctype html><html lang="de"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>x</title><link rel="icon" href="data:,">${body}</html>`
	);

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

const tones = ['#0e5f5a', '#b9760e'];

/** Chart.js with what bars need and no more, minified, as a careful newsroom would ship it. */
async function chartScript(): Promise<string> {
	const name = 'bench-entry';
	const code = `import { Chart, BarController, BarElement, CategoryScale, LinearScale, Legend } from 'chart.js';
Chart.register(BarController, BarElement, CategoryScale, LinearScale, Legend);
new Chart(document.getElementById('c'), { type: 'bar', data: { labels: shares.labels, datasets: shares.sets.map(({ name, values }, at) => ({ label: name, data: values, backgroundColor: ${JSON.stringify(tones)}[at] })) }, options: { indexAxis: 'y', animation: false, maintainAspectRatio: false } });`;
	const bundle = await rolldown({
		input: name,
		plugins: [
			{
				name,
				resolveId: (id) => (id === name ? name : undefined),
				load: (id) => (id === name ? code : undefined)
			}
		],
		cwd: join(import.meta.dirname, '../..'),
		logLevel: 'silent'
	});
	const { output } = await bundle.generate({ format: 'iife', minify: true });
	return output[0].code;
}

/**
 * A page as Datawrapper publishes it, around its runtime, with title, question, note and source. Its own
 * bars are not published as a package, so the drawing is the embed's, ready-made: the runtime alone is
 * measured, and a real one costs more.
 */
function datawrapper(embed: string, { labels, sets }: Shares, drawing: string): Site {
	const text = (pattern: RegExp) => pattern.exec(embed)?.[1] ?? '';
	const lines = labels.map((label, at) => [label, ...sets.map(({ values }) => values[at])]);
	const colors = { palette: tones, background: '#ffffff' };
	const properties = {
		chart: {
			id: 'peers',
			type: 'bars',
			theme: 'plain',
			language: 'de-DE',
			title: text(/<h1>([^<]*)/),
			metadata: {
				data: {},
				visualize: {},
				publish: { blocks: {} },
				describe: { intro: text(/<p>([^<]*)/), 'source-name': 'Pew Research Center' },
				annotate: { notes: text(/<p class="f">([^<]*)/) }
			}
		},
		visualization: { id: 'bars', axes: {}, height: 'fixed' },
		theme: {
			id: 'plain',
			data: { typography: {}, colors, options: {}, style: {} },
			fonts: {},
			_computed: {}
		},
		themeDataLight: { colors },
		themeDataDark: { colors: { ...colors, background: '#14181d' } },
		locales: {},
		translations: {},
		blocks: [],
		assets: {
			'dataset.csv': {
				value: [['', ...sets.map(({ name }) => name)], ...lines]
					.map((line) => line.join('\t'))
					.join('\n')
			}
		},
		isIframe: true
	};
	const bars = `dw.visualization.register('bars',{render(el){el.innerHTML=${JSON.stringify(drawing)};this.renderingComplete()}})`;
	return {
		'/': page(
			`<style>body{margin:0;font:14px/20px sans-serif}svg{width:100%}.c-yes{fill:${tones[0]}}.c-no{fill:${tones[1]}}</style><div id="__svelte-dw" class="dw-chart chart"></div><script>__DW_SVELTE_PROPS__=${JSON.stringify(properties)}</script><script src="load-polyfills.js"></script><script src="dw-2.0.min.js"></script><script>${bars}</script><script src="main.js"></script>`
		),
		...Object.fromEntries(
			['load-polyfills.js', 'dw-2.0.min.js', 'main.js'].map((name) => [
				`/${name}`,
				file(`@datawrapper/chart-core/dist/${name}`)
			])
		)
	};
}

/** The three scripts and the one call that its documentation shows. */
function vega({ labels, sets }: Shares): Site {
	const values = labels.flatMap((label, at) =>
		sets.map(({ name, values }) => ({ label, name, value: values[at] }))
	);
	const spec = {
		width: 'container',
		height: 400,
		data: { values },
		mark: 'bar',
		encoding: {
			y: { field: 'label', type: 'nominal', sort: null, title: null },
			yOffset: { field: 'name' },
			x: { field: 'value', type: 'quantitative', title: null },
			color: { field: 'name', scale: { domain: sets.map(({ name }) => name), range: tones } }
		}
	};
	const names = ['vega', 'vega-lite', 'vega-embed'];
	return {
		'/': page(
			`<style>body{margin:0}#c{width:100%}</style><div id="c"></div>${names.map((name) => `<script src="${name}.js"></script>`).join('')}<script>vegaEmbed('#c',${JSON.stringify(spec)},{actions:false})</script>`
		),
		...Object.fromEntries(
			names.map((name) => [`/${name}.js`, file(`${name}/build/${name}.min.js`)])
		)
	};
}

function plotly({ labels, sets }: Shares): Site {
	const data = sets.map(({ name, values }) => ({
		type: 'bar',
		orientation: 'h',
		name,
		x: values,
		y: labels
	}));
	const call = `Plotly.newPlot('c',${JSON.stringify(data)},{margin:{l:160,t:10}},{displayModeBar:false,responsive:true})`;
	return {
		'/': page(
			`<style>body{margin:0}</style><div id="c" style="height:420px"></div><script src="plotly.js"></script><script>${call}</script>`
		),
		'/plotly.js': file('plotly.js-basic-dist-min/plotly-basic.min.js')
	};
}
