import { inflateSync } from 'node:zlib';
import { Cursor } from './cursor.ts';
import { SavError } from './error.ts';
import type { ByteSource, ByteStream } from './source.ts';

const HEADER_BYTES = 24;
const TRAILER_BYTES = 24;
const BLOCK_BYTES = 24;

// Known writers put 0x3ff000 bytes into a block. Deflate can turn one byte into a thousand, so what a
// block says it holds is not to be believed past this.
const MOST_BLOCK = 1 << 26;

/**
 * The command bytes of a zsav file, inflated block by block.
 *
 * A header tells where the trailer is; the trailer lists the blocks, which must follow one another without
 * gaps or repeats.
 *
 * @param start byte of the header
 * @param most bytes that all blocks together may inflate to
 * @throws {SavError} while reading, too
 */
export function zsavStream(
	source: ByteSource,
	start: number,
	littleEndian: boolean,
	most: number
): ByteStream {
	const trailer = openTrailer(source, start, littleEndian);
	const trailerAt = trailer.position;
	trailer.skip(20); // bias, zero, usual size of a block
	let left = trailer.count('blocks', BLOCK_BYTES);
	let blockAt = start + HEADER_BYTES;
	let nextAt = blockAt;
	let inflated = new Uint8Array(0);
	let used = 0;
	let total = 0;

	function nextBlock(): void {
		const at = trailer.position;
		const sizes = readBlock(trailer, nextAt, trailerAt);
		total += sizes.inflated;
		if (total > most) {
			const detail = `expected at most ${most} bytes for the cases of the header, got ${total}`;
			throw trailer.error('too_large', detail, at);
		}
		blockAt = nextAt;
		nextAt += sizes.compressed;
		inflated = inflate(source, blockAt, sizes);
		used = 0;
		left--;
	}

	return {
		read(target) {
			let done = 0;
			while (done < target.length) {
				if (used === inflated.length) {
					if (left === 0) break;
					nextBlock();
				}
				const part = inflated.subarray(used, used + target.length - done);
				target.set(part, done);
				used += part.length;
				done += part.length;
			}
			return done;
		},
		offset: () => blockAt
	};
}

function openTrailer(source: ByteSource, start: number, littleEndian: boolean): Cursor {
	const header = new Cursor(source, 'zlib header', littleEndian, start);
	const headerAt = header.int64();
	const at = header.int64();
	const bytes = header.int64();
	if (headerAt !== start)
		throw header.error('corrupt', `expected its own place ${start}, got ${headerAt}`, start);
	if (at < start + HEADER_BYTES || bytes < TRAILER_BYTES)
		throw header.error('corrupt', `expected a trailer, got ${bytes} bytes at ${at}`, start);
	if (at + bytes > source.size) {
		const detail = `expected ${bytes} bytes of trailer at ${at}, the file ends at ${source.size}`;
		throw header.error('truncated', detail, start);
	}
	return new Cursor(source, 'zlib trailer', littleEndian, at, at + bytes);
}

interface BlockSizes {
	inflated: number;
	compressed: number;
}

/**
 * @param expectedAt where the block must begin, as the one before it ends there
 * @param trailerAt where the last block must end
 */
function readBlock(trailer: Cursor, expectedAt: number, trailerAt: number): BlockSizes {
	const at = trailer.position;
	trailer.skip(8); // its place in the inflated data, which nobody needs
	const begins = trailer.int64();
	const sizes = { inflated: trailer.int32(), compressed: trailer.int32() };
	if (begins !== expectedAt)
		throw trailer.error('corrupt', `expected a block at ${expectedAt}, got ${begins}`, at);
	if (sizes.inflated < 1 || sizes.compressed < 1)
		throw trailer.error('corrupt', 'expected a block that is not empty', at);
	if (sizes.inflated > MOST_BLOCK)
		throw trailer.error('too_large', `expected a block of at most ${MOST_BLOCK} bytes`, at);
	if (begins + sizes.compressed > trailerAt)
		throw trailer.error('corrupt', `expected a block before byte ${trailerAt}`, at);
	return sizes;
}

function inflate(source: ByteSource, at: number, sizes: BlockSizes): Uint8Array<ArrayBuffer> {
	const fault = (detail: string, cause?: unknown) =>
		new SavError('corrupt', 'zlib block', at, `expected ${sizes.inflated} bytes ${detail}`, {
			cause
		});
	const deflated = new Uint8Array(sizes.compressed);
	source.read(at, deflated);
	let inflated: Uint8Array<ArrayBuffer>;
	try {
		inflated = inflateSync(deflated, {
			maxOutputLength: sizes.inflated,
			chunkSize: Math.max(sizes.inflated, 64)
		});
	} catch (cause) {
		throw fault(`to inflate: ${(cause as Error).message}`, cause);
	}
	if (inflated.length !== sizes.inflated) throw fault(`inflated, got ${inflated.length}`);
	return inflated;
}
