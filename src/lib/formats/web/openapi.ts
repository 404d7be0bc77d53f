import { fileWords } from '#lib/words/files/formats.ts';
import { parameterTexts } from '#lib/words/files/api.ts';
import { columnTexts } from '#lib/words/files/columns.ts';
import { site } from '#lib/words/site.ts';
import { addresses, packageFiles, type Address, type Parameter } from './addresses.ts';
import { columnOf, tidyColumns } from '#lib/formats/columns.ts';
import { extracts, mediaTypes, type Extract } from '#lib/formats/extract.ts';
import { pictures, pictureTypes } from '#lib/formats/picture.ts';
import type { Dictionary } from '#lib/view/row.ts';

/** What the document takes from the data and from where it is served. */
interface Served {
	origin: string;
	version: string;
	/** Codes of all questions. */
	questions: string[];
	/** Whole addresses. */
	manual: string;
	terms: string;
}

/** The OpenAPI 3.1 document of `addresses`: one path a form, since each has its own parameters. */
export function toOpenApi({ origin, version, questions, manual, terms }: Served): object {
	const paths = addresses.flatMap((address): [string, object][] => {
		if (address.path.includes('{form}'))
			return extracts.map((form) => [
				address.path.replace('{form}', form),
				operation(address, mediaTypes[form], questions, form)
			]);
		if (address.path.includes('{picture}'))
			return pictures.map((form) => [
				address.path.replace('{picture}', form),
				operation(address, pictureTypes[form], questions)
			]);
		return [[address.path, operation(address, address.type, questions)]];
	});
	return {
		openapi: '3.1.0',
		info: {
			title: `Beistand: ${site.tagline.en}`,
			description: fileWords.allAbout.en,
			version,
			termsOfService: terms
		},
		externalDocs: { url: manual },
		servers: [{ url: origin }],
		paths: Object.fromEntries(paths),
		components: { schemas: { Row: rowSchema(), Extract: extractSchema, Problem: problemSchema } }
	};
}

function operation(
	{ about, parameters, path }: Address,
	type: string | undefined,
	questions: string[],
	form?: Extract
) {
	const types = type ? [type] : Object.values(packageFiles);
	const content = (schema?: object) =>
		Object.fromEntries(types.map((each) => [each.split(';')[0], schema ? { schema } : {}]));
	const taken = parameters.filter(({ forms }) => !form || !forms || forms.includes(form));
	const problem = (description: string) => ({
		description,
		content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } }
	});
	return {
		get: {
			summary: about.en,
			parameters: taken.map((parameter) => parameterOf(parameter, questions)),
			responses: {
				200: {
					description: about.en,
					headers: { ETag: { schema: { type: 'string' } } },
					content: content(form === 'json' ? { $ref: '#/components/schemas/Extract' } : undefined)
				},
				304: { description: 'Not changed since the ETag given in If-None-Match' },
				...(form ? { 400: problem('A part of the address is unknown; the reply names it') } : {}),
				...(path.includes('{question}') || path.includes('{file}')
					? { 404: problem('There is no such question or file') }
					: {})
			}
		}
	};
}

function parameterOf(parameter: Parameter, questions: string[]) {
	const { name, in: place, values, list, flag } = parameter;
	const codes = name === 'question' ? questions : values;
	const one = { type: 'string', ...(codes ? { enum: codes } : {}) };
	return {
		name,
		in: place,
		description: parameterTexts[name].en,
		required: place === 'path',
		...(flag ? { allowEmptyValue: true } : {}),
		...(list ? { style: 'form', explode: false } : {}),
		schema: list ? { type: 'array', items: one } : one
	};
}

const none: Dictionary = {
	surveys: {},
	questions: {},
	items: {},
	answers: {},
	populations: {},
	groups: {},
	sources: {}
};

/** A row of the JSON form: the columns of the CSV. */
function rowSchema() {
	const types = { text: 'string', address: 'string', date: 'string', integer: 'integer' } as const;
	return {
		type: 'object',
		additionalProperties: false,
		required: tidyColumns,
		properties: Object.fromEntries(
			tidyColumns.map((name) => {
				const { kind, empty } = columnOf(name, none);
				const type = kind === 'number' ? 'number' : types[kind];
				return [name, { type: empty ? [type, 'null'] : type, description: columnTexts[name].en }];
			})
		)
	};
}

const text = {
	type: 'object',
	required: ['en', 'de'],
	properties: { en: { type: 'string' }, de: { type: 'string' } }
};

const extractSchema = {
	type: 'object',
	additionalProperties: false,
	required: ['title', 'page', 'data_version', 'base', 'rounding', 'terms', 'citation', 'rows'],
	properties: {
		title: text,
		page: { type: 'string', format: 'uri' },
		data_version: { type: 'string' },
		base: text,
		rounding: text,
		terms: text,
		citation: text,
		rows: { type: 'array', items: { $ref: '#/components/schemas/Row' } },
		dictionary: { type: 'object' }
	}
};

/** RFC 9457. */
const problemSchema = {
	type: 'object',
	required: ['title', 'status', 'detail'],
	properties: {
		title: { type: 'string' },
		status: { type: 'integer' },
		detail: { type: 'string' },
		instead: { type: 'string' }
	}
};
