import { createHash } from 'node:crypto';
import type { Database } from '#db/open.ts';
import type { DataPoint } from '#lib/view/row.ts';
import type { Text } from '#lib/words/lang.ts';
import { getMethods } from '#lib/server/pages/methods.ts';
import { getVersion } from '#lib/server/data/version.ts';

/** What became of an embed since it was pinned to a data version. */
export interface Since {
	/** Day of the version, YYYY-MM-DD. */
	day: string;
	/** Why figures of the view were taken back; empty where numbers changed otherwise. */
	reasons: Text[];
}

/**
 * What `v` says of an embed that is to tell when its numbers change: the data version, and a
 * fingerprint of the numbers, since most new versions leave most views as they were.
 */
export const pinOf = (db: Database, rows: DataPoint[]): string =>
	`${getVersion(db).version}.${fingerprint(rows)}`;

const pattern = /^(\d{4}-\d{2}-\d{2})\.[0-9a-f]+\.([0-9a-f]{8})$/;

export const isPin = (v: string): boolean => pattern.test(v);

/**
 * What changed in the figures of an embed since it was pinned.
 *
 * @returns undefined if they are the same, or `v` is no pin
 */
export function sinceThen(db: Database, rows: DataPoint[], v: string): Since | undefined {
	const [, day = '', print] = pattern.exec(v) ?? [];
	if (!print || print === fingerprint(rows)) return undefined;
	const items = new Set(rows.map(({ survey, question }) => `${survey}~${question}~`));
	const isHere = (figure: string | null) =>
		figure !== null && [...items].some((item) => figure.startsWith(item));
	const reasons = getMethods(db)
		.withdrawn.filter(({ on }) => on >= day)
		.filter(({ figure, successor }) => isHere(figure) || isHere(successor))
		.map(({ reason }) => reason);
	return { day, reasons };
}

/** Eight hexadecimal digits over ids and numbers, in whatever order they stand. */
function fingerprint(rows: DataPoint[]): string {
	const numbers = rows.map(({ figure, pct }) => `${figure}=${pct ?? ''}`).sort();
	return createHash('sha256').update(numbers.join('\n')).digest('hex').slice(0, 8);
}
