/**
 * What is wrong with a file, for programs.
 *
 * not_sav: no SPSS system file at all; truncated: the file ends too early; corrupt: it contradicts
 * itself; unsupported: valid, but not for this reader; too_large: past a limit set against hostile files.
 */
export type SavErrorCode = 'not_sav' | 'truncated' | 'corrupt' | 'unsupported' | 'too_large';

/** A file that cannot be read. Nothing read before the error is wrong, but it is not all there is. */
export class SavError extends Error {
	override name = 'SavError';
	code: SavErrorCode;
	/** The record the error is in, by the format's own name: 'variable record', 'extension record 7/13'. */
	record: string;
	/** Byte in the file, from 0. Inside a compressed block: the byte the block starts at. */
	offset: number;
	/** not_sav: what the file is instead, 'a ZIP archive'; undefined if it cannot be told. */
	format: string | undefined;

	/** @param detail what was there, and what was expected */
	constructor(
		code: SavErrorCode,
		record: string,
		offset: number,
		detail: string,
		options?: ErrorOptions & { format?: string | undefined }
	) {
		super(`${record} at byte ${offset}: ${detail}`, options);
		this.code = code;
		this.record = record;
		this.offset = offset;
		this.format = options?.format;
	}
}
