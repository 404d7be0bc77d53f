import { getVersion, hasSynthetic } from '#lib/server/data/version.ts';
import { metaOf } from './page-meta.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ locals, route }) => ({
	lang: locals.lang,
	version: getVersion(locals.db).version,
	isSynthetic: hasSynthetic(locals.db),
	preview: metaOf(route.id, locals.lang)
});
