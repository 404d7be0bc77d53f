import type { SavFile } from '#lib/sav/index.ts';
import { askFor, Back, none, oneOf } from './ask.ts';
import type { Catalog } from '#lib/import/catalog.ts';
import { askQuestions } from './questions.ts';
import { askRegion } from './region.ts';
import { ImportError } from '#lib/import/error.ts';
import { findCountry, type CountryCandidate } from '#lib/import/find/find-country.ts';
import { findPeople } from '#lib/import/find/find-people.ts';
import type { Mapping } from '#db/respondents.ts';
import { germany } from '#lib/import/mapping.ts';
import { profileOf, type FileProfile } from '#lib/import/find/profile.ts';
import { watched, type Terminal } from '#lib/import/terminal.ts';

/** What was answered so far. */
interface Answers {
	country?: CountryCandidate;
	profile?: FileProfile;
	weight?: string | null;
	stratum?: string | null;
	psu?: string | null;
	sex?: string | null;
	age?: string | null;
	questions?: Mapping['questions'];
	region?: Mapping['region'];
}

/** The questions about a file. What Berlin counts as is asked later, when the results can be shown. */
export interface MappingDialogue {
	/**
	 * Finds out how a file is to be read, and asks about everything found.
	 *
	 * @throws {ImportError} no_country, no_germany, no_questions; not_confirmed if nobody answers
	 */
	ask(): Promise<Mapping>;
	/** Asks the last question again, from where one can go further back. */
	askAgain(): Promise<Mapping>;
}

export function mappingDialogue(
	file: SavFile,
	catalog: Catalog,
	terminal: Terminal
): MappingDialogue {
	const answers: Answers = {};
	const steps = stepsOf(file, catalog, terminal, answers);
	const askFrom = async (first: number): Promise<Mapping> => {
		for (let at = first; at < steps.length;) {
			try {
				await steps[at]!();
				at++;
			} catch (cause) {
				if (!(cause instanceof Back)) throw cause;
				if (at === 0) terminal.write('  This is the first question.');
				at = Math.max(0, at - 1);
			}
		}
		const { country, weight, stratum, psu, sex, age, questions, region } =
			answers as Required<Answers>;
		return {
			survey: catalog.survey.id,
			country: { variable: country.variable.name, codes: country.codes },
			weight,
			stratum,
			psu,
			sex,
			age,
			region,
			questions
		};
	};
	return { ask: () => askFrom(0), askAgain: () => askFrom(steps.length - 1) };
}

function stepsOf(
	file: SavFile,
	catalog: Catalog,
	terminal: Terminal,
	answers: Answers
): (() => Promise<void>)[] {
	const likely = findPeople(file.dictionary.variables);
	const askUnit = async (what: string, found: string | undefined, help: string) => {
		const variables = [...answers.profile!.variables.keys()];
		const isVariable = oneOf([...variables, none], `a numeric variable of the file, or ${none}`);
		const answer = await askFor(
			terminal,
			`Variable of the ${what}`,
			found ?? none,
			isVariable,
			help
		);
		return answer === none ? null : answer;
	};
	/** A unit that no German has is none of Germany's. */
	const called = (name: RegExp): string | undefined =>
		[...answers.profile!.variables.values()].find(
			({ variable, germans }) => name.test(variable.name) && germans > 0
		)?.variable.name;
	const design =
		'Strata and sampling units tell how people were drawn. Without them every person counts as drawn alone.';
	return [
		async () => {
			answers.country = await askCountry(file, catalog, terminal);
			answers.profile = lookThrough(file, answers.country, terminal);
			showCountries(answers.country, catalog, answers.profile, terminal);
		},
		async () => {
			answers.weight = await askWeight(file, [...answers.profile!.variables.keys()], terminal);
		},
		async () => {
			answers.stratum = await askUnit('strata', called(/^strat(um|a)?$/i), design);
		},
		async () => {
			answers.psu = await askUnit('primary sampling units', called(/^psu$/i), design);
		},
		async () => {
			answers.sex = await askUnit(
				'sex (crosstabs only)',
				likely.sex,
				'For the crosstab on this machine; nothing by sex is stored with the figures.'
			);
		},
		async () => {
			answers.age = await askUnit(
				'age in years (crosstabs only)',
				likely.age,
				'For the crosstab on this machine; nothing by age is stored with the figures.'
			);
		},
		async () => {
			answers.questions = await askQuestions(file, catalog, answers.profile!, terminal);
		},
		async () => {
			const { country, weight, stratum, psu, sex, age } = answers as Required<Answers>;
			const units = [weight, stratum, psu, sex, age].filter((name) => name !== null);
			const taken = [country.variable.name, ...units];
			answers.region = await askRegion(answers.profile!, taken, terminal);
		}
	];
}

/** Which survey a file is from; the one this project is about if the person does not say. */
export const askSurvey = (surveys: string[], terminal: Terminal): Promise<string> =>
	askFor(
		terminal,
		'Survey that the file is from',
		surveys.find((id) => id === 'pew-2015-spring') ?? surveys[0],
		oneOf(surveys)
	);

async function askCountry(
	{ dictionary }: SavFile,
	catalog: Catalog,
	terminal: Terminal
): Promise<CountryCandidate> {
	const candidates = findCountry(dictionary.variables, catalog);
	const [best] = candidates;
	if (!best) {
		const detail = 'Expected a variable whose value labels name countries, Germany among them';
		throw new ImportError('no_germany', `${detail}; the file has none.`);
	}
	for (const { variable, codes, others } of candidates.slice(0, 3))
		terminal.write(
			`Country: ${variable.name} names ${Object.keys(codes).length} countries of this project, ` +
				`${others.length} others.`
		);
	const name = await askFor(
		terminal,
		'Variable of the country',
		best.variable.name,
		oneOf(candidates.map(({ variable }) => variable.name)),
		'The variable that says in which country an interview was held. Germany is read, other countries only check.'
	);
	return candidates.find(({ variable }) => variable.name === name)!;
}

function lookThrough(file: SavFile, country: CountryCandidate, terminal: Terminal): FileProfile {
	const code = Number(Object.keys(country.codes).find((key) => country.codes[key] === germany));
	return watched(terminal, 'Looking through the file', file.dictionary.cases, (at) =>
		profileOf(file, country.variable.name, code, at)
	);
}

/** @throws {ImportError} no_germany if the file has a label for Germany, and no interviews */
function showCountries(
	{ variable, codes }: CountryCandidate,
	catalog: Catalog,
	{ countries, germans }: FileProfile,
	terminal: Terminal
): void {
	const named = Object.entries(codes).map(([code, id]) => {
		const label = catalog.countries.find((each) => each.id === id)?.label;
		return `${label} ${countries.get(Number(code)) ?? 0}`;
	});
	terminal.write(`  Interviews: ${named.join(', ')}.`);
	if (germans > 0) return;
	const detail = `Expected interviews in Germany, ${variable.name} has its label and no row`;
	throw new ImportError('no_germany', detail);
}

/** Without a weight in sight there is no suggestion, and the person has to say. */
async function askWeight(
	{ dictionary }: SavFile,
	variables: string[],
	terminal: Terminal
): Promise<string | null> {
	const found =
		dictionary.weight ??
		variables.find((name) => /^(weight|wt|wgt|gewicht)$/i.test(name)) ??
		variables.find((name) => /^(weight|wt|wgt|gewicht)/i.test(name)) ??
		dictionary.variables.find(
			({ name, label, valueLabels }) =>
				variables.includes(name) &&
				valueLabels.size === 0 &&
				/weight|wgt|gewicht/i.test(`${name} ${label}`)
		)?.name;
	if (!found) terminal.write('No variable looks like a weight.');
	const expected = `a numeric variable of the file, or ${none} to read it unweighted`;
	const isVariable = oneOf([...variables, none], expected);
	try {
		const answer = await askFor(
			terminal,
			'Variable of the weight',
			found,
			isVariable,
			'The published figures are weighted; without the weight none of them comes out again.'
		);
		return answer === none ? null : answer;
	} catch (cause) {
		if (found || !(cause instanceof ImportError)) throw cause;
		throw new ImportError('no_weight', 'Expected a weight variable, the file has none.', { cause });
	}
}
