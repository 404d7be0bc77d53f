import { getVersion, hasSynthetic } from '#lib/server/data/version.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ locals }) => ({
	lang: locals.lang,
	version: getVersion(locals.db).version,
	isSynthetic: hasSynthetic(locals.db)
});
