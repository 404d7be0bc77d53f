import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import type { SavFile } from '#lib/sav/index.ts';
import type { FileReading } from '#lib/words/files/import.ts';
import type { Findings } from './findings.ts';
import { hasBerlin } from '#lib/import/mapping.ts';

/** How a file was read, for the source that it becomes. */
export function readingOf(path: string, file: SavFile, findings: Findings): FileReading {
	const { mapping, computed, rows } = findings;
	const { region, weight } = mapping;
	const { all, east, west } = computed.people;
	const berlin = hasBerlin(mapping) ? region!.berlin.counts_as : 'untold';
	return {
		rows,
		germans: all,
		weight,
		region: region && { variable: region.variable, berlin, east, west },
		sha256: hashOf(path),
		isSynthetic: isSynthetic(file)
	};
}

/** What was read otherwise than the file says, a line each. */
export const warningLines = ({ dictionary }: SavFile): string[] =>
	dictionary.warnings.map(({ code, detail }) => {
		const remedy = ['encoding', 'bytes'].includes(code)
			? ' Give the right one with --encoding if letters look wrong.'
			: '';
		return `Note: ${detail}${remedy}`;
	});

/**
 * Files made to try the import say so in their label, and by a variable as well: other programs drop the
 * label of a file when they write it again.
 */
export const isSynthetic = ({ dictionary: { fileLabel, variables } }: SavFile): boolean =>
	[fileLabel, ...variables.flatMap(({ name, label }) => [name, label])].some((text) =>
		/^synthetic\b/i.test(text)
	);

/** SHA-256 of a file of any size, in hexadecimal. */
function hashOf(path: string): string {
	const hash = createHash('sha256');
	const piece = Buffer.alloc(1 << 20);
	const file = openSync(path, 'r');
	try {
		for (let read; (read = readSync(file, piece)) > 0;) hash.update(piece.subarray(0, read));
	} finally {
		closeSync(file);
	}
	return hash.digest('hex');
}
