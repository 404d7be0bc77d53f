import type { Lang, Text } from '#lib/words/lang.ts';
import { listing, percent, wholePercent } from '#lib/words/numbers.ts';
import { capital, quoted } from '#lib/words/quotation.ts';
import { shortLabel } from './charts.ts';

/* Shares with their answers, as sentences about a drawing are put together from. */

/** An answer as a sentence takes it. */
export interface Answer {
	label: string;
	/** What was asked, in few words: named wherever the label is quoted, since “Support” alone says nothing. */
	subject?: string | undefined;
	/**
	 * Ends of `58% of Germans …`: in full, and short where another answer stands before it. German begins
	 * with the finite verb. Null: the label is quoted.
	 */
	clause: { full: Text; short: Text } | null;
}

/** A share with the answer that it is a share of. */
export interface Share {
	answer: Answer;
	pct: number;
}

/** A share with the name of a place, a group or a year. */
export interface Named {
	name: string;
	pct: number;
}

/** Where an answer was given. */
export interface Place {
	/** `in Germany`, `among women in France` */
	in: string;
	/** All of Germany: then the sentence speaks of Germans. */
	isGermany: boolean;
}

/** `58%`; `58 Prozent`, as German headlines write it. */
export const spelled = (pct: number, lang: Lang): string =>
	lang === 'de' ? `${wholePercent(pct)}\u00a0Prozent` : percent(pct, lang);

export const label = (answer: Answer, lang: Lang): string => quoted(shortLabel(answer.label), lang);

/** The subject before a sentence that quotes a label: `View of NATO: in Germany, …`. */
export function on(subject: string | undefined, sentence: string, lang: Lang): string {
	if (!subject) return sentence;
	const isWhole = lang === 'de' || subject.endsWith('?');
	const said = isWhole ? sentence : sentence.charAt(0).toLowerCase() + sentence.slice(1);
	return `${subject}${subject.endsWith('?') ? '' : ':'} ${said}`;
}

/** A quoted label with its subject: `View of NATO, “Favorable”`. */
export function named(answer: Answer, lang: Lang): string {
	const { subject } = answer;
	if (!subject) return label(answer, lang);
	return `${subject}${subject.endsWith('?') ? '' : ','} ${label(answer, lang)}`;
}

/** One per cent of the Germans is singular in German: then the label is quoted. */
export const isOne = (pct: number): boolean => wholePercent(pct) === '1';

/** `58% of Germans say …`, `In Frankreich sind 53 Prozent dagegen, …`; undefined without a clause. */
export function told({ pct, answer }: Share, place: Place, lang: Lang): string | undefined {
	const clause = answer.clause?.full[lang];
	if (!clause || isOne(pct)) return undefined;
	const share = spelled(pct, lang);
	if (lang === 'en')
		return place.isGermany
			? `${share} of Germans ${clause}`
			: `${capital(place.in)}, ${share} ${clause}`;
	if (place.isGermany) return `${share} der Deutschen ${clause}`;
	const verb = /^\p{L}+/u.exec(clause)?.[0] ?? '';
	return `${capital(place.in)} ${verb} ${share}${clause.slice(verb.length)}`;
}

/** English sets a clause with a verb of its own off more strongly than one without. */
export const follows = (short: string, lang: Lang): string =>
	lang === 'de' || /^(an?|as|with)\b/.test(short) ? ', ' : '; ';

/** Everything but the clauses: `In Germany, 46% say “Kept about the same” and 29% “Decreased”`. */
export function quotedShares(place: Place, shares: Share[], lang: Lang): string {
	const parts = shares.map(({ pct, answer }) => ({
		share: percent(pct, lang),
		answer: label(answer, lang)
	}));
	const [first = '', ...rest] = parts.map(({ share, answer }) => `${share} ${answer}`);
	const subject = shares[0]?.answer.subject;
	if (lang === 'de') {
		const verb = isOne(shares[0]?.pct ?? 0) ? 'antwortet' : 'antworten';
		return on(subject, `${capital(place.in)} ${verb} ${listing([first, ...rest], lang)}`, lang);
	}
	const [lead] = parts;
	const said = lead ? `${lead.share} say ${lead.answer}` : '';
	return on(subject, `${capital(place.in)}, ${listing([said, ...rest], lang)}`, lang);
}

export const placeIn = (name: string, common: string): Place => ({
	in: common === '' ? name : `${name} ${common}`,
	isGermany: false
});

/** `in Italy, 40%`; `in Italien 40 Prozent`. */
export const elsewhere = (name: string, pct: number, lang: Lang): string =>
	lang === 'de' ? `${name} ${spelled(pct, lang)}` : `${name}, ${percent(pct, lang)}`;
