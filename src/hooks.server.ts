import type { Handle, HandleServerError } from '@sveltejs/kit';
import { database } from '#lib/server/database.ts';
import { nearestCodes } from '#lib/server/nearest.ts';
import { getVersion } from '#lib/server/version.ts';
import { isLang, langs, preferredLang, type Lang } from '#lib/words/lang.ts';
import { faults, site } from '#lib/words/site.ts';

/** The page's language is that of its address; without one, the reader's. */
function langOf(request: Request, url: URL): Lang {
	const first = url.pathname.split('/')[1];
	return isLang(first) ? first : preferredLang(request.headers.get('accept-language'));
}

export const handle: Handle = async ({ event, resolve }) => {
	const lang = langOf(event.request, event.url);
	event.locals.lang = lang;
	const db = database();
	if (!db) return unavailable(lang);
	event.locals.db = db;

	const response = await resolve(event, {
		transformPageChunk: ({ html }) => html.replace('%lang%', lang)
	});
	response.headers.set('x-content-type-options', 'nosniff');
	response.headers.set('referrer-policy', 'strict-origin-when-cross-origin');
	response.headers.set('permissions-policy', 'browsing-topics=()');
	response.headers.set('x-dataset-version', getVersion(db).version);
	return response;
};

/** While no database can be read: a plain page in the reader's language, never a broken one. */
function unavailable(lang: Lang): Response {
	const text = faults.noDatabase[lang];
	return new Response(
		`<!doctype html><html lang="${lang}"><meta charset="utf-8"><title>Beistand</title><p>${text}</p></html>\n`,
		{
			status: 503,
			headers: {
				'content-type': 'text/html; charset=utf-8',
				'retry-after': '5',
				'cache-control': 'no-store',
				'x-content-type-options': 'nosniff',
				'content-security-policy': "default-src 'none'; frame-ancestors 'none'"
			}
		}
	);
}

/** What went wrong stays in the log; the reader gets a sentence in their language. */
export const handleError: HandleServerError = ({ error, event, status }) => {
	const lang = event.locals.lang ?? 'en';
	if (status === 404)
		return { message: faults.noPage[lang], lang, nearest: nearestPages(event.url.pathname, lang) };
	console.error(error);
	return { message: faults.ours[lang], lang };
};

/** Where a mistyped address may have meant to go: a page with a similar name, or one in our languages. */
function nearestPages(path: string, lang: Lang): { href: string; label: string }[] {
	const [first, name = ''] = path.split('/').slice(1);
	const pages = {
		questions: site.questions,
		regions: site.regions,
		explore: site.explore,
		article: site.article,
		readings: site.readings,
		methods: site.methods
	};
	if (!isLang(first)) {
		const isPage = name in pages;
		return langs.map((each) => ({
			href: isPage ? `/${each}/${name}` : `/${each}`,
			label: `${site.name[each]} (${each})`
		}));
	}
	return nearestCodes(name, Object.keys(pages), 1).map((code) => ({
		href: `/${lang}/${code}`,
		label: pages[code as keyof typeof pages][lang]
	}));
}
