/** Tells the process which data were in service when a reply of older data was made; no client gets it. */
export const servingHeader = 'x-serving-version';

/** Set on a reply that is sent while it is made, and taken away before it is sent: the tag of its bytes. */
export const streamHeader = 'x-streamed';
