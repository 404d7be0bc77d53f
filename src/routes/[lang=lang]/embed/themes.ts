/** `auto` follows the reader's system, whatever the page around it looks like. */
export const embedThemes = ['light', 'dark', 'auto'] as const;
export type EmbedTheme = (typeof embedThemes)[number];

export const isEmbedTheme = (value: string): value is EmbedTheme =>
	embedThemes.some((theme) => theme === value);
