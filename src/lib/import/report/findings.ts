import type { Catalog } from '#lib/import/catalog.ts';
import type { Computed } from '#lib/import/compute/compute.ts';
import type { Mapping } from '#db/respondents.ts';
import type { AuditedPairs } from '#lib/import/compute/overlap.ts';
import type { Reconciliation } from '#lib/import/compute/reconcile.ts';
import type { Section } from './render.ts';
import type { Judged } from '#lib/import/compute/suppress.ts';

/** Everything a report tells about. */
export interface Findings {
	/** Name of the file, without its folder. */
	file: string;
	rows: number;
	mapping: Mapping;
	/** The file says of itself that a program made it up. */
	isSynthetic: boolean;
	/** Country codes that the file labels otherwise than the mapping. */
	otherLabels: string[];
	catalog: Catalog;
	computed: Computed;
	judged: Judged[];
	reconciliation: Reconciliation;
	/** East and West under each choice about Berlin; none if Berlin has no code. */
	berlin: Section | undefined;
	/** Every question by every other one, among all Germans. */
	pairs: AuditedPairs[];
}
