import type { Lang } from '#lib/words/lang.ts';
import { listing, percent } from '#lib/words/numbers.ts';
import { quoted } from '#lib/words/quotation.ts';
import { shortLabel, sides } from './charts.ts';
import {
	elsewhere,
	follows,
	isOne,
	label,
	named,
	on,
	placeIn,
	quotedShares,
	spelled,
	told,
	type Answer,
	type Named,
	type Place,
	type Share
} from './shares.ts';

/* Titles: sentences made from the numbers, without a full stop. */

const namesOf = (of: Named[], lang: Lang): string =>
	listing(
		of.map(({ name }) => name),
		lang
	);

/**
 * The highest and the lowest share in the clause of its answer: `In Poland, 50% support …, the highest share;
 * in Italy, 35%, the lowest`. Undefined where the label has to be quoted.
 */
function ends(
	answer: Answer,
	common: string,
	most: Named[],
	least: Named[],
	chosen: number | null,
	lang: Lang
): string | undefined {
	const [high, low] = [most[0], least[0]];
	if (!high || !low) return undefined;
	const place = placeIn(namesOf(most, lang), common);
	const said = told({ answer, pct: high.pct }, place, lang);
	if (!said) return undefined;
	const there = elsewhere(namesOf(least, lang), low.pct, lang);
	if (lang === 'de') {
		const among = chosen === null ? '' : ` unter den ${chosen} gewählten`;
		return `${said}, der höchste Wert${among}; ${there}, der niedrigste`;
	}
	const among = chosen === null ? '' : ` of the ${chosen} chosen`;
	return `${said}, the highest share${among}; ${there}, the lowest`;
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
		const spoken = ends(answer, common, most, least, chosen, lang);
		if (spoken !== undefined) return spoken;
		const subject = [named(answer, lang), common].filter((part) => part !== '').join(' ');
		const [high, low] = [most, least].map((ends) => {
			const [{ pct } = { pct: 0 }] = ends;
			const each = ends.length > 1 ? { en: 'each ', de: 'je ' }[lang] : '';
			return `${namesOf(ends, lang)} (${each}${percent(pct, lang)})`;
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
		const [first, ...rest] = values;
		const said = first && told({ answer, pct: first.pct }, placeIn(first.name, common), lang);
		if (said)
			return [said, ...rest.map(({ name, pct }) => elsewhere(name, pct, lang))].join(
				lang === 'de' ? ', ' : '; '
			);
		const subject = [named(answer, lang), common].filter((part) => part !== '').join(' ');
		const parts = values.map(({ name, pct }) => `${name} ${percent(pct, lang)}`);
		return `${subject}: ${parts.join(', ')}`;
	},
	sides(answer: Answer, east: number, west: number, lang: Lang): string {
		const place = { in: `in ${sides.east.full[lang]}`, isGermany: false };
		const said = told({ answer, pct: east }, place, lang);
		const there = elsewhere(`in ${sides.west.full[lang]}`, west, lang);
		if (said) return lang === 'de' ? `${said}, ${there}` : `${said}; ${there}`;
		const [first, second] = [percent(east, lang), percent(west, lang)];
		const quote =
			lang === 'de'
				? `In Ostdeutschland antworten ${first} ${label(answer, lang)}, in Westdeutschland ${second}`
				: `In East Germany, ${first} say ${label(answer, lang)}; in West Germany, ${second}`;
		return on(answer.subject, quote, lang);
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
		other: { year: number; answer: Answer; east: number; west: number } | undefined,
		lang: Lang
	): string {
		const of = hasOthers ? { en: ' of this answer', de: ' dieser Antwort' }[lang] : '';
		const none =
			lang === 'de'
				? `Für ${year} sind keine getrennten Werte${of} für Ost- und Westdeutschland veröffentlicht`
				: `For ${year}, no separate figures${of} for East and West Germany were published`;
		if (!other) return none;
		return `${none}; ${other.year}: ${findings.sides(other.answer, other.east, other.west, lang)}`;
	},
	/** From the first to the last wave; once where there is one only. */
	course(answer: Answer, place: Place, waves: Named[], lang: Lang): string {
		const [first, last] = [waves[0], waves.at(-1)];
		const said = first && told({ answer, pct: first.pct }, place, lang);
		if (!first || !last || !said) {
			const parts = waves.map(({ name, pct }) => `${percent(pct, lang)}\u00a0(${name})`);
			return `${named(answer, lang)} ${place.in}: ${parts.join(', ')}`;
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
	/**
	 * A view without a number, though its question has some elsewhere.
	 *
	 * @param where `in East Germany`; of a country, all its respondents are named, since its parts may have
	 * figures; undefined: the view looks at several places
	 */
	nothing(
		subject: string,
		where: { in: string; isWhole: boolean } | undefined,
		lang: Lang
	): string {
		const all =
			where?.isWhole === true
				? { en: 'for all respondents ', de: 'für alle Befragten ' }[lang]
				: '';
		const at = where
			? `${all}${where.in}`
			: { en: 'for this choice', de: 'für diese Auswahl' }[lang];
		const none = { en: 'No published figures', de: 'Keine veröffentlichten Werte' }[lang];
		return on(subject, `${none} ${at}`, lang);
	}
};
