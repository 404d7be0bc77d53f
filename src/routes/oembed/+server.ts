import { toOembed, type Limits } from '#lib/formats/web/oembed.ts';
import { getFace } from '#lib/server/share/shareable.ts';
import { oembedOf } from '#lib/server/share/shares.ts';
import { embeddableAt } from '#lib/view/share/embeddable.ts';
import { oembedWords } from '#lib/words/share/embed.ts';
import { preflight, problem, reply } from '../reply.ts';
import type { RequestHandler } from './$types';

/** GET /oembed?url=https://…/de/regions: how to put that page into another one (oEmbed 1.0). */
export const GET: RequestHandler = ({ locals: { db, lang }, url }) => {
	const query = url.searchParams;
	if ((query.get('format') ?? 'json') !== 'json')
		return problem(501, oembedWords.jsonOnly[lang], lang);
	const limits = limitsOf(query);
	if (!limits) return problem(400, oembedWords.badLimit[lang], lang);
	const wanted = URL.parse(query.get('url') ?? '');
	const asked =
		wanted && isOurs(wanted, url) ? embeddableAt(wanted.pathname.replace(/\/+$/, '')) : undefined;
	const face = asked && getFace(db, asked, wanted!.searchParams);
	if (!face) return problem(404, oembedWords[query.has('url') ? 'foreign' : 'noUrl'][lang], lang);
	return reply({
		body: JSON.stringify(toOembed(oembedOf(db, face, url), limits)),
		type: 'application/json'
	});
};

/**
 * Whether an address is one of this site, however it is written: people copy it with http for https, with
 * www, or from a server that listens on another port.
 */
function isOurs(wanted: URL, own: URL): boolean {
	const bare = ({ hostname }: URL) => hostname.replace(/^www\./, '');
	return /^https?:$/.test(wanted.protocol) && bare(wanted) === bare(own);
}

/** @returns undefined where a limit is no number of pixels */
function limitsOf(query: URLSearchParams): Limits | undefined {
	const given = (['maxwidth', 'maxheight'] as const).flatMap((key) => {
		const value = query.get(key);
		return value ? [[key, value] as const] : [];
	});
	if (given.some(([, value]) => !/^\d{1,6}$/.test(value) || Number(value) === 0)) return undefined;
	return Object.fromEntries(given.map(([key, value]) => [key, Number(value)]));
}

export const OPTIONS = preflight;
