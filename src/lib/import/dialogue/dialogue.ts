import type { SavFile } from '#lib/sav/index.ts';
import { askFor, none, oneOf } from './ask.ts';
import type { Catalog } from '#lib/import/catalog.ts';
import { askQuestions } from './questions.ts';
import { askRegion } from './region.ts';
import { ImportError } from '#lib/import/error.ts';
import { findCountry, type CountryCandidate } from '#lib/import/find/find-country.ts';
import { findPeople } from '#lib/import/find/find-people.ts';
import { germany, type Mapping } from '#lib/import/mapping.ts';
import { profileOf, type FileProfile } from '#lib/import/find/profile.ts';
import type { Terminal } from '#lib/import/terminal.ts';

/**
 * Finds out how a file is to be read, and asks about everything found. What Berlin counts as is asked
 * later, when the results can be shown.
 *
 * @throws {ImportError} no_country, no_germany, no_questions; not_confirmed if nobody answers
 */
export async function askMapping(
	file: SavFile,
	catalog: Catalog,
	terminal: Terminal
): Promise<Mapping> {
	const country = await askCountry(file, catalog, terminal);
	const profile = lookThrough(file, country, terminal);
	showCountries(country, catalog, profile, terminal);
	const variables = [...profile.variables.keys()];
	const weight = await askWeight(file, variables, terminal);
	const isVariable = oneOf([...variables, none], `a numeric variable of the file, or ${none}`);
	const askUnit = async (what: string, found: string | undefined): Promise<string | null> => {
		const answer = await askFor(terminal, `Variable of the ${what}`, found ?? none, isVariable);
		return answer === none ? null : answer;
	};
	const called = (name: RegExp) => variables.find((each) => name.test(each));
	const stratum = await askUnit('strata', called(/^strat(um|a)?$/i));
	const psu = await askUnit('primary sampling units', called(/^psu$/i));
	const likely = findPeople(file.dictionary.variables);
	const sex = await askUnit('sex (crosstabs only)', likely.sex);
	const age = await askUnit('age in years (crosstabs only)', likely.age);
	const questions = await askQuestions(file, catalog, profile, terminal);
	const taken = [
		country.variable.name,
		...[weight, stratum, psu, sex, age].filter((name) => name !== null)
	];
	const region = await askRegion(profile, taken, terminal);
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
		oneOf(candidates.map(({ variable }) => variable.name))
	);
	return candidates.find(({ variable }) => variable.name === name)!;
}

function lookThrough(file: SavFile, country: CountryCandidate, terminal: Terminal): FileProfile {
	const progress = terminal.progress('Looking through the file', file.dictionary.cases);
	const code = Number(Object.keys(country.codes).find((key) => country.codes[key] === germany));
	try {
		return profileOf(file, country.variable.name, code, progress.at);
	} finally {
		progress.end();
	}
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
		dictionary.weight ?? variables.find((name) => /^(weight|wt|wgt|gewicht)/i.test(name));
	if (!found) terminal.write('No variable looks like a weight.');
	const expected = `a numeric variable of the file, or ${none} to read it unweighted`;
	const isVariable = oneOf([...variables, none], expected);
	try {
		const answer = await askFor(terminal, 'Variable of the weight', found, isVariable);
		return answer === none ? null : answer;
	} catch (cause) {
		if (found || !(cause instanceof ImportError)) throw cause;
		throw new ImportError('no_weight', 'Expected a weight variable, the file has none.', { cause });
	}
}
