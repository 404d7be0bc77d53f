import type { Database } from '#lib/server/data/database.ts';
import { wholeDictionary } from '#lib/server/data/dictionary.ts';
import { allFigures } from '#lib/server/data/all-figures.ts';
import { apiPath, figurePath } from '#lib/view/paths.ts';
import { fileWords } from '#lib/words/files/formats.ts';
import type { View } from '../[lang=lang]/extract.ts';

/** Files of all data are made once for a data version and an origin, which stands in their links. */
const kept = new WeakMap<Database, { origin: string; files: Map<string, Promise<unknown>> }>();

export function keep<Made>(
	db: Database,
	url: URL,
	name: string,
	make: () => Promise<Made>
): Promise<Made> {
	let entry = kept.get(db);
	// Behind a name nobody configured any Host header would fill the memory, so the last one counts.
	if (entry?.origin !== url.origin) entry = { origin: url.origin, files: new Map() };
	kept.set(db, entry);
	const { files } = entry;
	const known = files.get(name);
	if (known) return known as Promise<Made>;
	const file = make();
	files.set(name, file);
	// A failure is not kept: whoever asks next may have more luck.
	file.catch(() => files.delete(name));
	return file;
}

/** All figures as a view. It has no language of its own: labels are in both, the page is the English one. */
export const wholeView = (
	db: Database,
	url: URL
): Omit<View, 'notices'> & { keep: NonNullable<View['keep']> } => ({
	db,
	lang: 'en',
	url,
	title: fileWords.all,
	page: apiPath('en'),
	query: '',
	rows: allFigures(db),
	dictionary: wholeDictionary(db),
	name: ['all'],
	isOrdered: true,
	pageOf: (row) => figurePath('en', row.figure),
	keep: (name, make) => keep(db, url, name, make)
});
