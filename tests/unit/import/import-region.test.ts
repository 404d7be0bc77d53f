import { describe, expect, test } from 'vitest';
import { findRegion, suggestRegion } from '#lib/import/find/find-region.ts';
import type { FileProfile } from '#lib/import/find/profile.ts';
import { sideOf } from '#lib/import/find/side-of.ts';
import type { SavVariable } from '#lib/sav/index.ts';
import { variable } from '../../fixtures/sav/variable.ts';

describe('East and West', () => {
	const german = [[1, 700], [2, 300]] as const; // prettier-ignore

	const file = (...profiles: [SavVariable, number, number, [number, number][]][]): FileProfile => ({
		rows: 5000,
		germans: 1000,
		countries: new Map(),
		variables: new Map(
			profiles.map(([each, germans, others, codes]) => [
				each.name,
				{ variable: each, germans, others, codes: new Map(codes) }
			])
		)
	});

	test('are looked for where nearly all Germans and hardly any others have one of a few codes', () => {
		const codes = german.map(([code, n]): [number, number] => [code, n]);
		const found = findRegion(
			file(
				[variable('A'), 950, 200, codes],
				[variable('B'), 949, 0, codes],
				[variable('C'), 1000, 201, codes],
				[variable('D'), 1000, 0, [[1, 1000]]],
				[variable('E'), 1000, 0, Array.from({ length: 21 }, (_, i) => [i, 40])],
				[variable('WEIGHT'), 1000, 0, codes]
			),
			['WEIGHT']
		);
		expect(found.map(({ profile, score }) => [profile.variable.name, score])).toEqual([['A', 3]]);
		expect(found[0]!.reasons).toEqual([
			'95.0 % of Germans have a code',
			'5.0 % of the others',
			'2 codes'
		]);
	});

	test('are likelier by name and labels, and with fewer codes', () => {
		const codes = german.map(([code, n]): [number, number] => [code, n]);
		const found = findRegion(
			file(
				[variable('Q150'), 1000, 0, codes],
				[variable('Q999GER'), 1000, 0, codes],
				[variable('LAND', 'Bundesland', [[1, 'Bayern']]), 1000, 0, [...codes, [3, 1]]],
				[
					variable('QREGDE', '', [
						[1, 'West'],
						[2, 'East']
					]),
					1000,
					0,
					codes
				]
			),
			[]
		);
		expect(found.map(({ profile, score }) => `${profile.variable.name} ${score}`)).toEqual([
			'QREGDE 5',
			'LAND 5',
			'Q999GER 4',
			'Q150 3'
		]);
	});

	// prettier-ignore
	const spellings: Record<string, string[]> = {
		east: ['East', 'Eastern Germany', 'Ostdeutschland', 'neue Bundesländer', 'New Laender', 'GDR', 'Former East Germany',
			'Sachsen', 'Free State of Saxony', '14. Sachsen', 'Saxony-Anhalt', 'Sachsen Anhalt', 'Thüringen', 'THUERINGEN',
			'Thüringen (Thuringia)', 'Mecklenburg-Vorpommern', 'Mecklenburg-Western Pomerania', 'Mecklenburg-Vorp.', 'Brandenburg',
			'SN', 'Berlin (East)', 'Ost-Berlin', 'Neue Länder (ohne Berlin)'],
		west: ['West', 'alte Bundesländer', 'FRG', 'West Germany (without Berlin)', 'Niedersachsen', 'Lower Saxony', '1. Bayern',
			'Free State of Bavaria', 'Baden-Württemberg', 'Baden-Wuerttemberg', 'BADEN-WÜRTTEMBERG', 'Nordrhein-Westfalen',
			'North Rhine-Westphalia', 'Rheinland-Pfalz', 'Rhineland-Palatinate', 'Schleswig Holstein', 'Saarland', 'Hessen',
			'Hesse', 'Hamburg', 'Bremen (Free Hanseatic City)', 'NW', 'West Berlin'],
		berlin: ['Berlin', '11. Berlin', 'BE'],
		excluded: ['Refused', 'Don’t know', 'Keine Angabe'],
		undefined: ['Nielsen 3a', 'Berlin-Brandenburg', 'North-West', 'South East', 'Bayern und Sachsen', '']
	};
	test.each(Object.entries(spellings))('of labels that say %s are told', (side, labels) => {
		expect(labels.filter((label) => String(sideOf(label)) !== side)).toEqual([]);
	});

	test('are found on a variable that all countries share, if its labels name German states', () => {
		const labels: [number, string][] = [[101, 'Bayern'], [102, 'Sachsen'], [201, 'Normandie']]; // prettier-ignore
		const [found] = findRegion(
			file([variable('Q213', 'Region', labels), 1000, 4000, [[101, 700], [102, 300]]]), // prettier-ignore
			[]
		);
		expect(found).toMatchObject({ profile: { variable: { name: 'Q213' } }, score: 3 });
	});

	test('are suggested code by code, and what no label tells stays open', () => {
		const labels: [number, string][] = [[3, 'Hessen'], [11, 'Berlin'], [12, 'Brandenburg'], [99, 'Refused']]; // prettier-ignore
		const codes = new Map([...labels.map(([code]) => [code, 10] as const), [50, 1]]);
		const profile = { variable: variable('LAND', '', labels), germans: 41, others: 0, codes };
		expect(suggestRegion(profile)).toEqual({
			region: {
				variable: 'LAND',
				east: [12],
				west: [3],
				excluded: [99],
				berlin: { codes: [11], counts_as: 'excluded' }
			},
			open: [50]
		});
	});
});
