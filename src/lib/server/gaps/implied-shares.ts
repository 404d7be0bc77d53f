import type { Database } from '#db/open.ts';
import { wholeDictionary } from '#lib/server/data/dictionary.ts';
import { impliedShare } from '#lib/stats/published/implied-share.ts';
import { lineKey } from '#lib/view/result.ts';
import type { DataPoint } from '#lib/view/row.ts';
import type { Text } from '#lib/words/lang.ts';

/** East's share of a sample, in percent, that three published figures of one answer imply. */
export interface ImpliedShare {
	key: string;
	question: Text;
	year: number;
	low: number;
	high: number;
}

/**
 * What the published figures themselves say of East's share of the sample: where East, West and all of
 * Germany were published for one answer, only some shares make them fit. Lines whose figures leave
 * anything possible say nothing and are left out.
 */
export function impliedShares(db: Database, rows: DataPoint[]): ImpliedShare[] {
	const { questions, surveys } = wholeDictionary(db);
	return [...Map.groupBy(rows, lineKey)].flatMap(([key, line]) => {
		const pctOf = (group: string) => line.find((row) => row.group === group)?.pct ?? null;
		const [all, east, west] = ['all', 'east', 'west'].map(pctOf);
		const [first] = line;
		const question = questions[first?.question ?? ''];
		const survey = surveys[first?.survey ?? ''];
		if (all == null || east == null || west == null || !question || !survey) return [];
		const { low, high } = impliedShare(all / 100, east / 100, west / 100);
		return high - low < 1
			? [{ key, question: question.title, year: survey.year, low: 100 * low, high: 100 * high }]
			: [];
	});
}
