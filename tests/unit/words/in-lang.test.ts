import { expect, test } from 'vitest';
import { inLang } from '#lib/words/lang.ts';

test('A page sends each text in the language of its reader alone', () => {
	const day = new Date(0);
	const data = {
		title: { en: 'Trust', de: 'Vertrauen' },
		rows: [{ note: { en: 'a', de: 'b' }, pct: 38, absence: null }],
		day,
		// No text, only two codes that happen to be those of the languages.
		counts: { en: 1, de: 2, fr: 3 }
	};
	expect(inLang(data, 'de')).toEqual({
		title: { de: 'Vertrauen' },
		rows: [{ note: { de: 'b' }, pct: 38, absence: null }],
		day,
		counts: { en: 1, de: 2, fr: 3 }
	});
	expect(data.title).toEqual({ en: 'Trust', de: 'Vertrauen' });
});

test('A question is sent as it was asked, on the pages of the other language too', () => {
	const item = { wording: { en: 'Should …?', de: 'Sollte …?' } };
	expect(inLang(item, 'de')).toEqual(item);
});
