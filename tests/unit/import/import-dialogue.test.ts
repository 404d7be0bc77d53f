import { expect, test } from 'vitest';
import { openSav } from '#lib/sav/index.ts';
import { Back } from '#lib/import/dialogue/ask.ts';
import { mappingDialogue } from '#lib/import/dialogue/dialogue.ts';
import type { Mapping } from '#db/respondents.ts';
import type { Terminal } from '#lib/import/terminal.ts';
import {
	catalog,
	describe2015,
	type SyntheticOptions
} from '../../fixtures/synthetic/spring-2015.ts';
import { rightMapping } from '../../fixtures/synthetic/mapping.ts';
import { savBytes } from '../../fixtures/sav/bytes.ts';

/* A person at the terminal: accepts, asks for help, goes back, leaves. */

/** Answers in their order, then Enter for everything else. */
async function talk(answers: string[], options: SyntheticOptions = {}) {
	const left = [...answers];
	const asked: string[] = [];
	let text = '';
	const terminal: Terminal = {
		write: (line) => void (text += `${line}\n`),
		ask(question) {
			asked.push(question);
			// Nobody answers for ever.
			return Promise.resolve(asked.length > 60 ? undefined : (left.shift() ?? ''));
		},
		progress: () => ({ at() {}, end() {} }),
		close() {}
	};
	const file = openSav(savBytes(describe2015(options)));
	let mapping: Mapping | undefined;
	let error: unknown;
	try {
		mapping = await mappingDialogue(file, catalog, terminal).ask();
	} catch (cause) {
		error = cause;
	}
	return { asked, text, mapping, error };
}

test('Enter all the way gives the right mapping, without a question about what is known', async () => {
	const { mapping, asked, text } = await talk([]);
	expect(mapping).toEqual(rightMapping({ stratum: null, psu: null }));
	expect(asked).toEqual([
		'Variable of the country [COUNTRY]:',
		'Variable of the weight [WEIGHT]:',
		// Germany has neither; other countries do.
		'Variable of the strata [none]:',
		'Variable of the primary sampling units [none]:',
		'Variable of the sex (crosstabs only) [Q145]:',
		'Variable of the age in years (crosstabs only) [Q146]:',
		'Enter to accept, or question=VARIABLE, or question=none:',
		'Variable of East and West [QREGDE]:',
		'Codes of each side [east 2; west 1; berlin 3; excluded]:'
	]);
	// The end of a label tells the items of a list apart.
	expect(text).toMatch(
		/view-of-nato +Q12f +Q12F +number Q12f +….*f\. NATO, that is, North Atlantic Treaty Organization/
	);
});

test('Help, the way back and a wrong word lose nothing', async () => {
	const { mapping, asked, text } = await talk(['', 'help', 'weihgt', 'weight', 'back', 'Weight']);
	expect(mapping).toEqual(rightMapping({ stratum: null, psu: null }));
	expect(text).toContain('The published figures are weighted');
	expect(text).toContain('"back" returns to the question before');
	expect(text).toContain('"weihgt" given; expected a numeric variable of the file');
	expect(asked.filter((each) => each.startsWith('Variable of the weight'))).toHaveLength(4);
});

test('Going back before the first question stays there, and quit leaves with nothing stored', async () => {
	const { error, asked, text } = await talk(['back', 'quit']);
	expect(text).toContain('This is the first question.');
	expect(asked).toHaveLength(2);
	expect(error).toMatchObject({ code: 'not_confirmed', message: 'You left. Nothing was stored.' });
	expect(error).not.toBeInstanceOf(Back);
});

test('One variable serves two questions only after a yes, with blanks around the equals sign', async () => {
	const before = Array<string>(6).fill('');
	const refused = await talk([...before, 'view-of-us = q12f', 'no']);
	expect(refused.asked).toContain('Q12F is view-of-nato already. Is it view-of-us too? (yes, no):');
	expect(refused.mapping!.questions['view-of-us']!.variable).toBe('Q12A');
	const meant = await talk([...before, 'view-of-us = q12f', 'yes']);
	expect(meant.mapping!.questions['view-of-us']!.variable).toBe('Q12F');
});

test('East and West are left out only after a clear yes', async () => {
	const before = Array<string>(7).fill('');
	const { mapping, asked } = await talk([...before, 'none', 'no', 'none', 'yes']);
	expect(asked.filter((each) => each.startsWith('Leave East and West out'))).toHaveLength(2);
	expect(mapping!.region).toBeNull();
	expect((await talk([...before, 'none', 'no'])).mapping!.region).toMatchObject({
		variable: 'QREGDE'
	});
});

test('Only the codes that no label tells are asked', async () => {
	const valueLabels: [number, string][] = [[1, 'West'], [2, 'Mecklenburg-Western Pomerania'], [3, 'Part 3']]; // prettier-ignore
	const { mapping, asked } = await talk([...Array<string>(8).fill(''), 'berlin'], {
		change: { QREGDE: { valueLabels } }
	});
	expect(asked).toContain(
		'QREGDE code 3 (Part 3, 60 Germans) lies in (east, west, berlin, excluded):'
	);
	expect(mapping!.region).toMatchObject({ east: [2], west: [1], berlin: { codes: [3] } });
});
