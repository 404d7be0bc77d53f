import type { Lang } from '#lib/words/lang.ts';
import { escaped } from '#lib/words/markup.ts';
import { versionChanges, versionWords } from '#lib/words/files/versions.ts';

/** A loaded version as list and feed tell it. */
export interface ListedVersion {
	version: string;
	/** UTC, as ISO 8601. */
	loadedAt: string;
	previous: string | null;
	figures: number;
	bytes: number;
	sha256: string;
	tables: { table: string; added: number; changed: number; removed: number }[];
	isCurrent: boolean;
	isKept: boolean;
}

/** What changed, in one line. */
export function changeLine(version: ListedVersion, lang: Lang): string {
	const own = version.tables.find(({ table }) => table === 'figures');
	const others = version.tables
		.filter(({ table }) => table !== 'figures')
		.reduce((sum, each) => sum + each.added + each.changed + each.removed, 0);
	return versionChanges(
		{
			figures: version.figures,
			isFirst: version.previous === null,
			added: own?.added ?? 0,
			changed: own?.changed ?? 0,
			removed: own?.removed ?? 0,
			others
		},
		lang
	);
}

/** Where the files of a version are; whole addresses. */
export interface VersionLinks {
	zip: string;
	sqlite: string;
	changes: string;
}

/** /data/versions.json */
export const toVersionList = (
	versions: ListedVersion[],
	linksOf: (version: ListedVersion) => VersionLinks
): string =>
	`${JSON.stringify(
		{
			versions: versions.map((version) => ({
				version: version.version,
				loaded_at: version.loadedAt,
				previous: version.previous,
				is_current: version.isCurrent,
				is_kept: version.isKept,
				figures: version.figures,
				sqlite_bytes: version.bytes,
				sqlite_sha256: version.sha256,
				changed_tables: version.tables,
				...(version.isKept ? { files: linksOf(version) } : {})
			}))
		},
		null,
		'\t'
	)}\n`;

/** The loads as an Atom feed (RFC 4287), the latest first; valid without any. */
export function toVersionFeed(
	versions: ListedVersion[],
	where: { self: string; page: string; changes(version: string): string },
	day: string,
	lang: Lang
): string {
	return [
		'<?xml version="1.0" encoding="utf-8"?>',
		`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${lang}">`,
		`<id>${escaped(where.self)}</id>`,
		`<title>${escaped(versionWords.feed[lang])}</title>`,
		`<subtitle>${escaped(versionWords.feedAbout[lang])}</subtitle>`,
		'<author><name>Beistand</name></author>',
		`<updated>${versions[0]?.loadedAt ?? `${day}T00:00:00Z`}</updated>`,
		`<link rel="self" type="application/atom+xml" href="${escaped(where.self)}"/>`,
		`<link rel="alternate" type="text/html" href="${escaped(where.page)}"/>`,
		...versions.flatMap((version) => [
			'<entry>',
			`<id>${escaped(`${where.self}#${version.version}`)}</id>`,
			`<title>${escaped(versionWords.entry(version.version, lang))}</title>`,
			`<updated>${version.loadedAt}</updated>`,
			`<link rel="alternate" type="text/html" href="${escaped(where.page)}"/>`,
			// Its files may be deleted; a link to them would lead nowhere.
			...(version.isKept
				? [
						`<link rel="related" type="text/csv" href="${escaped(where.changes(version.version))}"/>`
					]
				: []),
			`<content type="text">${escaped(changeLine(version, lang))}</content>`,
			'</entry>'
		]),
		'</feed>',
		''
	].join('\n');
}
