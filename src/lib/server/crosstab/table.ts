import type { Database } from '#db/open.ts';
import { notInBase } from '#db/respondents.ts';
import {
	cautiousDifference,
	cautiousInterval,
	domainOf,
	groupDifference,
	judgeFamily,
	presentationOf,
	raoScott,
	rowsWhere,
	shareOf,
	warningsOf,
	type Domain
} from '#lib/stats/index.ts';
import type { CrosstabCell, CrosstabGroup, CrosstabTable } from '#lib/view/crosstab.ts';
import { everybody } from '#lib/words/explore/crosstab.ts';
import type { AnswerInfo } from '#lib/view/row.ts';
import type { Text } from '#lib/words/lang.ts';
import { taken } from './columns.ts';
import type { Grouping } from './groups.ts';
import { wholeDictionary } from '#lib/server/data/dictionary.ts';
import type { Respondents } from './respondents.ts';

/** A question as a table has it: the place of each respondent's answer in the list, NaN outside the base. */
export interface CodedQuestion {
	column: Float64Array;
	/** Each with its places in the column; a net has those of its parts. */
	answers: { label: Text; places: number[]; isNet: boolean }[];
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
	const answers = [...found.values()].map((label, at) => ({ label, places: [at], isNet: false }));
	return {
		column,
		answers: [...answers, ...(ours ? netsOf(ours[0], labels, [...found.keys()]) : [])]
	};
}

/** Nets of a question of the project, as far as all their parts are in the file. */
function netsOf(
	question: string,
	answers: Record<string, AnswerInfo>,
	keys: string[]
): CodedQuestion['answers'] {
	return Object.values(answers)
		.filter((answer) => answer.question === question && answer.netOf.length > 0)
		.map(({ label, netOf }) => ({
			label,
			places: netOf.map((part) => keys.indexOf(`ours ${part}`)),
			isNet: true
		}))
		.filter(({ places }) => places.every((place) => place >= 0));
}

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
		{ group: groupOf('all', everybody, domain, ''), domain },
		...groups.flatMap(({ code, id, label }) => {
			const own = domainOf(
				design,
				inDomain,
				rowsWhere(column, (each) => each === code)
			);
			return own ? [{ group: groupOf(id, label, own), domain: own }] : [];
		})
	];
	const parts = columns.slice(1);
	parts.forEach(({ group }, at) => (group.letter = String.fromCharCode(65 + at)));
	const above = comparisons(parts, question, answers);
	const grouped = domainOf(
		design,
		inDomain,
		rowsWhere(column, () => true)
	);
	const test = grouped && raoScott(grouped, question, column);
	return {
		groups: columns.map(({ group }) => group),
		answers: answers.map(({ label, places, isNet }, at) => {
			const all = shareOf(domain, { column: question, codes: places }).weighted;
			return {
				label,
				isNet,
				cells: columns.map((each) => ({
					...cellOf(each.domain, question, places, all),
					above: above.get(`${at}/${each.group.letter}`) ?? []
				}))
			};
		}),
		lonelyStrata: design.psusInStratum.filter((units) => units === 1).length,
		test: test ? { f: test.f, df1: test.df1, df2: test.df2, p: test.p } : null
	};
}

/** A t-test of every answer between every two columns; Holm over all of them, nets aside. */
function comparisons(
	parts: { group: CrosstabGroup; domain: Domain }[],
	column: Float64Array,
	answers: CodedQuestion['answers']
): Map<string, string[]> {
	const tests = answers.flatMap(({ places, isNet }, at) =>
		isNet
			? []
			: parts.flatMap((a, first) =>
					parts.slice(first + 1).flatMap((b) => {
						const found = groupDifference(a.domain, b.domain, { column, codes: places });
						const { difference, p } = cautiousDifference(found) ?? {};
						return difference === undefined || p === undefined ? [] : [{ at, a, b, difference, p }];
					})
				)
	);
	const judged = judgeFamily(tests.map(({ p }) => [{ low: p, high: p }]));
	const above = new Map<string, string[]>();
	tests.forEach(({ at, a, b, difference }, i) => {
		if (judged[i]!.verdict !== 'holds') return;
		const [larger, smaller] = difference > 0 ? [a, b] : [b, a];
		const key = `${at}/${larger.group.letter}`;
		above.set(key, [...(above.get(key) ?? []), smaller.group.letter].sort());
	});
	return above;
}

const groupOf = (id: string, label: Text, { weights }: Domain, letter = ''): CrosstabGroup => ({
	id,
	label,
	letter,
	n: weights.n,
	weighted: weights.sum,
	nEff: weights.kishN
});

function cellOf(
	domain: Domain,
	question: Float64Array,
	codes: number[],
	all: number
): Omit<CrosstabCell, 'above'> {
	const estimate = shareOf(domain, { column: question, codes });
	const interval = cautiousInterval(estimate);
	return {
		picked: estimate.picked,
		pct: 100 * estimate.share,
		rowPct: all > 0 ? (100 * estimate.weighted) / all : 0,
		low: interval ? 100 * interval.low : null,
		high: interval ? 100 * interval.high : null,
		presentation: presentationOf(estimate),
		warnings: warningsOf(estimate)
	};
}
