import { dims, measures } from '#lib/view/explore/explore.ts';
import { facetKeys } from '#lib/view/explore/facets.ts';
import { addressTexts } from '#lib/words/files/addresses.ts';
import { packageTexts } from '#lib/words/files/api.ts';
import { type Text } from '#lib/words/lang.ts';
import { mediaTypes } from '#lib/formats/extract.ts';
import {
	assumptions,
	by,
	download,
	fixed,
	inQuery,
	lang,
	listsIn,
	ofQuestion,
	ofRegions,
	pictureWays,
	question,
	tableWays,
	version,
	ways,
	type Parameter
} from './parameters.ts';

/*
 * The addresses that programs may rely on. The OpenAPI document and the page on the API are made of
 * this; a test holds it against the routes and asks the server for every value.
 */

export interface Address {
	/** Like the path of the route; `{form}` stands for every extension of a view, `{picture}` for svg and png. */
	path: string;
	about: Text;
	parameters: Parameter[];
	/** Of the reply; undefined where the path ends in a form or names a file. */
	type?: string;
}

/** Files that /data/ holds besides the forms of all figures. */
export const packageFiles = {
	'beistand.zip': 'application/zip',
	'beistand.sqlite': 'application/vnd.sqlite3',
	'codes.csv': mediaTypes.csv,
	'datapackage.json': 'application/json',
	'versions.json': 'application/json',
	'changes.csv': mediaTypes.csv,
	'dcat.jsonld': 'application/ld+json',
	'citation.bib': mediaTypes.bib,
	'citation.ris': mediaTypes.ris,
	'citation.csl.json': mediaTypes['csl.json'],
	'README.md': mediaTypes.md,
	'CITATION.cff': 'application/yaml; charset=utf-8'
} satisfies Partial<Record<keyof typeof packageTexts, string>>;
export type PackageFile = keyof typeof packageFiles;

export const isPackageFile = (name: string): name is PackageFile =>
	Object.hasOwn(packageFiles, name);

export const addresses: Address[] = [
	{
		path: '/{lang}/questions/{question}.{form}',
		about: addressTexts.question,
		parameters: [lang, question, by, ...ofQuestion, ...ways]
	},
	{
		path: '/{lang}/questions/{question}/by-region.{form}',
		about: addressTexts.byRegion,
		parameters: [lang, question, ...ofQuestion, ...ways]
	},
	{
		path: '/{lang}/regions.{form}',
		about: addressTexts.regions,
		parameters: [lang, ...ofRegions, ...ways]
	},
	{
		path: '/{lang}/explore.{form}',
		about: addressTexts.explore,
		parameters: [
			lang,
			...facetKeys.map((name): Parameter => ({ name, in: 'query', list: true, ...fixed[name] })),
			...inQuery('q'),
			{ name: 'rows', in: 'query', values: dims },
			{
				name: 'columns',
				in: 'query',
				values: [...dims.filter((dim) => dim !== 'question'), 'none']
			},
			{ name: 'measure', in: 'query', values: measures },
			...inQuery('sort'),
			...listsIn('pin'),
			...inQuery('cell'),
			...assumptions,
			...tableWays
		]
	},
	{
		path: '/{lang}/figures/{figure}.{picture}',
		about: addressTexts.figurePicture,
		parameters: [lang, { name: 'figure', in: 'path' }, ...pictureWays]
	},
	{
		path: '/{lang}/figures/{figure}.{form}',
		about: addressTexts.figure,
		parameters: [lang, { name: 'figure', in: 'path' }, ...ways]
	},
	{
		path: '/{lang}/readings.{form}',
		about: addressTexts.readings,
		parameters: [
			lang,
			...listsIn('country', 'stance', 'figure'),
			...ways.filter(({ name }) => name !== 'shape')
		]
	},
	{
		path: '/{lang}/questions/{question}.{picture}',
		about: addressTexts.questionPicture,
		parameters: [lang, question, by, ...ofQuestion, ...pictureWays]
	},
	{
		path: '/{lang}/questions/{question}/by-region.{picture}',
		about: addressTexts.byRegionPicture,
		parameters: [lang, question, ...ofQuestion, ...pictureWays]
	},
	{
		path: '/{lang}/regions.{picture}',
		about: addressTexts.regionsPicture,
		parameters: [lang, ...ofRegions, ...pictureWays]
	},
	{
		path: '/{lang}/claims/{claim}.{picture}',
		about: addressTexts.claimPicture,
		parameters: [lang, { name: 'claim', in: 'path' }, ...pictureWays]
	},
	{
		path: '/{lang}/explore/together.{picture}',
		about: addressTexts.togetherPicture,
		parameters: [
			lang,
			...inQuery('survey', 'country', 'group'),
			...listsIn('question', 'answer'),
			...inQuery('overlap', 'n', 'deff'),
			...pictureWays
		]
	},
	{ path: '/data/beistand.{form}', about: addressTexts.all, parameters: ways },
	{
		path: '/data/{file}',
		about: addressTexts.package,
		parameters: [{ name: 'file', in: 'path', values: Object.keys(packageFiles) }, version, download]
	},
	{
		path: '/data/tables/{table}.csv',
		about: addressTexts.table,
		parameters: [{ name: 'table', in: 'path' }, version, download],
		type: mediaTypes.csv
	},
	{
		path: '/data/ddi/{survey}.xml',
		about: addressTexts.codebook,
		parameters: [{ name: 'survey', in: 'path' }, version, download],
		type: 'application/xml'
	},
	{
		path: '/oembed',
		about: addressTexts.oembed,
		parameters: [
			...inQuery('url', 'maxwidth', 'maxheight'),
			{ name: 'format', in: 'query', values: ['json'] }
		],
		type: 'application/json'
	},
	{
		path: '/{lang}/versions.atom',
		about: addressTexts.versions,
		parameters: [lang],
		type: 'application/atom+xml'
	},
	{
		path: '/{lang}/corrections.atom',
		about: addressTexts.corrections,
		parameters: [lang],
		type: 'application/atom+xml'
	},
	{
		path: '/openapi.json',
		about: addressTexts.openapi,
		parameters: [],
		type: 'application/json'
	},
	{ path: '/llms.txt', about: addressTexts.llms, parameters: [], type: 'text/plain' },
	{ path: '/healthz', about: addressTexts.health, parameters: [], type: 'application/json' }
];
