/*
 * How much of a view is shown away from its page. Every page of the site shows a view whole; what stands in
 * other people's pages is light, and what is cut off there is a link away.
 */

/** Figures that an embed draws; a list that has more is cut to its first lines. */
export const mostEmbedFigures = 38;

/** Bytes of an embed as it is sent, packed with gzip: all of it, since it loads nothing. */
export const mostEmbedBytes = 6000;
