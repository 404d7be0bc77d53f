import type { Text } from './lang.ts';

/* What the fixed codes are called. The keys are the codes; a missing one shows as a type error where it is used. */

export const layoutNames = {
	country: { en: 'By country', de: 'Nach Ländern' },
	region: { en: 'East and West', de: 'Ost und West' },
	group: { en: 'By group', de: 'Nach Gruppen' },
	time: { en: 'Over time', de: 'Im Zeitverlauf' }
} satisfies Record<string, Text>;

export const topicNames = {
	alliance: { en: 'The alliance', de: 'Das Bündnis' },
	russia: { en: 'Russia', de: 'Russland' },
	ukraine: { en: 'Ukraine', de: 'Ukraine' },
	'united-states': { en: 'The United States', de: 'Die USA' },
	context: { en: 'Background', de: 'Hintergrund' }
} satisfies Record<string, Text>;

export const statusNames = {
	published: { en: 'published', de: 'veröffentlicht' },
	recovered: { en: 'recovered', de: 'rekonstruiert' },
	reported: { en: 'reported by the press', de: 'aus der Presse' },
	computed: { en: 'computed', de: 'berechnet' },
	sum_of_parts: { en: 'sum of two printed parts', de: 'Summe zweier gedruckter Teile' }
} satisfies Record<string, Text>;

export const confidenceNames = {
	high: { en: 'high', de: 'hoch' },
	medium: { en: 'medium', de: 'mittel' },
	low: {
		en: 'low: a single weak source or an unclear population',
		de: 'niedrig: nur eine schwache Quelle oder unklare Grundgesamtheit'
	}
} satisfies Record<string, Text>;

export const absenceNames = {
	no_answer: { en: 'nobody gave this answer', de: 'von niemandem genannt' },
	not_asked: { en: 'not asked', de: 'nicht gefragt' },
	not_published: { en: 'not published', de: 'nicht veröffentlicht' },
	suppressed: { en: 'too few interviews', de: 'zu wenige Interviews' },
	higher_in_east: {
		en: 'higher in the East, says the institute; no number',
		de: 'im Osten höher, schreibt das Institut; ohne Zahl'
	},
	higher_in_west: {
		en: 'higher in the West, says the institute; no number',
		de: 'im Westen höher, schreibt das Institut; ohne Zahl'
	}
} satisfies Record<string, Text>;

export const wordingStatusNames = {
	exact: {
		en: 'wording from the published questionnaire results',
		de: 'Wortlaut aus der veröffentlichten Grundauszählung'
	},
	chart: { en: 'wording as printed on a chart', de: 'Wortlaut wie auf einer Grafik abgedruckt' },
	reported: {
		en: 'said by a source to be the same wording',
		de: 'laut einer Quelle derselbe Wortlaut'
	},
	not_seen: { en: 'wording not seen', de: 'Wortlaut lag nicht vor' }
} satisfies Record<string, Text>;

export const wordingOriginNames = {
	original: { en: 'as asked in German', de: 'so auf Deutsch gefragt' },
	translation: { en: 'our translation', de: 'unsere Übersetzung' }
} satisfies Record<string, Text>;

export const modeNames = {
	telephone: { en: 'by telephone', de: 'telefonisch' },
	'face-to-face': { en: 'face to face', de: 'persönlich' },
	online: { en: 'online', de: 'online' }
} satisfies Record<string, Text>;

export const relationNames = {
	matches: { en: 'matches what was published', de: 'entspricht dem Veröffentlichten' },
	number_matches: {
		en: 'the number is right, the words shift',
		de: 'die Zahl stimmt, der Wortlaut verschiebt sich'
	},
	paraphrase_differs: {
		en: 'says something other than was asked',
		de: 'sagt etwas anderes, als gefragt wurde'
	},
	direction_published: {
		en: 'the direction is published, the size is not',
		de: 'die Richtung ist veröffentlicht, die Größe nicht'
	},
	supported_elsewhere: {
		en: 'not published for 2015, supported elsewhere',
		de: 'für 2015 nicht veröffentlicht, andernorts gestützt'
	},
	not_published: { en: 'no figure published', de: 'kein Wert veröffentlicht' },
	inference_beyond_data: { en: 'goes further than the figures', de: 'geht über die Zahlen hinaus' },
	not_testable: { en: 'cannot be tested', de: 'nicht überprüfbar' },
	outside_survey: { en: 'not a subject of the survey', de: 'nicht Gegenstand der Umfrage' }
} satisfies Record<string, Text>;
