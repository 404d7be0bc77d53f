import { globSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { mayImport, subRooms } from '../../support/rooms.ts';

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

/** Code files side by side in one folder; more than these wants rooms of its own. */
const most = 22;

const files = ['src/**/*.{ts,js,svelte}', 'db/**/*.ts']
	.flatMap((pattern) => globSync(pattern, { cwd: root }))
	// An address such as /embed.js has a folder of that name.
	.filter((path) => statSync(join(root, path)).isFile());

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

/** Room and sub-room of a file of src/lib, with `.` for what lies in the room itself. */
function subRoomOf(path: string): [string, string] | undefined {
	const [, lib, room = '', ...rest] = path.split('/');
	return lib === 'lib' && rest.length > 0 ? [room, rest.length > 1 ? rest[0]! : '.'] : undefined;
}

test('within a room imports run down: a sub-room imports only those named before it', () => {
	const stray = files.flatMap((path) => {
		const [room, from] = subRoomOf(path) ?? [];
		const order = subRooms[room ?? ''];
		if (!room || !from || !order) return [];
		return importsOf(path)
			.map((target) => ({ target, place: subRoomOf(target.replace(/\?.*$/, '')) }))
			.filter(({ place }) => place && place[0] === room && place[1] !== from)
			.filter(({ place }) => order.indexOf(place![1]) > order.indexOf(from))
			.map(({ target }) => `${path} → ${target}`);
	});
	expect(stray).toEqual([]);
});

test('every sub-room stands in the table, and no folder holds more than twenty code files', () => {
	const places = files.map(subRoomOf).filter((place) => place !== undefined);
	const unknown = places.filter(([room, sub]) => sub !== '.' && !subRooms[room]?.includes(sub));
	expect([...new Set(unknown.map((place) => place.join('/')))]).toEqual([]);
	// The bench installs its peers in a folder of its own.
	const tests = globSync('tests/**/*.{ts,js}', { cwd: root, exclude: ['**/node_modules'] });
	const inFolder = Map.groupBy([...files, ...tests], dirname);
	const crowded = [...inFolder].filter(([, each]) => each.length > most);
	expect(crowded.map(([folder, { length }]) => `${folder}: ${length}`)).toEqual([]);
});

test('only two files name the database driver', () => {
	const named = files.filter((path) =>
		/from '(better-sqlite3|drizzle-orm\/better-sqlite3)'/.test(
			readFileSync(join(root, path), 'utf8')
		)
	);
	expect(named.sort()).toEqual(['db/file.ts', 'db/open.ts']);
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
