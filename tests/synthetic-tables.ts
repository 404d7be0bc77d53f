import { checkPackage } from '#db/package.ts';
import { readPackage } from '#db/load.ts';
import type { Tables } from '#db/package/schema.ts';

const { schema, parts } = readPackage();

/** The data package as published here, without what somebody imported. */
export const tables: Tables = checkPackage(
	schema,
	parts.filter(({ complete }) => complete)
).tables;
