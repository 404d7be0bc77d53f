import { sveltekit } from '@sveltejs/kit/vite';
import type { Manifest, Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/**
 * A page names all scripts and styles of what it imports. Kit leaves out those that it comes upon behind a
 * dynamic import first: their styles then come with the scripts, and the page of an embed's code moves by a
 * third of the window. So each entry names itself all that it imports, directly or not, and those with
 * dynamic imports last.
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
			const importedBy = (name: string, found = new Set<string>()): Set<string> => {
				for (const each of manifest[name]?.imports ?? []) {
					if (found.has(each)) continue;
					found.add(each);
					importedBy(each, found);
				}
				return found;
			};
			const rank = (name: string) => (manifest[name]?.dynamicImports ? 1 : 0);
			const named = Object.entries(manifest).map(([name, chunk]) => [
				name,
				{
					...chunk,
					imports:
						chunk.isEntry || chunk.isDynamicEntry
							? [...importedBy(name)].sort((a, b) => rank(a) - rank(b))
							: []
				}
			]);
			file.source = JSON.stringify(Object.fromEntries(named));
		}
	}
};

export default defineConfig({
	plugins: [sveltekit(), everyScriptNamed],
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
									// The workbench has parts of its own that count as pages here, and no other page needs its words;
									// misprints are on three kinds of pages, and their style is in no other's way.
									test: /src[\\/]lib[\\/](words|view|components|stats)[\\/](?!explore[\\/]|figures[\\/]Misprints)/,
									minShareCount: 4
								}
							]
						}
					}
				}
			}
		}
	},
	ssr: {
		// Both carry a binary of their own; they are loaded from node_modules at run time.
		external: ['better-sqlite3', '@napi-rs/canvas'],
		// Its hundreds of modules, each looked up by itself, would take half of the time of a start.
		noExternal: ['drizzle-orm']
	},
	test: {
		// Builds, browsers and a busy machine: a test fails for what it sees, not for how long it took.
		testTimeout: 120_000,
		hookTimeout: 240_000,
		// Three files at a time, also where there are but two cores: many of them wait for a server or a browser.
		maxWorkers: 3,
		setupFiles: ['tests/support/seed.ts'],
		projects: [
			{
				extends: true,
				test: {
					name: 'unit',
					include: ['tests/unit/**/*.test.ts'],
					// What many files import is read once a worker, not once a file: a third of the time.
					isolate: false,
					sequence: { groupOrder: 0 }
				}
			},
			{
				extends: true,
				test: {
					name: 'site',
					include: ['tests/{http,browser}/**/*.test.ts'],
					isolate: false,
					sequence: { groupOrder: 1 },
					// Only what asks the site needs it built, and served.
					globalSetup: ['tests/support/serve.ts']
				}
			},
			{
				extends: true,
				test: {
					name: 'process',
					include: ['tests/process/**/*.test.ts'],
					isolate: false,
					// After all others, since they starve, flood and kill servers. Each has servers of its own and waits for
					// them most of the time, so some at once take little from each other.
					sequence: { groupOrder: 2 },
					globalSetup: ['tests/support/build.ts']
				}
			}
		]
	}
});
