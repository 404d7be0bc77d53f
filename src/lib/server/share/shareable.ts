import type { Database } from '#db/open.ts';
import {
	chartOf,
	chartOfRegions,
	overlapChart,
	statementChart,
	type Chart
} from '#lib/charts/index.ts';
import type { Embeddable } from '#lib/view/embeddable.ts';
import { claimPath, questionPath, regionsPath, togetherPath } from '#lib/view/paths.ts';
import { bounded, unknownKeys, type Notice } from '#lib/view/query.ts';
import { lineKey, type Regions, type QuestionView } from '#lib/view/result.ts';
import type { Dictionary, DataPoint } from '#lib/view/row.ts';
import type { Together } from '#lib/view/together.ts';
import { groupsAt, type Group } from '#lib/view/together-groups.ts';
import type { Layout } from '#lib/view/view.ts';
import type { Lang } from '#lib/words/lang.ts';
import { claimWords } from '#lib/words/pages/claim.ts';
import { regions as regionWords } from '#lib/words/pages/regions.ts';
import { together as togetherWords } from '#lib/words/together/together.ts';
import { chartsOf } from './claim-charts.ts';
import { claimDictionary, getClaim, type Claim } from '#lib/server/pages/claims.ts';
import { getRegions } from '#lib/server/pages/regions.ts';
import { getResult } from '#lib/server/pages/question.ts';
import { getTogether } from '#lib/server/pages/together.ts';
import { wordingsOf } from '#lib/server/pages/wordings.ts';

/** A view as it is shown away from its page: in an embed, as a picture, in the reply to oEmbed. */
export interface Shareable {
	lang: Lang;
	/** Path of the page, and the canonical query of the view. */
	path: string;
	query: string;
	notices: Notice[];
	/** What it is about, in a few words. */
	name: string;
	/** The whole as one picture. */
	chart: Chart;
	/** What an embed draws: the same, or the parts of it that stand under headings there. */
	drawn: Chart[];
	/** Figures of the embed. */
	rows: DataPoint[];
	dictionary: Dictionary;
	/** How the table is laid out; null: by `groups`. */
	by: Layout | null;
	groups: Group[];
	/** Questions as asked, in quotation marks. */
	wordings: string[];
	/** Of the embed: the finding, and all that is drawn in words. */
	title: string;
	alt: string;
	/** Lines that the embed draws, and those that the view has. */
	lines: { shown: number; all: number };
}

/**
 * The view of an embeddable page. Never throws: what is unknown is left out and named.
 *
 * @returns undefined if there is no such question or statement
 */
export function getFace(
	db: Database,
	{ lang, kind, code }: Embeddable,
	query: URLSearchParams
): Shareable | undefined {
	switch (kind) {
		case 'question':
		case 'by-region': {
			const wanted = new URLSearchParams(query);
			if (kind === 'by-region') wanted.set('by', 'region');
			const result = getResult(db, code, wanted, lang);
			return result && questionShareable(result, lang);
		}
		case 'regions':
			return regionsShareable(getRegions(db, query, lang), lang);
		case 'claim': {
			const claim = getClaim(db, code);
			return claim && claimShareable(db, claim, query, lang);
		}
		case 'together': {
			const together = getTogether(db, query);
			return together && togetherShareable(together, lang);
		}
	}
}

export function questionShareable(
	result: QuestionView,
	lang: Lang,
	chart = chartOf(result, lang)
): Shareable {
	const { question, view, rows, dictionary } = result;
	return {
		...common(chart, rows.length),
		...result,
		path: questionPath(lang, question),
		name: dictionary.questions[question]?.title[lang] ?? question,
		chart,
		drawn: [chart],
		by: view.by,
		wordings: wordingsOf(
			dictionary,
			view.survey.map((survey) => ({ survey, question })),
			lang
		)
	};
}

/** More lines than these are no embed any more, but a page. */
const mostLines = 8;

/** The list of East–West figures; an embed shows the first lines of the view. */
export function regionsShareable(
	regions: Regions,
	lang: Lang,
	chart: Chart = chartOfRegions(regions, lang)
): Shareable {
	const lines = [...Map.groupBy(regions.rows, lineKey).values()];
	const rows = lines.slice(0, mostLines).flat();
	const isCut = lines.length > mostLines;
	const drawn = isCut ? chartOfRegions({ ...regions, rows }, lang) : chart;
	return {
		...common(drawn, lines.length),
		...regions,
		rows,
		path: regionsPath(lang),
		name: regionWords.title[lang],
		chart,
		drawn: [drawn],
		by: 'region',
		lines: { shown: Math.min(lines.length, mostLines), all: lines.length }
	};
}

/** A statement as asked and as written, with the figures behind it. */
export function claimShareable(
	db: Database,
	claim: Claim,
	query: URLSearchParams,
	lang: Lang
): Shareable {
	const parts = chartsOf(db, claim, lang).map(({ chart }) => chart);
	const chart = statementChart(claim, parts, lang);
	return {
		...common(chart, claim.rows.length),
		path: claimPath(lang, claim.id),
		query: '',
		notices: bounded(unknownKeys(query, [])),
		name: claimWords.statement[lang],
		chart,
		drawn: parts,
		rows: claim.rows,
		dictionary: claimDictionary(db, [claim]),
		by: 'group'
	};
}

/** Two questions put together. */
export function togetherShareable(together: Together, lang: Lang): Shareable {
	const { rows, dictionary, limits } = together;
	const chart = overlapChart(together, lang);
	return {
		...common(chart, rows.length),
		...together,
		path: togetherPath(lang),
		name: togetherWords.title[lang],
		chart,
		drawn: limits ? [chart] : [],
		by: null,
		groups: limits ? groupsAt(limits, limits.overlap) : [],
		wordings: wordingsOf(dictionary, rows, lang)
	};
}

const common = ({ lang, title, alt }: Chart, lines: number) => ({
	lang,
	title,
	alt,
	groups: [],
	wordings: [],
	lines: { shown: lines, all: lines }
});
