import type { DataPoint } from '../view/row.ts';
import type { Text } from '../words/lang.ts';
import type { Context } from './columns.ts';

/** What a file holds and says of itself, whatever its form. Every address is a whole one. */
export interface Contents extends Context {
	title: Text;
	rows: DataPoint[];
	/** The page that shows the same. */
	page: string;
	terms: string;
	/** The page that explains columns and addresses. */
	manual: string;
}
