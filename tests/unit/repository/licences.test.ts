import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../../..');
const json = (path: string) => JSON.parse(readFileSync(join(root, path), 'utf8'));

interface Locked {
	version: string;
	license?: string;
	dev?: boolean;
	optional?: boolean;
	resolved?: string;
}
const packages = Object.entries(
	(json('package-lock.json') as { packages: Record<string, Locked> }).packages
).filter(([path]) => path !== '');

/** Licences under which somebody else's code may run beside ours without conditions on ours. */
const free = [
	'MIT',
	'ISC',
	'BSD-2-Clause',
	'BSD-3-Clause',
	'Apache-2.0',
	'0BSD',
	'OFL-1.1',
	'Unlicense',
	'CC0-1.0',
	'BSL-1.0'
];

/** name version licence, of everything that is installed to run the server. */
const running = packages
	.filter(([, { dev }]) => !dev)
	.map(([path, { version, license }]) => {
		const manifest = join(root, path, 'package.json');
		const said = license ?? (existsSync(manifest) ? json(join(path, 'package.json')).license : '');
		return `${path.split('node_modules/').at(-1)} ${version} ${said}`;
	});

test('Everything that runs is listed with its version and licence', () => {
	const list = readFileSync(join(root, 'src/process/licences.txt'), 'utf8');
	const lines = list.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
	expect(lines).toEqual([...new Set(running)].sort());
});

test('Every licence is one of those that ask nothing of our code', () => {
	const others = running.filter((line) => {
		const licence = line.split(' ').slice(2).join(' ');
		const allowed = (one: string) => one.split(' OR ').some((each) => free.includes(each));
		return !licence.replace(/[()]/g, '').split(' AND ').every(allowed);
	});
	expect(others).toEqual([]);
});

test('Versions are exact, and the lock names no place to fetch from', () => {
	const { dependencies, devDependencies, optionalDependencies } = json('package.json');
	for (const [name, version] of Object.entries({
		...dependencies,
		...devDependencies,
		...optionalDependencies
	}))
		expect(version, name).toMatch(/^\d+\.\d+\.\d+$/);
	expect(packages.filter(([, { resolved }]) => resolved)).toEqual([]);
});
