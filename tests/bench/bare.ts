import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Driver from 'better-sqlite3';

/*
 * The peers that nothing beats in this language: node:http with ready bytes (`bare.ts URL`: those of that
 * address), and node:http with one query and JSON (`bare.ts --query FILE`).
 */

const [given = '', file = ''] = process.argv.slice(2);

async function ready(address: string) {
	const reply = await fetch(address, { headers: { 'accept-encoding': 'br' } });
	const headers = [...reply.headers].filter(
		([name]) => !/^(date|connection|keep-alive)$/.test(name)
	);
	const size = Number(reply.headers.get('content-length'));
	const flat = headers.flat();
	// The bytes need not be the same to cost the same; only their number counts.
	const body = Buffer.alloc(size, 'x');
	return createServer((_, response) => {
		response.writeHead(200, flat);
		response.end(body);
	});
}

function query(path: string) {
	const rows = new Driver(path, { readonly: true }).prepare(
		'SELECT * FROM figures WHERE question_id = ? LIMIT 40'
	);
	return createServer((_, response) => {
		const body = JSON.stringify(rows.all('defend-nato-ally'));
		response.writeHead(200, { 'content-type': 'application/json' });
		response.end(body);
	});
}

const server = given === '--query' ? query(file) : await ready(given);
server.listen(0, '127.0.0.1', () => {
	console.log(`listens on http://127.0.0.1:${(server.address() as AddressInfo).port}\n`);
});
