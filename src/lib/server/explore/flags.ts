import type { Database } from '#db/open.ts';
import { unlikenesses } from '#lib/view/comparable.ts';
import type { Flag } from '#lib/view/explore/pivot.ts';
import { wholeDictionary } from '#lib/server/data/dictionary.ts';
import type { Codes } from '#lib/server/facets/facet-counts.ts';

/** What does not match among lines that a reader would compare. */
export function flagsOf(db: Database, lines: Codes[]): Flag[] {
	const { surveys, items } = wholeDictionary(db);
	const waves = [...new Set(lines.map(({ survey }) => survey))];
	const flags: Flag[] = [];
	if (waves.length < 2) return flags;
	const institutes = new Set(waves.map((id) => surveys[id]?.organisation));
	const questions = Map.groupBy(lines, ({ question }) => question);
	const years = new Set(waves.map((id) => surveys[id]?.year));
	if (institutes.size > 1) flags.push('institutes');
	// One question in several years is a course; several questions of several years are a muddle.
	if (questions.size > 1 && years.size > 1) flags.push('years');
	for (const part of questions.values()) {
		const asked = [...new Set(part.map(({ survey, question }) => `${survey}/${question}`))].map(
			(id) => items[id]
		);
		if (asked.length < 2) continue;
		flags.push(...unlikenesses(asked));
	}
	return [...new Set(flags)];
}
