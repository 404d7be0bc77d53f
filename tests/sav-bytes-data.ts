import { deflateSync } from 'node:zlib';
import type { FileDescription, Sink, Value } from './sav-bytes.ts';
import type { Fields } from './sav-bytes-fields.ts';
import { segmentsOf } from './sav-bytes-records.ts';

/** Writes the data part in one of the three forms. */
export type Pack = (sink: Sink, fields: Fields, description: FileDescription) => void;

export const plain: Pack = (sink, fields, description) => {
	const out = new Growing((bytes) => sink.append(bytes));
	eachElement(fields, description, (element) => out.add(element));
	out.flush();
};

export const bytecode: Pack = (sink, fields, description) => {
	const out = new Growing((bytes) => sink.append(bytes));
	writeCommands(fields, description, out);
	out.flush();
};

const BLOCK = 0x3ff000;

export const zsav: Pack = (sink, fields, description) => {
	const start = sink.size;
	sink.append(fields.int64(start, 0, 0).done());
	const blocks: [number, number][] = [];
	const out = new Growing((bytes) => {
		const deflated = deflateSync(bytes);
		blocks.push([bytes.length, deflated.length]);
		sink.append(deflated);
	});
	writeCommands(fields, description, out);
	out.flush();
	sink.patch(start, fields.int64(start, sink.size, 24 + 24 * blocks.length).done());
	fields.int64(-100, 0).int32(BLOCK, blocks.length);
	let at = start;
	let deflatedAt = start + 24;
	for (const [bytes, deflated] of blocks) {
		fields.int64(at, deflatedAt).int32(bytes, deflated);
		at += bytes;
		deflatedAt += deflated;
	}
	sink.append(fields.done());
};

/** Collects bytes and hands them on a block at a time. */
class Growing {
	#bytes = Buffer.alloc(BLOCK);
	#length = 0;
	#full: (bytes: Uint8Array) => void;

	constructor(full: (bytes: Uint8Array) => void) {
		this.#full = full;
	}

	/** @param bytes 8 of them, so that a block ends between two */
	add(bytes: Uint8Array): void {
		this.#bytes.set(bytes, this.#length);
		this.#length += 8;
		if (this.#length === BLOCK) this.flush();
	}

	flush(): void {
		if (this.#length) this.#full(this.#bytes.subarray(0, this.#length));
		this.#length = 0;
	}
}

const BLANKS = Buffer.alloc(8, ' ');

/** Calls `use` with the 8 bytes of every element, and the number if it is one. The bytes are reused. */
function eachElement(
	fields: Fields,
	{ variables, rows }: FileDescription,
	use: (element: Uint8Array, number?: number) => void
): void {
	const widths = variables.map(({ width = 0 }) => width);
	const element = Buffer.alloc(8);
	const view = new DataView(element.buffer, element.byteOffset, 8);
	for (const row of rows) {
		for (let i = 0; i < widths.length; i++) {
			const value: Value = row[i] ?? null;
			if (widths[i]! > 0) {
				for (const part of stringElements(fields, String(value ?? ''), widths[i]!)) use(part);
				continue;
			}
			const number = value === null ? -Number.MAX_VALUE : Number(value);
			view.setFloat64(0, number, fields.littleEndian);
			use(element, number);
		}
	}
}

function* stringElements(fields: Fields, text: string, width: number): Generator<Uint8Array> {
	const bytes = fields.encode(text).subarray(0, width);
	let from = 0;
	for (const segment of segmentsOf(width)) {
		const filled = Buffer.alloc(Math.ceil(segment / 8) * 8, ' ');
		filled.set(bytes.subarray(from, from + segment));
		from += segment;
		for (let at = 0; at < filled.length; at += 8) yield filled.subarray(at, at + 8);
	}
}

function writeCommands(fields: Fields, description: FileDescription, out: Growing): void {
	const commands = new Uint8Array(8);
	const literals = new Uint8Array(64);
	let command = 0;
	let literal = 0;

	function end(): void {
		out.add(commands);
		for (let i = 0; i < literal; i++) out.add(literals.subarray(i * 8, i * 8 + 8));
		commands.fill(0);
		command = literal = 0;
	}
	eachElement(fields, description, (element, number) => {
		commands[command++] = commandFor(element, number);
		if (commands[command - 1] === 253) literals.set(element, 8 * literal++);
		if (command === 8) end();
	});
	if (description.cases === -1) commands[command++] = 252;
	if (command) end();
}

function commandFor(element: Uint8Array, number: number | undefined): number {
	if (number === undefined) return BLANKS.equals(element) ? 254 : 253;
	if (number === -Number.MAX_VALUE) return 255;
	return Number.isInteger(number) && number > -100 && number <= 151 ? number + 100 : 253;
}
