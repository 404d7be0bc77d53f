import { inSlices } from '#lib/concurrency/in-slices.ts';
import { press } from '#lib/formats/press-pool.ts';
import type { Database } from '#lib/server/data/database.ts';
import { wholeDictionary } from '#lib/server/data/dictionary.ts';
import { figuresInOrder } from '#lib/server/data/all-figures.ts';
import { perDatabase, perDatabaseAndKey } from '#lib/server/data/per-database.ts';
import { apiPath, figurePath } from '#lib/view/paths.ts';
import { fileWords } from '#lib/words/files/formats.ts';
import { contentsOf, type View } from '../[lang=lang]/extract-file.ts';
import { addressed, anyOrigin, unaddressed } from './any-origin.ts';

/*
 * Files of all data are made once for a data version, in slices, so that nobody waits for them. The address
 * of the site stands in their links, and without ORIGIN anybody can ask under any name: so they are made
 * without it, and it is put in for each name. Where that takes a thread, the last one is kept.
 */

type Files = Map<string, Promise<unknown>>;

const filesOf = perDatabase((_: Database): Files => new Map());
const filesFor = perDatabaseAndKey((_: Database, _origin: string): Files => new Map(), { max: 1 });

/** What was made under a name before, else what `make` makes. A failure is not kept. */
function once<Made>(files: Files, name: string, make: () => Promise<Made>): Promise<Made> {
	const known = files.get(name);
	if (known) return known as Promise<Made>;
	const file = make();
	files.set(name, file);
	// Whoever asks next may have more luck.
	file.catch(() => files.delete(name));
	return file;
}

/** Makes something once for these data, whoever asks under whatever name. */
export const keep = <Made>(db: Database, name: string, make: () => Promise<Made>): Promise<Made> =>
	once(filesOf(db), name, make);

/** The same for one address of the site; of several the last one counts, so that none fills the memory. */
export const keepFor = <Made>(
	db: Database,
	{ origin }: URL,
	name: string,
	make: () => Promise<Made>
): Promise<Made> => once(filesFor(db, origin), name, make);

/** All figures of the file in their order. */
const wholeRows = (db: Database) => keep(db, 'rows', () => inSlices(figuresInOrder(db)));

/** All figures as a view. It has no language of its own: labels are in both, the page is the English one. */
export const wholeView = async (db: Database, url: URL): Promise<Omit<View, 'notices'>> => ({
	db,
	lang: 'en',
	url,
	title: fileWords.all,
	page: apiPath('en'),
	query: '',
	rows: await wholeRows(db),
	dictionary: wholeDictionary(db),
	name: ['all'],
	isOrdered: true,
	pageOf: (row) => figurePath('en', row.figure),
	kept: async (form, way, make) => {
		const file = await keep(db, `${form} ${way}`, async () => {
			const view = await wholeView(db, new URL(anyOrigin));
			const bytes = await make(contentsOf(view));
			return form === 'xlsx' ? bytes : unaddressed(bytes);
		});
		if (Array.isArray(file)) return addressed(file, url.origin);
		return keepFor(db, url, `${form} ${way}`, () =>
			press.run('workbookWith', {
				workbook: Buffer.from(file as Uint8Array),
				text: anyOrigin,
				other: url.origin
			})
		);
	}
});
