import { figureKey, list, text } from '../package/schema.ts';
import {
	figuresByKey,
	finding,
	keyOf,
	mediansOf,
	pctOf,
	rowsOf,
	type Check,
	type Finding
} from './finding.ts';

export const weakClaims: Check = {
	title: 'Claims and readings that rest on figures of low confidence',
	find(tables) {
		const figures = figuresByKey(tables);
		return [
			['claims', 'claim_id'],
			['readings', 'source_id']
		].flatMap(([resource = '', code = '']) =>
			rowsOf(tables, resource).flatMap((row) =>
				list(row, 'figures')
					.filter((key) => figures.get(key)?.cells['confidence'] === 'low')
					.map((key) => finding('remark', row, `${text(row, code)}: ${key}`))
			)
		);
	}
};

export const matchesNothing: Check = {
	title: 'Claims that match or differ from figures, and name none',
	find: (tables) =>
		rowsOf(tables, 'claims')
			.filter((row) => list(row, 'figures').length === 0)
			.filter((row) =>
				/^(matches|number_matches|paraphrase_differs|direction_|supported_)/.test(
					text(row, 'relation')
				)
			)
			.map((row) => finding('remark', row, `${text(row, 'claim_id')}: ${text(row, 'relation')}`))
};

export const misprints: Check = {
	title: 'Misprints beside the figures they are about',
	find(tables) {
		const figures = figuresByKey(tables);
		return rowsOf(tables, 'conflicts').flatMap((row): Finding[] => {
			const key = keyOf(row, figureKey);
			const [figure, right] = [pctOf(figures.get(key)), row.cells['correct_pct'] ?? null];
			// A mislabelled number is right in itself.
			if (right === row.cells['printed_pct'] && row.cells['kind'] !== 'mislabel')
				return [
					finding('error', row, `${key}: what circulates is what is right (${String(right)})`)
				];
			if (right !== null && figure !== undefined && right !== figure)
				return [
					finding('error', row, `${key}: ${String(right)} is right, our figure is ${figure}`)
				];
			if (right === null && figure !== undefined)
				return [finding('remark', row, `${key}: nothing is called right, our figure is ${figure}`)];
			return [];
		});
	}
};

/** A country with a figure was asked, whatever the lists say. */
export const asked: Check = {
	title: 'Figures of countries that were not asked',
	find(tables) {
		const medians = mediansOf(tables);
		const items = new Map(
			rowsOf(tables, 'items').map((row) => [keyOf(row, ['survey_id', 'question_id']), row])
		);
		return rowsOf(tables, 'figures').flatMap((row): Finding[] => {
			const country = text(row, 'population_id');
			const item = items.get(keyOf(row, ['survey_id', 'question_id']));
			if (!item || medians.has(country) || row.cells['absence'] === 'not_asked') return [];
			if (list(item, 'asked_in').includes(country)) return [];
			return [
				finding('error', row, `${keyOf(row, figureKey)}: see line ${item.line} of items.csv`)
			];
		});
	}
};

/** 2015-13 has the form of a month and is none; the form alone is checked at the load. */
export const days: Check = {
	title: 'Dates that no calendar has',
	find: (tables) =>
		[
			['sources', 'date'],
			['readings', 'published']
		].flatMap(([resource = '', column = '']) =>
			rowsOf(tables, resource)
				.filter((row) => row.cells[column] !== null && !isDate(text(row, column)))
				.map((row) => finding('error', row, `${column} ${text(row, column)}`))
		)
};

/** @param value a year, a month or a day in the form of ISO 8601 */
function isDate(value: string): boolean {
	const date = new Date(value);
	return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}
