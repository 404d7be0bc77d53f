import type { FileDescription } from './sav-bytes.ts';

const byteOf = new Map<string, Map<string, number>>();

/** Numbers and texts as bytes, in one byte order and encoding. */
export class Fields {
	readonly littleEndian: boolean;
	#encoding: string;
	#parts: Buffer[] = [];

	constructor({ littleEndian = true, encoding = 'utf-8' }: FileDescription) {
		this.littleEndian = littleEndian;
		this.#encoding = encoding;
	}

	int32(...values: number[]): this {
		for (const value of values)
			this.#number(4, (view) => view.setInt32(0, value, this.littleEndian));
		return this;
	}

	int64(...values: number[]): this {
		for (const value of values)
			this.#number(8, (view) => view.setBigInt64(0, BigInt(value), this.littleEndian));
		return this;
	}

	float64(...values: number[]): this {
		for (const value of values)
			this.#number(8, (view) => view.setFloat64(0, value, this.littleEndian));
		return this;
	}

	raw(bytes: Uint8Array): this {
		this.#parts.push(Buffer.from(bytes));
		return this;
	}

	/** Text cut or filled with blanks to a length. */
	text(text: string, length: number): this {
		const filled = Buffer.alloc(length, ' ');
		filled.set(this.encode(text).subarray(0, length));
		return this.raw(filled);
	}

	/** Text after its length. */
	counted(text: string): this {
		const bytes = this.encode(text);
		return this.int32(bytes.length).raw(bytes);
	}

	encode(text: string): Uint8Array {
		if (this.#encoding === 'utf-8') return Buffer.from(text);
		let table = byteOf.get(this.#encoding);
		if (!table) {
			const decoder = new TextDecoder(this.#encoding);
			table = new Map(
				Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte])
			);
			byteOf.set(this.#encoding, table);
		}
		const bytes = table;
		return Uint8Array.from(text, (letter) => bytes.get(letter) ?? 0x3f);
	}

	/** All bytes since the last call. */
	done(): Buffer {
		const all = Buffer.concat(this.#parts);
		this.#parts = [];
		return all;
	}

	#number(bytes: number, set: (view: DataView) => void): void {
		const buffer = Buffer.alloc(bytes);
		set(new DataView(buffer.buffer, buffer.byteOffset, bytes));
		this.#parts.push(buffer);
	}
}
