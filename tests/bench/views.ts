import { progressOn } from '#db/progress.ts';
import { startServer } from '../support/server.ts';
import { exactCpuOf, median } from './load.ts';

/** Addresses that nobody asked for before, by kind, with milliseconds of processor: once, and the goal. */
export const kinds: [string, number, number, (question: string, index: number) => string[]][] = [
	[
		'page of a question',
		35,
		12,
		(question) => ['region', 'time'].map((by) => `/de/questions/${question}?by=${by}`)
	],
	[
		'East and West, other assumptions',
		144,
		25,
		(_, index) => [`/de/regions?east_share=15-${(15.1 + index * 0.1).toFixed(1)}`]
	],
	[
		'data of a filter click',
		35,
		8,
		(question) => [`/de/questions/${question}/__data.json?by=region`]
	],
	['embed', 22, 22, (question) => [`/de/embed/questions/${question}?by=region`]]
];

/** Median milliseconds of processor for each of these addresses, by a server that nobody asked before. */
export async function costOf(what: string, all: string[], project?: string): Promise<number> {
	const server = await startServer({ ORIGIN: 'http://127.0.0.1', RATE_PER_MINUTE: '0' }, project);
	const progress = progressOn(process.stderr, what, all.length);
	const ask = async (address: string): Promise<boolean> => {
		const reply = await fetch(server.origin + address, { redirect: 'manual' });
		await reply.arrayBuffer();
		return reply.status === 200;
	};
	// The other language warms the program up and keeps nothing that is asked for later.
	for (const address of all.slice(0, 40)) await ask(address.replace('/de/', '/en/'));
	const each: number[] = [];
	for (const [index, address] of all.entries()) {
		const before = exactCpuOf(server.pid);
		if (await ask(address)) each.push(exactCpuOf(server.pid) - before);
		progress.at(index + 1);
	}
	progress.end();
	await server.stop();
	return median(each);
}
