import { toVersionFeed } from '#lib/formats/web/version-list.ts';
import { dayOf } from '#lib/formats/package/package.ts';
import { getVersion } from '#lib/server/data/version.ts';
import { getVersions } from '#lib/server/data/versions.ts';
import { apiPath, versionsPath } from '#lib/view/paths.ts';
import { versionLinks } from '../../data/version-files.ts';
import { preflight, reply } from '../../reply.ts';
import type { RequestHandler } from './$types';

/** GET /de/versions.atom: each load of new data, with what it changed. */
export const GET: RequestHandler = ({ locals: { db, lang }, url }) =>
	reply({
		body: toVersionFeed(
			getVersions(db),
			{
				self: new URL(versionsPath(lang), url).href,
				page: new URL(`${apiPath(lang)}#versions`, url).href,
				changes: (version) => versionLinks(url, version).changes
			},
			dayOf(getVersion(db).version),
			lang
		),
		type: 'application/atom+xml; charset=utf-8',
		isVolatile: true
	});

export const OPTIONS = preflight;
