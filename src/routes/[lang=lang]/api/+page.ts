/** Nothing here answers a click, so that no script need come with it. */
export const csr = false;
