import '../guard.js';
import {
	existsSync,
	mkdirSync,
	readdirSync,
	realpathSync,
	renameSync,
	rmSync,
	writeFileSync
} from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { homedir } from 'node:os';
import { dirname, join, resolve, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import { progressOn } from '#db/progress.ts';
import { asFiles } from '#lib/view/page-address.ts';
import { langs } from '#lib/words/lang.ts';
import { loadApp } from '../build/app.ts';
import { readAssets } from '../build/assets.ts';
import { build, isBuilt } from '../build/build.ts';
import { crosstabToken } from '../crosstab.ts';
import { loadDatabase } from '../database.ts';
import { command, databaseFile, localFolder, root, StartError } from '../project.ts';
import { staticAddresses, staticPage } from './static-page.ts';
import { kindOf, nginxRules } from './static-rules.ts';
import { addressesOf, fileOf, seeds } from './static-site.ts';

/*
 * `ORIGIN=https://… npm run export -- FOLDER [PREFIX …]`: the whole site as files, for any static host. It asks
 * the app for every address that can be a file, from the start pages on. With prefixes only what begins
 * with one of them is followed.
 */

interface Fetched {
	type: string;
	headers: Record<string, string>;
	body: Buffer;
}

const atOnce = 4;

/** What a static host shows for an address that is not there, by language. */
const lostPages = langs.map((lang) => [lang, `/${lang}/404`] as const);

/** Every address reached from the seeds, with its reply. */
async function collect(origin: string, follows: (address: string) => boolean) {
	const all = new Map<string, Fetched>();
	const known = new Set(seeds);
	// Pages lead to more, so they come first: soon it is known how much there is.
	const pages: string[] = [];
	const files: string[] = [];
	const wait = (address: string) =>
		void (/\.[a-z]+(\?.*)?$/.test(address) ? files : pages).push(address);
	for (const seed of seeds) wait(seed);
	const progress = progressOn(process.stderr, 'Exporting', known.size);
	async function work(): Promise<void> {
		for (;;) {
			const address = pages.shift() ?? files.shift();
			if (address === undefined) return;
			progress.at(known.size - pages.length - files.length, known.size);
			const reply = await fetch(origin + address, { redirect: 'manual' });
			const body = Buffer.from(await reply.arrayBuffer());
			if (reply.status !== 200) {
				if (reply.status < 400) continue;
				throw new StartError(
					`Expected every linked address to answer, got ${reply.status}: ${address}`
				);
			}
			const headers = Object.fromEntries(reply.headers);
			const type = headers['content-type'] ?? '';
			all.set(address, { type, headers, body });
			if (!type.startsWith('text/html')) continue;
			for (const next of addressesOf(body.toString(), address))
				if (!known.has(next) && follows(next)) {
					known.add(next);
					wait(next);
				}
		}
	}
	try {
		await Promise.all(Array.from({ length: atOnce }, work));
		// Whoever found nothing waiting may have stopped while another was still finding pages.
		await work();
	} finally {
		progress.end();
	}
	return all;
}

function write(folder: string, name: string, body: Buffer | string): void {
	const path = join(folder, decodeURIComponent(name));
	mkdirSync(dirname(path), { recursive: true });
	writeFileSync(path, body);
	if (/\.(html|csv|json|md|svg|css|js|txt|atom|sqlite)$/.test(path))
		writeFileSync(`${path}.gz`, gzipSync(body, { level: 9 }));
}

/** Stands in every folder that an export wrote, and says that the next one may replace it. */
const mark = '.beistand-export';

/**
 * What an export may replace: a folder that is not there, is empty, or was written by an export.
 *
 * @throws {StartError} for anything else, and wherever the checkout, a home or the root would go with it
 */
function assertReplaceable(folder: string): void {
	if (!existsSync(folder)) return;
	const real = realpathSync(folder);
	const holds = (place: string) =>
		`${place}${sep}`.startsWith(real.endsWith(sep) ? real : real + sep);
	if ([root, homedir()].map((place) => realpathSync(place)).some(holds))
		throw new StartError(
			`${folder} is the checkout, a home or a folder above one of them, and stays as it is. ` +
				'Name a folder that the export may replace as a whole.'
		);
	let names: string[];
	try {
		names = readdirSync(real);
	} catch {
		throw new StartError(`${folder} is no folder, and stays as it is.`);
	}
	if (names.length > 0 && !names.includes(mark))
		throw new StartError(
			`${folder} holds something that no export wrote, and stays as it is. ` +
				'Name an empty folder, or one that is not there yet.'
		);
}

/**
 * Writes beside the folder and renames at the end: until then, and whatever happens meanwhile, an
 * earlier export stands there whole.
 */
function replaceFolder(folder: string, fill: (beside: string) => void): void {
	const beside = `${folder}.writing-${process.pid}`;
	const before = `${folder}.before-${process.pid}`;
	try {
		mkdirSync(beside, { recursive: true });
		writeFileSync(
			join(beside, mark),
			'Written by "npm run export", which may replace this folder.\n'
		);
		fill(beside);
		if (existsSync(folder)) renameSync(realpathSync(folder), before);
		renameSync(beside, folder);
		rmSync(before, { recursive: true, force: true });
	} catch (error) {
		if (existsSync(before) && !existsSync(folder)) renameSync(before, folder);
		rmSync(beside, { recursive: true, force: true });
		const { code, message } = error as NodeJS.ErrnoException;
		if (!code) throw error;
		throw new StartError(`Nothing was exported, ${folder} stays as it was: ${message}`);
	}
}

async function exportTo(folder: string, prefixes: string[]): Promise<void> {
	assertReplaceable(folder);
	process.env['BEISTAND_DB'] = databaseFile();
	process.env['BEISTAND_LOCAL'] = localFolder();
	process.env[asFiles] = '1';
	// What anybody may fetch holds no respondent.
	crosstabToken(process.env, []);
	loadDatabase();
	if (!isBuilt()) build();
	const server = createServer(await loadApp()).listen(0, '127.0.0.1');
	await new Promise((done) => server.once('listening', done));
	const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	const follows = (address: string) =>
		prefixes.length === 0 || prefixes.some((prefix) => address.startsWith(prefix));
	const all = await collect(origin, follows);
	for (const [lang, address] of lostPages) {
		const headers = { accept: 'text/html' };
		const lost = await fetch(`${origin}/${lang}/nothing-is-here`, { headers });
		const body = Buffer.from(await lost.arrayBuffer());
		all.set(address, { type: 'text/html', headers: {}, body });
	}
	server.closeAllConnections();
	server.close();

	const assets = await readAssets(undefined, []);
	// Once more: the pages took minutes.
	assertReplaceable(folder);
	replaceFolder(folder, (beside) => {
		const kinds = new Map<string, Record<string, string>>();
		for (const [address, { type, headers, body }] of all) {
			if (!lostPages.some(([, lost]) => lost === address))
				kinds.set(kindOf(staticAddresses(address), type), headers);
			const isPage = type.startsWith('text/html');
			const html = () =>
				staticPage(body.toString(), address, (path) => all.has(path) || assets.has(path));
			const isText = /^(text\/|image\/svg)|\b(json|xml)\b/.test(type);
			const file = isPage ? html() : isText ? staticAddresses(body.toString()) : body;
			write(beside, fileOf(address, type), file);
		}
		for (const [address, { variants }] of assets) {
			if (address.includes('/immutable/') && address.endsWith('.js')) continue;
			write(beside, address, variants.identity.body);
			if (address.includes('/immutable/'))
				kinds.set('built', { 'cache-control': 'public, max-age=31536000, immutable' });
		}
		write(beside, 'nginx-rules.conf', nginxRules(kinds));
	});
	console.log(`${all.size} addresses in ${folder}; header rules in nginx-rules.conf`);
}

await command(async () => {
	const [folder = 'build/static', ...prefixes] = process.argv.slice(2);
	if (!process.env['ORIGIN'])
		throw new StartError(
			'Expected ORIGIN to say where the files will be: ORIGIN=https://beistand.example npm run export -- FOLDER'
		);
	await exportTo(resolve(folder), prefixes);
});
