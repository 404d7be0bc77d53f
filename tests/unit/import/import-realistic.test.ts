import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSav } from '#lib/sav/index.ts';
import { compute, type Computed } from '#lib/import/compute/compute.ts';
import { loadSolver } from '#lib/import/compute/linear-bounds.ts';
import { reconcile } from '#lib/import/compute/reconcile.ts';
import { readSample, type Sample } from '#lib/import/compute/sample.ts';
import { disclosuresOf } from '#lib/import/compute/suppress.ts';
import { mappingDialogue } from '#lib/import/dialogue/dialogue.ts';
import type { Mapping } from '#db/respondents.ts';
import { catalog } from '../../fixtures/synthetic/spring-2015.ts';

/*
 * The file that was handed over: SYNTHETIC, of the size of the publisher's, with its names, labels and
 * answers. Somebody presses Enter at every question.
 */

const packed = fileURLToPath(
	new URL('../../../../shared/cases/sav/realistic-2015.zsav.xz', import.meta.url)
);
const isThere = existsSync(packed) && spawnSync('xz', ['--version']).status === 0;
if (!isThere)
	console.warn('Skipped: the realistic file is not beside this project, or xz is missing.');
const hasSurvey = spawnSync('Rscript', ['-e', 'library(survey)']).status === 0;
if (!hasSurvey) console.warn('Skipped: comparison with R, which lacks the package survey.');

const folder = mkdtempSync(join(tmpdir(), 'realistic-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.skipIf(!isThere)('The realistic file', () => {
	let mapping: Mapping;
	let sample: Sample;
	let computed: Computed;

	beforeAll(async () => {
		const { stdout } = spawnSync('xz', ['-dc', packed], { maxBuffer: 64 * 2 ** 20 });
		const file = openSav(stdout);
		mapping = await mappingDialogue(file, catalog, {
			write() {},
			ask: () => Promise.resolve(''),
			progress: () => ({ at() {}, end() {} }),
			close() {}
		}).ask();
		sample = readSample(file, mapping, () => {});
		computed = compute(sample, mapping, catalog);
	});

	test('is read with Enter alone: 31 of 31 questions, and no published number speaks against it', () => {
		expect(Object.keys(mapping.questions)).toHaveLength(31);
		const { comparisons, stops, warnings } = reconcile(computed, mapping, catalog);
		expect(stops).toEqual([]);
		// Its East and West are drawn, and know nothing of what the press reported of the real ones.
		for (const warning of warnings) expect(warning).toContain('; reported ');
		expect(comparisons.length).toBeGreaterThan(700);
	});

	test('gives East and West of every question that was asked in Germany', async () => {
		const solver = await loadSolver();
		const asked = computed.tables.filter(({ cells }) => cells.length > 0);
		expect(asked.length).toBeGreaterThanOrEqual(15);
		for (const table of asked) {
			const { disclosures } = disclosuresOf(table, catalog, solver);
			for (const side of ['east', 'west'])
				expect(
					[...disclosures].some(
						([{ group }, disclosure]) =>
							group === side && ['shown', 'on_record'].includes(disclosure)
					),
					`${table.question.id} ${side}`
				).toBe(true);
		}
	});

	test('is refused with one wrong part, which is named though its net agrees', () => {
		const { variable, codes } = mapping.questions['view-of-nato']!;
		const codeOf = (answer: string) => Number(Object.keys(codes).find((code) => codes[code] === answer)); // prettier-ignore
		const { answers } = catalog.questions.find(({ id }) => id === 'view-of-nato')!;
		const [one, other] = answers.find(({ kind }) => kind === 'net')!.parts.map(codeOf);
		const column = sample.columns.get(variable)!;
		let moved = 0;
		const changed = column.map((value) => (value === one && moved++ % 4 === 0 ? other! : value));
		const wrong = { ...sample, columns: new Map(sample.columns).set(variable, changed) };
		const { stops } = reconcile(compute(wrong, mapping, catalog), mapping, catalog);
		const title = catalog.questions.find(({ id }) => id === 'view-of-nato')!.title;
		expect(stops.length).toBeGreaterThan(0);
		for (const stop of stops) expect(stop).toContain(title);
	});

	test.skipIf(!hasSurvey)('equals R survey on shares, errors and gaps', () => {
		const data = join(folder, 'germany.csv');
		const region = mapping.region!;
		const names = ['WEIGHT', region.variable, ...computed.tables.map(({ variable }) => variable)];
		const columnOf = (name: string) => sample.columns.get(name)!;
		const german = [...columnOf(mapping.country.variable).keys()].filter(
			(row) => mapping.country.codes[columnOf(mapping.country.variable)[row]!] === 'deu'
		);
		const cell = (name: string, row: number) => (Number.isNaN(columnOf(name)[row]!) ? 'NA' : columnOf(name)[row]!); // prettier-ignore
		writeFileSync(data, [names.join(), ...german.map((row) => names.map((name) => cell(name, row)).join())].join('\n')); // prettier-ignore
		const east = [...region.east, ...(region.berlin.counts_as === 'east' ? region.berlin.codes : [])]; // prettier-ignore
		const west = [...region.west, ...(region.berlin.counts_as === 'west' ? region.berlin.codes : [])]; // prettier-ignore
		const tasks = computed.tables
			.filter(({ gaps }) => gaps.size > 0)
			.map(({ question, variable }) => {
				const codes = Object.entries(mapping.questions[question.id]!.codes);
				const own = codes
					.filter(([, answer]) => answer === question.headline)
					.map(([code]) => code);
				return { question, variable, own };
			})
			.filter(({ own }) => own.length > 0);
		const script = `
suppressMessages(library(survey))
data <- read.csv("${data}")
data$side <- ifelse(data$${region.variable} %in% c(${east.join()}), "east", ifelse(data$${region.variable} %in% c(${west.join()}), "west", NA))
whole <- svydesign(ids = ~1, weights = ~WEIGHT, data = subset(data, WEIGHT > 0))
one <- function(name, codes) {
	whole$variables$base <- whole$variables[[name]]
	whole$variables$hit <- as.numeric(whole$variables$base %in% codes)
	asked <- subset(whole, !is.na(base))
	total <- svymean(~hit, asked)
	by <- svyby(~hit, ~side, subset(asked, !is.na(side)), svymean, covmat = TRUE)
	gap <- svycontrast(by, c(east = 1, west = -1))
	cat(coef(total), SE(total), coef(by)[["east"]], SE(by)[1], coef(by)[["west"]], SE(by)[2], coef(gap), SE(gap), "\\n", sep = " ")
}
options(digits = 15)
${tasks.map(({ variable, own }) => `one("${variable}", c(${own.join()}))`).join('\n')}
`;
		const code = join(folder, 'survey.R');
		writeFileSync(code, script);
		const { stdout, stderr, status } = spawnSync('Rscript', [code], { encoding: 'utf8' });
		expect(status, stderr).toBe(0);
		const lines = stdout.trim().split('\n').map((line) => line.trim().split(/\s+/).map(Number)); // prettier-ignore
		expect(lines).toHaveLength(tasks.length);
		expect(tasks.length).toBeGreaterThan(8);
		for (const [at, { question }] of tasks.entries()) {
			const { cells, gaps } = computed.tables.find((table) => table.question.id === question.id)!;
			const headline = (side: string) =>
				cells.find(({ group, answer }) => group === side && answer.id === question.headline)!
					.estimate;
			const { difference, se } = gaps.get(question.headline)!;
			const ours = [
				...['all', 'east', 'west'].flatMap((side) => [headline(side).share, headline(side).se]),
				difference,
				se
			];
			for (const [i, value] of ours.entries())
				expect(lines[at]![i], `${question.id} ${i}`).toBeCloseTo(value, 8);
		}
	});
});
