import { getMethods } from '#lib/server/pages/methods.ts';
import { operatorOf } from '#lib/server/pages/operator.ts';
import { reviewDays } from '#lib/server/pages/passages.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { db, lang } }) => ({
	lang,
	...getMethods(db),
	operator: operatorOf(process.env),
	reviewed: [...reviewDays(db).values()].sort()[0]
});
