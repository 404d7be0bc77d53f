import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { mayImport } from '../../support/rooms.ts';

const root = join(import.meta.dirname, '../../..');
const paper = (path: string): string => readFileSync(join(root, path), 'utf8');
const readme = paper('README.md');
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
	scripts: Record<string, string>;
};

test('CONTRIBUTING has a line for every command, and no command that does not exist', () => {
	const lines = paper('CONTRIBUTING.md').matchAll(/^\| `npm (?:run )?([\w:]+)/gm);
	// These two are npm's own, after an installation.
	expect([...lines].map(([, name = '']) => name).toSorted()).toEqual(
		Object.keys(scripts)
			.filter((name) => !['postinstall', 'prepare'].includes(name))
			.toSorted()
	);
});

test('the table of rooms is the one that is kept', () => {
	const lines = paper('src/README.md').matchAll(
		/^\| `(src\/(?:lib\/)?\w+|db)`\s*\|[^|]*\|([^|]*)\|$/gm
	);
	const rooms = Object.fromEntries(
		[...lines].map(([, path = '', list = '']) => [
			path.split('/').at(-1),
			list.trim() === 'nothing of ours' ? [] : list.trim().split(', ')
		])
	);
	expect(rooms).toEqual(mayImport);
});

test('every route has its line, and no line is of a route that is gone', () => {
	const routes = globSync('src/routes/**/{+page.svelte,+server.ts}', { cwd: root }).map((path) =>
		dirname(path)
			.replace(/^src\/routes/, '')
			.replaceAll(/\[(?:\.\.\.)?(\w+)(?:=\w+)?\]/g, '{$1}')
			.replace(/^$/, '/')
	);
	const lines = paper('src/routes/README.md').split('## Every route')[1]!;
	const named = [...lines.matchAll(/^\| `(\S+)`/gm)].map(([, path = '']) => path);
	expect(named.toSorted()).toEqual([...new Set(routes)].toSorted());
});

test('every file and folder that CONTRIBUTING and the table of rooms name is there', () => {
	const named = ['CONTRIBUTING.md', 'src/README.md'].flatMap((path) =>
		[...paper(path).matchAll(/`((?:src|db|tests)\/[^`\s]+)`/g)].map(([, name = '']) => name)
	);
	expect(named.length).toBeGreaterThan(30);
	expect(named.filter((name) => !existsSync(join(root, name)))).toEqual([]);
});

test.each([
	'README.md',
	'CONTRIBUTING.md',
	'src/README.md',
	'src/routes/README.md',
	'src/process/README.md',
	'src/lib/import/README.md'
])('the links of %s lead to files that are there', (path) => {
	const targets = [...paper(path).matchAll(/\]\(([^)#]+)\)/g)].map(([, target = '']) => target);
	const files = targets.filter((target) => !target.startsWith('http'));
	expect(files.filter((target) => !existsSync(join(root, dirname(path), target)))).toEqual([]);
});

test('the command of the tests is the one that CI runs', () => {
	const [, command = ''] = /^(npm ci && npm test)/m.exec(readme) ?? [];
	const run = paper('.ci/run');
	expect(command.split(' && ').filter((part) => !run.includes(part))).toEqual([]);
	expect(command).not.toBe('');
});
