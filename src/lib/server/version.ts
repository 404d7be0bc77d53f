import type { Database } from '#db/open.ts';
import { dataVersion } from '#db/schema.ts';

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
