/**
 * How a number in a sentence stands to the record.
 *
 * misprint: printed somewhere in place of another; published: a figure that fits what the sentence names;
 * elsewhere: only figures of other countries, groups or years have it; unknown: no figure has it.
 */
export type NumberVerdict = 'misprint' | 'published' | 'elsewhere' | 'unknown';
