import { Agent, get as httpGet } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sent } from '../support/raw-request.ts';
import { randomRequests } from '../support/random-requests.ts';
import { runs } from '../support/sample.ts';
import { seed } from '../support/seed.ts';
import { metricsOf, startServer, type RunningServer } from '../support/server.ts';

/*
 * Random requests and very many requests: no fault of ours, no word about our inside, memory flat.
 * FUZZ and MANY say how many; `npm run bench` takes 50,000 and 100,000.
 */

const fuzz = Number(process.env['FUZZ'] ?? runs(1500, 10_000));
const many = Number(process.env['MANY'] ?? 10_000);

/** Every connection that the process opens goes through here, and is noted. */
const watch = `data:text/javascript,${encodeURIComponent(
	`import net from 'node:net';
	const real = net.Socket.prototype.connect;
	net.Socket.prototype.connect = function (...given) {
		console.error('OUTGOING');
		return real.apply(this, given);
	}`
)}`;

let server: RunningServer;
beforeAll(async () => {
	server = await startServer({ METRICS_PORT: '0', NODE_OPTIONS: `--import "${watch}"` });
});
afterAll(() => server.stop());

const leak =
	/node_modules|\/src\/|\.ts:\d|\.js:\d|file:\/\/|\bat [\w.]+ \(|SQLITE|better-sqlite|drizzle|root:x:0/;

/** Sends all, some at a time. */
async function inTurn<Item>(items: Item[], width: number, work: (item: Item) => Promise<void>) {
	const waiting = items.values();
	await Promise.all(
		Array.from({ length: width }, async () => {
			for (const item of waiting) await work(item);
		})
	);
}

test(
	`${fuzz} random requests (seed ${seed}) get a reply that is no 500 and tells nothing of our inside`,
	{ timeout: 1_800_000 },
	async () => {
		const statuses = new Map<string, number>();
		const wrong: string[] = [];
		await inTurn(randomRequests(fuzz, seed), 8, async (request) => {
			const reply = await sent(server.origin, request, 20_000);
			const status = /^HTTP\/1\.1 (\d{3})/.exec(reply)?.[1] ?? 'none';
			statuses.set(status, (statuses.get(status) ?? 0) + 1);
			const isFile = /^(GET|POST) \/data\//.test(request) && status === '200';
			const head = reply.slice(0, reply.indexOf('\r\n\r\n'));
			// 501 is what oEmbed's specification (2.3.4) asks for when a format other than ours is wanted.
			const faulty =
				/^5/.test(status) && !(status === '501' && /^\S+ (\/\.\.?)*\/oembed/.test(request));
			if (faulty || (leak.test(reply) && !isFile) || /^set-cookie:/im.test(head))
				wrong.push(`${request}\n→ ${reply.slice(0, 600)}`);
		});
		console.log(
			[...statuses]
				.sort()
				.map(([status, count]) => `${status}: ${count}`)
				.join(', ')
		);
		expect(wrong.slice(0, 3)).toEqual([]);
		expect(statuses.get('200')).toBeGreaterThan(fuzz / 50);
		expect(statuses.get('404')).toBeGreaterThan(fuzz / 50);
		// A connection refused or left without a word is nobody's reply; only malformed bytes may get none.
		expect(statuses.get('none') ?? 0).toBeLessThan(fuzz / 100);
		expect(server.output()).not.toMatch(/Error/);
	}
);

test(`After ${many} more requests no more memory is taken`, { timeout: 1_800_000 }, async () => {
	const paths = ['/en', '/de/regions', '/en/questions/defend-nato-ally.csv', '/en/nothing', '/'];
	const agent = new Agent({ keepAlive: true });
	const ask = (path: string) =>
		new Promise<void>((resolve, reject) => {
			httpGet(server.origin + path, { agent }, (reply) => reply.resume().on('end', resolve)).on(
				'error',
				reject
			);
		});
	const round = (count: number) =>
		inTurn(
			Array.from({ length: count }, (_, index) => (index % 50 ? '/en' : paths[(index / 50) % 5]!)),
			8,
			ask
		);
	const resident = async () => (await metricsOf(server)).get('beistand_resident_bytes') ?? 0;
	await round(many / 4);
	const before = await resident();
	await round(many);
	const after = await resident();
	agent.destroy();
	console.log(`resident ${Math.round(before / 2 ** 20)} → ${Math.round(after / 2 ** 20)} MiB`);
	expect(after - before).toBeLessThan(64 * 2 ** 20);
	expect((await metricsOf(server)).get('beistand_kept_bytes')).toBeLessThanOrEqual(128 * 2 ** 20);
});

test('Not one connection was opened to elsewhere, and one would have been seen', async () => {
	expect(server.output()).not.toContain('OUTGOING');
	const control = await startServer({
		NODE_OPTIONS: `--import "${watch}" --import "data:text/javascript,fetch('http://127.0.0.1:2999').catch(()=>0)"`
	});
	await expect.poll(() => control.output()).toContain('OUTGOING');
	await control.kill();
});
