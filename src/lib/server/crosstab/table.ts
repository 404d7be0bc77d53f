import type { Database } from '#db/open.ts';
import {
	cautiousInterval,
	domainOf,
	presentationOf,
	raoScott,
	rowsWhere,
	shareOf,
	type Domain
} from '#lib/stats/index.ts';
import type { CrosstabCell, CrosstabGroup, CrosstabTable } from '#lib/view/crosstab.ts';
import { everybody } from '#lib/words/explore/crosstab.ts';
import type { Text } from '#lib/words/lang.ts';
import { taken } from './columns.ts';
import type { Grouping } from './groups.ts';
import { wholeDictionary } from '#lib/server/data/dictionary.ts';
import type { Respondents } from './respondents.ts';

/** A question as a table has it: the place of each respondent's answer in the list, NaN outside the base. */
export interface CodedQuestion {
	column: Float64Array;
	answers: Text[];
}

/**
 * The answers of a variable with everybody who belongs to its base: don't know and refused too. Of the
 * project's questions those that the mapping counts, by the project's names; of others all codes.
 */
export function questionOf(
	db: Database,
	respondents: Respondents,
	name: string,
	rows: Uint32Array
): CodedQuestion {
	const { mapping, variables } = respondents;
	const codes = variables.get(name)?.codes ?? [];
	const ours = Object.entries(mapping.questions).find(([, { variable }]) => variable === name);
	const labels = wholeDictionary(db).answers;
	const places = new Map<number, number>();
	const found = new Map<string, Text>();
	for (const [code, label] of codes) {
		const id = ours && (ours[1].codes[String(code)] ?? notInBase);
		if (id === notInBase) continue;
		const own = { en: label || String(code), de: label || String(code) };
		const known = ours && labels[`${ours[0]}/${id}`]?.label;
		const key = known ? `ours ${id}` : `code ${code}`;
		found.set(key, known ?? own);
		places.set(code, [...found.keys()].indexOf(key));
	}
	const column = taken(respondents, name, rows).map((code) => places.get(code) ?? NaN);
	return { column, answers: [...found.values()] };
}

/** As the mapping writes it for people who were not asked. */
const notInBase = 'missing';

/** Shares, bases, intervals and the test of the whole table. */
export function tableOf(
	domain: Domain,
	{ column: question, answers }: CodedQuestion,
	{ column, groups }: Grouping
): CrosstabTable {
	const { design, members } = domain;
	const inDomain = new Uint8Array(design.fileRows);
	for (const member of members) inDomain[design.rows[member]!] = 1;
	const columns: { group: CrosstabGroup; domain: Domain }[] = [
		{ group: groupOf('all', everybody, domain), domain },
		...groups.flatMap(({ code, id, label }) => {
			const own = domainOf(
				design,
				inDomain,
				rowsWhere(column, (each) => each === code)
			);
			return own ? [{ group: groupOf(id, label, own), domain: own }] : [];
		})
	];
	const grouped = domainOf(
		design,
		inDomain,
		rowsWhere(column, () => true)
	);
	const test = grouped && raoScott(grouped, question, column);
	return {
		groups: columns.map(({ group }) => group),
		answers: answers.map((label, place) => ({
			label,
			cells: columns.map((each) => cellOf(each.domain, question, place))
		})),
		test: test ? { f: test.f, df1: test.df1, df2: test.df2, p: test.p } : null
	};
}

const groupOf = (id: string, label: Text, { weights }: Domain): CrosstabGroup => ({
	id,
	label,
	n: weights.n,
	weighted: weights.sum,
	nEff: weights.kishN
});

function cellOf(domain: Domain, question: Float64Array, place: number): CrosstabCell {
	const estimate = shareOf(domain, { column: question, codes: [place] });
	const interval = cautiousInterval(estimate);
	return {
		picked: estimate.picked,
		pct: 100 * estimate.share,
		low: interval ? 100 * interval.low : null,
		high: interval ? 100 * interval.high : null,
		presentation: presentationOf(estimate)
	};
}
