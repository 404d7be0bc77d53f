/**
 * Stands for the site's address in files that are made once, whatever name the site is asked under. No site
 * can have this name (RFC 2606).
 */
export const anyOrigin = 'https://site.invalid';

/** A file without the address of its site: the bytes before it, between every two of them, and behind. */
export type Unaddressed = Uint8Array[];

/** @param file made for `anyOrigin` */
export function unaddressed(file: string | Uint8Array): Unaddressed {
	const bytes = Buffer.from(file as string);
	const parts: Unaddressed = [];
	let from = 0;
	for (let at = bytes.indexOf(anyOrigin); at >= 0; at = bytes.indexOf(anyOrigin, from)) {
		parts.push(bytes.subarray(from, at));
		from = at + anyOrigin.length;
	}
	return [...parts, bytes.subarray(from)];
}

/** The file for one address of the site; it costs a copy of its bytes. */
export function addressed(parts: Unaddressed, origin: string): Buffer {
	const between = Buffer.from(origin);
	return Buffer.concat(parts.flatMap((part, index) => (index === 0 ? [part] : [between, part])));
}
