/**
 * Reads a synthetic file of the size of the Pew file (45,435 × 896) and prints seconds and peak memory, each
 * reader in a process of its own; R haven too where Rscript has it.
 *
 * node tests/bench/sav.ts            writes the files into a temporary folder, reads them, deletes them
 * node tests/bench/sav.ts read FILE  reads one file (what the first form starts)
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openSav } from '../../src/lib/sav/index.ts';
import { writeSav, type Value, type VariableDescription } from '../fixtures/sav/bytes.ts';

const ROWS = 45_435;
const VARIABLES = 896;
const STRINGS = 6;

interface Measure {
	seconds: number;
	megabytes: number;
	cells: number;
}

function variables(): VariableDescription[] {
	const codes: [number, string][] = Array.from({ length: 9 }, (_, i) => [i + 1, `Answer ${i + 1}`]);
	return Array.from({ length: VARIABLES }, (_, i) => {
		if (i === 0) return { name: 'ID', format: [5, 8, 0] };
		if (i === 1) return { name: 'WEIGHT', format: [5, 11, 8] };
		if (i < 2 + STRINGS) return { name: `TEXT${i}`, width: 40 };
		return {
			name: `Q${i}`,
			label: `Question ${i}`,
			valueLabels: codes,
			missing: { range: [8, 9] }
		};
	});
}

/** Codes 1 to 9, a quarter system-missing as in questions asked in some countries only. */
function* rows(): Generator<Value[]> {
	let state = 1;
	const random = () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
	for (let row = 0; row < ROWS; row++)
		yield Array.from({ length: VARIABLES }, (_, i) => {
			if (i === 0) return 100_000 + row;
			if (i === 1) return random() * 3;
			if (i < 2 + STRINGS) return random() < 0.5 ? '' : `Antwort für ${row}`;
			return random() < 0.25 ? null : 1 + Math.floor(random() * 9);
		});
}

function read(path: string, wanted?: string[]): Measure {
	const start = performance.now();
	const file = openSav(path);
	let cells = 0;
	for (const batch of file.batches({ variables: wanted })) cells += batch.rows * batch.columns.size;
	file.close();
	const seconds = (performance.now() - start) / 1000;
	return { seconds, megabytes: process.resourceUsage().maxRSS / 1024, cells };
}

const HAVEN = `
suppressMessages(library(haven))
file <- commandArgs(TRUE)[1]
seconds <- system.time(data <- read_sav(file, user_na = TRUE))[["elapsed"]]
peak <- as.numeric(gsub("[^0-9]", "", grep("VmHWM", readLines("/proc/self/status"), value = TRUE))) / 1024
cat(sprintf('{"seconds":%f,"megabytes":%f,"cells":%d}', seconds, peak, nrow(data) * ncol(data)))
`;

/** Runs a reader that prints a Measure; undefined if it is not installed. */
function measure(command: string, args: string[]): Measure | undefined {
	const { status, stdout } = spawnSync(command, args, { encoding: 'utf8' });
	return status === 0 ? (JSON.parse(stdout) as Measure) : undefined;
}

function report(name: string, found: Measure | undefined): void {
	const text = found
		? `${found.seconds.toFixed(2)} s, ${found.megabytes.toFixed(0)} MB peak, ${found.cells} cells`
		: 'not installed';
	console.log(`  ${name.padEnd(22)} ${text}`);
}

function bench(): void {
	const folder = mkdtempSync(join(tmpdir(), 'sav-bench-'));
	try {
		for (const compression of ['bytecode', 'zsav', 'none'] as const) {
			const path = join(folder, `${compression}.sav`);
			writeSav(path, {
				variables: variables(),
				rows: rows(),
				cases: ROWS,
				compression,
				encodingName: 'UTF-8',
				codePage: 65001
			});
			console.log(`${compression}, ${(statSync(path).size / 2 ** 20).toFixed(0)} MB`);
			const self = fileURLToPath(import.meta.url);
			const ours = measure(process.execPath, [self, 'read', path]);
			report('all variables', ours);
			report('3 of them', measure(process.execPath, [self, 'read', path, 'ID', 'WEIGHT', 'Q100']));
			const haven = measure('Rscript', ['-e', HAVEN, path]);
			report('R haven, all', haven);
			if (ours && haven)
				console.log(`  ratio of seconds       ${(haven.seconds / ours.seconds).toFixed(1)}`);
			rmSync(path);
		}
	} finally {
		rmSync(folder, { recursive: true });
	}
}

const [action, path, ...wanted] = process.argv.slice(2);
if (action === 'read' && path)
	process.stdout.write(JSON.stringify(read(path, wanted.length ? wanted : undefined)));
else bench();
