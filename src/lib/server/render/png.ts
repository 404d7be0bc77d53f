import { crc32, deflateSync } from 'node:zlib';

const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
/** Bytes of the signature and of IHDR, which has to come first. */
const head = signature.length + 25;

/** A picture whose pixels are numbers of colours. */
export interface IndexedPicture {
	/** Pixels. */
	width: number;
	height: number;
	/** Red, green and blue, 0…255, one after the other; at most 256 colours. */
	palette: Uint8Array;
	/** One a pixel, row by row. */
	indexes: Uint8Array;
	/** Pixels per inch: in a text document and in print it is as large as on its page. */
	density: number;
}

const inch = 0.0254;

/** The picture as a PNG with a palette, a third of one that names the colour of every pixel. */
export function indexedPng({ width, height, palette, indexes, density }: IndexedPicture): Buffer {
	const rows = Buffer.alloc((width + 1) * height);
	// Each row begins with its filter: none, which is best where pixels are numbers of colours.
	for (let row = 0; row < height; row++)
		rows.set(indexes.subarray(row * width, (row + 1) * width), row * (width + 1) + 1);
	const perMetre = Math.round(density / inch);
	return Buffer.concat([
		signature,
		chunk('IHDR', Buffer.from([...uint32(width), ...uint32(height), 8, 3, 0, 0, 0])),
		chunk('pHYs', Buffer.from([...uint32(perMetre), ...uint32(perMetre), 1])),
		chunk('PLTE', Buffer.from(palette)),
		chunk('IDAT', deflateSync(rows)),
		chunk('IEND', Buffer.alloc(0))
	]);
}

/**
 * The same PNG with texts inside, so that a file that lost its name still says where it is from.
 *
 * @param texts keyword (Latin-1, up to 79 letters) and text, written as iTXt in UTF-8
 */
export function withTexts(png: Uint8Array, texts: Record<string, string>): Uint8Array {
	const chunks = Object.entries(texts).map(([keyword, text]) =>
		chunk('iTXt', Buffer.from(`${keyword}\0\0\0\0\0${text}`, 'utf8'))
	);
	return Buffer.concat([png.subarray(0, head), ...chunks, png.subarray(head)]);
}

/** Length, type, data, and the check over type and data. */
function chunk(type: string, data: Buffer): Buffer {
	const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
	return Buffer.concat([uint32(data.length), named, uint32(crc32(named))]);
}

function uint32(value: number): Buffer {
	const bytes = Buffer.alloc(4);
	bytes.writeUInt32BE(value);
	return bytes;
}
