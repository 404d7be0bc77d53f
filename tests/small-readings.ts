import { records, smallDatabase } from './small.ts';

/* The small package with what others made of it: three readings, two misprints, one withdrawn figure. */

const reading = (source_id: string, more: Record<string, string>) => ({
	source_id,
	outlet: source_id,
	country_en: 'Germany',
	country_de: 'Deutschland',
	stance_code: 'unreliable',
	stance_en: `${source_id} says`,
	stance_de: `${source_id} sagt`,
	sits_on_wave: 'pew-2015-spring',
	...more
});

const misprint = (key: string, more: Record<string, string>) => {
	const [survey_id = '', question_id = '', population_id = '', group_id = '', answer_id = ''] =
		key.split('/');
	const about = { note_en: 'Wrong.', note_de: 'Falsch.', source_id: 'daily' };
	return { survey_id, question_id, population_id, group_id, answer_id, ...about, ...more };
};

export const withdrawnId = 'pew-2015-spring~help~deu~all~dk';

export const withReadings = {
	...records,
	sources: [
		...(records['sources'] ?? []),
		...['daily', 'weekly', 'monthly'].map((source_id) => ({
			source_id,
			kind: 'press',
			publisher: source_id
		}))
	],
	items: (records['items'] ?? []).map((item) =>
		item['survey_id'] === 'pew-2017-spring' ? { ...item, comparable: 'house' } : item
	),
	readings: [
		reading('daily', {
			published: '2015-06',
			figures: 'pew-2015-spring/help/deu/all/yes;pew-2015-spring/help/usa/all/yes'
		}),
		reading('weekly', {
			published: '2015-06-20',
			country_en: 'United States',
			country_de: 'Vereinigte Staaten',
			stance_code: 'divided',
			stance_en: 'Only {figure:pew-2015-spring/help/deu/all/yes}.',
			stance_de: 'Nur {figure:pew-2015-spring/help/deu/all/yes}.',
			figures: 'pew-2015-spring/help/deu/all/yes'
		}),
		reading('monthly', { sits_on_wave: 'pew-2017-spring' })
	],
	conflicts: [
		misprint('pew-2015-spring/help/usa/all/yes', {
			kind: 'misprint',
			printed_pct: '6',
			correct_pct: '60'
		}),
		misprint('pew-2015-spring/help/median-2/all/no', { kind: 'mislabel', printed_pct: '96' })
	],
	withdrawn: [
		{
			figure_id: withdrawnId,
			successor_id: 'pew-2015-spring~help~deu~all~yes',
			withdrawn_on: '2016-01-31',
			reason_en: 'Misread.',
			reason_de: 'Falsch gelesen.'
		}
	]
};

export const databaseWithReadings = () => smallDatabase(withReadings);
