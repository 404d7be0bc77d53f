import { sql } from 'drizzle-orm';

/** `column IN ('a', 'b')`, so that an unknown code cannot be stored by any route; an empty cell passes. */
export const oneOf = (column: string, codes: readonly string[]) =>
	sql.raw(`${column} IN (${codes.map((code) => `'${code}'`).join(', ')})`);

/** A share of people in per cent. */
export const percentage = (column: string) => sql.raw(`${column} BETWEEN 0 AND 100`);
