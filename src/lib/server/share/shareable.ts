import type { Database } from '#db/open.ts';
import {
	chartOf,
	byWidth,
	chartOfRegions,
	overlapChart,
	statementChart,
	type Chart
} from '#lib/charts/index.ts';
import { mostEmbedFigures } from '#lib/view/share/embed-limits.ts';
import type { Embeddable } from '#lib/view/share/embeddable.ts';
import { claimPath, questionPath, regionsPath, togetherPath } from '#lib/view/paths.ts';
import { bounded, unknownKeys, type Notice } from '#lib/view/query.ts';
import { lineKey, type QuestionView, type Regions } from '#lib/view/result.ts';
import type { Dictionary, DataPoint } from '#lib/view/row.ts';
import type { Together } from '#lib/view/together/together.ts';
import { groupsAt, type Group } from '#lib/view/together/together-groups.ts';
import type { Layout } from '#lib/view/view.ts';
import type { Lang } from '#lib/words/lang.ts';
import { relationNames } from '#lib/words/codes.ts';
import { claimWords, statedText, statementSource } from '#lib/words/pages/claim.ts';
import { stopped } from '#lib/words/quotation.ts';
import { headed } from '#lib/words/share/embed.ts';
import { regions as regionWords } from '#lib/words/pages/regions.ts';
import { together as togetherWords } from '#lib/words/together/together.ts';
import { chartsOf } from './claim-charts.ts';
import { firstLines } from './first-lines.ts';
import { claimDictionary, getArticle, getClaim, type Claim } from '#lib/server/pages/claims.ts';
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
	/** As it travels without its page: what it is about and the finding, or whose statement it is with its verdict. */
	heading: string;
	/** What a preview says below it: the reason of a verdict, or which question of which survey. */
	description: string;
	/** In two sentences. */
	brief: string;
	/** Lines that the embed draws, and those that the view has. */
	lines: { shown: number; all: number };
	/** Of a statement: where and when it stood, and the address of the article. */
	original?: { name: string; href: string };
	/** The one country that is left of several where lines were cut; a drawing of one country does not name it. */
	place?: string;
}

/**
 * The view of an embeddable page. Never throws: what is unknown is left out and named.
 *
 * @param most figures that an embed of it draws
 * @returns undefined if there is no such question or statement
 */
export function getFace(
	db: Database,
	{ lang, kind, code }: Embeddable,
	query: URLSearchParams,
	most = mostEmbedFigures
): Shareable | undefined {
	switch (kind) {
		case 'question':
		case 'by-region': {
			const wanted = new URLSearchParams(query);
			if (kind === 'by-region') wanted.set('by', 'region');
			const result = getResult(db, code, wanted, lang);
			return result && questionShareable(result, lang, undefined, most);
		}
		case 'regions':
			return regionsShareable(getRegions(db, query, lang), lang, undefined, most);
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
	chart = chartOf(result, lang),
	most = mostEmbedFigures
): Shareable {
	const { question, view, dictionary } = result;
	const isLongByRegion = view.by === 'region' && result.rows.length > most;
	const room = isLongByRegion ? Math.min(most, mostOfLongByRegion) : most;
	const { rows, lines } = firstLines(result.rows, view.by, room);
	const isCut = lines.shown < lines.all;
	const [only, ...others] = new Set(rows.map(({ population }) => population));
	const isNamed = !isCut || others.length > 0 || view.country.length < 2;
	return {
		...common(chart, dictionary.questions[question]?.title[lang] ?? question),
		...result,
		rows,
		lines,
		place: isNamed ? undefined : dictionary.populations[only ?? '']?.label[lang],
		path: questionPath(lang, question),
		chart,
		// The finding stays that of the whole: the first lines alone may have another most and least.
		drawn: [isCut ? { ...chartOf({ ...result, rows }, lang), title: chart.title } : chart],
		by: view.by,
		wordings: wordingsOf(
			dictionary,
			view.survey.map((survey) => ({ survey, question })),
			lang
		)
	};
}

/**
 * Figures of a view by region that is cut, whose notes on other surveys weigh too. What is cut here is known
 * to the height of a snippet's frame; what only the weight of the finished embed tells leaves it blank.
 */
const mostOfLongByRegion = 30;

/** The list of East–West figures; an embed shows the first lines of the view. */
export function regionsShareable(
	regions: Regions,
	lang: Lang,
	chart: Chart = chartOfRegions(regions, lang),
	most = mostEmbedFigures
): Shareable {
	// The line that the finding names is shown, wherever it stands in the view.
	const [widest] = byWidth([...Map.groupBy(regions.rows, lineKey).values()]);
	const isNamed = ([row]: DataPoint[]) =>
		row !== undefined && widest?.[0] !== undefined && lineKey(row) === lineKey(widest[0]);
	const room = Math.min(most, mostRegionFigures);
	const { rows, lines } = firstLines(regions.rows, 'region', room, isNamed);
	const isCut = lines.shown < lines.all;
	return {
		...common(chart, regionWords.title[lang]),
		...regions,
		rows,
		lines,
		path: regionsPath(lang),
		chart,
		drawn: [isCut ? { ...chartOfRegions({ ...regions, rows }, lang), title: chart.title } : chart],
		by: 'region'
	};
}

/** Each of these lines names its question and survey too, and weighs as three. */
const mostRegionFigures = 14;

/** A statement as asked and as written, with the figures behind it. */
export function claimShareable(
	db: Database,
	claim: Claim,
	query: URLSearchParams,
	lang: Lang
): Shareable {
	const parts = chartsOf(db, claim, lang).map(({ chart }) => chart);
	const chart = statementChart(claim, parts, lang);
	const dictionary = claimDictionary(db, [claim]);
	const href = getArticle(db)?.url;
	return {
		...common(chart, claimWords.statement[lang]),
		heading: statedText(
			claim.outlet[lang],
			claim.claim[lang],
			relationNames[claim.relation][lang],
			lang
		),
		description: chart.why,
		...(href ? { original: { name: statementSource(claim.outlet[lang], lang), href } } : {}),
		path: claimPath(lang, claim.id),
		query: '',
		notices: bounded(unknownKeys(query, [])),
		chart,
		drawn: parts,
		rows: claim.rows,
		dictionary,
		// The questions side by side would be longer than the statement: the first one, which it rests on.
		wordings: wordingsOf(dictionary, claim.rows.slice(0, 1), lang),
		by: 'group'
	};
}

/** Two questions put together. */
export function togetherShareable(together: Together, lang: Lang): Shareable {
	const { rows, dictionary, limits } = together;
	const chart = overlapChart(together, lang);
	return {
		...common(chart, togetherWords.title[lang]),
		...together,
		path: togetherPath(lang),
		chart,
		drawn: limits ? [chart] : [],
		by: null,
		groups: limits ? groupsAt(limits, limits.overlap) : [],
		wordings: wordingsOf(dictionary, rows, lang)
	};
}

const common = ({ lang, title, alt, brief, subtitle, foot }: Chart, name: string) => ({
	lang,
	name,
	title,
	alt,
	heading: headed(name, title),
	description: [stopped(subtitle), foot.at(-1) ?? ''].join(' ').trim(),
	brief,
	groups: [],
	wordings: [],
	lines: { shown: 0, all: 0 }
});
