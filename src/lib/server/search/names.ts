import type { Database } from '#db/open.ts';
import { fold } from '#db/fold.ts';
import type { FacetKey } from '#lib/view/explore/facets.ts';
import { langs } from '#lib/words/lang.ts';
import { aliases, medianWords } from '#lib/words/search/synonyms.ts';
import { wholeDictionary } from '#lib/server/data/dictionary.ts';
import { instituteCode } from '#lib/view/slug.ts';
import { stemmed, wordsOf } from './terms.ts';
import { perDatabase } from '#lib/server/data/per-database.ts';

/** A value of a facet that a name stands for. */
export interface Named {
	key: FacetKey;
	code: string;
	/** Whether the name is the value's own, or only another word for it, such as `Germans`. */
	isOwn: boolean;
}

/** Names of countries, groups, years, institutes and their other words, folded. */
export interface Names {
	of(phrase: string): Named[];
	/** Words of the longest. */
	longest: number;
}

/** The names in a file, made at the first search. */
export const namesOf = perDatabase(readNames);

function readNames(db: Database): Names {
	const { populations, groups, surveys } = wholeDictionary(db);
	const exact = new Map<string, Named[]>();
	const inflected = new Map<string, Named[]>();
	const add = (name: string, named: Named) => {
		const phrase = wordsOf(name).join(' ');
		for (const [map, key] of [
			[exact, phrase],
			[inflected, stemmed(phrase)]
		] as const) {
			const before = map.get(key) ?? [];
			if (!before.some(({ key, code }) => key === named.key && code === named.code))
				map.set(key, [...before, named]);
		}
	};
	const addAll = (key: FacetKey, code: string, names: string[]) => {
		for (const name of names) add(name, { key, code, isOwn: true });
		for (const name of aliases[code] ?? []) add(name, { key, code, isOwn: false });
	};
	for (const { id, label, kind } of Object.values(populations)) {
		addAll(
			'country',
			id,
			langs.map((lang) => label[lang])
		);
		if (kind === 'median')
			for (const word of medianWords) add(word, { key: 'country', code: id, isOwn: false });
	}
	for (const { id, label } of Object.values(groups))
		addAll(
			'group',
			id,
			// `Republicans (U.S.)` is looked for as `Republicans`.
			langs.flatMap((lang) => [label[lang], label[lang].replace(/\s*\(.*\)$/, '')])
		);
	// Only the answer that every question has; the others are found by their words.
	addAll('answer', 'dk', []);
	for (const { organisation, year } of Object.values(surveys)) {
		addAll('institute', instituteCode(organisation), [organisation]);
		add(String(year), { key: 'year', code: String(year), isOwn: true });
	}
	return {
		of: (phrase) => exact.get(fold(phrase)) ?? inflected.get(stemmed(fold(phrase))) ?? [],
		longest: Math.max(...[...exact.keys()].map((name) => name.split(' ').length))
	};
}
