/*
 * The tables. The first sentence of each docstring is that of db/data/datapackage.json (a test compares
 * them); what follows says how the table differs from the CSV. The file is a build product:
 * `npm run db:sql` writes schema.sql from here.
 */
export * from './tables/fieldwork.ts';
export * from './tables/instrument.ts';
export * from './tables/phrases.ts';
export * from './tables/figures.ts';
export * from './tables/statements.ts';
export * from './tables/computed.ts';
