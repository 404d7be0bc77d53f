import type { Database } from '#db/open.ts';
import type { Explored } from '#lib/view/explore/result.ts';
import type { PivotCell } from '#lib/view/explore/pivot.ts';
import { guideTexts, type GuideId } from '#lib/words/explore/guide.ts';
import { topicNames } from '#lib/words/codes.ts';
import type { Lang } from '#lib/words/lang.ts';
import { wholeDictionary } from '#lib/server/data/dictionary.ts';
import { getExplore } from './explore.ts';
import { comparesEvery, type Compared } from '#lib/view/scope.ts';
import { perDatabaseAndKey } from '#lib/server/data/per-database.ts';

/** A question that an analyst would ask, as a link, with what its view says. */
export interface Guide {
	id: GuideId;
	question: string;
	/** Canonical query of the view that answers it. */
	query: string;
	/** What can be read there, its numbers from the rows of that view. */
	reading: string;
}

type Named = { name: string; value: number };

/** The questions in their order, each with its view and with what the rows of that view say. */
const guides: {
	id: GuideId;
	query: string;
	/** What the reading names the widest, the highest or how many of: the view must hold them all. */
	compares: Compared;
	read(explored: Explored, db: Database, lang: Lang): string | undefined;
}[] = [
	{
		id: 'east-west',
		query: 'measure=gap&sort=none~asc&topic=alliance,russia,united-states',
		compares: 'question',
		read: (explored, db, lang) => {
			const { questions, surveys, answers } = wholeDictionary(db);
			const widest = new Map<string, { cell: PivotCell; id: string }>();
			for (const { cells } of explored.pivot?.rows ?? [])
				for (const cell of cells) {
					const topic = questions[cell.figure?.split('~')[1] ?? '']?.topic;
					if (!topic || cell.value === null || !cell.figure) continue;
					const before = widest.get(topic)?.cell.value ?? 0;
					if (Math.abs(cell.value) > Math.abs(before)) widest.set(topic, { cell, id: cell.figure });
				}
			const gaps = [...widest]
				.map(([topic, { cell, id }]) => {
					const [survey = '', question = '', , , answer = ''] = id.split('~');
					return {
						topic: topicNames[topic as keyof typeof topicNames][lang],
						question: questions[question]?.title[lang] ?? '',
						answer: answers[`${question}/${answer}`]?.label[lang] ?? '',
						wave: `${surveys[survey]?.organisation} ${surveys[survey]?.year}`,
						gap: cell.value ?? 0
					};
				})
				.toSorted((a, b) => Math.abs(b.gap) - Math.abs(a.gap));
			return gaps.length > 0 ? guideTexts['east-west'].reading(gaps, lang) : undefined;
		}
	},
	{
		id: 'readiness',
		query:
			'answer=should&columns=survey&group=all&question=defend-nato-ally&rows=country&survey=pew-2019-spring,pew-2015-spring',
		compares: 'country',
		read: (explored, db, lang) => {
			const { populations, surveys } = wholeDictionary(db);
			const share = shares(explored);
			const change = (country: string): Named[] => {
				const before = share(country, 'pew-2015-spring', 'defend-nato-ally');
				const after = share(country, 'pew-2019-spring', 'defend-nato-ally');
				if (before === undefined || after === undefined) return [];
				return [{ name: populations[country]?.label[lang] ?? country, value: after - before }];
			};
			const [home] = change('deu');
			const around = germanysNeighbours.flatMap(change).toSorted((a, b) => a.value - b.value);
			const years = ['pew-2015-spring', 'pew-2019-spring'].map((id) => surveys[id]?.year ?? 0);
			if (!home || around.length === 0) return undefined;
			return guideTexts.readiness.reading(home, around, years, lang);
		}
	},
	{
		id: 'burden',
		query:
			'answer=headline&columns=question&group=all&question=defend-nato-ally,us-would-defend-ally&rows=country&survey=pew-2015-spring',
		compares: 'country',
		read: (explored, db, lang) => {
			const { populations } = wholeDictionary(db);
			const share = shares(explored);
			const pairs = Object.values(populations)
				.filter(({ kind }) => kind === 'country')
				.flatMap(({ id, label }) => {
					const own = share(id, 'pew-2015-spring', 'defend-nato-ally');
					const us = share(id, 'pew-2015-spring', 'us-would-defend-ally');
					return own === undefined || us === undefined ? [] : [{ name: label[lang], own, us }];
				})
				.toSorted((a, b) => b.us - b.own - (a.us - a.own));
			return pairs.length > 0 ? guideTexts.burden.reading(pairs, lang) : undefined;
		}
	},
	{
		id: 'refusal',
		query:
			'columns=survey&group=all&measure=net&question=defend-nato-ally&rows=country&sort=pew-2015-spring&survey=pew-2015-spring',
		compares: 'country',
		read: (explored, _db, lang) => {
			const values = valuesByRow(explored);
			return values.length > 1 ? guideTexts.refusal.reading(values, lang) : undefined;
		}
	},
	{
		id: 'median',
		query:
			'answer=headline&columns=none&country=deu&group=all&measure=median&sort=none&survey=pew-2015-spring',
		compares: 'question',
		read: (explored, _db, lang) => {
			const values = valuesByRow(explored);
			return values.length > 1 ? guideTexts.median.reading(values, lang) : undefined;
		}
	}
];

/** Countries that border on Germany, as far as the data have them. */
const germanysNeighbours = ['pol', 'cze', 'fra', 'nld', 'bel', 'dnk'];

/** Looks up a share among the rows of a view. */
function shares({ rows }: Explored) {
	const found = new Map(
		rows.map((row) => [`${row.population} ${row.survey} ${row.question}`, row.pct])
	);
	return (country: string, survey: string, question: string): number | undefined =>
		found.get(`${country} ${survey} ${question}`) ?? undefined;
}

/** The rows that have a value, the largest first. */
const valuesByRow = ({ pivot }: Explored): Named[] =>
	(pivot?.rows ?? [])
		.flatMap(({ label, second, cells }): Named[] => {
			const value = cells[0]?.value ?? null;
			return value === null ? [] : [{ name: [label, ...second].join(', '), value }];
		})
		.toSorted((a, b) => b.value - a.value);

/** The worked questions. They depend on the file alone, so they are worked out once. */
export const guidesOf = perDatabaseAndKey((db: Database, lang: Lang): Guide[] =>
	guides.flatMap(({ id, query, compares, read }): Guide[] => {
		const explored = getExplore(db, new URLSearchParams(query), lang);
		// Where the data lack a code of the question, what is left would answer another one.
		const isWhole = explored.notices.length === 0 && comparesEvery(explored.query, compares);
		const reading = isWhole ? read(explored, db, lang) : undefined;
		const question = guideTexts[id].question[lang];
		return reading === undefined ? [] : [{ id, question, query: explored.query, reading }];
	})
);
