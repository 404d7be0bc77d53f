/** Tells the process which data were in service when a reply of older data was made; no client gets it. */
export const servingHeader = 'x-serving-version';
