import type { Database } from '#db/open.ts';
import { dataVersion, sources } from '#db/schema.ts';
import { eq } from 'drizzle-orm';

const kept = new WeakMap<Database, { version: string; figures: number }>();

/** Which data this file holds; everything that is cached or downloaded carries it. */
export function getVersion(db: Database): { version: string; figures: number } {
	let version = kept.get(db);
	if (!version) {
		version = db
			.select({ version: dataVersion.version, figures: dataVersion.figures })
			.from(dataVersion)
			.get() ?? { version: '', figures: 0 };
		kept.set(db, version);
	}
	return version;
}

const synthetic = new WeakMap<Database, boolean>();

/** Whether figures of made-up respondents were imported: then every page has to say so. */
export function hasSynthetic(db: Database): boolean {
	const known = synthetic.get(db);
	if (known !== undefined) return known;
	const found = db
		.select({ id: sources.sourceId })
		.from(sources)
		.where(eq(sources.kind, 'synthetic'))
		.get();
	synthetic.set(db, found !== undefined);
	return found !== undefined;
}
