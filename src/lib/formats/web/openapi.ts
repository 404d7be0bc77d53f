import { fileWords } from '#lib/words/files/formats.ts';
import { parameterTexts } from '#lib/words/files/addresses.ts';
import { tagline } from '#lib/words/site.ts';
import { addresses, packageFiles, type Address } from './addresses.ts';
import type { Parameter } from './parameters.ts';
import { schemas } from './openapi-schemas.ts';
import { extracts, mediaTypes, type Extract } from '#lib/formats/extract.ts';
import { pictures, pictureTypes } from '#lib/formats/picture.ts';
import { measures } from '#lib/view/explore/explore.ts';

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
			title: `Beistand: ${tagline.en}`,
			description: fileWords.allAbout.en,
			version,
			termsOfService: terms
		},
		externalDocs: { url: manual },
		servers: [{ url: origin }],
		paths: Object.fromEntries(paths),
		components: { schemas: schemas(measures) }
	};
}

function operation(
	{ about, parameters, path }: Address,
	type: string | undefined,
	questions: string[],
	form?: Extract
) {
	const types = type ? [type] : Object.values(packageFiles);
	const schema = schemaOf(path, form);
	const content = Object.fromEntries(
		types.map((each) => [each.split(';')[0], schema ? { schema } : {}])
	);
	const taken = parameters.filter(({ forms }) => !form || !forms || forms.includes(form));
	const problem = (description: string) => ({
		description,
		content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } }
	});
	const isVersioned = parameters.some(({ name }) => name === 'v');
	const names = path.match(/\{(question|file|figure|claim|table|survey)\}/);
	return {
		get: {
			operationId: idOf(path, form ?? type),
			summary: about.en,
			parameters: taken.map((parameter) => parameterOf(parameter, questions)),
			responses: {
				200: {
					description: about.en,
					headers: { ETag: { schema: { type: 'string' } } },
					content
				},
				304: { description: 'Not changed since the ETag given in If-None-Match' },
				...(form || path === '/oembed' || path.includes('{picture}')
					? {
							400: problem(
								'A part of the address is unknown; the reply names it and what is possible'
							)
						}
					: {}),
				...(names || isVersioned || path === '/oembed'
					? { 404: problem('There is no such question, figure, file or version') }
					: {}),
				...(isVersioned || path.includes('{figure}')
					? {
							410: problem(
								'The figure was taken back, or the files of the version were deleted; the reply leads on'
							)
						}
					: {}),
				...(path.includes('{question}') ? { 422: problem('The view has too many cells') } : {}),
				429: problem(
					'Too many requests for pictures or archives; Retry-After says when to come back'
				),
				503: problem('There are no data at the moment, or too much to do')
			}
		}
	};
}

/** What the JSON of an address holds; undefined: it is no JSON. */
function schemaOf(path: string, form?: Extract): object | undefined {
	const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
	if (form === 'csl.json') return ref('Csl');
	if (path === '/healthz') return ref('Health');
	if (path === '/oembed') return ref('Oembed');
	if (form !== 'json') return undefined;
	if (path.includes('/readings')) return ref('ReadingRows');
	if (path.includes('/explore.')) return { anyOf: [ref('Rows'), ref('MeasuredRows')] };
	return ref('Rows');
}

/** `questionCsv`: the path without its parameters, and the form. */
const idOf = (path: string, form: string | undefined): string =>
	[
		...path.replace(/\{(lang|form|picture)\}/g, '').split(/[^A-Za-z]+/),
		...(form ?? '').split(/[^A-Za-z]+/)
	]
		.filter((part) => part !== '')
		.map((part, index) => (index === 0 ? part : part[0]!.toUpperCase() + part.slice(1)))
		.join('');

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
