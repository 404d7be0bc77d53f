import type { Database } from '#db/open.ts';
import { perDatabase } from './per-database.ts';

/**
 * The bytes of the open database file. They come from the connection and not from the path, where a
 * load may have put a newer file meanwhile.
 */
export const fileBytes = perDatabase((db: Database): Uint8Array => {
	const { $client } = db as Database & { $client: { serialize(): Uint8Array } };
	return $client.serialize();
});
