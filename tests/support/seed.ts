import fc from 'fast-check';

/**
 * The seed of every random case. On CI it stays the same, so that a change is judged by its own faults;
 * everywhere else each run draws new cases, and `SEED` draws those of an earlier run again.
 */
export const seed = Number(process.env['SEED'] ?? (process.env['CI'] ? 2015 : Date.now() % 1e9));

fc.configureGlobal({ seed, includeErrorInReport: true });
