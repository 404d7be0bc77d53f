import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	readlinkSync,
	rmSync,
	statSync,
	symlinkSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { inCopy, isUnfitForVite, linkTree } from '../../../src/process/build/elsewhere.ts';

const folder = mkdtempSync(join(tmpdir(), 'beistand-elsewhere-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('only paths that Vite cannot read need a copy', () => {
	expect(['/a/beistand (1)', '/a/50% [x]', '/ü/b'].some(isUnfitForVite)).toBe(false);
	expect(['/a/b #2', '/what?/b'].every(isUnfitForVite)).toBe(true);
});

test('packages are linked, not copied, with the links among them', () => {
	const [from, to] = [join(folder, 'a #1?'), join(folder, 'b')];
	mkdirSync(join(from, 'one/bin'), { recursive: true });
	writeFileSync(join(from, 'one/bin/run.js'), 'run');
	symlinkSync('one/bin/run.js', join(from, 'run'));
	linkTree(from, to);
	expect(readFileSync(join(to, 'run'), 'utf8')).toBe('run');
	expect(readlinkSync(join(to, 'run'))).toBe('one/bin/run.js');
	const inode = (path: string) => statSync(join(path, 'one/bin/run.js')).ino;
	expect(inode(to)).toBe(inode(from));
});

test('the copy holds what a build is made of, no data file, and is gone at the end, also after a fault', () => {
	const seen: string[] = [];
	const look = (copy: string) => {
		seen.push(copy);
		for (const name of ['src/app.html', 'db/schema.ts', 'vite.config.ts', 'node_modules/vite'])
			expect(existsSync(join(copy, name)), name).toBe(true);
		for (const name of ['db/beistand.sqlite', 'db/local', 'tests', '.git', 'build'])
			expect(existsSync(join(copy, name)), name).toBe(false);
	};
	inCopy(look);
	expect(() =>
		inCopy((copy) => {
			look(copy);
			throw new RangeError('no build');
		})
	).toThrow('no build');
	expect(seen.map((copy) => existsSync(copy))).toEqual([false, false]);
});
