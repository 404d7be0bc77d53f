import { getVersion, hasSynthetic } from '#lib/server/data/version.ts';
import { syntheticNote } from '#lib/words/site.ts';
import { metaOf } from './page-meta.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ locals, route }) => ({
	lang: locals.lang,
	version: getVersion(locals.db).version,
	synthetic: hasSynthetic(locals.db) ? syntheticNote[locals.lang] : undefined,
	preview: metaOf(route.id, locals.lang)
});
