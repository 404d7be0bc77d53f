import { error } from '@sveltejs/kit';
import { figureContext, figureName } from '#lib/view/figure-name.ts';
import { citationOf } from '#lib/formats/cite/citation.ts';
import { sentenceOf } from '#lib/formats/cite/sentence.ts';
import type { Database } from '#lib/server/data/database.ts';
import { dictionaryOf } from '#lib/server/data/dictionary.ts';
import { getFigure, getWithdrawn, nearestFigures } from '#lib/server/pages/figures.ts';
import { getVersion } from '#lib/server/data/version.ts';
import { figureInExplore } from '#lib/view/explore/ways.ts';
import { figurePath, questionPath } from '#lib/view/paths.ts';
import { bounded, unknownKeys, withQuery } from '#lib/view/query.ts';
import type { DataPoint } from '#lib/view/row.ts';
import { missingFigure, withdrawnText } from '#lib/words/pages/figures.ts';
import { inLang, otherLang, type Lang } from '#lib/words/lang.ts';
import { date } from '#lib/words/numbers.ts';
import { cardOf } from '../../page-meta.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { db, lang }, params: { figure: id }, url }) => {
	// Asked first: the codes of a withdrawn figure may still be a cell, and its page would say "not published".
	const withdrawn = getWithdrawn(db, id);
	if (withdrawn)
		error(410, {
			message: withdrawnText(date(withdrawn.on, lang), withdrawn.reason[lang], lang),
			nearest: withdrawn.successor ? [linkTo(db, withdrawn.successor, lang)] : []
		});
	const figure = getFigure(db, id);
	if (!figure)
		error(404, {
			message: missingFigure.form[lang],
			nearest: nearestFigures(db, id).map((row) => linkTo(db, row, lang))
		});

	const { row, dictionary } = figure;
	const address = new URL(figurePath(lang, id), url).href;
	const { version } = getVersion(db);
	const figureTitle = `${figureName(row, dictionary, lang)} (${figureContext(row, dictionary, lang)})`;
	const sentences = [lang, otherLang(lang)].map((each) => ({
		lang: each,
		text: sentenceOf(row, dictionary, each, figure.others)
	}));
	return inLang(
		{
			lang,
			...figure,
			toQuestion: `${withQuery(questionPath(lang, row.question), figure.query)}#${id}`,
			toExplore: figureInExplore(id, lang),
			figureTitle,
			preview: {
				title: figureTitle,
				description: sentences[0]!.text,
				card: cardOf(figurePath(lang, id))
			},
			notices: bounded(unknownKeys(url.searchParams, [])),
			sentences,
			citation: citationOf(row, dictionary, { address, version }, lang)
		},
		lang
	);
};

function linkTo(db: Database, row: DataPoint, lang: Lang) {
	const dictionary = dictionaryOf(db, [row]);
	const label = `${figureName(row, dictionary, lang)} (${figureContext(row, dictionary, lang)})`;
	return { href: figurePath(lang, row.figure), label };
}
