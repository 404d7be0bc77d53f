import type { FileDescription, VariableDescription } from './sav-bytes.ts';
import type { Fields } from './sav-bytes-fields.ts';

/** Widths of the segments a string is written in; [0] for a number. */
export function segmentsOf(width: number): number[] {
	if (width <= 255) return [width];
	const count = Math.ceil(width / 252);
	return [...Array<number>(count - 1).fill(255), width - (count - 1) * 252];
}

/** Everything before the data: file header, variables, value labels, extension records, end. */
export function writeDictionary(fields: Fields, description: FileDescription): void {
	const { variables } = description;
	writeHeader(fields, description);
	variables.forEach((variable, i) => writeVariable(fields, variable, i));
	const slots = slotsOf(variables);
	variables.forEach(({ valueLabels = [], width = 0 }, i) => {
		if (valueLabels.length === 0 || width > 8) return;
		fields.int32(3, valueLabels.length);
		for (const [value, label] of valueLabels) {
			const bytes = fields.encode(label);
			writeValue(fields, value).raw(Uint8Array.of(bytes.length)).raw(bytes);
			fields.raw(new Uint8Array(7 - (bytes.length % 8)));
		}
		fields.int32(4, 1, slots[i]! + 1);
	});
	writeExtensions(fields, description);
	fields.int32(999, 0);
}

/** The 8-byte element each variable starts at. */
function slotsOf(variables: VariableDescription[]): number[] {
	let slot = 0;
	return variables.map(({ width = 0 }) => {
		const start = slot;
		for (const segment of segmentsOf(width)) slot += Math.max(1, Math.ceil(segment / 8));
		return start;
	});
}

function writeHeader(fields: Fields, description: FileDescription): void {
	const { compression = 'none', variables, weight, cases, fileLabel = '' } = description;
	const weightAt = slotsOf(variables)[variables.findIndex(({ name }) => name === weight)];
	fields
		.text(compression === 'zsav' ? '$FL3' : '$FL2', 4)
		.text('@(#) SPSS DATA FILE sav-bytes', 60);
	fields.int32(2, -1, ['none', 'bytecode', 'zsav'].indexOf(compression));
	fields.int32(weightAt === undefined ? 0 : weightAt + 1, cases).float64(100);
	fields.text('01 Apr 1512:00:00', 17).text(fileLabel, 64).raw(new Uint8Array(3));
}

const shortName = (i: number, segment = 0) => (segment ? `S${i}_${segment}` : `V${i}`);

function writeVariable(fields: Fields, variable: VariableDescription, i: number): void {
	const { width = 0, label, missing = {}, format = width ? [1, width, 0] : [5, 8, 2] } = variable;
	const short = width <= 8 ? missing : {};
	const values = [...(short.range ?? []), ...(short.values ?? [])];
	segmentsOf(width).forEach((segment, s) => {
		const count = s > 0 ? 0 : short.range ? -values.length : values.length;
		const shown = width > 255 ? segment : format[1];
		const packed = (format[0] << 16) | (shown << 8) | format[2];
		const hasLabel = s === 0 && label !== undefined;
		fields.int32(2, segment, Number(hasLabel), count, packed, packed).text(shortName(i, s), 8);
		if (hasLabel) fields.counted(label).raw(new Uint8Array(-fields.encode(label).length & 3));
		if (s === 0) for (const value of values) writeValue(fields, value);
		for (let bytes = 8; bytes < segment; bytes += 8) fields.int32(2, -1, 0, 0, 0, 0).text('', 8);
	});
}

function writeValue(fields: Fields, value: number | string): Fields {
	return typeof value === 'string' ? fields.text(value, 8) : fields.float64(value);
}

function writeExtensions(fields: Fields, description: FileDescription): void {
	const { variables, littleEndian = true, codePage, encodingName } = description;
	if (codePage !== undefined)
		fields.int32(7, 3, 4, 8, 1, 0, 0, -1, 1, 1, littleEndian ? 2 : 1, codePage);
	fields.int32(7, 4, 8, 3).float64(-Number.MAX_VALUE, Number.MAX_VALUE, -Number.MAX_VALUE);
	fields
		.int32(7, 13, 1)
		.counted(variables.map(({ name }, i) => `${shortName(i)}=${name}`).join('\t'));
	const long = variables.map(({ width = 0 }, i) => [shortName(i), width] as const);
	const veryLong = long.filter(([, width]) => width > 255);
	if (veryLong.length)
		fields
			.int32(7, 14, 1)
			.counted(veryLong.map(([name, width]) => `${name}=0${width}\0\t`).join(''));
	if (encodingName !== undefined) fields.int32(7, 20, 1).counted(encodingName);
	writeLongStrings(fields, 21, variables, ({ name, width = 0, valueLabels }) => {
		if (!valueLabels) return;
		fields.counted(name).int32(width, valueLabels.length);
		for (const [value, label] of valueLabels)
			fields.int32(width).text(String(value), width).counted(label);
	});
	writeLongStrings(fields, 22, variables, ({ name, missing }) => {
		if (!missing?.values) return;
		fields.counted(name).raw(Uint8Array.of(missing.values.length)).int32(8);
		for (const value of missing.values) fields.text(String(value), 8);
	});
}

/** One record about all strings over 8 bytes; none if there is nothing to say about them. */
function writeLongStrings(
	fields: Fields,
	subtype: number,
	variables: VariableDescription[],
	write: (variable: VariableDescription) => void
): void {
	const before = fields.done();
	for (const variable of variables) if ((variable.width ?? 0) > 8) write(variable);
	const content = fields.done();
	fields.raw(before);
	if (content.length) fields.int32(7, subtype, 1, content.length).raw(content);
}
