import type { Database } from '#db/open.ts';
import type { Dim } from '#lib/view/explore/explore.ts';
import type { FacetKey } from '#lib/view/explore/facets.ts';
import { headlineAnswer } from '#lib/view/explore/explore.ts';
import type { AnswerInfo } from '#lib/view/row.ts';
import { statusNames, topicNames } from '#lib/words/codes.ts';
import { facetWords } from '#lib/words/explore/facets.ts';
import type { Lang } from '#lib/words/lang.ts';
import { answersTo, wholeDictionary } from '#lib/server/data/dictionary.ts';
import { instituteCode } from '#lib/view/slug.ts';
import type { Codes } from '#lib/server/facets/facet-counts.ts';
import { perDatabase, perDatabaseAndKey } from '#lib/server/data/per-database.ts';
import { surveyName } from '#lib/view/survey-name.ts';

/** What a code is called in a head of the table: an answer depends on its question. */
export function dimLabel(db: Database, dim: Dim, codes: Codes, lang: Lang): string {
	const { questions, surveys, populations, groups, answers } = wholeDictionary(db);
	const code = codes[dim];
	switch (dim) {
		case 'question':
			return questions[code]?.title[lang] ?? code;
		case 'survey':
			return surveyName(surveys[code], lang, code);
		case 'country':
			return populations[code]?.label[lang] ?? code;
		case 'group':
			return groups[code]?.label[lang] ?? code;
		case 'institute':
			return surveys[codes.survey]?.organisation ?? code;
		case 'year':
			return code;
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
			const names = institutes(db);
			return (code) => names.get(code) ?? code;
		}
		case 'survey':
			return (code) => surveyName(surveys[code], lang, code);
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

/** Names of the institutes by their codes. */
const institutes = perDatabase((db: Database) => {
	const names = new Set(
		Object.values(wholeDictionary(db).surveys).map(({ organisation }) => organisation)
	);
	return new Map([...names].map((name) => [instituteCode(name), name]));
});

const labelsEverywhere = perDatabaseAndKey((db: Database, lang: Lang) =>
	joined(Object.values(wholeDictionary(db).answers), lang)
);

/** A code that means different answers of different questions is called by several of them. */
function answerLabels(db: Database, lang: Lang, chosen: string[]): (code: string) => string {
	const everywhere = labelsEverywhere(db, lang);
	const near = joined(
		chosen.flatMap((question) => answersTo(db, question)),
		lang
	);
	return (code) =>
		code === headlineAnswer
			? facetWords.headline[lang]
			: (near.get(code) ?? everywhere.get(code) ?? code);
}

const mostLabels = 3;

function joined(answers: AnswerInfo[], lang: Lang): Map<string, string> {
	const labels = new Map<string, Set<string>>();
	for (const { id, label } of answers)
		labels.set(id, (labels.get(id) ?? new Set()).add(label[lang]));
	return new Map([...labels].map(([id, each]) => [id, [...each].slice(0, mostLabels).join(' / ')]));
}
