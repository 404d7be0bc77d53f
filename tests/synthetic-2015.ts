/**
 * A SYNTHETIC file in the form of Pew's spring 2015 data set, made from the published toplines: invented
 * respondents, whose weighted totals round to the figures on record and whose unweighted ones do not.
 * It is no Pew data and must never be shown as such; its file label says so.
 *
 * node tests/synthetic-2015.ts FILE.sav
 */
import { catalogOf, keyOf, type Catalog, type KnownQuestion } from '#lib/import/catalog.ts';
import { peopleOf, targetsOf, type Person } from './synthetic-people.ts';
import { tables } from './synthetic-tables.ts';
import { writeSav, type FileDescription, type VariableDescription } from './sav-bytes.ts';

export const catalog: Catalog = catalogOf(tables, 'pew-2015-spring')!;

/** Codes of COUNTRY; Germany's is the one that the design supposes. */
export const countryCodes: Record<string, number> = {
	usa: 1,
	can: 2,
	gbr: 3,
	pol: 4,
	esp: 5,
	fra: 6,
	ita: 7,
	deu: 10,
	tur: 12,
	rus: 13,
	ukr: 14
};

const countryLabels: [number, string][] = [
	...Object.entries(countryCodes).map(([id, code]): [number, string] => [
		code,
		catalog.countries.find((country) => country.id === id)!.label
	]),
	[40, 'Argentina']
];

/** Variables of the questions without a number in the project, and of those that share one. */
const names: Record<string, string> = {
	'russia-threat-neighbours': 'Q49',
	'nato-threat-to-russia': 'Q50',
	'russia-economic-woes': 'Q45',
	'aid-economic': 'Q48b',
	'ukraine-join-nato': 'Q48c',
	'ukraine-join-eu': 'Q48d',
	'arms-to-ukraine': 'Q48a',
	'ukraine-join-nato-asked-in-russia': 'Q46a',
	'ukraine-join-eu-asked-in-russia': 'Q46c',
	'ukraine-join-eaeu-asked-in-russia': 'Q46b',
	'putin-handling-china': 'Q81g',
	'putin-handling-us': 'Q81b',
	'putin-handling-ukraine': 'Q81a',
	'putin-handling-eu': 'Q81c',
	'putin-handling-energy': 'Q81f',
	'putin-handling-economy': 'Q81e',
	'putin-handling-corruption': 'Q81d'
};

/** Not in the file: its number and its wording were not seen, and nothing like it may be matched. */
const absent = ['sanctions-russia'];

export const asked: KnownQuestion[] = catalog.questions.filter(({ id }) => !absent.includes(id));

export const variableOf = ({ id, number }: KnownQuestion): string => names[id] ?? number;

/** Answers with a code, from 1. */
export const leavesOf = ({ answers }: KnownQuestion) =>
	answers.filter(({ kind }) => kind === 'substantive' || kind === 'volunteered');

function questionVariable(question: KnownQuestion, index: number): VariableDescription {
	// In a battery the wording is the stem of all; the title tells what was asked.
	const isStem = /-[a-z]$/.test(question.number) && !/\.\.\.\w/.test(question.wording);
	const text = question.wording + (isStem || !question.wording ? ` ${question.title}` : '');
	const name = variableOf(question);
	// Both apostrophes occur in such files.
	const dontKnow = index % 2 === 0 ? "Don't know" : 'Don’t know';
	return {
		name,
		label: `${name}. ${text}`.slice(0, 240),
		format: [5, 3, 0],
		missing: index % 3 === 0 ? { values: [8, 9] } : undefined,
		valueLabels: [
			...leavesOf(question).map(({ label }, i): [number, string] => [i + 1, shortLabel(label)]),
			[8, dontKnow],
			[9, 'Refused']
		]
	};
}

/** As files have it: "Should", not "Should use military force". */
const shortLabel = (label: string): string =>
	label
		.replace(/ use military force$/, '')
		.replace(/ of confidence$/, '')
		.replace('(volunteered)', '(VOL)');

const variables: VariableDescription[] = [
	{ name: 'ID', format: [5, 8, 0] },
	{ name: 'COUNTRY', label: 'Country', format: [5, 3, 0], valueLabels: countryLabels },
	{ name: 'WEIGHT', label: 'Weight', format: [5, 11, 8] },
	{ name: 'PSU', label: 'Primary sampling unit', format: [5, 8, 0] },
	{ name: 'STRATUM', label: 'Stratum', format: [5, 8, 0] },
	...asked.map(questionVariable),
	{ name: 'Q145', label: 'Gender', valueLabels: [[1, 'Male'], [2, 'Female']] }, // prettier-ignore
	{ name: 'Q146', label: 'Age', format: [5, 3, 0] },
	{
		name: 'QREGDE',
		label: 'Region, Germany',
		format: [5, 3, 0],
		valueLabels: [[1, 'West'], [2, 'East'], [3, 'Berlin']] // prettier-ignore
	},
	{ name: 'Q150GER', label: 'Vote intention', valueLabels: [[1, 'Red'], [2, 'Blue'], [3, 'None']] } // prettier-ignore
];

/** Code of a person's answer: don't know is 8 or 9, not asked is nothing. */
function codeOf(question: KnownQuestion, person: Person): number | null {
	const answer = person.answers.get(question.id);
	if (answer === undefined) return null;
	const leaf = leavesOf(question).findIndex(({ id }) => id === answer);
	return leaf >= 0 ? leaf + 1 : person.number % 3 === 0 ? 9 : 8;
}

const regionCodes = { west: 1, east: 2, berlin: 3 };

export interface SyntheticOptions {
	/** Leaves out variables, as a file without a weight. */
	without?: string[];
	/** Changes value labels or other parts of variables by name. */
	change?: Record<string, Partial<VariableDescription>>;
}

export function describe2015({
	without = [],
	change = {}
}: SyntheticOptions = {}): FileDescription {
	const people = Object.keys(countryCodes).flatMap((country) =>
		peopleOf(country, asked, (question, part) => targetsOf(catalog, question, country, part))
	);
	const kept = variables.filter(({ name }) => !without.includes(name));
	const valueOf = (person: Person, name: string, row: number): number | null => {
		const { country, part } = person;
		switch (name) {
			case 'ID':
				return 1000 + row;
			case 'COUNTRY':
				return countryCodes[country]!;
			case 'WEIGHT':
				return person.weight;
			case 'PSU':
				return country === 'deu' ? null : Math.floor(person.number / 10);
			case 'STRATUM':
				return country === 'deu' ? null : Math.floor(person.number / 100);
			case 'QREGDE':
				return part === 'all' ? null : regionCodes[part];
			case 'Q145':
				return 1 + (person.number % 2);
			case 'Q146':
				return 18 + ((person.number * 7) % 70);
			case 'Q150GER':
				return country === 'deu' && person.number % 5 > 0 ? 1 + (person.number % 3) : null;
		}
		return codeOf(
			asked.find((question) => variableOf(question) === name)!,
			person
		);
	};
	return {
		variables: kept.map((variable) => ({ ...variable, ...change[variable.name] })),
		rows: people.map((person, row) => kept.map(({ name }) => valueOf(person, name, row))),
		cases: people.length,
		compression: 'bytecode',
		encodingName: 'UTF-8',
		codePage: 65001,
		fileLabel: 'SYNTHETIC, made from published toplines, no survey',
		weight: without.includes('WEIGHT') ? undefined : 'WEIGHT'
	};
}

export const knownFigure = (key: string) => catalog.figures.get(key);
export { keyOf };

/** `node tests/synthetic-2015.ts FILE.sav` */
if (import.meta.main && process.argv[2]) writeSav(process.argv[2], describe2015());
