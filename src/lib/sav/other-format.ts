/** The first bytes of files that are often taken for system files, as they call themselves. */
const beginnings: [kind: string, bytes: string | RegExp][] = [
	// Its first part has one of these names, behind a header of 30 bytes.
	[
		'an Excel or other Office file',
		/^PK.{28}(\[Content_Types\]|_rels\/|xl\/|mimetypeapplication\/vnd)/s
	],
	['a ZIP archive', 'PK\x03\x04'],
	['an empty ZIP archive', 'PK\x05\x06'],
	['a gzip file', '\x1f\x8b'],
	['an xz file', '\xfd7zXZ'],
	['a bzip2 file', /^BZh[1-9]/],
	['a 7-Zip archive', '7z\xbc\xaf\x27\x1c'],
	['a RAR archive', 'Rar!'],
	['a PDF', '%PDF'],
	['a Stata file', '<stata_dta>'],
	['an Excel workbook of the old kind', '\xd0\xcf\x11\xe0'],
	['an SQLite database', 'SQLite format 3'],
	['a SAS transport file', 'HEADER RECORD*******'],
	['a SAS file', /^.{4,16}\xc2\xea\x81\x60/s],
	['a Parquet file', 'PAR1'],
	['an R file', /^RD[AX][23]\n/],
	['an encrypted SPSS file', /^.{8}ENCRYPTEDSAV/s],
	// Lines of 80: the portable format begins with its own name in five character sets.
	['an SPSS portable file', /ASCII SPSS PORT FILE/],
	['an HTML page', /^\s*<(!doctype html|html|head|body)/i],
	['an XML file', /^\s*<\?xml/]
];

/** Until Stata 12 a file began with its version, the order of its bytes, 1 and 0. */
const isOldStata = ([version = 0, order, type, zero]: Uint8Array): boolean =>
	version >= 103 && version <= 115 && (order === 1 || order === 2) && type === 1 && zero === 0;

/** No byte of a text: neither a letter nor a tab nor the end of a line. */
const isControl = (byte: number): boolean => byte < 9 || (byte > 13 && byte < 32);

/** How much of a file tells what it is. */
export const TELLING_BYTES = 512;

/**
 * What a file is that is no system file.
 *
 * @param start its first bytes
 * @returns 'a ZIP archive' and the like; undefined if it cannot be told
 */
export function otherFormat(start: Uint8Array): string | undefined {
	const bytes = Buffer.from(start).toString('latin1');
	// A mark of byte order may stand before a text.
	const text = bytes.replace(/^\xef\xbb\xbf/, '');
	if (text === '') return 'an empty file';
	if (isOldStata(start)) return 'a Stata file';
	const found = beginnings.find(([, begin]) =>
		typeof begin === 'string' ? text.startsWith(begin) : begin.test(text)
	);
	if (found) return found[0];
	if (start.some(isControl)) return;
	const [first = ''] = text.split(/\r?\n/, 1);
	return /[,;\t]/.test(first) ? 'a table of text (CSV)' : 'a text';
}
