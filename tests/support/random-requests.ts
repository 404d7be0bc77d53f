import fc from 'fast-check';

/* Requests of every kind, from nearly right to nonsense, as bytes on the wire. */

const words = fc.constantFrom(
	...['en', 'de', 'fr', 'questions', 'defend-nato-ally', 'view-of-nato', 'by-region', 'regions'],
	...['article', 'claims', 'c7', 'explore', 'together', 'figures', 'readings', 'methods', 'api'],
	...['data', 'beistand.zip', 'beistand', 'healthz', 'embed', 'oembed', 'openapi.json', '_app'],
	...['__data.json', 'corrections.atom', 'constructor', '__proto__', 'immutable', 'version.json'],
	...[
		'pew-2015-spring~defend-nato-ally~deu~all~should',
		'..',
		'.',
		'',
		'%2e%2e',
		'%',
		'%00',
		'%ff'
	],
	...['toString', '%F0%9F%92%A9', 'etc', 'passwd', '\\', ';', ':80', '@x', "'", '"', '<b>', '~']
);
const endings = fc.constantFrom(
	'',
	'',
	'',
	'.csv',
	'.json',
	'.xlsx',
	'.md',
	'.csv-metadata.json',
	'.svg',
	'.png',
	'/',
	'.php',
	'?'
);
const keys = fc.constantFrom(
	...['by', 'country', 'survey', 'group', 'answer', 'sort', 'topic', 'q', 'claim', 'dialect'],
	...['shape', 'download', 'east_share', 'deff', 'n', 'theme', 'w', 'scale', 'url', 'maxwidth'],
	...['format', 'x-sveltekit-invalidated', '__proto__', 'utm_source', '', 'a', 'b', 'rows', '[]']
);
const values = fc.oneof(
	fc.constantFrom(
		'region',
		'time',
		'deu',
		'deu,usa',
		'east,west',
		'pew-2015-spring',
		'0',
		'-1',
		'1e999'
	),
	fc.constantFrom(
		'NaN',
		"';DROP TABLE figures;--",
		'<script>alert(1)</script>',
		'%0d%0aSet-Cookie:a=b'
	),
	fc.constantFrom('%', '%zz', '..%2f..%2fetc%2fpasswd', '"', '%22%0d%0a', 'null', 'excel-de', '1'),
	fc.string({ maxLength: 30 }).map((text) => encodeURIComponent(text.toWellFormed())),
	fc.string({ maxLength: 30 })
);
/** Pages and files that are there, so that most requests come further than the first check. */
const there = fc
	.tuple(
		fc.constantFrom('en', 'de'),
		fc.constantFrom(
			...['', '/questions', '/questions/defend-nato-ally', '/questions/view-of-nato', '/regions'],
			...['/questions/defend-nato-ally/by-region', '/article', '/claims/c7', '/explore/together'],
			...['/readings', '/methods', '/api', '/explore', '/corrections.atom'],
			'/figures/pew-2015-spring~defend-nato-ally~deu~all~should'
		)
	)
	.map((parts) => `/${parts.join('')}`);
const nonsense = fc.array(words, { maxLength: 5 }).map((parts) => `/${parts.join('/')}`);
const path = fc
	.tuple(
		fc.oneof({ weight: 3, arbitrary: there }, { weight: 2, arbitrary: nonsense }),
		fc.oneof({ weight: 2, arbitrary: fc.constant('') }, { weight: 1, arbitrary: endings })
	)
	.map((parts) => parts.join(''));
const query = fc
	.array(fc.tuple(keys, values), { maxLength: 6 })
	.map((pairs) => pairs.map(([key, value]) => `${key}=${value}`).join('&'));
const method = fc.constantFrom(
	'GET',
	'GET',
	'GET',
	'GET',
	'HEAD',
	'POST',
	'PUT',
	'DELETE',
	'OPTIONS',
	'PATCH',
	'TRACE',
	'QUERY',
	'get',
	'X'
);
const said = fc.oneof(
	fc.constantFrom('text/html', 'de', 'br', '*', 'bytes=0-1', 'application/json', '0', 'chunked'),
	fc.constantFrom('true', 'multipart/form-data', 'de;q=0.', ',,,;;;', 'W/"', '-1', 'null'),
	fc.string({ maxLength: 40 })
);
const usual = fc.constantFrom(
	...['Accept', 'Accept-Language', 'Accept-Encoding', 'If-None-Match', 'Range', 'Cookie', 'Origin'],
	...['X-Forwarded-For', 'X-Forwarded-Host', 'Referer', 'X-SvelteKit-Action', 'Content-Type'],
	'X-Http-Method-Override'
);
/** With these node:http itself refuses most requests. */
const framing = fc.constantFrom('Content-Length', 'Transfer-Encoding', 'Expect', 'Host', 'Upgrade');
const headers = fc.array(
	fc.tuple(fc.oneof({ weight: 30, arbitrary: usual }, { weight: 1, arbitrary: framing }), said),
	{ maxLength: 5 }
);

/** One request as its bytes; line breaks inside its parts would make two of it, so they are taken out. */
const request = fc.tuple(method, path, query, headers).map(([verb, where, what, lead]) => {
	const plain = (text: string) => text.replace(/[\r\n ]/g, '');
	const address = plain(what === '' ? where : `${where}?${what}`);
	const lines = lead.map(([name, value]) => `${name}: ${value.replace(/[\r\n]/g, '')}`);
	return [
		`${verb} ${address} HTTP/1.1`,
		'Host: localhost',
		'Connection: close',
		...lines,
		'',
		''
	].join('\r\n');
});

/** The same requests for the same seed. */
export const randomRequests = (count: number, seed: number): string[] =>
	fc.sample(request, { numRuns: count, seed });
