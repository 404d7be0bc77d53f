import type { Handle, HandleServerError } from '@sveltejs/kit';
import { database } from '#lib/server/data/database.ts';
import { deferScripts } from './routes/defer-scripts.ts';
import { nearestCodes } from '#lib/server/data/suggest.ts';
import { getVersion } from '#lib/server/data/version.ts';
import { openVersion } from '#lib/server/data/versions.ts';
import { versionIn } from '#lib/view/version-path.ts';
import { servingHeader } from '#lib/view/serving-header.ts';
import { embeddableAt } from '#lib/view/share/embeddable.ts';
import { oembedPath } from '#lib/view/paths.ts';
import { isLang, langOf, langs, type Lang } from '#lib/words/lang.ts';
import { faults, site } from '#lib/words/site.ts';
import { pageCaching } from './routes/caching.ts';
import { beyondCellLimit } from './routes/cell-limit.ts';
import { isFileOf, noVersion } from './routes/data/no-version.ts';

export const handle: Handle = async ({ event, resolve }) => {
	const lang = langOf(event.url.pathname, event.request.headers.get('accept-language'));
	event.locals.lang = lang;
	const db = database();
	if (!db) return event.route.id === '/healthz/live' ? resolve(event) : unavailable(lang);
	const refusal = beyondCellLimit(db, lang, event.request, event.url);
	if (refusal) return refusal;
	const asked = versionIn(event.url);
	const found = asked === undefined ? undefined : openVersion(db, asked);
	if (found && found.kind !== 'open' && !isFileOf(found, event.url))
		return noVersion(found, event.url, lang);
	event.locals.db = found?.kind === 'open' ? found.db : db;
	if (found) event.locals.version = found;

	const response = await deferScripts(
		await resolve(event, {
			transformPageChunk: ({ html }) => html.replace('%lang%', lang),
			// Both fonts are needed for the first line; asked for early, they are there before it is drawn.
			preload: ({ type }) => type === 'js' || type === 'font'
		})
	);
	// A route that says for itself how long it may be kept is right; the rest depends on the data alone.
	// What a page fetches on the way to the next answers 200 even when its load failed.
	const isSound = response.status === 200 && !event.locals.failed && !event.locals.isPrivate;
	if (!response.headers.has('cache-control') || event.isDataRequest)
		response.headers.set('cache-control', isSound ? pageCaching : 'no-store');
	if (isEmbeddablePage(event.url.pathname, response)) {
		const href = new URL(oembedPath(event.url.href), event.url).href;
		response.headers.append('link', `<${href}>; rel="alternate"; type="application/json+oembed"`);
	}
	// A file that is not there is an answer too, and a page elsewhere must be able to read it.
	if (!response.ok && /\.\w+$/.test(event.url.pathname))
		response.headers.set('access-control-allow-origin', '*');
	response.headers.set('x-dataset-version', found?.version ?? getVersion(db).version);
	// What is ready is kept as long as the data in service stay, also what was made of older ones.
	if (found) response.headers.set(servingHeader, getVersion(db).version);
	return response;
};

/** A page that says in a header too where oEmbed is to be asked; embeds say it themselves. */
const isEmbeddablePage = (path: string, response: Response): boolean =>
	response.ok && !path.includes('/embed/') && embeddableAt(path) !== undefined;

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
				'cache-control': 'no-store'
			}
		}
	);
}

/** What went wrong stays in the log; the reader gets a sentence in their language. */
export const handleError: HandleServerError = ({ error, event, status }) => {
	const lang = event.locals.lang ?? 'en';
	// An address that cannot even be decoded is a mistyped one too, and nothing to fill a log with.
	if (status < 500)
		return { message: faults.noPage[lang], lang, nearest: nearestPages(event.url.pathname, lang) };
	event.locals.failed = true;
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
