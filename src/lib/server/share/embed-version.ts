import { createHash } from 'node:crypto';
import type { Database } from '#db/open.ts';
import type { DataPoint } from '#lib/view/row.ts';
import type { Lang, Text } from '#lib/words/lang.ts';
import { embedWords, frozenText, pinnedText, thawedText } from '#lib/words/share/embed.ts';
import { openVersion } from '#lib/server/data/versions.ts';
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

const frozen = /^(\d{4}-\d{2}-\d{2})\.[0-9a-f]+$/;

/** Whether `v` names a data version and no more: the embed is to keep the numbers of that version. */
export const isFrozen = (v: string): boolean => frozen.test(v);

/** Of which data an embed is, and what is said about that. */
export interface EmbedVersion {
	db: Database;
	/** A sentence once the figures are known; null: nothing is to be said. */
	noteOf(rows: DataPoint[], lang: Lang): string | null;
}

/**
 * The data that `v` asks for: a version of its own where that is kept, else those in service.
 *
 * @param v a pin, a data version, or anything else
 */
export function embedVersion(db: Database, v: string | undefined): EmbedVersion {
	const [, day] = frozen.exec(v ?? '') ?? [];
	if (v === undefined || day === undefined)
		return { db, noteOf: (rows, lang) => (v === undefined ? null : pinNote(db, rows, v, lang)) };
	const found = openVersion(db, v);
	return found.kind === 'open'
		? { db: found.db, noteOf: (_, lang) => frozenText(day, lang) }
		: { db, noteOf: (_, lang) => thawedText(day, lang) };
}

function pinNote(db: Database, rows: DataPoint[], v: string, lang: Lang): string | null {
	const since = sinceThen(db, rows, v);
	if (!since) return null;
	const reasons = since.reasons.map((reason) => reason[lang]);
	return [
		pinnedText(since.day, lang),
		...(reasons.length > 0 ? reasons : [embedWords.changed[lang]])
	].join(' ');
}

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
