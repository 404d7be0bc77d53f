/** `auto` follows the reader, which the page around it has to allow with a color-scheme of its own. */
export const embedThemes = ['light', 'dark', 'auto'] as const;
export type EmbedTheme = (typeof embedThemes)[number];

export const isEmbedTheme = (value: string): value is EmbedTheme =>
	embedThemes.some((theme) => theme === value);
