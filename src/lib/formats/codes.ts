import { instituteCode } from '../view/slug.ts';
import type { Dictionary } from '../view/row.ts';
import {
	absenceNames,
	confidenceNames,
	statusNames,
	wordingOriginNames,
	wordingStatusNames
} from '../words/codes.ts';
import { absenceMeanings, statusMeanings } from '#lib/words/pages/code-meanings.ts';
import { codeTexts, type ColumnName } from '#lib/words/files/columns.ts';
import type { Text } from '../words/lang.ts';

/** A code that may stand in a column. */
export interface Code {
	value: string;
	label: Text;
	/** What the label alone does not say. */
	meaning?: Text | null;
	/** The question an answer belongs to: answers of two questions may share a code. */
	question?: string;
}

/** A fixed list with its meanings, where they are written down. */
export const listed = (
	texts: Record<string, Text>,
	meanings: Record<string, Text | undefined> = {}
): Code[] =>
	Object.entries(texts).map(([value, label]) => ({
		value,
		label,
		...(meanings[value] ? { meaning: meanings[value] } : {})
	}));

/** Codes of absences with their meanings; several columns hold them. */
export const absenceCodes = listed(absenceNames, absenceMeanings);
export const statusCodes = listed(statusNames, statusMeanings);

/** Institutes by their code, each once. */
const institutes = ({ surveys }: Dictionary): Code[] => [
	...new Map(
		Object.values(surveys).map(({ organisation: name }) => [
			instituteCode(name),
			{ value: instituteCode(name), label: { en: name, de: name } }
		])
	).values()
];

/** Every code that may stand in a column; undefined: the column holds free text or numbers. */
export function codeListOf(name: ColumnName, dictionary: Dictionary): Code[] | undefined {
	switch (name) {
		case 'survey_id':
			return Object.values(dictionary.surveys).map(({ id, title, notes }) => ({
				value: id,
				label: title,
				meaning: notes
			}));
		case 'question_id':
			return Object.values(dictionary.questions).map(({ id, title, scale }) => ({
				value: id,
				label: title,
				meaning: scale
			}));
		case 'population_id':
			return Object.values(dictionary.populations).map(({ id, label, note }) => ({
				value: id,
				label,
				meaning: note
			}));
		case 'group_id':
			return Object.values(dictionary.groups).map(({ id, label, definition, note }) => ({
				value: id,
				label,
				meaning: definition ?? note
			}));
		case 'answer_id':
			return Object.values(dictionary.answers).map(({ id, question, label }) => ({
				value: id,
				label,
				question
			}));
		case 'institute':
			return institutes(dictionary);
		case 'question_text_status':
			return listed(wordingStatusNames);
		case 'question_text_de_origin':
			return listed(wordingOriginNames);
		case 'absence':
			return absenceCodes;
		case 'n_reason':
			return absenceCodes.filter(({ value }) => value === 'not_published');
		case 'status':
			return statusCodes;
		case 'confidence':
			return listed(confidenceNames);
		case 'dimension':
		case 'answer_kind':
		case 'role':
			return listed(codeTexts[name]);
		default:
			return undefined;
	}
}
