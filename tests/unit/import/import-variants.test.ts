import { expect, test } from 'vitest';
import { mappingDialogue } from '#lib/import/dialogue/dialogue.ts';
import { withCodedCountry } from '#lib/import/find/coded-texts.ts';
import { sideOf } from '#lib/import/find/side-of.ts';
import { openSav } from '#lib/sav/index.ts';
import { savBytes, type FileDescription, type VariableDescription } from '../../fixtures/sav/bytes.ts'; // prettier-ignore
import { catalog, describe2015 } from '../../fixtures/synthetic/spring-2015.ts';
import { rightMapping } from '../../fixtures/synthetic/mapping.ts';

/* Files as other programs and other years write them: Enter alone reads each as it is meant. */

const whole = describe2015();
const some = [...whole.rows].filter((_, row) => row % 7 === 0);
const plain: FileDescription = { ...whole, rows: some, cases: some.length };

type Change = (variable: VariableDescription) => Partial<VariableDescription>;
const changed = (change: Change): FileDescription => ({
	...plain,
	variables: plain.variables.map((variable) => ({ ...variable, ...change(variable) }))
});
/** All texts of a file. */
const written = (write: (text: string) => string): FileDescription =>
	changed(({ label = '', valueLabels }) => ({
		label: write(label),
		valueLabels: valueLabels?.map(([code, text]): [number, string] => [code as number, write(text)])
	}));
const withCodes = (of: (code: number) => string): FileDescription =>
	changed(({ valueLabels }) => ({
		valueLabels: valueLabels?.map(([code, text]): [number, string] => [code as number, of(code as number) + text]) // prettier-ignore
	}));
const inOrder = (order: number[]): FileDescription => ({
	...plain,
	variables: order.map((at) => plain.variables[at]!),
	rows: some.map((row) => order.map((at) => [...row][at]!))
});
/** East and West as three labels: West, East, Berlin. */
const regions = (...labels: string[]): FileDescription =>
	changed(({ name }) =>
		name === 'QREGDE'
			? { label: 'Region', valueLabels: labels.map((text, at): [number, string] => [at + 1, text]) }
			: {}
	);
const weightAs = (name: string, label: string): FileDescription => ({
	...changed((variable) => (variable.name === 'WEIGHT' ? { name, label } : {})),
	weight: undefined
});

const files: [string, FileDescription][] = [
	['labels cut at 60', written((text) => text.slice(0, 60))],
	['labels cut at 80, as Stata does', written((text) => text.slice(0, 80))],
	['capitals', written((text) => text.toUpperCase())],
	['curly apostrophes', written((text) => text.replaceAll("'", '’'))],
	['another order', inOrder(plain.variables.map((_, at) => at).toReversed())],
	['the code before each answer', withCodes((code) => `${code}. `)],
	['the code in brackets', withCodes((code) => `(${code}) `)],
	['letters for the sides', regions('W', 'E', 'Berlin')],
	['short sides', regions('W. Germany', 'E. Germany', 'Berlin')],
	['former sides', regions('Former West Germany', 'Former East Germany', 'Berlin')],
	['a weight that only its label tells', weightAs('V12', 'Final weight')],
	['a weight with its name at the end', weightAs('FINALWGT', '')]
];

test.each(files)('A file with %s is read with Enter alone', async (_, description) => {
	const asked: string[] = [];
	const file = withCodedCountry(openSav(savBytes(description)), catalog);
	const mapping = await mappingDialogue(file, catalog, {
		write() {},
		ask(question) {
			asked.push(question);
			return Promise.resolve(asked.length > 40 ? undefined : '');
		},
		progress: () => ({ at() {}, end() {} }),
		close() {}
	}).ask();
	const right = rightMapping();
	expect(mapping.country).toEqual(right.country);
	expect(mapping.region).toEqual(right.region);
	expect(mapping.questions).toEqual(right.questions);
	expect(description.variables.map(({ name }) => name)).toContain(mapping.weight);
	// Nothing was asked beside what is always confirmed.
	expect(asked).toHaveLength(9);
});

test.each([
	['DE-BY', 'west'],
	['de-th', 'east'],
	['14 SN', 'east'],
	['nw', 'west'],
	['Niedersachse', 'west'],
	['Mecklenb', 'east'],
	['Th?ringen', 'east'],
	['Baden-W\ufffdrttemberg', 'west'],
	['Sachsen?', 'east'],
	['W', 'west'],
	['2. E Germany', 'east'],
	['E. Coast', undefined],
	['North', undefined],
	['DK', undefined]
])('%j lies in the %s', (label, side) => {
	expect(sideOf(label)).toBe(side);
});
