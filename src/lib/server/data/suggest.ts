import type { Database } from '#db/open.ts';
import { fold } from '#db/fold.ts';
import { distance } from 'fastest-levenshtein';
import type { QuestionInfo } from '#lib/view/row.ts';
import type { Lang } from '#lib/words/lang.ts';
import { wholeDictionary } from './dictionary.ts';

/** Longer than any code; what is longer is no typing error. */
const longest = 80;

/** The codes most like a mistyped one, the closest first; those that share hardly a letter are left out. */
export function nearestCodes(given: string, codes: string[], most = 3): string[] {
	const wanted = fold(given.slice(0, longest));
	return codes
		.map((code) => ({ code, far: distance(wanted, code) / Math.max(wanted.length, code.length) }))
		.filter(({ far }) => far < 0.7)
		.toSorted((a, b) => a.far - b.far)
		.slice(0, most)
		.map(({ code }) => code);
}

/** Questions whose code or title is most like what was given. */
export function nearestQuestions(db: Database, given: string, lang: Lang): QuestionInfo[] {
	const all = Object.values(wholeDictionary(db).questions);
	const byName = new Map<string, QuestionInfo>();
	for (const question of all) {
		byName.set(question.id, question);
		byName.set(fold(question.title[lang]).replaceAll(' ', '-'), question);
	}
	const close = nearestCodes(given, [...byName.keys()], 6);
	return [...new Set(close.flatMap((name) => byName.get(name) ?? []))].slice(0, 3);
}
