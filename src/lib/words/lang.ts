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

/** Texts that are shown in the language they were asked in, on the pages of the other language too. */
const bothLangs = new Set(['wording']);

/**
 * What a page sends its reader, with each text in the reader's language alone: the other half would travel
 * with every page and be shown on none.
 *
 * @param data plain values of any depth; what is no plain object, list or text stays as it is
 * @returns a copy in the shape of `data`, whose texts lack the other language
 */
export function inLang<T>(data: T, lang: Lang): T {
	const own = (value: unknown): unknown => {
		if (Array.isArray(value)) return value.map(own);
		if (value === null || typeof value !== 'object') return value;
		if (Object.getPrototypeOf(value) !== Object.prototype) return value;
		if (isText(value)) return { [lang]: value[lang] };
		return Object.fromEntries(
			Object.entries(value).map(([key, each]) => [key, bothLangs.has(key) ? each : own(each)])
		);
	};
	return own(data) as T;
}

const isText = (value: object): value is Text =>
	'en' in value && 'de' in value && Object.keys(value).length === 2;
