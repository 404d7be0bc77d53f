import type { Lang } from '../words/lang.ts';

/* The addresses of the site, in one place. What leaves the site makes them whole with `new URL(path, url)`. */

export const startPath = (lang: Lang): string => `/${lang}`;
export const questionsPath = (lang: Lang): string => `/${lang}/questions`;
export const questionPath = (lang: Lang, question: string): string =>
	`/${lang}/questions/${question}`;
export const regionsPath = (lang: Lang): string => `/${lang}/regions`;
export const methodsPath = (lang: Lang): string => `/${lang}/methods`;
export const apiPath = (lang: Lang): string => `/${lang}/api`;
export const correctionsPath = (lang: Lang): string => `/${lang}/corrections.atom`;

export const versionsPath = (lang: Lang): string => `/${lang}/versions.atom`;

/** The same page in another language: only the first part of the path differs. */
export const translatedPath = (path: string, lang: Lang): string =>
	path.replace(/^\/(en|de)(?=\/|$)/, `/${lang}`);

/** A figure's id may be put into an address as it is: its codes and `~` need no escaping. */
export const figurePath = (lang: Lang, figure: string): string => `/${lang}/figures/${figure}`;
export const articlePath = (lang: Lang): string => `/${lang}/article`;
export const claimPath = (lang: Lang, claim: string): string => `/${lang}/claims/${claim}`;
export const readingsPath = (lang: Lang): string => `/${lang}/readings`;
export const crosstabPath = (lang: Lang): string => `/${lang}/explore/crosstab`;
export const togetherPath = (lang: Lang): string => `/${lang}/explore/together`;
export const explorePath = (lang: Lang): string => `/${lang}/explore`;

/** The page as an embed: `/de/regions` is `/de/embed/regions`. */
export const embedPath = (path: string): string => path.replace(/^\/(en|de)\//, '/$1/embed/');
/** The page with the texts that put it into another one. */
export const snippetsPath = (path: string): string =>
	path.replace(/^\/(en|de)\//, '/$1/embed-code/');
/** What oEmbed says of a page. @param address its whole address */
export const oembedPath = (address: string): string =>
	`/oembed?url=${encodeURIComponent(address)}&format=json`;
/** The script that gives the frames of this site in somebody's page the height of their content. */
export const listenerPath = '/embed.js';
