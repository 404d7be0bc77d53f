import { Agent, request } from 'node:http';
import { connect, type Socket } from 'node:net';

/*
 * One client that does its worst, in a process of its own: `node attacker.ts NAME ORIGIN SECONDS`. It comes
 * from an address of this machine that nobody else has, and prints what it was answered.
 */

export const address = '127.0.0.2';

/** Connections at a time; a client may have 200. */
const atOnce = 150;

const country = ['deu', 'usa', 'fra', 'gbr', 'ita', 'esp', 'pol', 'can'];
/** Some of a list, others for every number. */
const some = (of: string[], n: number) => of.filter((_, at) => (n >> at) % 2 === 0).join();
const forms = ['csv', 'json', 'xlsx', 'md'];
const dimensions = ['question', 'country', 'group', 'survey', 'answer'];

/** Addresses that nobody asked for before, by the number of the request. */
const paths: Record<string, (n: number) => string> = {
	'pages of East and West with other assumptions': (n) =>
		`/de/regions?east_share=15-${16 + n / 1000}`,
	'pages of a question by other countries': (n) =>
		`/en/questions/view-of-nato?by=country&country=${some(country, n)}&sort=label&x=${n}`,
	'data of a filter click': (n) =>
		`/de/questions/view-of-nato/__data.json?by=region&country=${some(country, n)}&n=${n}`,
	'Explore with everything': (n) =>
		`/en/explore?rows=${dimensions[n % 5]}&columns=${dimensions[(n + 1 + (n % 4)) % 5]}&measure=percent&country=${some(country, n)}&x=${n}`,
	'files of all that Explore has': (n) => `/en/explore.${forms[n % 4]}?rows=question&from=${1 + n}`,
	'search for long texts': (n) => `/en/explore?q=${'Bündnis Beistand Nato east '.repeat(60)}${n}`,
	'comparison of questions': (n) => `/de/explore/together?country=${some(country, n)}&x=${n}`,
	'large pictures': (n) => `/de/regions.png?scale=4&w=${1100 + n}`,
	drawings: (n) => `/de/questions/view-of-nato.svg?w=${320 + n}`,
	embeds: (n) => `/de/embed/questions/view-of-nato?by=region&country=${some(country, n)}&x=${n}`,
	archives: (n) => `/data/beistand.zip?x=${n}`,
	'all data under other queries': (n) => `/data/beistand.${forms[n % 4]}?utm_${n}=1`,
	'descriptions of all data': (n) => `/data/beistand.csv-metadata.json?utm_${n}=1`,
	'what changes without new data': (n) =>
		['/data/dcat.jsonld', '/data/versions.json', '/en/versions.atom'][n % 3]!,
	oEmbed: (n) =>
		`/oembed?maxwidth=${300 + n}&url=${encodeURIComponent(`http://127.0.0.1/en/questions/view-of-nato?by=region&x=${n}`)}`,
	'guesses of a token': (n) => `/en/explore/crosstab?token=${n}`,
	'addresses that do not exist': (n) => `/en/questions/nothing-${n}`,
	'the whole database, a byte at a time': () => '/data/beistand.sqlite'
};

const special: Record<string, (origin: URL, n: number) => Socket> = {
	'a thousand requests in one go': (origin, n) =>
		wired(
			origin,
			`GET /de/regions?east_share=15-${16 + n / 100} HTTP/1.1\r\nHost: x\r\n\r\n`.repeat(1000)
		),
	'readers of seven megabytes who do not read': (origin) => {
		const socket = wired(origin, 'GET /data/beistand.json HTTP/1.1\r\nHost: x\r\n\r\n'.repeat(20));
		return socket.pause();
	},
	'connections closed on one side': (origin, n) =>
		wired(origin, `GET /en/questions?q=${n} HTTP/1.0\r\n\r\n`, true),
	'headers of 15 kilobytes': (origin, n) =>
		wired(
			origin,
			`GET /en HTTP/1.1\r\nHost: x\r\n${`X-${n}: ${'a'.repeat(1400)}\r\n`.repeat(10)}\r\n`
		),
	'half a request': (origin) => wired(origin, 'GET /en HTTP/1.1\r\nHost: x\r\n'),
	'names for the site': (origin, n) =>
		wired(
			origin,
			`GET /data/beistand.json HTTP/1.1\r\nHost: n${n}.example\r\nConnection: close\r\n\r\n`
		),
	'pages under other names': (origin, n) =>
		wired(origin, `GET /en HTTP/1.1\r\nHost: n${n}.example\r\nConnection: close\r\n\r\n`)
};

export const attacks = [...Object.keys(paths), ...Object.keys(special)];

function wired({ port }: URL, bytes: string, isEnd = false): Socket {
	const socket = connect({ port: Number(port), host: '127.0.0.1', localAddress: address });
	socket.on('error', () => undefined);
	if (isEnd) socket.end(bytes);
	else socket.write(bytes);
	return socket;
}

const [, , name = '', given = '', seconds = '5'] = process.argv;
if (import.meta.main) {
	const origin = new URL(given);
	const end = performance.now() + Number(seconds) * 1000;
	const statuses = new Map<string, number>();
	const count = (status: string) => statuses.set(status, (statuses.get(status) ?? 0) + 1);
	let n = 0;
	const path = paths[name];
	const make = special[name];
	const agent = new Agent({ keepAlive: true, maxSockets: atOnce, localAddress: address });
	const asked = (): Promise<void> =>
		new Promise((resolve) => {
			const { port } = origin;
			const headers = { range: `bytes=${n}-${n}`, accept: 'text/html' };
			const method = n % 10 === 9 ? 'HEAD' : 'GET';
			request(
				{
					agent,
					port,
					host: '127.0.0.1',
					path: path!(n++).replaceAll(' ', '+').replaceAll('ü', '%C3%BC'),
					headers,
					method
				},
				(reply) => {
					count(String(reply.statusCode));
					reply.resume().on('close', resolve);
				}
			)
				.on('error', () => {
					count('closed');
					resolve();
				})
				.end();
		});
	const opened = (): Promise<void> =>
		new Promise((resolve) => {
			const socket = make!(origin, n++);
			socket.once('data', (data) => {
				count(/^HTTP\/1\.\d (\d+)/.exec(String(data))?.[1] ?? 'other');
			});
			socket.once('close', () => resolve());
			setTimeout(() => (resolve(), socket.destroy()), end - performance.now());
			if (!socket.isPaused()) socket.resume();
		});
	const one = path ? asked : opened;
	await Promise.race([
		Promise.all(
			Array.from({ length: atOnce }, async () => {
				while (performance.now() < end) await one();
			})
		),
		new Promise((resolve) => setTimeout(resolve, Number(seconds) * 1000))
	]);
	console.log(
		[...statuses].map(([status, times]) => `${times} times ${status}`).join(', ') || 'no answer'
	);
	process.exit(0);
}
