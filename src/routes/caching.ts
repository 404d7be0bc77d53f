/*
 * How long a reply may be kept by others. Everything public depends on the data alone and changes with
 * them: here at once, in a shared cache after `s-maxage`, in a browser after `max-age`, and while this
 * server cannot be reached not before a week has passed.
 */

const whileDown = 'stale-if-error=604800';

/** Pages, and what a page fetches when a reader goes on to the next. */
export const pageCaching = `public, max-age=60, s-maxage=300, stale-while-revalidate=3600, ${whileDown}`;

/**
 * Files, drawings and embeds, which stand in other people's pages and tables. Five minutes here, five in
 * a shared cache and five more while that asks anew: fifteen minutes after a load nobody gets the old
 * file any more, as the page on the API says.
 */
export const fileCaching = `public, max-age=300, s-maxage=300, stale-while-revalidate=300, ${whileDown}`;
