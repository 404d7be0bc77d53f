import type { Text } from '#lib/words/lang.ts';

/* What an imported respondent file writes into the data package. */

/** Beside a computed figure. */
export const figureNotes = {
	few_asked: { en: 'Fewer than 100 interviews.', de: 'Weniger als 100 Interviews.' },
	few_units: {
		en: 'Few sampling units: how large the error is, is itself uncertain.',
		de: 'Wenige Stichprobeneinheiten: Wie groß der Fehler ist, ist selbst unsicher.'
	},
	imprecise: {
		en: 'Computed, but left out: too few interviews, or an interval too wide.',
		de: 'Berechnet, aber weggelassen: zu wenige Interviews oder ein zu breites Intervall.'
	},
	derivable: {
		en: 'Computed, but left out: another figure that is left out could be worked out from it.',
		de: 'Berechnet, aber weggelassen: Ein anderer weggelassener Wert ließe sich daraus errechnen.'
	},
	doubtful: {
		en: 'Stored although figures reported elsewhere differ.',
		de: 'Gespeichert, obwohl anderswo berichtete Werte abweichen.'
	}
} satisfies Record<string, Text>;

const berlin = {
	east: { en: 'Berlin counts as East', de: 'Berlin zählt zum Osten' },
	west: { en: 'Berlin counts as West', de: 'Berlin zählt zum Westen' },
	excluded: { en: 'Berlin is left out', de: 'Berlin bleibt außen vor' },
	untold: {
		en: 'what Berlin counts as was not told',
		de: 'wozu Berlin zählt, wurde nicht angegeben'
	}
} satisfies Record<string, Text>;

/** How a respondent file was read; the numbers are counts of interviews. */
export interface FileReading {
	rows: number;
	germans: number;
	weight: string | null;
	/** Variable of East and West with what was done with Berlin; none: they are not told apart. */
	region: { variable: string; berlin: keyof typeof berlin; east: number; west: number } | null;
	sha256: string;
	isSynthetic: boolean;
}

/** Name of the source that a respondent file becomes. */
export const respondentFile = (survey: string, isSynthetic: boolean): string =>
	isSynthetic
		? `SYNTHETIC test file in the form of: ${survey}, respondent file`
		: `${survey}, respondent file`;

/** How the file was read, for the source's remark. */
export function readingText(file: FileReading): Text {
	const { rows, germans, weight, region, sha256, isSynthetic } = file;
	const en = [
		...(isSynthetic ? ['Invented respondents, no survey.'] : []),
		`${rows} interviews, ${germans} of them in Germany, ${weight ? `weighted by ${weight}` : 'unweighted'}.`,
		...(region
			? [
					`East (${region.east}) and West (${region.west}) by ${region.variable}; ${berlin[region.berlin].en}.`
				]
			: []),
		`Only shares are kept, no respondent. SHA-256 of the file: ${sha256}.`
	];
	const de = [
		...(isSynthetic ? ['Erfundene Befragte, keine Umfrage.'] : []),
		`${rows} Interviews, davon ${germans} in Deutschland, ${weight ? `gewichtet mit ${weight}` : 'ungewichtet'}.`,
		...(region
			? [
					`Ost (${region.east}) und West (${region.west}) nach ${region.variable}; ${berlin[region.berlin].de}.`
				]
			: []),
		`Aufbewahrt werden nur Anteile, keine Befragten. SHA-256 der Datei: ${sha256}.`
	];
	return { en: en.join(' '), de: de.join(' ') };
}
