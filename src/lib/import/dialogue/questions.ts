import type { SavFile, SavVariable } from '#lib/sav/index.ts';
import { askFor, askYes, none, oneOf } from './ask.ts';
import type { Catalog, KnownQuestion } from '#lib/import/catalog.ts';
import { ImportError } from '#lib/import/error.ts';
import { findAnswers } from '#lib/import/find/find-answers.ts';
import { findQuestions } from '#lib/import/find/find-questions.ts';
import { inBase, notInBase, type Mapping, type QuestionMapping } from '#db/respondents.ts';
import { noQuestions } from '#lib/import/mapping-check.ts';
import type { FileProfile } from '#lib/import/find/profile.ts';
import { sectionLines } from '#lib/import/report/render.ts';
import type { Terminal } from '#lib/import/terminal.ts';

/** @throws {ImportError} no_questions, not_confirmed */
export async function askQuestions(
	{ dictionary }: SavFile,
	catalog: Catalog,
	profile: FileProfile,
	terminal: Terminal
): Promise<Mapping['questions']> {
	const { matches, ties } = findQuestions(catalog.questions, dictionary.variables);
	const chosen = new Map(matches.map(({ question, variable }) => [question.id, variable]));
	const how = new Map(matches.map(({ question, by }) => [question.id, by]));
	for (const { question } of ties) how.set(question.id, 'several, see below');
	const numeric = dictionary.variables.filter(({ type }) => type === 'numeric');
	for (;;) {
		show(catalog, chosen, how, terminal);
		for (const { question, variables } of ties)
			if (!chosen.has(question.id))
				terminal.write(
					`  ${question.id} may be ${variables.map(({ name }) => name).join(' or ')}; say which, or it is left out.`
				);
		const change = await askFor(
			terminal,
			'Enter to accept, or question=VARIABLE, or question=none',
			'',
			(answer) => changeOf(answer, catalog.questions, numeric),
			'Left of the equals sign a name of the first column, right of it a variable of the file. ' +
				'A question that is not found is left out; its figures stay as they are.'
		);
		if (!change) break;
		const { question, variable } = change;
		if (!variable) chosen.delete(question.id);
		else if (await mayServe(variable, question, chosen, terminal))
			chosen.set(question.id, variable);
		else continue;
		how.set(question.id, 'by hand');
	}
	const questions: Mapping['questions'] = {};
	for (const question of catalog.questions) {
		const variable = chosen.get(question.id);
		const asked = variable && (await askCodes(question, variable, profile, terminal));
		if (asked) questions[question.id] = asked;
	}
	if (Object.keys(questions).length === 0)
		throw new ImportError('no_questions', noQuestions(catalog));
	return questions;
}

/** One variable is the data of one question, unless somebody says otherwise. */
async function mayServe(
	variable: SavVariable,
	question: KnownQuestion,
	chosen: Map<string, SavVariable>,
	terminal: Terminal
): Promise<boolean> {
	const [other] =
		[...chosen].find(([id, { name }]) => id !== question.id && name === variable.name) ?? [];
	return (
		!other || askYes(terminal, `${variable.name} is ${other} already. Is it ${question.id} too?`)
	);
}

function show(
	{ questions }: Catalog,
	chosen: Map<string, SavVariable>,
	how: Map<string, string>,
	terminal: Terminal
): void {
	const rows = questions.map(({ id, number, title }) => {
		const variable = chosen.get(id);
		const where = variable ? [variable.name, how.get(id)!] : ['not found', ''];
		return [id, number, ...where, endOf(variable?.label || title)];
	});
	const head = ['question', 'number', 'variable', 'found by', 'end of the label'];
	terminal.write(sectionLines({ title: 'Questions:', head, rows }).join('\n'));
}

/** The end of a label tells the items of a list apart. */
const endOf = (label: string): string => (label.length > 60 ? `…${label.slice(-59)}` : label);

interface Change {
	question: KnownQuestion;
	variable: SavVariable | undefined;
}

function changeOf(
	answer: string,
	questions: KnownQuestion[],
	variables: SavVariable[]
): Change | undefined | Error {
	if (answer === '') return;
	const [id, name = ''] = answer.split('=').map((part) => part.trim());
	const question = questions.find((each) => each.id === id?.toLowerCase());
	const variable =
		variables.find((each) => each.name === name) ??
		variables.find((each) => each.name.toLowerCase() === name.toLowerCase());
	if (!question) return new Error('a question of the list before the equals sign');
	if (!variable && name !== none) return new Error(`a numeric variable, or ${none}, after it`);
	return { question, variable };
}

/** @returns undefined if the question is to be left out */
async function askCodes(
	question: KnownQuestion,
	variable: SavVariable,
	{ variables }: FileProfile,
	terminal: Terminal
): Promise<QuestionMapping | undefined> {
	const { codes, open } = findAnswers(question, variable.valueLabels);
	for (const code of variables.get(variable.name)?.codes.keys() ?? [])
		if (!(String(code) in codes) && !open.has(code)) open.set(code, 'no label');
	const answers = question.answers.filter(({ kind }) => kind !== 'net').map(({ id }) => id);
	for (const [code, label] of open) {
		const answer = await askFor(
			terminal,
			`${variable.name} code ${code} (${label}) is no answer of ${question.id}; what is it? ` +
				`${answers.join(', ')}, ${inBase} (asked, other answer), ${notInBase} (not asked), ` +
				'or drop to leave the question out',
			undefined,
			oneOf([...answers, inBase, notInBase, 'drop'])
		);
		if (answer === 'drop') return;
		codes[String(code)] = answer;
	}
	return { variable: variable.name, codes };
}
