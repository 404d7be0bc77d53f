import { sql } from 'drizzle-orm';
import { fileWords } from '#lib/words/files/formats.ts';
import { surveyWords } from '#lib/words/pages/surveys.ts';
import type { Text } from '#lib/words/lang.ts';
import type { Opened } from './open.ts';

/** What must be known by whoever has the file and nothing else: what is in it, shares of what, whose. */
const texts: Record<string, Text> = {
	contents: fileWords.allAbout,
	base: surveyWords.base,
	rounding: surveyWords.rounding,
	terms: fileWords.termsText
};

/** Fills the table of views.sql. @param version data version */
export function fillAbout({ db }: Opened, version: string): void {
	const rows = { ...texts, version: { en: version, de: version } };
	for (const [subject, { en, de }] of Object.entries(rows))
		db.run(sql`INSERT INTO about VALUES (${subject}, ${en}, ${de})`);
}
