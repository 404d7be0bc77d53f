import { keyOf, type Catalog } from '#lib/import/catalog.ts';
import { compute, type Cell } from '#lib/import/compute/compute.ts';
import { berlinChoices, type Mapping } from '#db/respondents.ts';
import { germany, withBerlin } from '#lib/import/mapping.ts';
import type { Section } from './render.ts';
import { percent } from './report-facts.ts';
import type { Sample } from '#lib/import/compute/sample.ts';

/** East and West under each choice about Berlin: the figures on record first, then headline answers. */
export function berlinSection(sample: Sample, mapping: Mapping, catalog: Catalog): Section {
	const asked = catalog.questions.filter(({ id }) => id in mapping.questions);
	const onRecord = (question: string) =>
		['east', 'west'].some((group) =>
			[...catalog.figures.keys()].some((key) => key.startsWith(keyOf(question, germany, group, '')))
		);
	const shown = [
		...asked.filter(({ id }) => onRecord(id)),
		...asked.filter(({ id }) => !onRecord(id)).slice(0, 2)
	];
	const columns = berlinChoices.map((choice) => {
		const { people, tables } = compute(
			sample,
			withBerlin(mapping, choice),
			catalog,
			shown.map(({ id }) => id)
		);
		return { people, cells: tables.flatMap(({ cells }) => cells) };
	});
	const lines = shown.flatMap((question) =>
		question.answers
			.filter(({ id }) => id === question.headline || isKnown(catalog, question.id, id))
			.flatMap((answer) =>
				(['east', 'west'] as const).map((group) => ({ question, answer, group }))
			)
	);
	return {
		title: 'Berlin: what East and West are under each choice',
		head: ['figure', 'on record', ...berlinChoices.map((choice) => `Berlin ${choice}`)],
		rows: [
			...(['east', 'west'] as const).map((group) => [
				`interviews ${group}`,
				'',
				...columns.map(({ people }) => String(people[group]))
			]),
			...lines.map(({ question, answer, group }) => {
				const known = catalog.figures.get(keyOf(question.id, germany, group, answer.id));
				return [
					`${question.title}, "${answer.label}", ${group}`,
					known ? `${known.pct} ${known.status}` : '',
					...columns.map(({ cells }) => {
						const of = (cell: Cell) =>
							cell.question.id === question.id &&
							cell.answer.id === answer.id &&
							cell.group === group;
						const found = cells.find(of);
						return found && found.presentation !== 'hide'
							? percent(found.estimate.share)
							: 'suppressed';
					})
				];
			})
		]
	};
}

const isKnown = ({ figures }: Catalog, question: string, answer: string): boolean =>
	['east', 'west'].some((group) => figures.has(keyOf(question, germany, group, answer)));
