import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { mayImport } from '../../support/rooms.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** The room of a file, or undefined outside the house (tests, configuration, styles). */
function roomOf(path: string): string | undefined {
	const [first = '', second = '', third = ''] = path.split('/');
	if (first === 'db') return 'db';
	if (first !== 'src') return undefined;
	if (second === 'lib') return third;
	return second === 'process' ? 'process' : 'routes';
}

/** Repository paths that a file imports, types included; packages are nobody's room. */
function importsOf(path: string): string[] {
	const code = readFileSync(join(root, path), 'utf8');
	const found = code.matchAll(/(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g);
	return [...found].flatMap(([, target = '']) => {
		if (target.startsWith('#lib/')) return [target.replace('#lib/', 'src/lib/')];
		if (target.startsWith('#db/')) return [target.replace('#db/', 'db/')];
		if (target.startsWith('.')) return [normalize(join(dirname(path), target))];
		return [];
	});
}

const files = ['src/**/*.{ts,js,svelte}', 'db/**/*.ts'].flatMap((pattern) =>
	globSync(pattern, { cwd: root })
);

test('no room imports from a room that it may not know', () => {
	const stray = files.flatMap((path) => {
		const room = roomOf(path);
		if (!room) return [];
		return importsOf(path)
			.map((target) => ({ path, target, to: roomOf(target) }))
			.filter(({ to }) => to !== undefined && to !== room && !mayImport[room]?.includes(to))
			.map(({ target }) => `${path} → ${target}`);
	});
	expect(stray).toEqual([]);
});

test('no file imports itself by way of others, types included', () => {
	const known = new Map(files.map((path) => [path, importsOf(path)]));
	const sound = new Set<string>();
	const circleFrom = (path: string, way: string[]): string[] => {
		if (way.includes(path)) return [...way.slice(way.indexOf(path)), path];
		if (sound.has(path)) return [];
		for (const target of known.get(path) ?? []) {
			const circle = circleFrom(target, [...way, path]);
			if (circle.length > 0) return circle;
		}
		sound.add(path);
		return [];
	};
	expect(files.map((path) => circleFrom(path, [])).find((each) => each.length > 0)).toBeUndefined();
});

test('every folder of the house is a room of the table', () => {
	const rooms = new Set(files.map(roomOf).filter((room) => room !== undefined));
	expect([...rooms].filter((room) => !(room in mayImport))).toEqual([]);
});

test('only db/open.ts names the database driver', () => {
	const named = files.filter((path) =>
		/from '(better-sqlite3|drizzle-orm\/better-sqlite3)'/.test(
			readFileSync(join(root, path), 'utf8')
		)
	);
	expect(named).toEqual(['db/open.ts']);
});

test('no component, drawing or text writes a percentage of its own', () => {
	const own = files
		.filter(
			(path) => /src\/lib\/(components|charts|formats)\//.test(path) || path.endsWith('.svelte')
		)
		.filter((path) =>
			/[>'"`\s]\d{1,2}\s?(%|per cent|Prozent)/.test(
				readFileSync(join(root, path), 'utf8')
					.replace(/<style>[\s\S]*<\/style>/, '')
					// The size of a box in a drawing is no number of the survey.
					.replace(/\b(width|height|x|y)="\d+%"/g, '')
					.replace(/\/\*[\s\S]*?\*\/|\/\/.*|<!--[\s\S]*?-->/g, '')
			)
		);
	expect(own).toEqual([]);
});
