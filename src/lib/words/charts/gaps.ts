import type { Lang, Text } from '#lib/words/lang.ts';
import { count, fixed } from '#lib/words/numbers.ts';

/* Gaps between East and West that were tested on the respondents of an imported file. */

/** What a test says of a gap. */
export const testVerdicts = {
	larger: { en: 'larger than sampling error', de: 'größer als der Stichprobenfehler' },
	'not-distinguishable': {
		en: 'not distinguishable from sampling error',
		de: 'vom Stichprobenfehler nicht zu unterscheiden'
	}
} satisfies Record<string, Text>;

export const gaps = {
	verdict: { en: 'Verdict', de: 'Urteil' },
	suppressed: {
		en: 'one side withheld: too few interviews',
		de: 'eine Seite zurückgehalten: zu wenige Interviews'
	},
	tested: {
		en: 'Figures computed from the respondent file have an interval of their own, and their gaps are tested with the error of the difference. All gaps on record are judged together, so each has to be clearer than one that stands alone. The other gaps rest on rounded figures and on assumptions.',
		de: 'Aus den Einzeldaten berechnete Werte haben ein eigenes Intervall, und ihre Abstände sind mit dem Fehler der Differenz getestet. Alle belegten Abstände werden zusammen beurteilt: Jeder muss deutlicher sein, als wenn er allein stünde. Die übrigen Abstände beruhen auf gerundeten Zahlen und auf Annahmen.'
	}
} satisfies Record<string, Text>;

/** A gap between East and West that was tested on respondents. */
export interface TestedGap {
	/** East minus West with its 95 % limits, in points. */
	difference: number;
	low: number;
	high: number;
	/** Of this gap alone, and raised for all `tested` on record (Holm). */
	p: number;
	pHolm: number;
	tested: number;
	/** t-test with the error of the difference, or from effective sizes as if the sides were independent. */
	by: 'design' | 'effective_n';
}

/** `−9.5 points, 95% interval −17.3 to −1.8; p = .016, among all 35 gaps on record p = .210` */
export function testText(test: TestedGap, lang: Lang): string {
	const [size, low, high] = [test.difference, test.low, test.high].map((each) =>
		signed(each, lang)
	);
	const among = count(test.tested, lang);
	const adjusted =
		test.tested === 1
			? ''
			: {
					en: `, among all ${among} gaps on record ${pText(test.pHolm, lang)}`,
					de: `, unter allen ${among} belegten Abständen ${pText(test.pHolm, lang)}`
				}[lang];
	const basis = test.by === 'design' ? '' : ` ${fromSizes[lang]}`;
	return lang === 'de'
		? `${size} Punkte, 95-%-Intervall ${low} bis ${high}; ${pText(test.p, lang)}${adjusted}${basis}`
		: `${size} points, 95% interval ${low} to ${high}; ${pText(test.p, lang)}${adjusted}${basis}`;
}

const fromSizes: Text = {
	en: '(from effective sizes)',
	de: '(aus effektiven Fallzahlen)'
};

/** Always one decimal, with its sign: `−9.5`, `+3,0`. */
export function signed(value: number, lang: Lang): string {
	const size = fixed(Math.abs(value), 1, lang);
	if (Number(Math.abs(value).toFixed(1)) === 0) return size;
	return `${value < 0 ? '\u2212' : '+'}${size}`;
}

/**
 * `p = .016`; German with the comma and its nought; `p < .001` below that. A p just under .05 keeps a
 * fourth digit: .050 beside “larger” would contradict itself.
 */
export function pText(p: number, lang: Lang): string {
	const printed = (value: string) => (lang === 'de' ? value.replace('.', ',') : value.slice(1));
	if (p < 0.001) return `p < ${printed('0.001')}`;
	if (p >= 0.9995) return `p > ${printed('0.999')}`;
	const digits = p < 0.05 && p.toFixed(3) === '0.050' ? 4 : 3;
	if (p < 0.05 && p.toFixed(digits) === '0.0500') return `p < ${printed('0.05')}`;
	return `p = ${printed(p.toFixed(digits))}`;
}
