import { respondentsPath } from '#db/path.ts';
import { openFile, type Database, type Opened } from '#db/open.ts';
import {
	listVariables,
	readRespondentFile,
	type Mapping,
	type RespondentVariable
} from '#db/respondents.ts';
import { fileIdOf } from '#db/file.ts';

/** The imported respondents, open for reading. */
export interface Respondents {
	db: Database;
	rows: number;
	isSynthetic: boolean;
	/** As the import wrote it, so it is not checked again. */
	mapping: Mapping;
	variables: Map<string, RespondentVariable>;
}

let current: { stamp: string; opened: Opened; respondents: Respondents } | undefined;

/**
 * The respondents that were imported on this machine, as they are on disk now.
 *
 * @returns undefined if nothing was imported
 */
export function openRespondents(path = respondentsPath()): Respondents | undefined {
	const stamp = fileIdOf(path);
	if (stamp !== undefined && current?.stamp === stamp) return current.respondents;
	current?.opened.close();
	current = undefined;
	if (stamp === undefined) return undefined;
	const opened = openFile(path, { table: 'file' });
	const { rows, isSynthetic, mapping } = readRespondentFile(opened.db);
	const respondents = {
		db: opened.db,
		rows,
		isSynthetic,
		mapping: JSON.parse(mapping) as Mapping,
		variables: new Map(listVariables(opened.db).map((variable) => [variable.name, variable]))
	};
	current = { stamp, opened, respondents };
	return respondents;
}
