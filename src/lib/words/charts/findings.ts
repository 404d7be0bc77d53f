import type { Lang, Text } from '#lib/words/lang.ts';
import { listing, percent, wholePercent } from '#lib/words/numbers.ts';
import { capital, quoted } from '#lib/words/quotation.ts';
import { shortLabel, sides } from './charts.ts';

/* Titles: sentences made from the numbers, without a full stop. */

/** An answer as a sentence takes it. */
export interface Answer {
	label: string;
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
const spelled = (pct: number, lang: Lang): string =>
	lang === 'de' ? `${wholePercent(pct)}\u00a0Prozent` : percent(pct, lang);

const label = (answer: Answer, lang: Lang): string => quoted(shortLabel(answer.label), lang);

/** One per cent of the Germans is singular in German: then the label is quoted. */
const isOne = (pct: number): boolean => wholePercent(pct) === '1';

/** `58% of Germans say …`, `In Frankreich sind 53 Prozent dagegen, …`; undefined without a clause. */
function told({ pct, answer }: Share, place: Place, lang: Lang): string | undefined {
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
const follows = (short: string, lang: Lang): string =>
	lang === 'de' || /^(an?|as|with)\b/.test(short) ? ', ' : '; ';

/** Everything but the clauses: `In Germany, 46% say “Kept about the same” and 29% “Decreased”`. */
function quotedShares(place: Place, shares: Share[], lang: Lang): string {
	const parts = shares.map(({ pct, answer }) => ({
		share: percent(pct, lang),
		answer: label(answer, lang)
	}));
	const [first = '', ...rest] = parts.map(({ share, answer }) => `${share} ${answer}`);
	if (lang === 'de') return `${capital(place.in)} antworten ${listing([first, ...rest], lang)}`;
	const [lead] = parts;
	const said = lead ? `${lead.share} say ${lead.answer}` : '';
	return `${capital(place.in)}, ${listing([said, ...rest], lang)}`;
}

export const findings = {
	/**
	 * What one population answered, the more frequent answer first.
	 *
	 * @param condition what the question supposes, for a sentence that travels without it
	 */
	here(place: Place, shares: Share[], lang: Lang, condition = ''): string {
		const [lead, ...rest] = shares;
		const said = lead && told(lead, place, lang);
		const shorts = rest.map(({ answer, pct }) =>
			isOne(pct) ? undefined : answer.clause?.short[lang]
		);
		if (!said || shorts.includes(undefined)) return quotedShares(place, shares, lang);
		return [
			condition === '' ? said : `${said}${{ en: ' ', de: ', ' }[lang]}${condition}`,
			...rest.map(({ pct }, index) => {
				const short = shorts[index] ?? '';
				const sign = condition === '' ? follows(short, lang) : '; ';
				return `${sign}${spelled(pct, lang)} ${short}`;
			})
		].join('');
	},
	/**
	 * One answer in several places, groups or the like.
	 *
	 * @param common what all have in common, or empty
	 * @param chosen how many the reader chose, where more were published; null: these are all
	 */
	between(
		answer: Answer,
		common: string,
		most: Named[],
		least: Named[],
		chosen: number | null,
		lang: Lang
	): string {
		const subject = [label(answer, lang), common].filter((part) => part !== '').join(' ');
		const [high, low] = [most, least].map((ends) => {
			const [{ pct } = { pct: 0 }] = ends;
			const names = listing(
				ends.map(({ name }) => name),
				lang
			);
			const each = ends.length > 1 ? { en: 'each ', de: 'je ' }[lang] : '';
			return `${names} (${each}${percent(pct, lang)})`;
		});
		const of =
			chosen === null
				? ''
				: { en: `of the ${chosen} chosen, `, de: `unter den ${chosen} gewählten ` }[lang];
		return lang === 'de'
			? `${subject}: ${of}am häufigsten ${high}, am seltensten ${low}`
			: `${subject}: ${of}most often ${high}, least often ${low}`;
	},
	/** One answer in so few places that none of them is a superlative. */
	beside(answer: Answer, common: string, values: Named[], lang: Lang): string {
		const subject = [label(answer, lang), common].filter((part) => part !== '').join(' ');
		const parts = values.map(({ name, pct }) => `${name} ${percent(pct, lang)}`);
		return `${subject}: ${parts.join(', ')}`;
	},
	sides(answer: Answer, east: number, west: number, lang: Lang): string {
		const place = { in: `in ${sides.east.full[lang]}`, isGermany: false };
		const said = told({ answer, pct: east }, place, lang);
		const there = `in ${sides.west.full[lang]}`;
		if (said)
			return lang === 'de'
				? `${said}, ${there} ${spelled(west, lang)}`
				: `${said}; ${there}, ${percent(west, lang)}`;
		const [first, second] = [percent(east, lang), percent(west, lang)];
		return lang === 'de'
			? `In Ostdeutschland antworten ${first} ${label(answer, lang)}, in Westdeutschland ${second}`
			: `In East Germany, ${first} say ${label(answer, lang)}; in West Germany, ${second}`;
	},
	/** @param isOtherMissing the view holds the other side, and it was not published */
	oneSide(
		answer: Answer,
		side: 'east' | 'west',
		pct: number,
		isOtherMissing: boolean,
		lang: Lang
	): string {
		const place = { in: `in ${sides[side].full[lang]}`, isGermany: false };
		const said = findings.here(place, [{ answer, pct }], lang);
		if (!isOtherMissing) return said;
		const there = sides[side === 'east' ? 'west' : 'east'].full[lang];
		return lang === 'de'
			? `${said}; für ${there} ist kein Wert veröffentlicht`
			: `${said}; for ${there} no figure was published`;
	},
	/**
	 * @param hasOthers other answers of the question have figures by East and West
	 * @param other the nearest wave of the same question in which both sides were published
	 */
	noSides(
		year: number,
		hasOthers: boolean,
		other: { year: number; answer: string; east: number; west: number } | undefined,
		lang: Lang
	): string {
		const of = hasOthers ? { en: ' of this answer', de: ' dieser Antwort' }[lang] : '';
		const none =
			lang === 'de'
				? `Für ${year} sind keine getrennten Werte${of} für Ost- und Westdeutschland veröffentlicht`
				: `For ${year}, no separate figures${of} for East and West Germany were published`;
		if (!other) return none;
		const [east, west] = [percent(other.east, lang), percent(other.west, lang)];
		const answer = quoted(shortLabel(other.answer), lang);
		return lang === 'de'
			? `${none}; ${other.year} antworteten ${east} im Osten und ${west} im Westen ${answer}`
			: `${none}; in ${other.year}, ${east} in the East and ${west} in the West said ${answer}`;
	},
	/** From the first to the last wave; once where there is one only. */
	course(answer: Answer, place: Place, waves: Named[], lang: Lang): string {
		const [first, last] = [waves[0], waves.at(-1)];
		const said = first && told({ answer, pct: first.pct }, place, lang);
		if (!first || !last || !said) {
			const parts = waves.map(({ name, pct }) => `${percent(pct, lang)}\u00a0(${name})`);
			return `${label(answer, lang)} ${place.in}: ${parts.join(', ')}`;
		}
		const lead = `${first.name}: ${said}`;
		return first === last ? lead : `${lead}; ${last.name}: ${spelled(last.pct, lang)}`;
	},
	/** @param isWhole all published gaps are looked at, and not a choice among them */
	widest(
		question: string,
		answer: string,
		{ east, west }: { east: number; west: number },
		isWhole: boolean,
		lang: Lang
	): string {
		const [first, second] = [percent(east, lang), percent(west, lang)];
		const [asked, said] = [quoted(question, lang), quoted(shortLabel(answer), lang)];
		if (lang === 'de')
			return isWhole
				? `Am weitesten liegen Ost und West bei ${asked} auseinander: ${first} im Osten und ${second} im Westen antworten ${said}`
				: `Unter den gewählten Fragen liegen Ost und West bei ${asked} am weitesten auseinander: ${first} im Osten und ${second} im Westen antworten ${said}`;
		const numbers = `${first} in the East and ${second} in the West say ${said}`;
		return isWhole
			? `East and West are furthest apart on ${asked}: ${numbers}`
			: `Of the questions chosen, East and West are furthest apart on ${asked}: ${numbers}`;
	},
	/** A single line of East and West, or several that are equally far apart. */
	plainSides(question: string, answer: string, east: number, west: number, lang: Lang): string {
		const [first, second] = [percent(east, lang), percent(west, lang)];
		const said = quoted(shortLabel(answer), lang);
		const asked = question.replace(/[?]$/, '');
		return lang === 'de'
			? `${asked}: ${first} im Osten und ${second} im Westen antworten ${said}`
			: `${asked}: ${first} in the East and ${second} in the West say ${said}`;
	},
	nothing: { en: 'No figures were published here', de: 'Hier sind keine Werte veröffentlicht' }
};
