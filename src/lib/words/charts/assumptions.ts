import type { Lang, Text } from '#lib/words/lang.ts';

/** East and West under assumptions. */
export const assumption = {
	title: { en: 'What is assumed', de: 'Was angenommen wird' },
	lead: {
		en: 'Nothing was published on the samples in East and West. The verdict on each gap goes through all of these assumptions; change them and it is worked out anew.',
		de: 'Über die Stichproben in Ost und West wurde nichts veröffentlicht. Das Urteil über jeden Abstand geht alle diese Annahmen durch; wer sie ändert, erhält ein neues.'
	},
	eastShare: {
		en: 'East’s share of the sample, percent, from–to',
		de: 'Anteil des Ostens an der Stichprobe, Prozent, von–bis'
	},
	deff: { en: 'Design effect, from–to', de: 'Designeffekt, von–bis' },
	n: {
		en: 'Interviews in Germany (empty: as published, else 1,000)',
		de: 'Interviews in Deutschland (leer: wie veröffentlicht, sonst 1.000)'
	},
	family: {
		en: 'Where many gaps are looked at, some are large by chance. So all gaps on record are judged together, and a gap has the same verdict everywhere.',
		de: 'Wo viele Abstände betrachtet werden, sind manche aus Zufall groß. Deshalb werden alle Abstände, die hier belegt sind, zusammen beurteilt, und jeder hat überall dasselbe Urteil.'
	},
	verdict: { en: 'Under the assumptions', de: 'Unter den Annahmen' }
} satisfies Record<string, Text>;

export const verdictNames = {
	holds: { en: 'holds', de: 'hält stand' },
	'does-not-hold': { en: 'does not hold', de: 'hält nicht stand' },
	uncertain: { en: 'uncertain', de: 'unsicher' }
} satisfies Record<string, Text>;

export const verdictMeanings = {
	holds: {
		en: 'larger than sampling error under every assumption, also with all gaps judged together',
		de: 'unter jeder Annahme größer als der Stichprobenfehler, auch wenn alle Abstände zusammen beurteilt werden'
	},
	'does-not-hold': {
		en: 'not distinguishable from sampling error under any assumption once all gaps are judged together',
		de: 'unter keiner Annahme vom Stichprobenfehler zu unterscheiden, wenn alle Abstände zusammen beurteilt werden'
	},
	uncertain: {
		en: 'depends on the assumptions once all gaps are judged together',
		de: 'hängt von den Annahmen ab, wenn alle Abstände zusammen beurteilt werden'
	}
} satisfies Record<string, Text>;

/** `one of 41 gaps judged together` */
export const judgedWith = (of: number, lang: Lang): string =>
	lang === 'de' ? `einer von ${of} zusammen beurteilten` : `one of ${of} judged together`;

/** `n = 1,000 assumed` */
export const sampleSize = (n: string, isAssumed: boolean, lang: Lang): string =>
	isAssumed ? `n = ${n} ${lang === 'de' ? 'angenommen' : 'assumed'}` : `n = ${n}`;
