import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';

export default defineConfig({
	plugins: [sveltekit()],
	// Both carry a binary of their own; they are loaded from node_modules at run time.
	ssr: { external: ['better-sqlite3', '@napi-rs/canvas'] },
	test: {
		include: ['tests/**/*.test.ts'],
		globalSetup: ['tests/build.ts'],
		// Property tests and the built server need more than the five seconds of the default.
		testTimeout: 30_000,
		hookTimeout: 120_000
	}
});
