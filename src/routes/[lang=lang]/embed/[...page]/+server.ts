import { render } from 'svelte/server';
import Embed from '#lib/components/share/Embed.svelte';
import EmbedFault from '#lib/components/share/EmbedFault.svelte';
import { addressOf, embedOf } from '#lib/server/share/embeds.ts';
import { getFace } from '#lib/server/share/shareable.ts';
import { nearestQuestions } from '#lib/server/data/suggest.ts';
import { isPin } from '#lib/server/share/embed-version.ts';
import { embeddableAt } from '#lib/view/embeddable.ts';
import { methodsPath, oembedPath, questionPath, questionsPath } from '#lib/view/paths.ts';
import { flagOf, one, type Notice } from '#lib/view/query.ts';
import { article } from '#lib/words/pages/article.ts';
import { embedWords } from '#lib/words/share/embed.ts';
import { faults } from '#lib/words/site.ts';
import { reply } from '../../../reply.ts';
import { embedDocument, embedHeaders } from '../document.ts';
import { embedThemes } from '../themes.ts';
import type { RequestHandler } from './$types';

/**
 * GET /de/embed/questions/view-of-nato?by=time: the view of the page of that path, for other people's
 * pages. It never redirects: what the address says wrong is told in the embed.
 */
export const GET: RequestHandler = ({ locals, url }) => {
	const { db, lang } = locals;
	const asked = embeddableAt(url.pathname);
	const face = asked && getFace(db, asked, url.searchParams);
	if (!asked || !face) return missing(locals, asked?.kind ?? '', asked?.code ?? '', url);

	const notices: Notice[] = [...face.notices];
	const theme = one(url.searchParams, 'theme', embedThemes, notices) ?? 'light';
	const flags = {
		plain: flagOf(url.searchParams, 'plain', notices),
		transparent: flagOf(url.searchParams, 'transparent', notices),
		static: flagOf(url.searchParams, 'static', notices)
	};
	const v = url.searchParams.get('v') ?? undefined;
	if (v !== undefined && !isPin(v))
		notices.push({ kind: 'unknown_value', key: 'v', value: v.slice(0, 60), possible: [] });
	const shown = { ...face, notices };
	const address = addressOf(face, url);
	const { body } = render(Embed, {
		props: {
			lang,
			...embedOf(db, shown, address, flags, v),
			notices,
			address,
			corrections: new URL(`${methodsPath(lang)}#corrections`, url).href
		}
	});
	const title = face.heading;
	const oembed = { href: new URL(oembedPath(address), url).href, title };
	const response = reply({
		body: embedDocument(body, {
			lang,
			title,
			theme,
			links: { canonical: address, oembed },
			...flags
		}),
		type: 'text/html; charset=utf-8',
		links: [
			`<${address}>; rel="canonical"`,
			`<${oembed.href}>; rel="alternate"; type="application/json+oembed"`
		]
	});
	for (const [name, value] of Object.entries(embedHeaders)) response.headers.set(name, value);
	return response;
};

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
