import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/*
 * `npm test`: formatting, lint, types, and every suite of vitest. All of them run even if one fails,
 * and the last line counts over all: `N passed, N failed`. `npm test -- FILE`: only the suites whose
 * path holds that word.
 */

const bin = (name: string, file: string): string =>
	join(import.meta.dirname, '../../node_modules', name, file);

const chosen = process.argv.slice(2);

/** Each counts as one test. */
const checks: [string, string[]][] = [
	['formatting', [bin('prettier', 'bin/prettier.cjs'), '--check', '--log-level', 'warn', '.']],
	['lint', [bin('eslint', 'bin/eslint.js'), '--max-warnings=0', '.']],
	['dead code', [bin('knip', 'bin/knip.js'), '--no-progress']],
	['types', [bin('svelte-check', 'bin/svelte-check'), '--fail-on-warnings', '--output', 'human']]
];

let passed = 0;
let failed = 0;

/** Runs a check to its end. @returns whether it is content, and what it printed */
function check([, command]: (typeof checks)[number]): Promise<{ isSound: boolean; said: string }> {
	const child = spawn(process.execPath, command, { stdio: ['ignore', 'pipe', 'pipe'] });
	let said = '';
	for (const stream of [child.stdout, child.stderr])
		stream.on('data', (text) => {
			said += text;
		});
	return new Promise((resolve) =>
		child.on('close', (status) => resolve({ isSound: status === 0, said }))
	);
}

const folder = mkdtempSync(join(tmpdir(), 'beistand-test-'));
const report = join(folder, 'report.json');
const suites = spawn(
	process.execPath,
	[
		bin('vitest', 'vitest.mjs'),
		'run',
		...chosen,
		'--reporter=default',
		'--reporter=json',
		`--outputFile.json=${report}`
	],
	{ stdio: 'inherit' }
);
const ended = new Promise<number | null>((resolve) => suites.on('close', resolve));
// Beside the unit tests, which measure no time; what they say comes after the suites, where it is seen.
const checked = chosen.length > 0 ? [] : await Promise.all(checks.map(check));
const status = await ended;
for (const [index, { isSound, said }] of checked.entries()) {
	process.stdout.write(said);
	console.log(`${isSound ? '✓' : '✗'} ${checks[index]![0]}`);
	if (isSound) passed += 1;
	else failed += 1;
}
let skipped = 0;
try {
	const result = JSON.parse(readFileSync(report, 'utf8')) as Record<string, number>;
	passed += result['numPassedTests'] ?? 0;
	failed += result['numFailedTests'] ?? 0;
	skipped = (result['numPendingTests'] ?? 0) + (result['numTodoTests'] ?? 0);
	// A suite that could not even be read has no failed test of its own.
	if (status !== 0 && result['numFailedTests'] === 0) failed += 1;
} catch {
	failed += 1;
}
rmSync(folder, { recursive: true });
if (skipped > 0) console.log(`${skipped} skipped, each named above with what it needs`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
