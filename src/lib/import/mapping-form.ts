import { ImportError } from './error.ts';
import { berlinChoices, type Mapping } from '#db/respondents.ts';

/**
 * The mapping in a text. Only its form is checked here; whether file and project know the names is
 * checkMapping's business.
 *
 * @param name as printed in errors
 * @throws {ImportError} bad_mapping, naming every place that is wrong
 */
export function parseMapping(json: string, name: string): Mapping {
	let value: unknown;
	try {
		value = JSON.parse(json);
	} catch (cause) {
		const detail = `${name}: expected well-formed JSON (${(cause as Error).message})`;
		throw new ImportError('bad_mapping', detail, { cause });
	}
	const faults: string[] = [];
	record({
		survey: string,
		country: record({ variable: string, codes: codes }),
		weight: orNull(string),
		stratum: orNull(string),
		psu: orNull(string),
		sex: optional(orNull(string)),
		age: optional(orNull(string)),
		region: orNull(
			record({
				variable: string,
				east: numbers,
				west: numbers,
				excluded: numbers,
				berlin: record({ codes: numbers, counts_as: choice })
			})
		),
		questions: mapOf(record({ variable: string, codes: codes }))
	})(value, '', (path, given, expected) => {
		// What is missing altogether has no text.
		const text = given === undefined ? 'nothing' : JSON.stringify(given);
		faults.push(`${name}: ${path || 'the mapping'}: ${text} given; expected ${expected}`);
	});
	if (faults.length > 0) throw new ImportError('bad_mapping', faults.join('\n'));
	return value as Mapping;
}

type Tell = (path: string, given: unknown, expected: string) => void;
type Check = (value: unknown, path: string, tell: Tell) => void;

const check =
	(passes: (value: unknown) => boolean, expected: string): Check =>
	(value, path, tell) => {
		if (!passes(value)) tell(path, value, expected);
	};

const isNumber = (value: unknown) => typeof value === 'number' && Number.isFinite(value);
const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

const string = check((value) => typeof value === 'string' && value !== '', 'a text');
const numbers = check(
	(value) => Array.isArray(value) && value.every(isNumber),
	'a list of numbers'
);
const choice = check(
	(value) => berlinChoices.some((each) => each === value),
	`one of ${berlinChoices.join(', ')}`
);

const orNull =
	(inner: Check): Check =>
	(value, path, tell) => {
		if (value !== null) inner(value, path, tell);
	};

const optional =
	(inner: Check): Check =>
	(value, path, tell) => {
		if (value !== undefined) inner(value, path, tell);
	};

const record =
	(shape: Record<string, Check>): Check =>
	(value, path, tell) => {
		if (!isObject(value)) return tell(path, value, `an object with ${Object.keys(shape).join()}`);
		for (const [key, inner] of Object.entries(shape)) inner(value[key], join(path, key), tell);
		for (const key of Object.keys(value).filter((each) => !(each in shape)))
			tell(join(path, key), value[key], `only ${Object.keys(shape).join(', ')} here`);
	};

const mapOf =
	(inner: Check): Check =>
	(value, path, tell) => {
		if (!isObject(value)) return tell(path, value, 'an object');
		for (const [key, each] of Object.entries(value)) inner(each, join(path, key), tell);
	};

const join = (path: string, key: string): string => (path ? `${path}.${key}` : key);

const codes: Check = (value, path, tell) => {
	mapOf(string)(value, path, tell);
	if (!isObject(value)) return;
	for (const key of Object.keys(value).filter((each) => String(Number(each)) !== each))
		tell(path, key, 'codes that are numbers');
};
