/**
 * Reads SPSS system files (.sav, .zsav) without SPSS: a library in itself, nothing of ours in it.
 *
 * ```ts
 * const file = openSav('survey.sav');
 * for (const batch of file.batches({ variables: ['COUNTRY', 'WEIGHT'] }))
 *   numbersOf(batch, 'WEIGHT');
 * file.close();
 * ```
 */
import { readBatches, type Batch, type BatchOptions } from './batches.ts';
import { readDictionary, type SavDictionary } from './dictionary.ts';
import { bytesSource, fileSource, type ByteSource } from './source.ts';

export type { Batch } from './batches.ts';
export type { SavDictionary } from './dictionary.ts';
export { SavError } from './error.ts';
export { isMissing } from './missing.ts';
export { bytesSource, type ByteSource } from './source.ts';
export type { SavVariable } from './variables.ts';

/** An open file. */
export interface SavFile {
	dictionary: SavDictionary;
	/**
	 * The cases from first to last, in batches of columns. Every call starts at the first case.
	 *
	 * @throws {RangeError} if there is no variable of a name asked for
	 * @throws {SavError} while reading; the batches until then are right
	 */
	batches(options?: BatchOptions): Generator<Batch, void, undefined>;
	close(): void;
}

/**
 * Opens a system file and reads its dictionary; the data is read by `batches`.
 *
 * @param file a path, the bytes themselves, or a source of bytes
 * @param options encoding: for files that name a wrong one; a label TextDecoder knows
 * @throws {SavError} if it is no system file, or a broken one; the file is closed then
 * @throws {RangeError} if the encoding is not known
 */
export function openSav(
	file: string | URL | Uint8Array | ByteSource,
	options: { encoding?: string } = {}
): SavFile {
	const source = sourceOf(file);
	try {
		const { dictionary, layout } = readDictionary(source, options.encoding);
		return {
			dictionary,
			batches: (wanted) => readBatches(source, layout, wanted),
			close: () => source.close()
		};
	} catch (error) {
		source.close();
		throw error;
	}
}

function sourceOf(file: string | URL | Uint8Array | ByteSource): ByteSource {
	if (typeof file === 'string' || file instanceof URL) return fileSource(file);
	return file instanceof Uint8Array ? bytesSource(file) : file;
}

/**
 * A numeric column of a batch; NaN is system-missing.
 *
 * @throws {TypeError} if the column is not in the batch, or holds strings
 */
export function numbersOf(batch: Batch, name: string): Float64Array {
	const column = batch.columns.get(name);
	if (column instanceof Float64Array) return column;
	throw new TypeError(`Expected numbers in ${name}, got ${column ? 'strings' : 'nothing'}`);
}

/**
 * A string column of a batch, without trailing blanks.
 *
 * @throws {TypeError} if the column is not in the batch, or holds numbers
 */
export function stringsOf(batch: Batch, name: string): string[] {
	const column = batch.columns.get(name);
	if (Array.isArray(column)) return column;
	throw new TypeError(`Expected strings in ${name}, got ${column ? 'numbers' : 'nothing'}`);
}
