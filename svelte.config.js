import adapter from '@sveltejs/adapter-node';

/** @type {import('@sveltejs/kit').Config} */
export default {
	compilerOptions: { runes: true },
	kit: {
		adapter: adapter({ out: 'build/new', precompress: true }),
		// A first line waits for the page alone; a sheet of its own costs a slow phone most of a second.
		inlineStyleThreshold: 40_000,
		// The page follows a canonical address on its own; nothing is fetched before the reader asks.
		csp: {
			// A nonce would change the page's bytes, and so its ETag, with every request.
			mode: 'hash',
			directives: {
				'default-src': ['self'],
				'script-src': ['self'],
				'style-src': ['self'],
				// The route announcer of SvelteKit sets this one style attribute.
				'style-src-attr': ['unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
				'img-src': ['self', 'data:'],
				'object-src': ['none'],
				'base-uri': ['none'],
				'form-action': ['self'],
				// Nobody frames a page; embeds will say otherwise for themselves.
				'frame-ancestors': ['none']
			}
		}
	}
};
