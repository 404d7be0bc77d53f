import type { Database } from '#db/open.ts';
import type { Lang } from '#lib/words/lang.ts';
import { assumptionParts, parseAssumptions } from '#lib/view/assumptions.ts';
import { bounded, canonicalParts, joinQuery, one, parseView } from '#lib/view/query.ts';
import { barsOf, type Bar, type QuestionView } from '#lib/view/result.ts';
import type { DataPoint } from '#lib/view/row.ts';
import { scopeOf } from '#lib/view/scope.ts';
import type { Catalog, View } from '#lib/view/view.ts';
import { answersWithDirection } from '#lib/server/data/directions.ts';
import { getCatalog, latestFirst } from '#lib/server/data/catalog.ts';
import { claimIdsOn } from './claims.ts';
import { dictionaryOf, wholeDictionary } from '#lib/server/data/dictionary.ts';
import { judgedGaps } from '#lib/server/gaps/gap-family.ts';
import { readRows } from '#lib/server/data/rows.ts';

/**
 * Cells that a view of one question may have, on a page, in an embed, a picture or a file. Every view a
 * page links to has fewer than a tenth; making this many takes a tenth of a second.
 */
export const maxCells = 1500;

/** How many cells a view asks for, known before any is read; 0 for a question that is not there. */
export function cellsAsked(db: Database, question: string, query: URLSearchParams): number {
	const catalog = getCatalog(db, question);
	if (!catalog) return 0;
	const { survey, country, group, answer } = parseView(query, catalog).view;
	return survey.length * country.length * group.length * answer.length;
}

/**
 * One question in the view that an address asks for.
 *
 * @param lang only orders names where the reader sorts by them
 * @returns undefined if there is no such question
 */
export function getResult(
	db: Database,
	question: string,
	query: URLSearchParams,
	lang: Lang
): QuestionView | undefined {
	const catalog = getCatalog(db, question);
	if (!catalog) return undefined;
	const { view, notices } = parseView(query, catalog);
	const claim = one(query, 'claim', claimIdsOn(db, question), notices) ?? null;
	const assumed = parseAssumptions(query, notices);
	const main = ordered(db, readRows(db, question, view, catalog), view, lang);
	const rows = [...main, ...nearest(db, question, view, main)];
	const isSplit = view.by === 'region';
	return {
		question,
		view,
		scope: scopeOf(view, catalog),
		query: joinQuery([
			...canonicalParts(view, catalog),
			...(isSplit ? assumptionParts(assumed) : []),
			...(claim ? [['claim', claim] as [string, string]] : [])
		]),
		notices: bounded(notices),
		rows,
		dictionary: dictionaryOf(
			db,
			rows,
			view.survey.map((survey) => ({ survey, question }))
		),
		claim,
		assumed,
		...(isSplit ? judgedGaps(db, rows, assumed) : { tests: {}, ranges: {} })
	};
}

/** Countries by the finding or by name; time runs forward; everything else as the package has it. */
function ordered(db: Database, rows: DataPoint[], view: View, lang: Lang): DataPoint[] {
	const dictionary = wholeDictionary(db);
	if (view.by === 'time') {
		const years = [...view.survey].reverse();
		return rows.toSorted((a, b) => years.indexOf(a.survey) - years.indexOf(b.survey));
	}
	if (view.by !== 'country') return rows;
	const name = (bar: Bar) => dictionary.populations[bar.population]?.label[lang] ?? '';
	const value = (bar: Bar) => {
		const headline = dictionary.questions[bar.question]?.headline;
		return (bar.rows.find((row) => row.answer === headline) ?? bar.rows[0])?.pct ?? null;
	};
	const byName = new Intl.Collator(lang).compare;
	const compare = (a: Bar, b: Bar): number => {
		if (view.sort === 'label') return byName(name(a), name(b));
		const [x, y] = [value(a), value(b)];
		if (x === null || y === null) return Number(x === null) - Number(y === null);
		return view.sort === 'value' ? y - x : x - y;
	};
	return barsOf(rows)
		.toSorted(
			(a, b) => view.survey.indexOf(a.survey) - view.survey.indexOf(b.survey) || compare(a, b)
		)
		.flatMap((bar) => bar.rows);
}

/**
 * What to show where the split by East and West was not published: the same wording in other waves,
 * the nearest year first, then the questions that stand next to it.
 */
function nearest(db: Database, question: string, view: View, main: DataPoint[]): DataPoint[] {
	const isEmpty = !main.some((row) => row.dimension === 'region' && row.pct !== null);
	if (view.by !== 'region' || !view.country.includes('deu') || !isEmpty) return [];
	const { questions, surveys } = wholeDictionary(db);
	const own = questions[question];
	const year = surveys[view.survey[0] ?? '']?.year ?? 0;
	const related = Object.values(questions)
		.filter(({ id, relatedTo }) => relatedTo === question || id === own?.relatedTo)
		.map(({ id }) => id);
	return [question, ...related].flatMap((each) => {
		const catalog = getCatalog(db, each);
		if (!catalog) return [];
		const others = catalog.surveys
			.filter((survey) => each !== question || !view.survey.includes(survey))
			.flatMap((survey) => surveys[survey] ?? [])
			.toSorted((a, b) => Math.abs(a.year - year) - Math.abs(b.year - year) || latestFirst(a, b));
		return others.flatMap(({ id }) => splitOf(db, each, id, catalog));
	});
}

/** East, West and all of Germany in one survey, for the answers of which a side was published. */
export function splitOf(
	db: Database,
	question: string,
	survey: string,
	catalog: Catalog
): DataPoint[] {
	const published = new Set(
		catalog.present
			.filter((cell) => cell.survey === survey && ['east', 'west'].includes(cell.group))
			.map(({ answer }) => answer)
	);
	// A direction in words is on record too, and stands before any number of another year.
	for (const answer of answersWithDirection(db, question, survey)) published.add(answer);
	if (published.size === 0) return [];
	const cells = {
		survey: [survey],
		country: ['deu'],
		group: ['all', 'east', 'west'],
		answer: catalog.answers.map(({ id }) => id).filter((id) => published.has(id))
	};
	return readRows(db, question, cells, catalog).map((row) => ({ ...row, role: 'nearest' }));
}
