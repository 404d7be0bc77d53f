import type { SavFile, SavVariable } from '#lib/sav/index.ts';
import { askFor, none, oneOf } from './ask.ts';
import type { Catalog, KnownQuestion } from '#lib/import/catalog.ts';
import { ImportError } from '#lib/import/error.ts';
import { findAnswers } from '#lib/import/find/find-answers.ts';
import { findQuestions } from '#lib/import/find/find-questions.ts';
import { inBase, notInBase, type Mapping, type QuestionMapping } from '#lib/import/mapping.ts';
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
	const found = findQuestions(catalog.questions, dictionary.variables);
	const chosen = new Map(found.map(({ question, variable }) => [question.id, variable]));
	const how = new Map(found.map(({ question, by }) => [question.id, by]));
	const numeric = dictionary.variables.filter(({ type }) => type === 'numeric');
	for (;;) {
		show(catalog, chosen, how, terminal);
		const change = await askFor(
			terminal,
			'Enter to accept, or question=VARIABLE, or question=none',
			'',
			(answer) => changeOf(answer, catalog.questions, numeric)
		);
		if (!change) break;
		if (change.variable) chosen.set(change.question.id, change.variable);
		else chosen.delete(change.question.id);
		how.set(change.question.id, 'by hand');
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

function show(
	{ questions }: Catalog,
	chosen: Map<string, SavVariable>,
	how: Map<string, string>,
	terminal: Terminal
): void {
	const rows = questions.map(({ id, number, title }) => {
		const variable = chosen.get(id);
		const where = variable ? [variable.name, how.get(id)!] : ['not found', ''];
		return [id, number, ...where, (variable?.label || title).slice(0, 60)];
	});
	const head = ['question', 'number', 'variable', 'found by', 'label'];
	terminal.write(sectionLines({ title: 'Questions:', head, rows }).join('\n'));
}

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
	const [id, name] = answer.split('=');
	const question = questions.find((each) => each.id === id);
	const variable = variables.find((each) => each.name === name);
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
