import { duplicates, sameMedian } from './check/duplicates.ts';
import type { Check, Finding } from './check/finding.ts';
import { medians, openMedians } from './check/medians.ts';
import { orphans } from './check/orphans.ts';
import { asked, days, matchesNothing, misprints, weakClaims } from './check/statements.ts';
import { nets, regions, sums } from './check/sums.ts';
import { checked, LoadError, readPackage } from './load.ts';
import type { Tables } from './package/schema.ts';

/** What a careful editor would verify, in the order in which it is printed. */
export const checks: Check[] = [
	sums,
	nets,
	medians,
	openMedians,
	regions,
	misprints,
	asked,
	days,
	duplicates,
	sameMedian,
	...orphans,
	weakClaims,
	matchesNothing
];

/** Findings by check; a check that found nothing says so. */
export function report(tables: Tables): { text: string; errors: number; remarks: number } {
	const results = checks.map(({ title, find }) => ({ title, findings: find(tables) }));
	const all = results.flatMap(({ findings }) => findings);
	const errors = all.filter(({ severity }) => severity === 'error').length;
	const text = results
		.map(({ title, findings }) =>
			findings.length === 0 ? `${title}: none` : [`${title}:`, ...findings.map(print)].join('\n')
		)
		.join('\n');
	return { text, errors, remarks: all.length - errors };
}

const print = ({ severity, file, line, text }: Finding): string =>
	`  ${severity} ${file}:${line}: ${text}`;

/** `npm run db:check`: the faults of the load; without one, what a careful editor would verify. */
function main(): void {
	const tables = tablesOrFaults();
	if (!tables) return;
	const { text, errors, remarks } = report(tables);
	console.log(`${text}\n${errors} errors, ${remarks} remarks`);
	if (errors > 0) process.exitCode = 1;
}

function tablesOrFaults(): Tables | undefined {
	try {
		return checked(readPackage());
	} catch (error) {
		if (!(error instanceof LoadError)) throw error;
		console.log(`Faults of the load:\n${error.message}\n${error.faults.length} errors, 0 remarks`);
		process.exitCode = 1;
		return undefined;
	}
}

if (import.meta.main) main();
