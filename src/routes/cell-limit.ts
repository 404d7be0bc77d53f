import type { Database } from '#lib/server/data/database.ts';
import { cellsAsked, maxCells } from '#lib/server/pages/question.ts';
import { embeddableAt } from '#lib/view/share/embeddable.ts';
import { questionPath } from '#lib/view/paths.ts';
import type { Lang } from '#lib/words/lang.ts';
import { escaped } from '#lib/words/markup.ts';
import { insteadOf, tooWide } from '#lib/words/serve.ts';
import { embedHeaders } from './[lang=lang]/embed/document.ts';
import { problem } from './reply.ts';

/** What the last part of a path may add to that of a page: the name of a file, or of the data after a click. */
const extension = /(\.(csv-metadata\.json|csl\.json|[a-z]+)|\/__data\.json)$/;

/**
 * One bound for every face of a question: page, embed, picture, file, oEmbed. It is known from the
 * address how many cells are asked for, so nothing is read before.
 *
 * @returns the refusal in the reader's words; undefined if the view is within bounds
 */
export function beyondCellLimit(
	db: Database,
	lang: Lang,
	request: Request,
	url: URL
): Response | undefined {
	const shown = url.pathname === '/oembed' ? pageOf(url) : url;
	if (!shown || shown.search === '') return undefined;
	const path = shown.pathname.replace(extension, '').replace('/embed-code/', '/embed/');
	const asked = embeddableAt(path);
	if (asked?.kind !== 'question' && asked?.kind !== 'by-region') return undefined;
	const query = new URLSearchParams(shown.searchParams);
	if (asked.kind === 'by-region') query.set('by', 'region');
	const cells = cellsAsked(db, asked.code, query);
	if (cells <= maxCells) return undefined;

	const words = tooWide(cells, maxCells, lang);
	const usual = questionPath(lang, asked.code);
	if (!request.headers.get('accept')?.includes('text/html'))
		return problem(422, words, lang, {
			nearest: [usual, '/data'].map((path) => new URL(path, url).href)
		});
	const links = [
		[usual, insteadOf.usual[lang]],
		['/data', insteadOf.data[lang]]
	].map(
		([href = '', label = '']) => `<li><a href="${escaped(href)}" target="_blank">${label}</a></li>`
	);
	// Where the embed should have been, its frame has to say so too.
	const framing = url.pathname.includes('/embed/') ? embedHeaders : {};
	return new Response(
		`<!doctype html><html lang="${lang}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
			`<title>Beistand</title><p>${words}</p><ul>${links.join('')}</ul></html>\n`,
		{
			status: 422,
			headers: {
				...framing,
				'content-type': 'text/html; charset=utf-8',
				'content-language': lang,
				'cache-control': 'no-store'
			}
		}
	);
}

/** The page that oEmbed is asked about. */
function pageOf(url: URL): URL | undefined {
	const wanted = url.searchParams.get('url') ?? '';
	return URL.canParse(wanted) ? new URL(wanted) : undefined;
}
