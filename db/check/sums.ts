import { list, text, type PackageRow } from '../package/schema.ts';
import {
	answersByKey,
	finding,
	groupedBy,
	mediansOf,
	pctOf,
	rowsOf,
	type Check,
	type Finding
} from './finding.ts';

const base = ['survey_id', 'question_id', 'population_id', 'group_id'];

/** Sums of decimal fractions miss by a little. */
const slack = 1e-9;

/**
 * Answers of the same people. Whole per cents may reach 101 by rounding; the medians of several
 * answers are of different countries and may add up to anything.
 */
export const sums: Check = {
	title: 'Answers of one group that add up to more than 100 (101 may be rounding)',
	find(tables) {
		const answers = answersByKey(tables);
		const medians = mediansOf(tables);
		const isNet = (row: PackageRow): boolean =>
			answers.get(`${text(row, 'question_id')}/${text(row, 'answer_id')}`)?.cells['kind'] === 'net';
		const counted = rowsOf(tables, 'figures').filter(
			(row) => pctOf(row) !== undefined && !isNet(row)
		);
		return [...groupedBy(counted, base)].flatMap(([key, rows]): Finding[] => {
			const shares = rows.map((row) => pctOf(row) ?? 0);
			const sum = shares.reduce((total, share) => total + share, 0);
			const first = rows[0];
			if (!first || sum <= 100 + slack) return [];
			const harmless = sum <= 101 + slack || medians.has(text(first, 'population_id'));
			const told = `${key}: ${shares.join(' + ')} = ${Number(sum.toFixed(2))}`;
			return [finding(harmless ? 'remark' : 'error', first, told)];
		});
	}
};

/** A net comes from unrounded parts, so it may differ by 1 from the sum of the printed ones. */
export const nets: Check = {
	title: 'Nets beside their parts (a point apart may be rounding)',
	find(tables) {
		const answers = answersByKey(tables);
		return [...groupedBy(rowsOf(tables, 'figures'), base)].flatMap(([key, rows]) => {
			const byAnswer = new Map(rows.map((row) => [text(row, 'answer_id'), row]));
			return rows.flatMap((row): Finding[] => {
				const answer = answers.get(`${text(row, 'question_id')}/${text(row, 'answer_id')}`);
				const net = pctOf(row);
				if (!answer || answer.cells['kind'] !== 'net' || net === undefined) return [];
				const parts = list(answer, 'net_of').map((part) => pctOf(byAnswer.get(part)));
				const fault = netFault(net, parts);
				const told = `${key}/${text(row, 'answer_id')}: ${net} of ${parts.map(String).join(' + ')}`;
				return fault ? [finding(fault, row, told.replaceAll('undefined', 'not published'))] : [];
			});
		});
	}
};

function netFault(net: number, parts: (number | undefined)[]): Finding['severity'] | undefined {
	const known = parts.filter((part) => part !== undefined);
	if (known.some((part) => net < part - slack)) return 'error';
	const off = net - known.reduce((total, part) => total + part, 0);
	// With a part unpublished the net may be any amount above the known ones.
	if (known.length < parts.length) return off < -1 - slack ? 'error' : undefined;
	if (Math.abs(off) > 1 + slack) return 'error';
	return Math.abs(off) > slack ? 'remark' : undefined;
}

/** Germans live in the East or in the West, so their total cannot lie outside the two. */
export const regions: Check = {
	title: 'Totals of Germany that do not lie between East and West',
	find(tables) {
		const german = rowsOf(tables, 'figures').filter((row) => row.cells['population_id'] === 'deu');
		return [...groupedBy(german, ['survey_id', 'question_id', 'answer_id'])].flatMap(
			([key, rows]): Finding[] => {
				const of = (group: string) => rows.find((row) => row.cells['group_id'] === group);
				const row = of('all');
				const [total, east, west] = [pctOf(row), pctOf(of('east')), pctOf(of('west'))];
				if (!row || total === undefined || east === undefined || west === undefined) return [];
				if (Math.min(east, west) <= total && total <= Math.max(east, west)) return [];
				return [finding('error', row, `${key}: ${total} with East ${east}, West ${west}`)];
			}
		);
	}
};
