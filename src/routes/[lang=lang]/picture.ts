import { pictureTypes, type Picture } from '#lib/formats/picture.ts';
import { withTexts } from '#lib/server/render/png.ts';
import { selectionParts } from '#lib/formats/filename.ts';
import type { Theme } from '#lib/charts/index.ts';
import type { Database } from '#lib/server/data/database.ts';
import { addressOf } from '#lib/server/share/embeds.ts';
import { getFace, type Shareable } from '#lib/server/share/shareable.ts';
import { clamped, picturePng, pictureSvg, sizes, type Size } from '#lib/server/share/pictures.ts';
import { getVersion } from '#lib/server/data/version.ts';
import { embeddableAt } from '#lib/view/share/embeddable.ts';
import { cards, type Card } from '#lib/view/share/share.ts';
import { one, unknownValue, type Notice } from '#lib/view/query.ts';
import type { Lang } from '#lib/words/lang.ts';
import { noticeText } from '#lib/words/notices.ts';
import { faults } from '#lib/words/site.ts';
import { problem, reply, savedAs, unlessBusy } from '../reply.ts';

interface Asked {
	locals: { db: Database; lang: Lang };
	url: URL;
}

const themes: readonly Theme[] = ['light', 'dark'];

/**
 * The view of a page as a picture: the page's path with another extension. Like any file it has no
 * place for a notice, so an unknown part is an error that names it; sizes are brought into bounds.
 */
export const GET = ({
	params: { picture },
	locals,
	url
}: Asked & { params: { picture: Picture } }): Response | Promise<Response> => {
	const page = url.pathname.slice(0, -picture.length - 1);
	const asked = embeddableAt(page);
	const face =
		asked && !page.includes('/embed/') ? getFace(locals.db, asked, url.searchParams) : undefined;
	if (!face) return problem(404, faults.noPage[locals.lang], locals.lang);
	return pictureOf(picture, { locals, url }, face);
};

/** The same for what is found already. */
export async function pictureOf(
	form: Picture,
	{ locals: { db, lang }, url }: Asked,
	face: Shareable
): Promise<Response> {
	const page = url.pathname.slice(0, -form.length - 1);
	const notices: Notice[] = [...face.notices];
	const size = sizeOf(url.searchParams, notices);
	const address = addressOf(face, url);
	if (notices.length > 0)
		return problem(400, notices.map((notice) => noticeText(notice, lang)).join(' '), lang, {
			instead: `${address.replace(/(\?|$)/, `.${form}$1`)}`
		});

	const { version } = getVersion(db);
	const texts = { Title: face.chart.title, Source: address, Description: face.chart.alt };
	const response = await unlessBusy(lang, async () =>
		reply({
			body:
				form === 'svg'
					? pictureSvg(db, face, address, size)
					: await picturePng(db, face, address, size, (png) => withTexts(png, texts)),
			type: pictureTypes[form],
			links: [`<${address}>; rel="cite-as"`],
			saveAs: savedAs(
				url,
				[...page.split('/').slice(2), ...selectionParts(new URL(address).search), lang],
				version,
				form
			)
		})
	);
	// Opened on its own an SVG is a document; this one needs nothing.
	if (form === 'svg')
		response.headers.set('content-security-policy', "default-src 'none'; frame-ancestors 'none'");
	return response;
}

function sizeOf(query: URLSearchParams, notices: Notice[]): Size {
	return {
		width: Math.round(numberOf(query, 'w', sizes.width, notices)),
		// Whole scales only: each is another picture to be drawn.
		scale: Math.round(numberOf(query, 'scale', sizes.scale, notices)),
		theme: one(query, 'theme', themes, notices) ?? 'light',
		card: cardOf(query, notices)
	};
}

/** `card` alone is the wide one. */
const cardOf = (query: URLSearchParams, notices: Notice[]): Card | null =>
	query.has('card') ? (one(query, 'card', cards, notices) ?? 'wide') : null;

/** A number within bounds; what is no number is named. */
function numberOf(
	query: URLSearchParams,
	key: string,
	bounds: { least: number; usual: number; most: number },
	notices: Notice[]
): number {
	const given = query.get(key);
	if (given === null) return bounds.usual;
	if (/^-?\d{1,12}(\.\d{1,3})?$/.test(given)) return clamped(Number(given), bounds);
	notices.push(unknownValue(key, given));
	return bounds.usual;
}
