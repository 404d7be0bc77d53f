import type { Database } from '#db/open.ts';
import type { ExploreView } from '#lib/view/explore/explore.ts';
import type { Hit } from '#lib/view/explore/result.ts';
import { exploreQuery, narrowed } from '#lib/view/explore/explore-query.ts';
import { langs, type Lang } from '#lib/words/lang.ts';
import { getCatalog } from '#lib/server/data/catalog.ts';
import { getClaim } from '#lib/server/pages/claims.ts';
import { answersTo, wholeDictionary } from '#lib/server/data/dictionary.ts';
import type { Found } from '#lib/server/search/search.ts';
import { standsIn } from '#lib/server/search/terms.ts';

const mostHits = 8;

/** What was found, each with the view in which its figure is set off: questions, then statements. */
export function hitsOf(db: Database, found: Found, view: ExploreView, lang: Lang): Hit[] {
	const { questions, answers } = wholeDictionary(db);
	// What is found by a name alone, such as a year, is no hit in the texts.
	const inTexts = found.questions.filter((id) =>
		found.terms.some(({ questions }) => questions.has(id))
	);
	const ofQuestions = inTexts.slice(0, mostHits).map((id): Hit => {
		const { field, answer } = fieldOf(db, id, found);
		const figure = figureOf(db, id, answer);
		return {
			kind: field,
			label: questions[id]?.title[lang] ?? id,
			detail: answers[`${id}/${answer}`]?.label[lang] ?? '',
			query: figure === undefined ? undefined : highlighting(view, figure),
			claim: undefined
		};
	});
	const ofClaims = found.claims.slice(0, mostHits).flatMap((id): Hit[] => {
		const claim = getClaim(db, id);
		if (!claim) return [];
		const [figure] = claim.figures;
		return [
			{
				kind: 'claim',
				label: claim.claim[lang],
				detail: '',
				query: figure === undefined ? undefined : highlighting(view, figure),
				claim: id
			}
		];
	});
	return [...ofQuestions, ...ofClaims];
}

/** The figures of one question in one survey, with one of them opened. */
function highlighting(view: ExploreView, figure: string): string {
	const [survey = '', question = ''] = figure.split('~');
	const filters = Object.fromEntries(
		Object.keys(view.filters).map((key) => [key, [] as string[]])
	) as ExploreView['filters'];
	const plain: ExploreView = {
		...view,
		q: '',
		rows: 'question',
		columns: 'country',
		measure: 'percent',
		sort: '',
		from: 1
	};
	const narrow = narrowed(plain, { ...filters, question: [question], survey: [survey] });
	return exploreQuery({ ...narrow, cell: figure });
}

/** The figure of an answer that a reader would look at first: Germany's in the usual survey, if published. */
function figureOf(db: Database, id: string, answer: string | undefined): string | undefined {
	const catalog = getCatalog(db, id);
	const wanted = answer ?? wholeDictionary(db).questions[id]?.headline;
	const cells = catalog?.present.filter((cell) => cell.answer === wanted) ?? [];
	const [best] = cells.toSorted(
		(a, b) =>
			Number(b.survey === catalog?.defaultSurvey) - Number(a.survey === catalog?.defaultSurvey) ||
			Number(b.group === 'all') - Number(a.group === 'all') ||
			Number(b.population === 'deu') - Number(a.population === 'deu')
	);
	return best && [best.survey, id, best.population, best.group, best.answer].join('~');
}

/** Where the expressions stand in a question: all in the title, all in one answer, or somewhere in the wording. */
function fieldOf(
	db: Database,
	id: string,
	{ terms }: Found
): { field: 'title' | 'answer' | 'wording'; answer: string | undefined } {
	const own = terms.filter(({ questions }) => questions.has(id));
	const has = (text: string) => own.every((term) => standsIn(term, text) !== undefined);
	const title = wholeDictionary(db).questions[id]?.title;
	if (title && langs.some((lang) => has(title[lang]))) return { field: 'title', answer: undefined };
	const answer = answersTo(db, id).find(({ label }) => langs.some((lang) => has(label[lang])));
	return answer ? { field: 'answer', answer: answer.id } : { field: 'wording', answer: undefined };
}
