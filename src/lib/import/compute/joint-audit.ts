import type { Catalog, KnownQuestion } from '#lib/import/catalog.ts';
import { LinearBounds, type KnownSum, type Solver } from './linear-bounds.ts';
import { marginTerms, pairCandidates, pairSums, pairTargets } from './overlap-suppress.ts';
import { knownMargins, type AuditedPairs } from './overlap.ts';
import { protect, type Audited, type Candidate, type Target } from './protection.ts';
import {
	regionCandidates,
	regionSums,
	regionTargets,
	totalTerms,
	type Judged
} from './suppress.ts';

/** Everything that is to be published of a file. */
export interface Release {
	judged: Judged[];
	pairs: AuditedPairs[];
}

/** The tables of a question are linked where they are of the same people: each adds up to the same totals. */
const regions = 'regions';

/**
 * Looks at all tables of each question together: East, West and total, and the question by every other one.
 * What each alone leaves open may come out of several, for an answer has one total in all of them, printed or
 * not. Where it does, further numbers are hidden.
 *
 * @param release each table protected by itself; left as it was
 * @param progress told how many questions are done
 */
export function auditTogether(
	release: Release,
	catalog: Catalog,
	solver: Solver,
	progress: (done: number) => void = () => {}
): Release {
	let current = release;
	for (const [done, { table }] of release.judged.entries()) {
		progress(done);
		if (table.cells.length > 0) current = auditQuestion(current, table.question, catalog, solver);
	}
	return current;
}

function auditQuestion(
	release: Release,
	question: KnownQuestion,
	catalog: Catalog,
	solver: Solver
): Release {
	const own = release.judged.find(({ table }) => table.question.id === question.id)!;
	const linked = release.pairs.filter((table) => isLinked(table, own));
	const knows = knownMargins(release.judged);
	const parts: Part[] = [
		{
			name: regions,
			sums: regionSums(own, catalog),
			targets: asLeftOpen(regionTargets(own), own.audited),
			candidates: regionCandidates(own)
		},
		...linked.map((table) => ({
			name: partName(table),
			sums: pairSums(table, (side) => knows(table, side)),
			targets: asLeftOpen(pairTargets(table), table.audited),
			candidates: pairCandidates(table)
		}))
	];
	const links = linked.flatMap((table) => linksOf(table, own));
	const bounds = new LinearBounds(solver, [...parts.flatMap(sumsOf), ...links]);
	try {
		const { hidden, audited } = protect(bounds, parts.flatMap(targetsOf), candidatesOf(parts));
		return withHidden(release, parts, own, hidden, audited);
	} finally {
		bounds.dispose();
	}
}

/** What one table brings into the program; its unknowns and places are its own until it is put in. */
interface Part {
	name: string;
	sums: KnownSum[];
	targets: Target[];
	candidates: Candidate[];
}

/** What numbers on record tell by themselves has to come out no nearer than they leave it. */
const asLeftOpen = (targets: Target[], audited: Audited[]): Target[] =>
	targets.map((target, at) => ({ ...target, least: audited[at]!.least }));

const partName = ({ a, b }: Pick<AuditedPairs, 'a' | 'b'>): string => `${a.id}*${b.id}`;

/** Whether a table is of the question and of all who were asked it. */
const isLinked = ({ a, b, pairs }: AuditedPairs, { table }: Judged): boolean =>
	[a.id, b.id].includes(table.question.id) && pairs[0]?.estimate.n === table.bases.all?.n;

const named = (part: string, terms: ReadonlyMap<string, number>, factor = 1) =>
	[...terms].map(([name, value]) => [`${part}: ${name}`, factor * value] as const);

const sumsOf = ({ name, sums }: Part): KnownSum[] =>
	sums.map((sum) => ({ ...sum, terms: new Map(named(name, sum.terms)) }));

const targetsOf = ({ name, targets }: Part): Target[] =>
	targets.map((target) => ({ ...target, terms: new Map(named(name, target.terms)), table: name }));

function candidatesOf(parts: Part[]): Candidate[] {
	let before = 0;
	return parts.flatMap(({ name, sums, candidates }) => {
		const first = before;
		before += sums.length;
		return candidates.map(({ place, cost }) => ({ place: first + place, cost, table: name }));
	});
}

/** An answer has the same total in East, West and the rest as beside the answers of another question. */
function linksOf(table: AuditedPairs, own: Judged): KnownSum[] {
	const side = table.a.id === own.table.question.id ? 'a' : 'b';
	return [...totalTerms(own.table)].map(([answer, total]) => ({
		terms: new Map([
			...named(regions, total),
			...named(partName(table), marginTerms(table, side, answer), -1)
		]),
		low: -1e-7,
		high: 1e-7
	}));
}

/** The release without what was hidden, and with what the tables together allow of the rest. */
function withHidden(
	{ judged, pairs }: Release,
	parts: Part[],
	own: Judged,
	hidden: Set<number>,
	audited: Audited[]
): Release {
	const starts = new Map<string, number>();
	let before = 0;
	for (const { name, sums } of parts) {
		starts.set(name, before);
		before += sums.length;
	}
	const isHidden = (part: string, place: number) => hidden.has(starts.get(part)! + place);
	const ofPart = (part: string) => audited.filter(({ table }) => table === part);
	return {
		judged: judged.map((each) => {
			if (each !== own) return each;
			const disclosures = new Map(own.disclosures);
			for (const [place, cell] of own.table.cells.entries())
				if (isHidden(regions, place)) disclosures.set(cell, 'derivable');
			return { ...own, disclosures, audited: stillOpen(ofPart(regions), own.audited) };
		}),
		pairs: pairs.map((table) => {
			const name = partName(table);
			if (!starts.has(name)) return table;
			return {
				...table,
				pairs: table.pairs.map((pair, place) =>
					isHidden(name, place) ? { ...pair, disclosure: 'derivable' as const } : pair
				),
				audited: stillOpen(ofPart(name), table.audited)
			};
		})
	};
}

/** What was told by numbers on record in a table alone is so in all of them. */
const stillOpen = (audited: Audited[], before: Audited[]): Audited[] =>
	audited.map((one, at) => ({ ...one, isOpen: one.isOpen || before[at]!.isOpen }));
