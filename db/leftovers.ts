import { readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Where this process makes the new file, beside the one it will replace. */
export const loadingPath = (path: string): string => `${path}.loading-${process.pid}`;

/** Removes what a killed load left behind, but not the file of one that is still at work. */
export function sweep(path: string): void {
	const prefix = `${basename(path)}.loading-`;
	for (const name of readdirSync(dirname(path)).filter((each) => each.startsWith(prefix))) {
		const pid = Number.parseInt(name.slice(prefix.length));
		// In a container every load may have the same number: what bears ours was left by another.
		if (pid === process.pid || !isAlive(pid)) rmSync(join(dirname(path), name), { force: true });
	}
}

function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		// A process of another user may not be signalled, and lives.
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
}
