import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { changed, errorOf, file, indexOfRecord } from '../../fixtures/sav/files.ts';

describe('a hostile file', () => {
	const zsavFile = () => {
		const bytes = file({ compression: 'zsav' });
		const header = indexOfRecord(bytes, 999, 0) + 8;
		return { bytes, header, trailer: Number(bytes.readBigInt64LE(header + 8)) };
	};

	test.each([
		['a trailer elsewhere', 8, -5n, 'corrupt'],
		['a trailer behind the end', 8, 1n << 60n, 'truncated'],
		['a trailer without end', 16, 1n << 40n, 'truncated'],
		['a wrong place of its own', 0, 3n, 'corrupt']
	] as const)('zlib header with %s', (_, at, value, code) => {
		const { bytes, header } = zsavFile();
		bytes.writeBigInt64LE(value, header + at);
		expect(errorOf(bytes)).toMatchObject({ code, record: 'zlib header' });
	});

	test.each([
		['a billion blocks', 20, 1e9, 'truncated'],
		['a block elsewhere', 32, 7, 'corrupt'],
		['an empty block', 40, 0, 'corrupt'],
		['a block of two gigabytes', 40, 2e9, 'too_large'],
		['a block that does not end before the trailer', 44, 5000, 'corrupt']
	] as const)('zlib trailer with %s', (_, at, value, code) => {
		const { bytes, trailer } = zsavFile();
		bytes.writeInt32LE(value, trailer + at);
		expect(errorOf(bytes)).toMatchObject({ code, record: 'zlib trailer' });
	});

	test('may not inflate to more than its trailer says, nor to less', () => {
		const { bytes, header, trailer } = zsavFile();
		const more = Buffer.from(bytes);
		more.writeInt32LE(8, trailer + 40);
		const less = Buffer.from(bytes);
		less.writeInt32LE(1 << 15, trailer + 40);
		const rest = Buffer.from(bytes);
		rest.fill(0xee, header + 24, trailer);
		for (const broken of [more, less, rest])
			expect(errorOf(broken)).toMatchObject({ code: 'corrupt', record: 'zlib block' });
	});

	test('may not inflate a megabyte into a gigabyte at once', () => {
		const { bytes, header } = zsavFile();
		const bomb = deflateSync(Buffer.alloc(1 << 28));
		const patch = Buffer.alloc(48);
		[BigInt(header), BigInt(header + 24 + bomb.length), 48n].forEach((v, i) =>
			bytes.writeBigInt64LE(v, header + 8 * i)
		);
		patch.writeInt32LE(1, 20);
		patch.writeBigInt64LE(BigInt(header + 24), 32);
		patch.writeInt32LE(1 << 28, 40);
		patch.writeInt32LE(bomb.length, 44);
		const whole = Buffer.concat([bytes.subarray(0, header + 24), bomb, patch]);
		expect(errorOf(whole)).toMatchObject({ code: 'too_large', record: 'zlib trailer' });
	});

	test('may not hold a dictionary without end', () => {
		const bytes = file();
		const variable = bytes.subarray(176, indexOfRecord(bytes, 2, 255));
		const many = Array<Buffer>(600_000).fill(variable);
		const error = errorOf(Buffer.concat([bytes.subarray(0, 176), ...many]));
		expect(error).toMatchObject({ code: 'too_large', record: 'variable record' });
	});

	test('may not hold a label of 40 megabytes', () => {
		const bytes = changed([2, 0, 1, 1], 8, 40_000_000);
		const error = errorOf(Buffer.concat([bytes, Buffer.alloc(40_000_000)]));
		expect(error).toMatchObject({ code: 'too_large', record: 'variable record' });
	});

	test('may not multiply labels by giving them to variables again and again', () => {
		const bytes = file({
			variables: Array.from({ length: 3000 }, (_, i) => ({ name: `V${i}` })),
			rows: []
		});
		const end = indexOfRecord(bytes, 7, 3);
		const all = Array.from({ length: 3000 }, (_, i) => i + 1);
		const own = all.map((slot) => [3, 1, slot, slot, 0, 0, 4, 1, slot]);
		const shared = [3, 3000, ...all.flatMap((value) => [0, value + 1e6, 0, 0]), 4, 3000, ...all];
		const labels = Buffer.from(Int32Array.from([...own.flat(), ...shared]).buffer);
		const error = errorOf(Buffer.concat([bytes.subarray(0, end), labels, bytes.subarray(end)]));
		expect(error).toMatchObject({ code: 'corrupt', record: 'value label record' });
	});
});
