import type { Database } from '#db/open.ts';
import type { QuestionView } from '#lib/view/result.ts';
import { defaultList, listKeys, type Catalog, type ListKey } from '#lib/view/view.ts';
import type { Lang } from '#lib/words/lang.ts';
import { wholeDictionary } from '#lib/server/data/dictionary.ts';
import { surveyName } from '#lib/view/survey-name.ts';

/** One list of a view as a reader can choose from it. */
export interface Choice {
	key: ListKey;
	options: { code: string; label: string; chosen: boolean }[];
	/** What is shown when nothing is chosen; the address leaves it out. */
	usual: string[];
}

/** What the filter form offers: codes for which the question has a figure anywhere, and those in use. */
export function choicesOf(
	db: Database,
	{ question, view }: QuestionView,
	catalog: Catalog,
	lang: Lang
): Choice[] {
	const dictionary = wholeDictionary(db);
	const labels: Record<ListKey, (code: string) => string> = {
		survey: (code) => surveyName(dictionary.surveys[code], lang),
		country: (code) => dictionary.populations[code]?.label[lang] ?? code,
		group: (code) => dictionary.groups[code]?.label[lang] ?? code,
		answer: (code) => dictionary.answers[`${question}/${code}`]?.label[lang] ?? code
	};
	const used: Record<ListKey, string[]> = {
		survey: catalog.surveys,
		country: [...catalog.present, ...catalog.asked].map(({ population }) => population),
		group: catalog.present.map(({ group }) => group),
		answer: catalog.answers.map(({ id }) => id)
	};
	const order: Record<ListKey, string[]> = {
		survey: catalog.surveys,
		country: catalog.populations,
		group: catalog.groups.map(({ id }) => id),
		answer: catalog.answers.map(({ id }) => id)
	};
	return listKeys.map((key) => {
		const offered = new Set([...used[key], ...view[key]]);
		return {
			key,
			options: order[key]
				.filter((code) => offered.has(code))
				.map((code) => ({ code, label: labels[key](code), chosen: view[key].includes(code) })),
			usual: defaultList(catalog, view.by, key, view)
		};
	});
}
