import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { openSav, SavError, type SavFile } from '#lib/sav/index.ts';
import { ImportError } from '#lib/import/error.ts';
import type { Mapping } from '#db/respondents.ts';
import { parseMapping } from '#lib/import/mapping-form.ts';

/** Opens a respondent file, or says what it is and what to do. @throws {ImportError} unreadable, usage */
export function openFile(path: string, encoding: string | undefined): SavFile {
	try {
		return openSav(path, encoding === undefined ? {} : { encoding });
	} catch (cause) {
		if (cause instanceof RangeError) {
			const detail = `--encoding: ${JSON.stringify(encoding)} given; expected a name like windows-1252, utf-8 or shift_jis`;
			throw new ImportError('usage', detail, { cause });
		}
		throw unreadable(path, cause);
	}
}

/** What to do with a file that is something else. */
const remedies: [RegExp, string][] = [
	[/archive|gzip|xz|bzip2/, 'Unpack it and give the .sav file that is in it.'],
	[/encrypted/, 'Open it in SPSS with its password and save it without one.'],
	[/Stata|SAS|R file|Parquet|portable|Excel/, 'Save it as .sav, or download the SPSS version.'],
	[
		/HTML/,
		'The download may have ended at a page to sign in; open it in a browser and load the file again.'
	],
	[
		/CSV|text|XML|PDF|database/,
		'Give the SPSS file (.sav or .zsav) that the publisher offers for download.'
	],
	[/empty/, 'Download it again.']
];

/** One sentence or two that say what the file is and what to do. @throws what is no fault of the file */
function unreadable(path: string, cause: unknown): ImportError {
	const expected = `${path}: expected an SPSS system file (.sav, .zsav)`;
	if (cause instanceof SavError) {
		const { format, message, code } = cause;
		const remedy = remedies.find(([kinds]) => format !== undefined && kinds.test(format))?.[1];
		const known = remedy && `${expected}, this is ${format}. ${remedy}`;
		// A file of a few bytes may be anything.
		const isCut = code === 'truncated' && !message.startsWith('file header');
		const cut = isCut
			? `${expected}; it ends too early: ${message}. Download it again.`
			: undefined;
		const detail = known ?? cut ?? `${expected}. ${message}`;
		return new ImportError('unreadable', detail, { cause });
	}
	const { message, code } = cause as NodeJS.ErrnoException;
	if (!code) throw cause;
	const reason: Record<string, string> = {
		ENOENT: 'there is no such file (ENOENT)',
		EISDIR: 'this is a folder (EISDIR)',
		EACCES: 'this user may not read it (EACCES)'
	};
	return new ImportError('unreadable', `${expected}; ${reason[code] ?? message}.`, { cause });
}

/** A mapping that was saved. @throws {ImportError} bad_mapping */
export function readMapping(path: string): Mapping {
	let text: string;
	try {
		text = readFileSync(path, 'utf8');
	} catch (cause) {
		throw new ImportError('bad_mapping', (cause as Error).message, { cause });
	}
	return parseMapping(text, basename(path));
}
