import { error } from '@sveltejs/kit';
import { corrections, type Choice } from '#lib/components/share/embed-code.ts';
import { columnWidths } from '#lib/view/share/share.ts';
import { getFace } from '#lib/server/share/shareable.ts';
import { linksOf } from '#lib/server/share/shares.ts';
import { embeddableAt } from '#lib/view/share/embeddable.ts';
import { flagOf } from '#lib/view/query.ts';
import { faults } from '#lib/words/site.ts';
import { isEmbedTheme } from '../../embed/themes.ts';
import type { PageServerLoad } from './$types';

/** The dialog's texts on a page of their own, for those who read without scripts. */
export const load: PageServerLoad = ({ locals: { db, lang }, params, url }) => {
	const asked = embeddableAt(`/${lang}/${params.page}`);
	const face = asked && getFace(db, asked, url.searchParams);
	if (!face) error(404, faults.noPage[lang]);
	const theme = url.searchParams.get('theme') ?? '';
	const width = Number(url.searchParams.get('width'));
	const choice: Choice = {
		theme: isEmbedTheme(theme) ? theme : 'light',
		corrections:
			corrections.find((each) => each === url.searchParams.get('corrections')) ?? 'followed',
		isPlain: flagOf(url.searchParams, 'plain', []),
		isTransparent: flagOf(url.searchParams, 'transparent', []),
		width: columnWidths.find((each) => each === width) ?? 600
	};
	return {
		lang,
		name: face.name,
		share: linksOf(db, face, url),
		choice
	};
};
