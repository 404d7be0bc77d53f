import type { Database } from '#lib/server/data/database.ts';
import type { FoundVersion } from '#lib/server/data/versions.ts';
import type { Lang } from '#lib/words/lang.ts';
import type { PageMeta } from './routes/[lang=lang]/page-meta.ts';

declare global {
	namespace App {
		interface Locals {
			/** The same file for the whole of a request, even if a new one is loaded meanwhile. */
			db: Database;
			/** The version of the data that the address of a file names; `db` holds it where it is readable. */
			version?: FoundVersion;
			/** Language of the address, or the one the reader prefers where the address has none. */
			lang: Lang;
			/** Something unexpected went wrong on the way; the reply must not be kept. */
			failed?: boolean;
			/** Made for who sits at this machine alone: no cache may have it, not even as data of the page. */
			isPrivate?: boolean;
		}
		interface Error {
			message: string;
			/** Language of the message, where the address has none. */
			lang?: Lang;
			/** Where a mistyped address may have meant to go. */
			nearest?: { href: string; label: string }[];
		}
		interface PageData {
			lang?: Lang;
			/** What a chat window shows of a page that offers no view of its own. */
			preview?: PageMeta | undefined;
		}
	}
}

export {};
