import type { FoundVersion } from '#lib/server/data/versions.ts';
import { withoutVersion } from '#lib/view/version-path.ts';
import { versionWords } from '#lib/words/files/versions.ts';
import type { Lang } from '#lib/words/lang.ts';
import { problem } from '../reply.ts';

/** Of a version that an earlier program loaded, its database file can be had, and nothing else. */
export const isFileOf = ({ kind }: FoundVersion, url: URL): boolean =>
	kind === 'older' && withoutVersion(url.pathname) === '/data/beistand.sqlite';

/** Why files of a version cannot be had, and the ways on: the same file now, and all versions. */
export function noVersion(found: FoundVersion, url: URL, lang: Lang): Response {
	const now = new URL(url);
	now.pathname = withoutVersion(url.pathname);
	now.searchParams.delete('v');
	const all = new URL('/data/versions.json', url).href;
	const ways = { latest: now.href, versions: all };
	switch (found.kind) {
		case 'gone':
			return problem(410, versionWords.gone(found.version, lang), lang, ways);
		case 'older':
			return problem(410, versionWords.older(found.version, lang), lang, {
				...ways,
				sqlite: new URL(`/data/${found.version}/beistand.sqlite`, url).href
			});
		default:
			return problem(404, versionWords.unknown(found.version, lang), lang, ways);
	}
}
