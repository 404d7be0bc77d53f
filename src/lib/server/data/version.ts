import type { Database } from '#db/open.ts';
import { dataVersion, sources } from '#db/schema.ts';
import { eq } from 'drizzle-orm';
import { perDatabase } from './per-database.ts';

/** Which data this file holds; everything that is cached or downloaded carries it. */
export const getVersion = perDatabase(
	(db: Database) =>
		db
			.select({ version: dataVersion.version, figures: dataVersion.figures })
			.from(dataVersion)
			.get() ?? { version: '', figures: 0 }
);

/** Whether figures of made-up respondents were imported: then every page has to say so. */
export const hasSynthetic = perDatabase(
	(db: Database): boolean =>
		db.select({ id: sources.sourceId }).from(sources).where(eq(sources.kind, 'synthetic')).get() !==
		undefined
);
