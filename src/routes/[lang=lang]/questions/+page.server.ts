import { listQuestions } from '#lib/server/pages/questions.ts';
import type { PageServerLoad } from './$types';

/** Longer than anyone types; the rest of an address is not worth a search. */
const longest = 100;

export const load: PageServerLoad = ({ locals: { db, lang }, url }) => {
	const search = (url.searchParams.get('q') ?? '').trim().slice(0, longest);
	return { lang, search, topics: listQuestions(db, lang, search) };
};
