import type { Contents } from '#lib/formats/contents.ts';
import { institutesOf } from '#lib/formats/cite/view-citation.ts';
import { dayOf, type PackageInfo } from '#lib/formats/package/package.ts';
import { fileWords } from '#lib/words/files/formats.ts';
import { langs, type Text } from '#lib/words/lang.ts';

/** A file of the data set. Addresses are whole ones. */
export interface Distribution {
	url: string;
	mediaType: string;
	title: Text;
	/** Undefined: it is not known before the file is made. */
	bytes?: number;
}

/**
 * The data set in the words of DCAT 3 (W3C), as JSON-LD: what data portals harvest.
 *
 * @param previous whole addresses of older versions that can still be had
 */
export function toDcat(
	info: PackageInfo,
	contents: Contents,
	distributions: Distribution[],
	previous: string[]
): string {
	const { page, dataVersion, terms, dictionary } = contents;
	const surveys = Object.values(dictionary.surveys);
	const years = surveys.map(({ year }) => year);
	const countries = Object.values(dictionary.populations).filter(({ kind }) => kind === 'country');
	return `${JSON.stringify(
		{
			'@context': {
				dcat: 'http://www.w3.org/ns/dcat#',
				dct: 'http://purl.org/dc/terms/',
				foaf: 'http://xmlns.com/foaf/0.1/',
				xsd: 'http://www.w3.org/2001/XMLSchema#'
			},
			'@id': page,
			'@type': 'dcat:Dataset',
			'dct:identifier': page,
			'dct:title': inLanguages({ en: info.title, de: fileWords.all.de }),
			'dct:description': inLanguages(fileWords.allAbout),
			'dcat:keyword': info.keywords.map((keyword) => ({ '@value': keyword, '@language': 'en' })),
			'dct:language': langs.map((lang) => ({
				'@id': `http://id.loc.gov/vocabulary/iso639-1/${lang}`
			})),
			'dct:modified': typed(dayOf(dataVersion), 'xsd:date'),
			'dcat:version': dataVersion,
			...(previous.length > 0
				? { 'dcat:previousVersion': previous.map((url) => ({ '@id': url })) }
				: {}),
			'dct:publisher': { '@type': 'foaf:Agent', 'foaf:name': 'Beistand' },
			'dct:creator': institutesOf(dictionary).map((name) => ({
				'@type': 'foaf:Organization',
				'foaf:name': name
			})),
			'dct:rights': {
				'@type': 'dct:RightsStatement',
				'@id': terms,
				'dct:description': inLanguages(fileWords.termsText)
			},
			'dct:temporal': {
				'@type': 'dct:PeriodOfTime',
				'dcat:startDate': typed(String(Math.min(...years)), 'xsd:gYear'),
				'dcat:endDate': typed(String(Math.max(...years)), 'xsd:gYear')
			},
			'dct:spatial': countries.map(({ label }) => ({
				'@type': 'dct:Location',
				'dct:title': inLanguages(label)
			})),
			'dcat:landingPage': { '@id': page },
			'dcat:distribution': distributions.map(({ url, mediaType, title, bytes }) => ({
				'@id': url,
				'@type': 'dcat:Distribution',
				'dct:title': inLanguages(title),
				'dcat:downloadURL': { '@id': url },
				'dcat:accessURL': { '@id': page },
				'dcat:mediaType': {
					'@id': `https://www.iana.org/assignments/media-types/${mediaType.split(';')[0]}`
				},
				'dct:license': { '@id': terms },
				...(bytes === undefined
					? {}
					: { 'dcat:byteSize': typed(String(bytes), 'xsd:nonNegativeInteger') })
			}))
		},
		null,
		'\t'
	)}\n`;
}

const inLanguages = (text: Text) =>
	langs.map((lang) => ({ '@value': text[lang], '@language': lang }));

const typed = (value: string, type: string) => ({ '@value': value, '@type': type });
