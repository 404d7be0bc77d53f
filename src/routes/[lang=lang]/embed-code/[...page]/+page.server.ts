import { error } from '@sveltejs/kit';
import { corrections, themes, usualChoice, type Choice } from '#lib/components/share/embed-code.ts';
import { columnWidths } from '#lib/view/share/share.ts';
import { getFace } from '#lib/server/share/shareable.ts';
import { linksOf } from '#lib/server/share/shares.ts';
import { embeddableAt } from '#lib/view/share/embeddable.ts';
import { flagOf } from '#lib/view/query.ts';
import { faults } from '#lib/words/site.ts';
import type { PageServerLoad } from './$types';

/** The dialog's texts on a page of their own, for those who read without scripts. */
export const load: PageServerLoad = ({ locals: { db, lang }, params, url }) => {
	const asked = embeddableAt(`/${lang}/${params.page}`);
	const face = asked && getFace(db, asked, url.searchParams);
	if (!face) error(404, faults.noPage[lang]);
	const query = url.searchParams;
	const chosen = <Key extends 'theme' | 'corrections' | 'width'>(
		key: Key,
		all: readonly Choice[Key][]
	): Choice[Key] => all.find((each) => String(each) === query.get(key)) ?? usualChoice[key];
	const choice: Choice = {
		theme: chosen('theme', themes),
		corrections: chosen('corrections', corrections),
		isPlain: flagOf(query, 'plain', []),
		isTransparent: flagOf(query, 'transparent', []),
		width: chosen('width', columnWidths)
	};
	return {
		lang,
		name: face.name,
		share: linksOf(db, face, url),
		choice
	};
};
