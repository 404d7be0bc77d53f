import { gzipSync } from 'node:zlib';
import { render } from 'svelte/server';
import Embed from '#lib/components/share/Embed.svelte';
import EmbedFault from '#lib/components/share/EmbedFault.svelte';
import { addressOf, embedOf } from '#lib/server/share/embeds.ts';
import { getFace, type Shareable } from '#lib/server/share/shareable.ts';
import { nearestQuestions } from '#lib/server/data/suggest.ts';
import { embedVersion, isFrozen, isPin } from '#lib/server/share/embed-version.ts';
import { mostEmbedBytes, mostEmbedFigures } from '#lib/view/share/embed-limits.ts';
import { embeddableAt } from '#lib/view/share/embeddable.ts';
import { methodsPath, oembedPath, questionPath, questionsPath } from '#lib/view/paths.ts';
import { flagOf, one, unknownValue, type Notice } from '#lib/view/query.ts';
import { article } from '#lib/words/pages/article.ts';
import { embedWords } from '#lib/words/share/embed.ts';
import { faults } from '#lib/words/site.ts';
import { reply } from '../../../reply.ts';
import { embedDocument, embedHeaders } from '../document.ts';
import { themes } from '#lib/components/share/embed-code.ts';
import type { RequestHandler } from './$types';

/**
 * GET /de/embed/questions/view-of-nato?by=time: the view of the page of that path, for other people's
 * pages. It never redirects: what the address says wrong is told in the embed.
 */
export const GET: RequestHandler = ({ locals, url }) => {
	const { lang } = locals;
	const asked = embeddableAt(url.pathname);
	const v = url.searchParams.get('v') ?? undefined;
	const { db, noteOf } = embedVersion(locals.db, v);
	const shareable = asked && getFace(db, asked, url.searchParams);
	if (!asked || !shareable) return missing(locals, asked?.kind ?? '', asked?.code ?? '', url);

	let made = make(shareable);
	// Long wordings may make a view heavy that has few figures.
	for (let most = mostEmbedFigures; packed(made.body) > mostEmbedBytes && most > 4;)
		made = make(getFace(db, asked, url.searchParams, (most = Math.floor(most * 0.9))) ?? shareable);
	const { address, oembed } = made;
	const response = reply({
		body: made.body,
		type: 'text/html; charset=utf-8',
		links: [
			`<${address}>; rel="canonical"`,
			`<${oembed}>; rel="alternate"; type="application/json+oembed"`
		]
	});
	for (const [name, value] of Object.entries(embedHeaders)) response.headers.set(name, value);
	return response;

	function make(shareable: Shareable) {
		const notices: Notice[] = [...shareable.notices];
		const theme = one(url.searchParams, 'theme', themes, notices) ?? 'light';
		const flags = {
			plain: flagOf(url.searchParams, 'plain', notices),
			transparent: flagOf(url.searchParams, 'transparent', notices),
			static: flagOf(url.searchParams, 'static', notices)
		};
		if (v !== undefined && !isPin(v) && !isFrozen(v)) notices.push(unknownValue('v', v));
		const address = addressOf(shareable, url);
		const note = noteOf(shareable.rows, lang);
		const embed = embedOf({ ...shareable, notices }, address, flags, note);
		const corrections = new URL(`${methodsPath(lang)}#corrections`, url).href;
		const { body } = render(Embed, { props: { lang, ...embed, notices, address, corrections } });
		const title = shareable.heading;
		const oembed = new URL(oembedPath(address), url).href;
		const links = { canonical: address, oembed: { href: oembed, title } };
		const page = { lang, title, theme, links, drawings: embed.drawings, ...flags };
		return { address, oembed, body: embedDocument(body, page) };
	}
};

const packed = (body: string): number => gzipSync(body, { level: 9 }).length;

/** A small page with the nearest ways on, that fits where the chart should have been. */
function missing({ db, lang }: App.Locals, kind: string, code: string, url: URL): Response {
	const nearest =
		kind === 'question' || kind === 'by-region' ? nearestQuestions(db, code, lang) : [];
	const message = {
		question: faults.noQuestion,
		'by-region': faults.noQuestion,
		claim: article.noClaim
	}[kind];
	const title = (message ?? faults.noPage)[lang];
	const canonical = new URL(questionsPath(lang), url).href;
	const links = [
		...nearest.map(({ id, title }) => ({
			href: new URL(questionPath(lang, id), url).href,
			label: title[lang]
		})),
		{ href: canonical, label: embedWords.toSite[lang] }
	];
	const { body } = render(EmbedFault, { props: { title, links } });
	return new Response(
		embedDocument(body, { lang, title, theme: 'light', links: { canonical, oembed: null } }),
		{
			status: 404,
			headers: {
				...embedHeaders,
				'content-type': 'text/html; charset=utf-8',
				'cache-control': 'no-store'
			}
		}
	);
}
