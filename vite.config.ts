import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';

export default defineConfig({
	plugins: [sveltekit()],
	// Both carry a binary of their own; they are loaded from node_modules at run time.
	// What most pages share comes in one file: two dozen small ones cost a request each, and compress worse.
	environments: {
		client: {
			build: {
				rolldownOptions: {
					output: {
						codeSplitting: {
							groups: [
								{
									name: 'site',
									test: /src[\\/]lib[\\/](words|view|components|stats)[\\/]/,
									minShareCount: 4
								}
							]
						}
					}
				}
			}
		}
	},
	ssr: { external: ['better-sqlite3', '@napi-rs/canvas'] },
	test: {
		include: ['tests/**/*.test.ts'],
		globalSetup: ['tests/build.ts'],
		setupFiles: ['tests/seed.ts'],
		// Builds, browsers and a busy machine: a test fails for what it sees, not for how long it took.
		testTimeout: 120_000,
		hookTimeout: 240_000
	}
});
