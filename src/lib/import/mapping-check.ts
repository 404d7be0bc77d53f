import type { SavDictionary, SavVariable } from '#lib/sav/index.ts';
import type { Catalog, KnownQuestion } from './catalog.ts';
import { ImportError } from './error.ts';
import { inBase, notInBase, type Mapping, type QuestionMapping } from '#db/respondents.ts';
import { germany } from './mapping.ts';

/**
 * Whether the file has the variables and codes that a mapping names, and the project the countries,
 * questions and answers.
 *
 * A label that contradicts its country is no fault here: the published figures decide.
 *
 * @throws {ImportError} naming every name that is not known; no_germany if the mapping has no Germany
 */
export function checkMapping(mapping: Mapping, dictionary: SavDictionary, catalog: Catalog): void {
	const faults: string[] = [];
	const variables = new Map(dictionary.variables.map((variable) => [variable.name, variable]));
	const tell = (path: string, given: unknown, expected: string): void =>
		void faults.push(`mapping: ${path}: ${JSON.stringify(given)} given; expected ${expected}`);
	const numeric = (path: string, name: string): SavVariable | undefined => {
		const found = variables.get(name);
		if (!found) tell(path, name, 'a variable that the file has');
		else if (found.type !== 'numeric')
			tell(path, name, 'a variable with numbers, this one has texts');
		return found;
	};

	numeric('country.variable', mapping.country.variable);
	checkCountries(mapping, catalog, tell);
	for (const part of ['weight', 'stratum', 'psu', 'sex', 'age'] as const) {
		const name = mapping[part] ?? null;
		if (name !== null) numeric(part, name);
	}
	if (mapping.region) numeric('region.variable', mapping.region.variable);

	const questions = new Map(catalog.questions.map((question) => [question.id, question]));
	for (const [id, asked] of Object.entries(mapping.questions)) {
		const path = `questions.${id}`;
		const question = questions.get(id);
		if (!question) {
			tell(path, id, `a question that ${catalog.survey.id} has`);
			continue;
		}
		const variable = numeric(`${path}.variable`, asked.variable);
		if (variable) checkCodes(path, question, asked, variable, tell);
	}
	if (faults.length > 0) throw new ImportError('bad_mapping', faults.join('\n'));
	if (!Object.values(mapping.country.codes).includes(germany))
		throw new ImportError('no_germany', `mapping: country.codes: expected a code for ${germany}`);
	if (Object.keys(mapping.questions).length === 0)
		throw new ImportError('no_questions', noQuestions(catalog));
}

export const noQuestions = ({ survey }: Catalog): string =>
	`Expected at least one variable that is a question of ${survey.id}, found none. ` +
	'Is this the file of another survey?';

type Tell = (path: string, given: unknown, expected: string) => void;

function checkCountries({ country }: Mapping, catalog: Catalog, tell: Tell): void {
	const known = new Set(catalog.countries.map(({ id }) => id));
	const seen = new Map<string, string>();
	for (const [code, id] of Object.entries(country.codes)) {
		const path = `country.codes.${code}`;
		if (!known.has(id)) tell(path, id, 'a country that populations.csv has');
		else if (seen.has(id)) tell(path, id, `each country once; code ${seen.get(id)} has it`);
		seen.set(id, code);
	}
}

function checkCodes(
	path: string,
	question: KnownQuestion,
	{ codes }: QuestionMapping,
	variable: SavVariable,
	tell: Tell
): void {
	const answers = question.answers.filter(({ kind }) => kind !== 'net').map(({ id }) => id);
	for (const [code, answer] of Object.entries(codes)) {
		if (![...answers, inBase, notInBase].includes(answer))
			tell(`${path}.codes.${code}`, answer, `one of ${[...answers, inBase, notInBase].join(', ')}`);
		// A file without value labels cannot contradict.
		if (variable.valueLabels.size > 0 && !variable.valueLabels.has(Number(code)))
			tell(`${path}.codes.${code}`, code, `a code that ${variable.name} has`);
	}
}
