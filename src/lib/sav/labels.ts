import { SavError } from './error.ts';
import type { LabelRecord } from './records.ts';
import type { Column, Reading, SavVariable } from './variables.ts';

// Variables share the map of their record. Only where a second record adds to a first must maps be
// copied, and no honest file comes near this number of copied labels.
const MOST_MERGED = 1 << 18;

/**
 * Gives the variables the labels of the value label records. A slot where no variable starts is warned of.
 *
 * @throws {SavError} corrupt if labels multiply
 */
export function addLabels(columns: Column[], records: LabelRecord[], reading: Reading): void {
	const bySlot = new Map(
		columns.flatMap(({ variable, pieces }) => pieces.map(({ slot }) => [slot, variable] as const))
	);
	let merged = 0;
	for (const record of records) {
		const sets: Partial<Record<SavVariable['type'], SavVariable['valueLabels']>> = {};
		for (const slot of record.slots) {
			const variable = bySlot.get(slot - 1);
			if (!variable) {
				reading.warn('labels', 'Value labels of places where no variable begins are left out.');
				continue;
			}
			const labels = (sets[variable.type] ??= decodeLabels(record, variable.type, reading));
			const before = variable.valueLabels;
			if (before.size === 0 || before === labels) {
				variable.valueLabels = labels;
				continue;
			}
			variable.valueLabels = new Map([...before, ...labels]);
			merged += variable.valueLabels.size;
			if (merged > MOST_MERGED)
				throw fault(record, `expected at most ${MOST_MERGED} labels added to others`);
		}
	}
}

function decodeLabels(
	{ labels }: LabelRecord,
	type: SavVariable['type'],
	{ decode, littleEndian }: Reading
): SavVariable['valueLabels'] {
	return new Map(
		labels.map(({ value, label }): [number | string, string] => {
			if (type === 'string') return [decode(value), decode(label)];
			return [littleEndian ? value.readDoubleLE() : value.readDoubleBE(), decode(label)];
		})
	);
}

function fault(record: LabelRecord, detail: string): SavError {
	return new SavError('corrupt', 'value label record', record.at, detail);
}
