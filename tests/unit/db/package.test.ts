import fc from 'fast-check';
import { expect, test } from 'vitest';
import { printFault } from '#db/package/schema.ts';
import { check as checkWhole, few, schema } from '../../fixtures/data-package.ts';
import { runs } from '../../support/sample.ts';

const { check, fileWith, lineOf, partWith, readCsv, textOf } = few;

test('The package as published has no fault', () => {
	expect(checkWhole().faults).toEqual([]);
});

const germany = 'pew-2015-spring,defend-nato-ally,deu,total,all,should,';
const eastPutin = 'pew-2015-spring,confidence-putin,deu,region,east,confidence,';
const wording = 'pew-2015-spring,defend-nato-ally,Q52';

/** File, beginning of a row, cells that are changed; column, value and expectation of the fault. */
// prettier-ignore
const broken: [string, string, Record<string, string>, string, string, string][] = [
	// One cell.
	['figures.csv', germany, { pct: '138' }, 'pct', '138', 'a number from 0 to 100'],
	['figures.csv', germany, { pct: '-1' }, 'pct', '-1', 'a number from 0 to 100'],
	['figures.csv', germany, { pct: '38,5' }, 'pct', '38,5', 'a number from 0 to 100'],
	['figures.csv', germany, { pct: '038' }, 'pct', '038', 'a number from 0 to 100'],
	['figures.csv', germany, { pct: '3e1' }, 'pct', '3e1', 'a number from 0 to 100'],
	['figures.csv', germany, { pct: '-0' }, 'pct', '-0', 'a number from 0 to 100'],
	['figures.csv', germany, { n: '12.5' }, 'n', '12.5', 'a whole number of at least 0'],
	['figures.csv', germany, { n: '9'.repeat(20) }, 'n', '9'.repeat(20), 'a whole number of at least 0'],
	['figures.csv', germany, { source_ids: '' }, 'source_ids', '', 'a value'],
	['figures.csv', germany, { status: '' }, 'status', '', 'a value'],
	['figures.csv', germany, { status: 'guessed' }, 'status', 'guessed', 'one of published, recovered, reported, computed'],
	['figures.csv', germany, { confidence: 'High' }, 'confidence', 'High', 'one of high, medium, low'],
	['figures.csv', germany, { source_ids: 'a;;b' }, 'source_ids', 'a;;b', 'codes joined by single semicolons'],
	['figures.csv', germany, { source_ids: 'a;a' }, 'source_ids', 'a;a', 'each entry once'],
	['figures.csv', germany, { note_en: ' seen' }, 'note_en', ' seen', 'no blanks at either end'],
	['figures.csv', germany, { note_en: 'a\nb' }, 'note_en', 'a\nb', 'one line without control characters'],
	['figures.csv', germany, { note_de: 'wei\uFFFD' }, 'note_de', 'wei\uFFFD', 'text in UTF-8'],
	['figures.csv', germany, { note_de: 'Fu\u0308r' }, 'note_de', 'Fu\u0308r', 'accents that are one with their letter (Unicode NFC)'],
	['figures.csv', germany, { note_en: 'a\u202Eb' }, 'note_en', 'a\u202Eb', 'no characters that nobody sees or that turn the direction of the text'],
	['figures.csv', germany, { note_en: 'a\u200Bb' }, 'note_en', 'a\u200Bb', 'no characters that nobody sees or that turn the direction of the text'],
	['surveys.csv', 'pew-2015-spring', { fieldwork_start: '2015-02-30' }, 'fieldwork_start', '2015-02-30', 'a day as YYYY-MM-DD'],
	['surveys.csv', 'pew-2015-spring', { fieldwork_start: '2015' }, 'fieldwork_start', '2015', 'a day as YYYY-MM-DD'],
	['sources.csv', 'pew-oc-5983', { url: 'pewresearch.org' }, 'url', 'pewresearch.org', 'text that matches ^https?://\\S+$'],
	['claims.csv', 'c1,', { claim_id: '1' }, 'claim_id', '1', 'text that matches ^c\\d+$'],
	// What a cell points to.
	['figures.csv', germany, { survey_id: 'pew-2051' }, 'survey_id/question_id', 'pew-2051/defend-nato-ally', 'a survey_id/question_id that items has'],
	['figures.csv', germany, { answer_id: 'maybe' }, 'question_id/answer_id', 'defend-nato-ally/maybe', 'a question_id/answer_id that answers has'],
	['figures.csv', germany, { source_ids: 'pew-oc-0' }, 'source_ids', 'pew-oc-0', 'a source_id that sources has'],
	['items.csv', wording, { not_asked_in: 'jpn' }, 'not_asked_in', 'jpn', 'a population_id that populations has'],
	['claims.csv', 'c7,', { figures: 'a/b/c/d/e' }, 'figures', 'a/b/c/d/e', 'a survey_id/question_id/population_id/group_id/answer_id that figures has'],
	['readings.csv', 'zeit-news-2015', { sits_on_wave: 'pew' }, 'sits_on_wave', 'pew', 'a survey_id that surveys has'],
	// What only several cells show.
	['questions.csv', 'defend-nato-ally', { answer_scale_de: '' }, 'answer_scale_de', '', 'a value'],
	['groups.csv', 'region,east', { note_de: '' }, 'note_de', '', 'the German of "Definition not seen for 2015; treatment of Berlin not stated; other institutes do not state theirs."'],
	['groups.csv', 'region,west', { note_en: '' }, 'note_en', '', 'the English of "Wie bei Ostdeutschland."'],
	['sources.csv', 'pew-oc-5983', { title: '', publisher: '' }, 'publisher', '', 'a title or a publisher to cite'],
	['surveys.csv', 'pew-2015-spring', { fieldwork_end: '2015-04-05' }, 'fieldwork_end', '2015-04-05', 'nothing below fieldwork_start (2015-04-06)'],
	['surveys.csv', 'pew-2015-spring', { moe_max_pts: '2.7' }, 'moe_max_pts', '2.7', 'nothing below moe_min_pts (2.8)'],
	['items.csv', wording, { wording_status: 'not_seen' }, 'wording_status', 'not_seen', 'not_seen exactly where there is no wording'],
	['items.csv', wording, { wording_de_origin: '' }, 'wording_de_origin', '', 'a value exactly where there is a German wording'],
	['items.csv', wording, { not_asked_in: 'deu' }, 'not_asked_in', 'deu', 'no country that asked_in has (deu)'],
	['answers.csv', 'view-of-nato,favorable', { net_of: '' }, 'net_of', '', 'its parts for a net, and nothing otherwise'],
	['answers.csv', 'view-of-nato,favorable', { net_of: 'very-favorable;dk' }, 'net_of', 'dk', 'substantive answers of the same question'],
	['answers.csv', 'defend-nato-ally,should,', { net_of: 'dk' }, 'net_of', 'dk', 'its parts for a net, and nothing otherwise'],
	['populations.csv', 'deu', { members: 'fra' }, 'members', 'fra', 'nothing: only a median has members'],
	['populations.csv', 'median-nato-8', { members: 'deu;median-nato-16' }, 'members', 'median-nato-16', 'countries, no median of medians'],
	['figures.csv', eastPutin, { dimension: 'total' }, 'dimension', 'total', 'region, that of its group'],
	['figures.csv', eastPutin, { population_id: 'fra' }, 'population_id', 'fra', 'deu, the country of its group'],
	['conflicts.csv', 'forsa-2020-02,great-trust-putin,deu,west', { population_id: 'fra' }, 'population_id', 'fra', 'deu, the country of its group'],
	['figures.csv', germany, { absence: 'not_published' }, 'pct', '38', 'a number or an absence, and not both'],
	['figures.csv', germany, { pct: '' }, 'pct', '', 'a number or an absence, and not both'],
	['figures.csv', germany, { ci95_low: '34' }, 'ci95_low', '34', 'both limits, the lower one first, or neither'],
	['figures.csv', germany, { ci95_low: '42', ci95_high: '34' }, 'ci95_low', '42', 'both limits, the lower one first, or neither']
];

test.each(broken)(
	'%s: a row %s with %o is refused for its column %s',
	(name, beginning, cells, column, value, expected) => {
		const line = lineOf(name, beginning);
		const { faults } = check(partWith({ [name]: fileWith(name, line, cells) }));
		expect(faults).toContainEqual({ file: `db/data/${name}`, line, column, value, expected });
		// A figure that moved leaves what points to it alone; nothing else may be reported.
		expect(faults.filter((fault) => fault.line === line && fault.file.endsWith(name))).toHaveLength(
			1
		);
	}
);

const figures = textOf('figures.csv');
const header = figures.slice(0, figures.indexOf('\n'));
/** Line of a row put below the last one. */
const below = (text: string): number => text.split('\n').length;

// prettier-ignore
test.each([
	['that is not there', 'figures.csv', undefined, 0, 'this file to exist'],
	['of another package', 'polls.csv', 'a,b\n', 0, 'only files that datapackage.json describes'],
	['with a byte order mark', 'figures.csv', `\uFEFF${figures}`, 1, 'UTF-8 without a byte order mark'],
	['saved as "Unicode text"', 'figures.csv', Buffer.from(`\uFEFF${figures}`, 'utf16le').toString('utf8'), 1, 'UTF-8; this is UTF-16, which spreadsheets call "Unicode text"'],
	['saved in UTF-16 without a mark', 'figures.csv', Buffer.from(figures, 'utf16le').toString('utf8'), 1, 'UTF-8; this is UTF-16, which spreadsheets call "Unicode text"'],
	['saved by a German spreadsheet', 'figures.csv', figures.replaceAll(',', ';'), 1, 'cells parted by commas; here semicolons part them'],
	['saved with tabs and quotes', 'figures.csv', figures.replaceAll(/[^,\n]+/g, '"$&"').replaceAll(',', '\t'), 1, 'cells parted by commas; here tabs part them'],
	['that is empty', 'figures.csv', '', 1, `the header ${header}`],
	['with a column renamed', 'figures.csv', figures.replace('pct', 'percent'), 1, `the header ${header}`],
	['with cells too few', 'figures.csv', `${figures}pew-2015-spring,x\n`, below(figures), '19 cells, found 2'],
	['with an empty line', 'figures.csv', `${figures}\n`, below(figures), '19 cells, found 1'],
	['with a quote left open in line 2', 'figures.csv', figures.replace('\npew', '\n"pew'), 2, 'quotes around whole cells only'],
	['with a quote left open at its end', 'figures.csv', `${figures}"pew\n\n\n`, below(figures), 'a second quote that closes the cell']
])('A file %s is named as a whole', (_, name, text, line, expected) => {
	const fault = { file: `db/data/${name}`, line, column: '', value: '', expected };
	expect(check(partWith({ [name]: text })).faults).toContainEqual(fault);
});

test('Lines that end as on Windows are read like others', () => {
	const windows = figures.replaceAll('\n', '\r\n');
	const { tables, faults } = check(partWith({ 'figures.csv': windows }));
	expect(faults).toEqual([]);
	expect(tables.get('figures')).toEqual(check().tables.get('figures'));
});

test('A key that stands twice is named with the place where it stands already', () => {
	const shifts = textOf('claim_shifts.csv');
	const second = shifts.split('\n')[1];
	const { faults } = check(partWith({ 'claim_shifts.csv': `${shifts}${second}\n` }));
	expect(faults.map(printFault)).toEqual([
		`db/data/claim_shifts.csv:${below(shifts)}: column claim_id/aspect: "c4/measure" given; ` +
			'expected this key once; it stands already at db/data/claim_shifts.csv:2'
	]);
});

test('Answers of one group that add to more than rounding explains are refused', () => {
	const line = lineOf('figures.csv', germany);
	const last = lineOf('figures.csv', 'pew-2015-spring,defend-nato-ally,deu,total,all,dk,');
	// As printed they add to 38 + 58 + 4; three numbers may be three points too high.
	for (const [pct, sum] of [
		['74', 136],
		['41.6', 103.6]
	] as const)
		expect(
			check(partWith({ 'figures.csv': fileWith('figures.csv', line, { pct }) })).faults.map(
				printFault
			)
		).toContain(
			`db/data/figures.csv:${last}: column pct: "4" given; ` +
				`expected answers of one group that add to 100 but for rounding; these 3 add to ${sum}`
		);
	const rounded = check(partWith({ 'figures.csv': fileWith('figures.csv', line, { pct: '41' }) }));
	expect(rounded.faults).toEqual([]);
});

test('Two answers in one place are refused', () => {
	const line = lineOf('answers.csv', 'defend-nato-ally,should-not');
	const { faults } = check(
		partWith({ 'answers.csv': fileWith('answers.csv', line, { sort: '1' }) })
	);
	expect(faults.map(printFault)).toEqual([
		`db/data/answers.csv:${line}: column sort: "1" given; ` +
			'expected this place once a question; it is taken at db/data/answers.csv:2'
	]);
});

test('A statement that comes from two passages is refused', () => {
	const line = lineOf('passages.csv', 'effect-abroad');
	const { faults } = check(
		partWith({ 'passages.csv': fileWith('passages.csv', line, { claim_ids: 'c1;c2' }) })
	);
	expect(faults.map(printFault)).toEqual([
		`db/data/passages.csv:${line}: column claim_ids: "c1" given; ` +
			'expected each statement once; it stands already at db/data/passages.csv:2'
	]);
});

test('A figure that still stands cannot be withdrawn, nor one take its place that does not', () => {
	const row = 'pew-2015-spring~defend-nato-ally~deu~all~should,a~b~c~d~e,2026-11-24,Why,Warum,\n';
	const withdrawn = textOf('withdrawn.csv');
	const line = below(withdrawn);
	const { faults } = check(partWith({ 'withdrawn.csv': `${withdrawn}${row}` }));
	expect(faults.map((fault) => [fault.line, fault.column, fault.expected])).toEqual([
		[line, 'figure_id', 'a figure that no longer stands in figures'],
		[line, 'successor_id', 'the id of a figure that figures has']
	]);
});

test('What an analyst imported is checked with the package, and named by its own folder', () => {
	const rows = `${header}\n${germany.replace('deu', 'jpn')}38,,computed,high,1000,,,,,,pew-oc-5983,,\n`;
	const local = { name: 'db/local', complete: false, files: new Map([['figures.csv', rows]]) };
	expect(check(partWith(), local).faults.map(printFault)).toEqual([
		'db/local/figures.csv:2: column population_id: "jpn" given; expected a population_id that populations has'
	]);
});

/** Every cell of the package in a column that `wanted` picks. */
function cellsWhere(wanted: (field: (typeof fields)[number]) => boolean): Place[] {
	return fields
		.filter(wanted)
		.flatMap(({ file, column, at }) =>
			readCsv(file).rows.flatMap((row, index): Place[] =>
				row[at] ? [{ file, column, line: index + 2 }] : []
			)
		);
}
interface Place {
	file: string;
	column: string;
	line: number;
}
const fields = schema.resources.flatMap(({ path, schema: { fields, primaryKey, foreignKeys } }) =>
	fields.map((field, at) => ({
		file: path,
		column: field.name,
		at,
		isCode:
			field.type === 'list' ||
			Boolean(field.constraints?.enum) ||
			[...primaryKey, ...(foreignKeys ?? []).flatMap((key) => key.fields)].includes(field.name)
	}))
);
const refused = ({ file, column, line }: Place, value: string): boolean =>
	check(partWith({ [file]: fileWith(file, line, { [column]: value }) })).faults.length > 0;

test('Any German text that is taken away is missed', () => {
	const german = cellsWhere(({ column }) => column.endsWith('_de'));
	expect(german.length).toBeGreaterThan(900);
	fc.assert(
		fc.property(fc.constantFrom(...german), (place) => refused(place, '')),
		{ numRuns: runs(50, 500) }
	);
});

const own = ['answers.csv answer_id', 'withdrawn.csv figure_id', 'passages.csv passage_id'];
test('Any code that is replaced by one that nobody knows is noticed', () => {
	// These codes are made or remembered there: one that no figure has may be called anything.
	const codes = cellsWhere(
		({ isCode, file, column }) => isCode && !own.includes(`${file} ${column}`)
	);
	expect(codes.length).toBeGreaterThan(3000);
	fc.assert(
		fc.property(fc.constantFrom(...codes), (place) => refused(place, 'no-such-code')),
		{ numRuns: runs(50, 500) }
	);
});
