import { getMethods } from '#lib/server/pages/methods.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { db, lang } }) => ({ lang, ...getMethods(db) });
