/**
 * Imports a SYNTHETIC file of the size of the Pew file (45,435 × 896), made from the published toplines so that
 * it passes the self-test, and prints seconds and peak memory, each in a process of its own:
 *
 * - the same work as R: the whole file read, every share with its error, gaps, and pairs of answers
 * - the whole import: beside that suppression, the audit by linear programming, report, load, and the
 *   respondents kept
 * - R haven and survey, reading the same file and computing the same shares, nothing withheld or stored
 *
 * Seconds of the processor stand beside those of the clock: on a busy machine only they can be compared.
 *
 * npm run bench:import
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compute } from '#lib/import/compute/compute.ts';
import { crossTables } from '#lib/import/compute/overlap.ts';
import { readSample } from '#lib/import/compute/sample.ts';
import { parseMapping } from '#lib/import/mapping-form.ts';
import type { Mapping } from '#db/respondents.ts';
import { openSav } from '#lib/sav/index.ts';
import { importFile } from '#lib/import/run/run.ts';
import { terminalOf } from '#lib/import/terminal.ts';
import { writeSav, type Value, type VariableDescription } from '../fixtures/sav/bytes.ts';
import { asked, catalog, describe2015, variableOf } from '../fixtures/synthetic/spring-2015.ts';
import { rightMapping } from '../fixtures/synthetic/mapping.ts';

const ROWS = 45_435;
const VARIABLES = 896;

interface Measure {
	/** By the clock. */
	seconds: number;
	/** Of the processor. */
	busy: number;
	megabytes: number;
}

/** The small synthetic file with interviews of other countries behind it and other questions beside it. */
function writeFull(path: string): void {
	const small = describe2015();
	const people = [...small.rows];
	let state = 1;
	const random = () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
	const more = Array.from(
		{ length: VARIABLES - small.variables.length },
		(_, i): VariableDescription => ({
			name: `X${i}`,
			label: `Filler ${i}`,
			valueLabels: [1, 2, 3, 4, 5].map((code) => [code, `Answer ${code}`]),
			missing: { values: [8, 9] }
		})
	);
	const country = small.variables.findIndex(({ name }) => name === 'COUNTRY');
	const filler = (): Value => (random() < 0.25 ? null : 1 + Math.floor(random() * 5));
	function* rows(): Generator<Value[]> {
		for (let row = 0; row < ROWS; row++) {
			const own = people[row] ?? people[0]!.with(country, 40);
			yield [...own, ...more.map(filler)];
		}
	}
	writeSav(path, {
		...small,
		variables: [...small.variables, ...more],
		rows: rows(),
		cases: ROWS
	});
}

const measured = (start: number, before: NodeJS.CpuUsage): Measure => {
	const { user, system } = process.cpuUsage(before);
	return {
		seconds: (performance.now() - start) / 1000,
		busy: (user + system) / 1e6,
		megabytes: process.resourceUsage().maxRSS / 1024
	};
};

async function importOnce(path: string, map: string): Promise<Measure> {
	const quiet = { write: () => true };
	const [start, before] = [performance.now(), process.cpuUsage()];
	const terminal = terminalOf(process.stdin, quiet, quiet);
	const version = await importFile(path, { map, yes: true }, terminal);
	if (!version) throw new Error('Expected the import to store');
	return measured(start, before);
}

/** Nothing but what R does: all variables are read, though few are needed. */
function sameOnce(path: string, map: string): Measure {
	const [start, before] = [performance.now(), process.cpuUsage()];
	const mapping = parseMapping(readFileSync(map, 'utf8'), map);
	const file = openSav(path);
	let cells = 0;
	for (const { rows, columns } of file.batches()) cells += rows * columns.size;
	if (cells !== ROWS * VARIABLES) throw new Error(`Expected the whole file, got ${cells} cells`);
	const sample = readSample(file, mapping, () => {});
	const { tables } = compute(sample, mapping, catalog);
	if (crossTables(sample, mapping, tables).length < 100) throw new Error('Expected all pairs');
	file.close();
	return measured(start, before);
}

/** What R does with it: the whole file, then every share by group and country, and the pairs of Germany. */
const inR = ({ country, questions }: Mapping): string => `
suppressMessages({library(haven); library(survey)})
started <- proc.time()[["elapsed"]]
data <- as.data.frame(read_sav(commandArgs(TRUE)[1], user_na = TRUE))
read <- proc.time()[["elapsed"]] - started
asked <- c(${Object.values(questions)
	.map(({ variable }) => `"${variable}"`)
	.join()})
design <- function(rows) svydesign(ids = ~1, weights = ~WEIGHT, data = rows)
table <- function(design, name) {
	code <- factor(as.numeric(design$variables[[name]]))
	if (nlevels(droplevels(code[!is.na(code)])) < 2) return(NULL)
	design$variables$code <- code
	some <- subset(design, !is.na(code))
	if (nrow(some$variables) == 0) return(NULL)
	found <- svymean(~code, some)
	confint(found)
}
number <- as.numeric(data$COUNTRY)
german <- data[number == 10, ]
whole <- design(german)
for (part in list(whole, subset(whole, as.numeric(QREGDE) == 2), subset(whole, as.numeric(QREGDE) == 1)))
	for (name in asked) table(part, name)
for (code in setdiff(c(${Object.keys(country.codes).join()}), 10)) {
	abroad <- design(data[number == code, ])
	for (name in asked) table(abroad, name)
}
known <- asked[sapply(asked, function(name) any(!is.na(german[[name]])))]
for (i in seq_along(known)) for (j in seq_along(known)) if (i < j) {
	whole$variables$pair <- interaction(as.numeric(german[[known[i]]]), as.numeric(german[[known[j]]]))
	whole$variables$code <- whole$variables$pair
	some <- subset(whole, !is.na(pair))
	some$variables$code <- droplevels(some$variables$code)
	if (nlevels(some$variables$code) > 1) confint(svymean(~code, some))
}
seconds <- proc.time()[["elapsed"]] - started
busy <- sum(proc.time()[c("user.self", "sys.self")])
peak <- as.numeric(gsub("[^0-9]", "", grep("VmHWM", readLines("/proc/self/status"), value = TRUE))) / 1024
cat(sprintf('{"seconds":%f,"busy":%f,"megabytes":%f,"read":%f}', seconds, busy, peak, read))
`;

function measure(
	command: string,
	args: string[],
	env: Record<string, string> = {}
): (Measure & { read?: number }) | string {
	const { status, stdout, stderr, error } = spawnSync(command, args, {
		encoding: 'utf8',
		env: { ...process.env, ...env }
	});
	if (error) return 'not installed';
	return status === 0 ? (JSON.parse(stdout) as Measure) : `failed: ${stderr.slice(-300)}`;
}

function bench(): void {
	const folder = mkdtempSync(join(tmpdir(), 'import-bench-'));
	try {
		const [path, map, script] = ['full.sav', 'map.json', 'same.R'].map((name) => join(folder, name)) as [string, string, string]; // prettier-ignore
		writeFull(path);
		writeFileSync(map, JSON.stringify(rightMapping()));
		writeFileSync(script, inR(rightMapping()));
		const size = (statSync(path).size / 2 ** 20).toFixed(0);
		console.log(
			`${ROWS} × ${VARIABLES}, ${asked.map(variableOf).length} questions, ${size} MB, SYNTHETIC`
		);
		const local = join(folder, 'local');
		const run = (action: string) =>
			measure(process.execPath, [fileURLToPath(import.meta.url), action, path, map], {
				BEISTAND_LOCAL: local,
				BEISTAND_DB: join(folder, 'beistand.sqlite')
			});
		const same = run('same');
		report('same work as R', same);
		const whole = run('import');
		report('whole import', whole);
		if (typeof whole !== 'string') {
			const kept = statSync(join(local, 'respondents.sqlite')).size / 2 ** 20;
			console.log(`  respondents kept       ${kept.toFixed(0)} MB on disk`);
		}
		const theirs = measure('Rscript', [script, path]);
		report('R haven + survey', theirs);
		if (typeof same === 'string' || typeof whole === 'string' || typeof theirs === 'string') return;
		console.log(`  of it haven            ${theirs.read!.toFixed(2)} s`);
		for (const [name, ours] of Object.entries({ 'same work': same, 'whole import': whole })) {
			const [clock, busy, memory] = (['seconds', 'busy', 'megabytes'] as const).map((unit) =>
				(theirs[unit] / ours[unit]).toFixed(1)
			);
			console.log(`  R / ${name.padEnd(18)} ${clock} by the clock, ${busy} of the processor, ${memory} in memory`); // prettier-ignore
		}
	} finally {
		rmSync(folder, { recursive: true });
	}
}

function report(name: string, found: Measure | string): void {
	const text =
		typeof found === 'string'
			? found
			: `${found.seconds.toFixed(2)} s, ${found.busy.toFixed(2)} s of the processor, ${found.megabytes.toFixed(0)} MB peak`;
	console.log(`  ${name.padEnd(22)} ${text}`);
}

const [action, path, map] = process.argv.slice(2);
if (path && map)
	process.stdout.write(
		JSON.stringify(action === 'same' ? sameOnce(path, map) : await importOnce(path, map))
	);
else bench();
