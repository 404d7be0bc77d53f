import { defaultHeaders } from '../serve/headers.ts';

/** Headers by which a reply of the server is told from others; the rest belongs to the transfer. */
const telling =
	/^(content-type|content-security-policy|cache-control|referrer-policy|x-robots-tag|access-control-.*|cross-origin-.*|permissions-policy|x-content-type-options|strict-transport-security)$/;

/** Pages without scripts need none; that of the embed code shows the embed. */
const pagePolicy =
	"default-src 'none'; img-src 'self' data:; style-src 'self'; font-src 'self'; frame-src 'self'; " +
	"base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/**
 * The headers of the files for nginx, as they were on the server's own replies: one rule for each kind.
 *
 * @param kinds for each kind of address the headers of a reply of that kind
 */
export function nginxRules(kinds: Map<string, Record<string, string>>): string {
	// nginx takes the first expression that fits: `.csv-metadata.json` is asked before `.json`.
	const longestFirst = [...kinds].sort(([a], [b]) => b.length - a.length);
	const rules = longestFirst.map(([pattern, headers]) => {
		const own =
			pattern === 'page' ? { ...headers, 'content-security-policy': pagePolicy } : headers;
		const lines = Object.entries({ ...defaultHeaders(), ...own })
			.filter(([name]) => telling.test(name) && name !== 'content-type')
			.map(([name, value]) => `\tadd_header ${name} ${quoted(value)} always;`);
		if (pattern === '.csv')
			lines.push(
				'\tadd_header link \'<$uri-metadata.json>; rel="describedby"; type="application/csvm+json"\' always;'
			);
		const type = headers['content-type'];
		return [
			`location ${locationOf(pattern)} {`,
			...(type && pattern !== 'page' ? ['\ttypes { }', `\tdefault_type ${quoted(type)};`] : []),
			...lines,
			'\ttry_files $uri $uri/index.html =404;',
			'}'
		].join('\n');
	});
	return [
		'# Inside a server block whose root is this folder: include nginx-rules.conf;',
		'gzip_static on;',
		// Links from elsewhere name the view as the server does.
		'if ($arg_by = region) { rewrite ^(/[a-z][a-z]/(?:embed/|embed-code/)?questions/[^/.]+)(\\..+)?$ $1/by-region$2? redirect; }',
		// In the language of the address, else of the reader.
		'set $lost en;',
		'if ($http_accept_language ~* "^de") { set $lost de; }',
		'if ($request_uri ~ "^/(de|en)(/|$)") { set $lost $1; }',
		'error_page 404 /$lost/404/index.html;',
		'absolute_redirect off;',
		...rules,
		'location = / {',
		'\tadd_header Vary Accept-Language always;',
		'\tif ($http_accept_language ~* "^de") { return 302 /de; }',
		'\treturn 302 /en;',
		'}',
		''
	].join('\n');
}

/** Which rule an address falls under: its extension, the embeds, the built files, or a page. */
export function kindOf(address: string, type: string): string {
	if (address.includes('/_app/')) return 'built';
	if (/^\/\w\w\/embed\//.test(address)) return 'embed';
	if (type.startsWith('text/html')) return 'page';
	return /(\.csv-metadata\.json|\.[a-z0-9]+)$/i.exec(address)?.[1] ?? 'page';
}

function locationOf(pattern: string): string {
	if (pattern === 'page') return '/';
	if (pattern === 'built') return '^~ /_app/immutable/';
	if (pattern === 'embed') return '~ ^/[a-z][a-z]/embed/';
	return `~ ${pattern.replaceAll('.', '\\.')}$`;
}

const quoted = (value: string): string => `"${value.replaceAll('"', '\\"')}"`;
