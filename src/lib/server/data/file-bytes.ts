import type { Database } from '#db/open.ts';

const kept = new WeakMap<Database, Uint8Array>();

/**
 * The bytes of the open database file. They come from the connection and not from the path, where a
 * load may have put a newer file meanwhile.
 */
export function fileBytes(db: Database): Uint8Array {
	let bytes = kept.get(db);
	if (!bytes) {
		const { $client } = db as Database & { $client: { serialize(): Uint8Array } };
		bytes = $client.serialize();
		kept.set(db, bytes);
	}
	return bytes;
}
