import {
	constants,
	copyFileSync,
	cpSync,
	linkSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readlinkSync,
	realpathSync,
	rmSync,
	symlinkSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../project.ts';

/** Vite takes these for the query and the fragment of an address, wherever in a path they stand. */
export const isUnfitForVite = (path: string): boolean => /[#?]/.test(path);

/** What a checkout holds that no build is made of, or that would be as large as all the rest. */
const left = /^(\..*|build|node_modules|tests)$|\.sqlite/;

/**
 * Has work done in a copy of the checkout whose path every tool can read, and takes the copy away. What
 * npm brought is linked, not copied, where both folders are on one disk.
 */
export function inCopy<Result>(work: (folder: string) => Result): Result {
	const folder = mkdtempSync(join(tmpdir(), 'beistand-build-'));
	try {
		for (const name of readdirSync(root).filter((each) => !left.test(each)))
			cpSync(join(root, name), join(folder, name), {
				recursive: true,
				filter: (path) => !/\.sqlite|[/\\]db[/\\]local$/.test(path)
			});
		const packages = realpathSync(join(root, 'node_modules'));
		const there = join(folder, 'node_modules');
		if (isUnfitForVite(packages)) linkTree(packages, there);
		else symlinkSync(packages, there);
		return work(folder);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

/** The same files once more in another folder, as names of the same bytes if the disk allows it. */
export function linkTree(from: string, to: string): void {
	mkdirSync(to);
	for (const entry of readdirSync(from, { withFileTypes: true })) {
		const [old, own] = [join(from, entry.name), join(to, entry.name)];
		if (entry.isDirectory()) linkTree(old, own);
		else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(old), own);
		else link(old, own);
	}
}

function link(old: string, own: string): void {
	try {
		linkSync(old, own);
	} catch {
		// Another disk, or files of somebody else.
		copyFileSync(old, own, constants.COPYFILE_FICLONE);
	}
}
