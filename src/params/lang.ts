import { isLang } from '#lib/words/lang.ts';

export const match = isLang;
