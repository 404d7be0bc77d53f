import type { Lang } from '#lib/words/lang.ts';

/** Parts of a citation. */
export const citationWords = {
	field: (period: string, lang: Lang): string =>
		lang === 'de' ? `Befragungszeitraum ${period}` : `in the field ${period}`,
	source: (source: string, lang: Lang): string =>
		lang === 'de' ? `Quelle: ${source}` : `Source: ${source}`,
	version: (version: string, lang: Lang): string =>
		lang === 'de' ? `Beistand, Datenstand ${version}` : `Beistand, data version ${version}`
};
