import { sveltekit } from '@sveltejs/kit/vite';
import type { Manifest, Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/**
 * A page names in its head all scripts that it imports, so that none waits for another. Kit leaves out
 * those that it comes upon behind a dynamic import first; hence files with such imports go last.
 */
const everyScriptNamed: Plugin = {
	name: 'every-script-named',
	applyToEnvironment: ({ name }) => name === 'client',
	generateBundle: {
		order: 'post',
		handler(_, bundle) {
			const file = bundle['.vite/manifest.json'];
			if (file?.type !== 'asset') return;
			const manifest = JSON.parse(String(file.source)) as Manifest;
			const rank = (name: string) => (manifest[name]?.dynamicImports ? 1 : 0);
			for (const { imports } of Object.values(manifest)) imports?.sort((a, b) => rank(a) - rank(b));
			file.source = JSON.stringify(manifest);
		}
	}
};

export default defineConfig({
	plugins: [sveltekit(), everyScriptNamed],
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
