import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { fill } from '../db/fill.ts';
import { create, type Database } from '../db/open.ts';
import { checkPackage } from '../db/package.ts';
import { printFault, type PackageSchema } from '../db/package/schema.ts';

/*
 * A package small enough to count by hand: two questions, three surveys, four countries, one median.
 * Nothing in it is a published figure.
 */

const read = (path: string): string =>
	readFileSync(fileURLToPath(new URL(`../db/${path}`, import.meta.url)), 'utf8');

const schema = JSON.parse(read('data/datapackage.json')) as PackageSchema;

type Records = Record<string, Record<string, string>[]>;

const both = (name: string, en: string, de = `${en} (de)`) => ({
	[`${name}_en`]: en,
	[`${name}_de`]: de
});

const country = (id: string, name: string) => ({
	population_id: id,
	kind: 'country',
	...both('label', name),
	...both('in', `in ${name}`)
});

const figure = (key: string, pct: number, more: Record<string, string> = {}) => {
	const [survey_id = '', question_id = '', population_id = '', group_id = '', answer_id = ''] =
		key.split('/');
	const dimension = group_id === 'all' ? 'total' : group_id === 'women' ? 'gender' : 'region';
	return {
		survey_id,
		question_id,
		population_id,
		dimension,
		group_id,
		answer_id,
		pct: String(pct),
		status: 'published',
		confidence: 'high',
		source_ids: 'report',
		...more
	};
};

const answer = (question_id: string, answer_id: string, sort: number, more = {}) => ({
	question_id,
	answer_id,
	sort: String(sort),
	...both('label', answer_id),
	kind: 'substantive',
	...more
});

const item = (survey_id: string, question_id: string, more = {}) => ({
	survey_id,
	question_id,
	wording_status: 'not_seen',
	asked_in: 'deu',
	asked_in_complete: 'no',
	comparable: 'yes',
	source_ids: 'report',
	role: 'core',
	...more
});

export const records: Records = {
	sources: [
		{ source_id: 'report', kind: 'publisher_report', title: 'Report', publisher: 'Institute' }
	],
	surveys: ['pew-2015-spring', 'pew-2017-spring', 'other-2016'].map((survey_id) => ({
		survey_id,
		organisation: survey_id.startsWith('pew') ? 'Pew' : 'Other',
		...both('title', survey_id),
		year: /\d{4}/.exec(survey_id)?.[0] ?? '',
		source_ids: 'report'
	})),
	questions: [
		{
			question_id: 'help',
			topic: 'alliance',
			role: 'core',
			headline_answer: 'yes',
			related_to: ''
		},
		{
			question_id: 'join',
			topic: 'alliance',
			role: 'context',
			headline_answer: 'in',
			related_to: 'help'
		}
	].map((question) => ({
		...question,
		...both(
			'short_title',
			question.question_id === 'help' ? 'Help an ally' : 'Join in',
			question.question_id === 'help' ? 'Öffentliche Hilfe für einen Verbündeten' : 'Mitmachen'
		),
		...both('answer_scale', 'yes / no')
	})),
	answers: [
		answer('help', 'yes', 1, { pole: 'yes' }),
		answer('help', 'no', 2, { pole: 'no' }),
		answer('help', 'dk', 3, { kind: 'dont_know' }),
		answer('join', 'in', 1),
		answer('join', 'out', 2)
	],
	populations: [
		country('usa', 'United States'),
		country('fra', 'France'),
		country('deu', 'Germany'),
		country('rus', 'Russia'),
		{ ...country('median-2', 'Median of two'), kind: 'median', members: 'deu;fra' }
	],
	groups: [
		{ dimension: 'total', group_id: 'all', ...both('label', 'All'), ...both('in', 'among all') },
		{
			dimension: 'region',
			group_id: 'east',
			population_id: 'deu',
			...both('label', 'East'),
			...both('in', 'in the East')
		},
		{
			dimension: 'region',
			group_id: 'west',
			population_id: 'deu',
			...both('label', 'West'),
			...both('in', 'in the West')
		},
		{
			dimension: 'gender',
			group_id: 'women',
			...both('label', 'Women'),
			...both('in', 'among women')
		}
	],
	items: [
		item('pew-2015-spring', 'help', {
			asked_in: 'deu;fra;usa',
			asked_in_complete: 'yes',
			number: 'Q1',
			wording_status: 'exact',
			...both('wording', 'Would you, "help"; or not?'),
			wording_de_origin: 'translation'
		}),
		item('pew-2017-spring', 'help', { not_asked_in: 'usa' }),
		item('other-2016', 'join', { role: 'context' })
	],
	figures: [
		figure('pew-2015-spring/help/usa/all/yes', 60),
		figure('pew-2015-spring/help/usa/all/no', 35),
		figure('pew-2015-spring/help/fra/all/yes', 0),
		figure('pew-2015-spring/help/fra/all/no', 96),
		figure('pew-2015-spring/help/fra/all/dk', 4),
		figure('pew-2015-spring/help/deu/all/yes', 30, { status: 'reported', confidence: 'low' }),
		figure('pew-2015-spring/help/median-2/all/yes', 15),
		figure('pew-2017-spring/help/deu/all/yes', 33),
		figure('pew-2017-spring/help/deu/east/yes', 25),
		figure('pew-2017-spring/help/deu/west/yes', 35),
		figure('pew-2017-spring/help/deu/women/yes', 28),
		figure('other-2016/join/deu/east/in', 20)
	],
	conflicts: [],
	readings: [],
	claims: [
		{
			claim_id: 'c1',
			paragraph: '1',
			locator: 'words',
			...both('claim', 'Few want to help.'),
			kind: 'figure',
			figures: 'pew-2015-spring/help/deu/all/yes',
			relation: 'matches',
			...both('why', 'It does.')
		}
	],
	claim_shifts: [],
	withdrawn: []
};

const quoted = (value: string): string =>
	/[",]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;

/** The CSV files of these records, with every column that the schema asks for. */
export const files = (from: Records = records): Map<string, string> =>
	new Map(
		schema.resources.map((resource) => {
			const names = resource.schema.fields.map(({ name }) => name);
			const lines = (from[resource.name] ?? []).map((record) =>
				names.map((name) => quoted(record[name] ?? '')).join()
			);
			return [resource.path, `${[names.join(), ...lines].join('\n')}\n`];
		})
	);

/** The small package in a database of its own. */
export function smallDatabase(from: Records = records): Database {
	const parts = [{ name: 'small', files: files(from), complete: true }];
	const { tables, faults } = checkPackage(schema, parts);
	if (faults.length > 0) throw new Error(faults.map(printFault).join('\n'));
	const opened = create(':memory:');
	const structure = `${read('schema.sql')}\n${read('search.sql')}`;
	fill(opened, structure, tables, { day: '2015-06-10', hash: 'abcdef'.repeat(8) });
	return opened.db;
}
