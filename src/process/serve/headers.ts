/**
 * Headers of every reply that does not say otherwise itself. Pages and embeds bring a policy of their
 * own; what has none is a file, and nothing in it may run or be framed.
 *
 * @param origin where the site is reached; over https a browser is told to stay there
 */
export const defaultHeaders = (origin = process.env['ORIGIN']): Record<string, string> => ({
	'x-content-type-options': 'nosniff',
	'referrer-policy': 'strict-origin-when-cross-origin',
	'permissions-policy':
		'browsing-topics=(), camera=(), geolocation=(), microphone=(), payment=(), usb=()',
	'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
	...(origin?.startsWith('https:') ? { 'strict-transport-security': 'max-age=31536000' } : {})
});
