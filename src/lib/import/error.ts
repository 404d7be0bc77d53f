export type ImportErrorCode =
	| 'usage'
	| 'unreadable'
	| 'no_country'
	| 'no_germany'
	| 'no_weight'
	| 'bad_mapping'
	| 'unmatched_codes'
	| 'no_questions'
	| 'refused'
	| 'not_confirmed'
	| 'not_stored';

/** The file, the mapping and the published figures do not fit together. Nothing was stored. */
export class ImportError extends Error {
	override name = 'ImportError';
	code: ImportErrorCode;

	/** @param detail where, what was there, what would have been right; several lines if there are several faults */
	constructor(code: ImportErrorCode, detail: string, options?: ErrorOptions) {
		super(detail, options);
		this.code = code;
	}
}
