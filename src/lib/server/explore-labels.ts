import type { Database } from '#db/open.ts';
import type { Dim, FacetKey } from '../view/explore.ts';
import { headlineAnswer } from '../view/explore.ts';
import { statusNames, topicNames } from '../words/codes.ts';
import { facetWords } from '../words/explore.ts';
import type { Lang } from '../words/lang.ts';
import { wholeDictionary } from './dictionary.ts';
import { instituteCode } from './explore-columns.ts';
import type { Codes } from './explore-select.ts';

/** What a code is called in a head of the table: an answer depends on its question. */
export function dimLabel(db: Database, dim: Dim, codes: Codes, lang: Lang): string {
	const { questions, surveys, populations, groups, answers } = wholeDictionary(db);
	const code = codes[dim];
	switch (dim) {
		case 'question':
			return questions[code]?.title[lang] ?? code;
		case 'survey': {
			const survey = surveys[code];
			return survey ? `${survey.organisation}, ${survey.title[lang]}` : code;
		}
		case 'country':
			return populations[code]?.label[lang] ?? code;
		case 'group':
			return groups[code]?.label[lang] ?? code;
		case 'answer':
			return answers[`${codes.question}/${code}`]?.label[lang] ?? code;
	}
}

/** What the values of a facet are called. @param chosen questions, which say what an answer's code means */
export function facetLabels(
	db: Database,
	key: FacetKey,
	lang: Lang,
	chosen: string[] = []
): (code: string) => string {
	const { questions, surveys, populations, groups } = wholeDictionary(db);
	switch (key) {
		case 'topic':
			return (code) => topicNames[code as keyof typeof topicNames]?.[lang] ?? code;
		case 'question':
			return (code) => questions[code]?.title[lang] ?? code;
		case 'institute': {
			const names = new Map(
				Object.values(surveys).map(({ organisation }) => [
					instituteCode(organisation),
					organisation
				])
			);
			return (code) => names.get(code) ?? code;
		}
		case 'survey':
			return (code) => {
				const survey = surveys[code];
				return survey ? `${survey.organisation}, ${survey.title[lang]}` : code;
			};
		case 'country':
			return (code) => populations[code]?.label[lang] ?? code;
		case 'group':
			return (code) => groups[code]?.label[lang] ?? code;
		case 'answer':
			return answerLabels(db, lang, chosen);
		case 'status':
			return (code) =>
				statusNames[code as keyof typeof statusNames]?.[lang] ?? facetWords.absent[lang];
		case 'sides':
			return (code) => facetWords.sides[code as keyof typeof facetWords.sides]?.[lang] ?? code;
		case 'claimed':
			return (code) => facetWords.claimed[code as keyof typeof facetWords.claimed]?.[lang] ?? code;
		case 'year':
			return (code) => code;
	}
}

/** A code that means different answers of different questions is called by all of them. */
function answerLabels(db: Database, lang: Lang, chosen: string[]): (code: string) => string {
	const labels = new Map<string, Set<string>>();
	const all = Object.values(wholeDictionary(db).answers);
	const near = all.filter(({ question }) => chosen.includes(question));
	const known = new Set(near.map(({ id }) => id));
	for (const { id, label } of [...near, ...all.filter((answer) => !known.has(answer.id))])
		labels.set(id, (labels.get(id) ?? new Set()).add(label[lang]));
	return (code) =>
		code === headlineAnswer
			? facetWords.headline[lang]
			: [...(labels.get(code) ?? [code])].slice(0, 3).join(' / ');
}
