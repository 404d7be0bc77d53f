import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { load, readPackage, type Package } from '#db/load.ts';
import { openFile } from '#db/open.ts';
import { versionFile } from '#db/path.ts';
import { readRecords } from '#db/versions/record.ts';
import { keepVersion } from '#db/versions/keep.ts';
import { getVersions, openVersion } from '#lib/server/data/versions.ts';
import { fileWith, lineOf, partWith } from '../../fixtures/data-package.ts';

process.env['BEISTAND_LOCAL'] = join(tmpdir(), 'beistand-without-local');
const source = readPackage(join(import.meta.dirname, '../../../db/data'));
const figure = 'pew-2015-spring~defend-nato-ally~deu~all~should';

/** The real package with another number for Germany. */
function packageWith(pct: string, digit: string): Package {
	const line = lineOf('figures.csv', 'pew-2015-spring,defend-nato-ally,deu,total,all,should,');
	const part = partWith({ 'figures.csv': fileWith('figures.csv', line, { pct }) });
	return { ...source, parts: [part], hash: digit.repeat(64) };
}

let folder: string;
let path: string;
let versions: string[];
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'beistand-versions-'));
	path = join(folder, 'beistand.sqlite');
	versions = [source, packageWith('39', 'a'), packageWith('40', 'b')].map((each) =>
		load(each, path)
	);
});
afterAll(() => rmSync(folder, { recursive: true }));

const shareOf = (file: string): number | undefined => {
	const { db, close } = openFile(file);
	const row = db.get<{ pct: number }>(`SELECT pct FROM figures WHERE figure_id = '${figure}'`);
	close();
	return row?.pct;
};

test('every load keeps the file it made, and says what it changed', () => {
	const records = readRecords(path);
	expect(records.map(({ version }) => version)).toEqual(versions.toReversed());
	expect(records.map(({ version }) => shareOf(versionFile(path, version)))).toEqual([40, 39, 38]);
	const [last, , first] = records;
	expect(first).toMatchObject({ previous: null, tables: [], changes: [] });
	expect(last).toMatchObject({
		previous: versions[1],
		tables: [{ table: 'figures', added: 0, changed: 1, removed: 0 }]
	});
	expect(last?.changes).toEqual([
		{
			figure,
			before: { pct: 39, absence: null, status: expect.any(String) },
			after: { pct: 40, absence: null, status: expect.any(String) }
		}
	]);
	const bytes = readFileSync(versionFile(path, last!.version));
	expect(createHash('sha256').update(bytes).digest('hex')).toBe(last!.sha256);
	expect(bytes.equals(readFileSync(path))).toBe(true);
});

test('the site finds each version by its name, and refuses what is no name', () => {
	const { db, close } = openFile(path);
	const [first = '', , last = ''] = versions;
	expect(getVersions(db, path).map(({ isCurrent }) => isCurrent)).toEqual([true, false, false]);
	const served = openVersion(db, last, path);
	expect(served.kind === 'open' && served.db === db).toBe(true);
	// An embed's own mark has a fingerprint behind the version.
	const old = openVersion(db, `${first}.0a1b2c3d`, path);
	expect(
		old.kind === 'open' && old.db.get(`SELECT pct FROM figures WHERE figure_id = '${figure}'`)
	).toEqual({ pct: 38 });
	for (const wrong of ['', '..', '../beistand', '2026-11-24.000000000000', '%00'])
		expect(openVersion(db, wrong, path).kind, wrong).toBe('unknown');
	close();
});

test('a version whose file was deleted is gone, and stays on the list', () => {
	const { db, close } = openFile(path);
	const [, second = ''] = versions;
	rmSync(versionFile(path, second));
	expect(openVersion(db, second, path).kind).toBe('gone');
	expect(getVersions(db, path).find(({ version }) => version === second)).toMatchObject({
		isKept: false,
		changes: [{ figure }]
	});
	close();
});

test('a database from before versions were kept becomes the first of them', () => {
	const own = join(folder, 'older.sqlite');
	load(source, own);
	rmSync(join(folder, 'older.versions'), { recursive: true });
	const next = load(packageWith('41', 'c'), own);
	expect(readRecords(own).map(({ version, previous }) => [version, previous])).toEqual([
		[next, versions[0]],
		[versions[0], null]
	]);
	// What is served already is kept at the next start, even without a load.
	rmSync(join(folder, 'older.versions'), { recursive: true });
	keepVersion(own, own);
	expect(readRecords(own).map(({ version }) => version)).toEqual([next]);
});

test('only as many files are kept as the operator wishes, the one in service among them', () => {
	const own = join(folder, 'few.sqlite');
	process.env['KEEP_VERSIONS'] = '1';
	try {
		load(source, own);
		const last = load(packageWith('37', 'd'), own);
		expect(
			readdirSync(join(folder, 'few.versions')).filter((name) => name.endsWith('.sqlite'))
		).toEqual([`${last}.sqlite`]);
		expect(readRecords(own)).toHaveLength(2);
	} finally {
		delete process.env['KEEP_VERSIONS'];
	}
});

test('a folder that cannot be made costs the version, not the load', () => {
	const own = join(folder, 'blocked.sqlite');
	// A file where the folder should be: nobody may make one there, root neither.
	writeFileSync(join(folder, 'blocked.versions'), '');
	const told = vi.spyOn(console, 'error').mockImplementation(() => {});
	expect(load(packageWith('36', 'e'), own)).toMatch(/\.e{12}$/);
	expect(shareOf(own)).toBe(36);
	expect(told.mock.calls.join()).toContain('blocked.versions');
	told.mockRestore();
});
