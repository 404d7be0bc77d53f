import { spawn } from 'node:child_process';
import { get } from 'node:http';
import { join } from 'node:path';
import { startServer } from '../support/server.ts';
import { median } from './load.ts';
import { attacks } from './attacker.ts';

/* What a neighbour waits while one client does its worst; the neighbour has an address of its own. */

const seconds = 5;
const neighbour = '127.0.0.3';

/** Milliseconds until a neighbour has a page. @throws if it is none */
function timed(origin: string, path: string): Promise<number> {
	return new Promise((resolve, reject) => {
		const begun = performance.now();
		get(origin + path, { localAddress: neighbour }, (reply) => {
			reply.resume().on('end', () => {
				if (reply.statusCode === 200) resolve(performance.now() - begun);
				else reject(new Error(`Expected 200, got ${reply.statusCode} for ${path}`));
			});
		}).on('error', reject);
	});
}

/** One line for each attack: the longest waits for a kept page and for one that nobody asked for. */
export async function attacked(only: string[]): Promise<void> {
	for (const [index, name] of attacks.entries()) {
		if (only.length > 0 && !only.some((word) => name.includes(word))) continue;
		const server = await startServer();
		// The first search of a server reads its words; whoever comes later has them.
		for (const path of ['/de', '/en/questions?q=first']) await timed(server.origin, path);
		const command = [
			join(import.meta.dirname, 'attacker.ts'),
			name,
			server.origin,
			String(seconds)
		];
		const attacker = spawn(process.execPath, command, { stdio: ['ignore', 'pipe', 'inherit'] });
		let said = '';
		attacker.stdout.on('data', (text) => (said += text));
		const ended = new Promise((resolve) => attacker.once('close', resolve));
		await new Promise((resolve) => setTimeout(resolve, 1000));
		const kept: number[] = [];
		const fresh: number[] = [];
		for (let each = 0; each < 40 && attacker.exitCode === null; each += 1) {
			kept.push(await timed(server.origin, '/de'));
			if (each % 8 === 0)
				fresh.push(
					await timed(server.origin, `/en/questions?q=Nato ${index} ${each}`.replaceAll(' ', '+'))
				);
			await new Promise((resolve) => setTimeout(resolve, 60));
		}
		await ended;
		await server.stop();
		const told = (times: number[]) =>
			`${median(times).toFixed(0)}, longest ${Math.max(...times).toFixed(0)}`;
		console.log(
			`${name}: kept page ${told(kept)} ms; new page ${told(fresh)} ms; the client got ${said.trim()}`
		);
	}
}
