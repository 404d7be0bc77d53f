import { parse } from 'csv-parse/sync';
import { readPackage } from '#db/load.ts';
import { compute, type Computed } from '#lib/import/compute/compute.ts';
import { auditTogether } from '#lib/import/compute/joint-audit.ts';
import type { Solver } from '#lib/import/compute/linear-bounds.ts';
import { pairTables } from '#lib/import/compute/overlap.ts';
import { readSample } from '#lib/import/compute/sample.ts';
import { disclosuresOf } from '#lib/import/compute/suppress.ts';
import { packageFiles } from '#lib/import/store/rows.ts';
import { openSav } from '#lib/sav/index.ts';
import { savBytes, type FileDescription } from '../fixtures/sav/bytes.ts';
import { catalog } from '../fixtures/synthetic/spring-2015.ts';
import { rightMapping } from '../fixtures/synthetic/mapping.ts';

/** A line of a published file, by column. */
export type Row = Record<string, string>;
/** What an import of a file would publish, and what it was computed from. */
export interface Published {
	figures: Row[];
	overlaps: Row[];
	gaps: Row[];
	computed: Computed;
}

export function publish(description: FileDescription, solver: Solver): Published {
	const mapping = rightMapping();
	const sample = readSample(openSav(savBytes(description)), mapping, () => {});
	const computed = compute(sample, mapping, catalog);
	const alone = computed.tables.map((table) => disclosuresOf(table, catalog, solver));
	const { judged, pairs } = auditTogether(
		{ judged: alone, pairs: pairTables(sample, mapping, alone, solver) },
		catalog,
		solver
	);
	const { all, east, west } = computed.people;
	const reading = {
		rows: sample.rows,
		germans: all,
		weight: 'WEIGHT',
		region: { variable: 'QREGDE', berlin: 'excluded' as const, east, west },
		sha256: '',
		isSynthetic: true
	};
	const files = packageFiles(readPackage().schema, catalog, judged, pairs, reading, false);
	const read = (name: string) => parse<Row>(files.get(name)!, { columns: true });
	return {
		figures: read('figures.csv'),
		overlaps: read('overlaps.csv'),
		gaps: read('gaps.csv'),
		computed
	};
}

/** Lines with a number. */
export const shown = (table: Row[]): Row[] => table.filter(({ pct }) => pct !== '');
