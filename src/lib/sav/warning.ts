/**
 * What a file says and cannot mean, so that it was read otherwise.
 *
 * encoding: no such encoding is known here; bytes: texts that are not in the encoding; weight: no such
 * variable; names: one name twice; labels: value labels of no variable; sysmis: no number for missing.
 */
type SavWarningCode = 'encoding' | 'bytes' | 'weight' | 'names' | 'labels' | 'sysmis';

/** Something that was read in spite of what the file says of it. */
export interface SavWarning {
	code: SavWarningCode;
	/** What the file says, and what was taken instead; one sentence. */
	detail: string;
}

export type Warn = (code: SavWarningCode, detail: string) => void;

/** Collects warnings; of each kind and text only the first. */
export function warningsOf(): { warnings: SavWarning[]; warn: Warn } {
	const warnings: SavWarning[] = [];
	return {
		warnings,
		warn(code, detail) {
			if (!warnings.some((each) => each.code === code && each.detail === detail))
				warnings.push({ code, detail });
		}
	};
}
