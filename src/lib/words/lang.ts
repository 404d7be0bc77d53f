/** The two languages of every page. */
export const langs = ['en', 'de'] as const;
export type Lang = (typeof langs)[number];

/** One text in both languages: leaving one out is a type error. */
export type Text = Record<Lang, string>;

export const isLang = (value: string | undefined): value is Lang =>
	langs.some((lang) => lang === value);

/** The other language, for the link that switches. */
export const otherLang = (lang: Lang): Lang => (lang === 'en' ? 'de' : 'en');

/**
 * The language a reader asks for.
 *
 * @param header value of Accept-Language, for example `de-AT,de;q=0.9,en;q=0.7`
 * @returns the listed language with the highest weight, English if none of ours is listed
 */
export function preferredLang(header: string | null): Lang {
	const wishes = (header ?? '').split(',').map((part, index) => {
		const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
		const q = parameters.map((each) => /^\s*q=([\d.]+)$/.exec(each)?.[1]).find(Boolean);
		return { lang: tag.split('-')[0], weight: q === undefined ? 1 : Number(q), index };
	});
	const best = wishes
		.filter((wish) => isLang(wish.lang) && wish.weight > 0)
		.sort((a, b) => b.weight - a.weight || a.index - b.index)[0];
	return isLang(best?.lang) ? best.lang : 'en';
}

/** The language of a reply: that of the address; without one, the reader's. */
export function langOf(path: string, acceptLanguage: string | null | undefined): Lang {
	const first = path.split(/[/?]/)[1];
	return isLang(first) ? first : preferredLang(acceptLanguage ?? null);
}
