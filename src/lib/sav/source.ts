import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** Bytes that can be read at any position: a file, a buffer, or whatever a caller brings. */
export interface ByteSource {
	/** Bytes in all; may not change while reading. */
	size: number;
	/**
	 * Fills `target` with the bytes from `position` on.
	 *
	 * @returns bytes read; fewer than `target.length` only at the end
	 */
	read(position: number, target: Uint8Array): number;
	close(): void;
}

/** A file on disk, read in pieces; stays open until `close()`. System errors (ENOENT …) pass through. */
export function fileSource(path: string | URL): ByteSource {
	const file = openSync(path, 'r');
	return {
		size: fstatSync(file).size,
		read(position, target) {
			let done = 0;
			while (done < target.length) {
				const read = readSync(file, target, done, target.length - done, position + done);
				if (read === 0) break;
				done += read;
			}
			return done;
		},
		close: () => closeSync(file)
	};
}

/** A file that is already in memory. */
export function bytesSource(bytes: Uint8Array): ByteSource {
	return {
		size: bytes.length,
		read(position, target) {
			const part = bytes.subarray(position, position + target.length);
			target.set(part);
			return part.length;
		},
		close() {}
	};
}

/** A stretch of bytes read from front to back: the data part of a file, inflated where needed. */
export interface ByteStream {
	/** Fills `target`; returns the bytes read, fewer than `target.length` only at the end. */
	read(target: Uint8Array): number;
	/** Where in the file the next byte comes from, for error messages. */
	offset(): number;
}

/** The bytes of a source from `start` to its end. */
export function streamFrom(source: ByteSource, start: number): ByteStream {
	let position = start;
	return {
		read(target) {
			const read = source.read(position, target);
			position += read;
			return read;
		},
		offset: () => position
	};
}
