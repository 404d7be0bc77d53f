import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { mayImport } from '../../support/rooms.ts';

const root = join(import.meta.dirname, '../../..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
	scripts: Record<string, string>;
};

test('the README has a line for every command, and no command that does not exist', () => {
	const named = [...readme.matchAll(/^\| `npm (?:run )?([\w:]+)/gm)].map(([, name = '']) => name);
	// `prepare` is npm's own, after an installation.
	expect(named.toSorted()).toEqual(
		Object.keys(scripts)
			.filter((name) => name !== 'prepare')
			.toSorted()
	);
});

test('its table of rooms is the one that is kept', () => {
	const lines = [...readme.matchAll(/^\| `(src\/(?:lib\/)?\w+|db)`\s*\|[^|]*\|([^|]*)\|$/gm)];
	const told = Object.fromEntries(
		lines.map(([, path = '', list = '']) => [
			path.split('/').at(-1),
			list.trim() === 'nothing of ours' ? [] : list.trim().split(', ')
		])
	);
	expect(told).toEqual(mayImport);
});

test('its links lead to files that are there', () => {
	const targets = [...readme.matchAll(/\]\(([^)#]+)\)/g)].map(([, target = '']) => target);
	expect(targets.filter((target) => !existsSync(join(root, target)))).toEqual([]);
});

test('the command of the tests is the one that CI runs', () => {
	const [, command = ''] = /^(npm ci && npm test)/m.exec(readme) ?? [];
	const run = readFileSync(join(root, '.ci/run'), 'utf8');
	expect(command.split(' && ').filter((part) => !run.includes(part))).toEqual([]);
	expect(command).not.toBe('');
});
