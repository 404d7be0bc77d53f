import { statSync } from 'node:fs';

/** Which file stands at a path: inode, size and time of change. A rename gives another inode. */
export function fileIdOf(path: string): string | undefined {
	try {
		const { ino, size, mtimeMs } = statSync(path);
		return [path, ino, size, mtimeMs].join();
	} catch {
		return undefined;
	}
}
