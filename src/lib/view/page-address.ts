import { withQuery } from './query.ts';

/** Set in the process of an export, whose pages become files. */
export const asFiles = 'BEISTAND_AS_FILES';

/**
 * Path and query of the page of a view. A host of files takes no notice of a query, so there the view by
 * region is named as the file that it is, also where nobody can change it afterwards: drawn in a picture,
 * or in the cell of a workbook.
 */
export const pageAddress = (path: string, query: string): string =>
	process.env[asFiles] && query === 'by=region' && /^\/\w\w\/questions\/[^/]+$/.test(path)
		? `${path}/by-region`
		: withQuery(path, query);
