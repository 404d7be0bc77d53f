import fc from 'fast-check';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { SavError } from '#lib/sav/index.ts';
import { file, readAll } from '../../fixtures/sav/files.ts';
import { runs } from '../../support/sample.ts';

const reference = new URL('../../../../shared/reference/sav/', import.meta.url);
const there = existsSync(reference);
const written: [string, Buffer][] = [true, false].flatMap((littleEndian) =>
	(['none', 'bytecode', 'zsav'] as const).flatMap((compression) =>
		[20, -1].map((cases): [string, Buffer] => [
			`${compression}, little-endian ${littleEndian}, ${cases} cases`,
			file({ compression, littleEndian, cases })
		])
	)
);
const found = there
	? readdirSync(reference).map((name): [string, Buffer] => [
			name,
			readFileSync(new URL(name, reference))
		])
	: [];

// Numbers that have broken readers before.
const COUNTS = [-1, 0, 1, 2, 3, 7, 8, 255, 256, 999, 65_536, 1e6, 2 ** 24, 2 ** 31 - 1, -(2 ** 31)];

const MILLION = 1_000_000;

const mutation = fc.record({
	kind: fc.constantFrom('flip', 'count', 'cut', 'garbage', 'copy', 'insert'),
	at: fc.noBias(fc.nat(MILLION)),
	from: fc.noBias(fc.nat(MILLION)),
	count: fc.constantFrom(...COUNTS),
	garbage: fc.uint8Array({ minLength: 1, maxLength: 30 }),
	bigEndian: fc.boolean()
});

type Mutation = typeof mutation extends fc.Arbitrary<infer T> ? T : never;

function mutate(bytes: Buffer, { kind, at, from, count, garbage, bigEndian }: Mutation): Buffer {
	// More often near the start, where the dictionary is.
	const place = Math.floor((at / MILLION) ** 2 * bytes.length);
	const other = Math.floor((from / MILLION) ** 2 * bytes.length);
	const copy = Buffer.from(bytes);
	switch (kind) {
		case 'flip':
			if (copy.length) copy[Math.min(place, copy.length - 1)]! ^= garbage[0]!;
			return copy;
		case 'count':
			if (place + 4 > copy.length) return copy;
			copy[bigEndian ? 'writeInt32BE' : 'writeInt32LE'](count, place & ~3);
			return copy;
		case 'cut':
			return copy.subarray(0, place);
		case 'garbage':
			copy.set(garbage.subarray(0, copy.length - place), place);
			return copy;
		case 'copy':
			copy.copy(copy, place, other, other + 400);
			return copy;
		case 'insert':
			return Buffer.concat([
				copy.subarray(0, place),
				copy.subarray(other, other + 200),
				copy.subarray(place)
			]);
	}
}

// By hand: SAV_FUZZ_RUNS=20000 SAV_FUZZ_SEED=7 npm test -- sav-fuzz
const RUNS = Number(process.env.SAV_FUZZ_RUNS ?? runs(400, 20_000));
const SEED = Number(process.env.SAV_FUZZ_SEED ?? 2015);

/** @param seconds per file, on a machine that others use too */
function survives(files: [string, Buffer][], seconds: number): void {
	const before = process.memoryUsage.rss();
	const outcomes = { clean: 0, errors: 0 };
	let slowest = 0;
	fc.assert(
		fc.property(
			fc.constantFrom(...files),
			fc.array(mutation, { minLength: 1, maxLength: 3 }),
			([, bytes], mutations) => {
				const broken = mutations.reduce(mutate, bytes);
				const start = performance.now();
				try {
					readAll(broken);
					outcomes.clean++;
				} catch (error) {
					if (!(error instanceof SavError)) throw error;
					outcomes.errors++;
				}
				slowest = Math.max(slowest, performance.now() - start);
			}
		),
		{ numRuns: RUNS, seed: SEED }
	);
	const megabytes = Math.round((process.memoryUsage.rss() - before) / 2 ** 20);
	if (process.env.SAV_FUZZ_RUNS) console.log({ ...outcomes, slowest, megabytes });
	expect(outcomes.clean + outcomes.errors).toBe(RUNS);
	expect(slowest).toBeLessThan(seconds * 1000);
	expect(megabytes).toBeLessThan(400);
}

const PATIENCE = 120_000 + RUNS * 20;

test(
	`${RUNS} mutations of files of every form end in a SavError or a clean read`,
	{ timeout: PATIENCE },
	() => survives(written, 5)
);

test.skipIf(!there)(
	`${RUNS} mutations of the reference files do too (skipped without ${reference.pathname})`,
	{ timeout: PATIENCE },
	() => survives(found, 5)
);
