import { cpSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const real = join(import.meta.dirname, '..');

/**
 * A project of its own in a new folder: the real way to start, the real data and the real settings
 * around an app of two addresses, so that a test may break and change what it likes.
 */
export function smallProject(): string {
	const project = mkdtempSync(join(tmpdir(), 'beistand-project-'));
	const settings = ['package.json', 'package-lock.json', 'svelte.config.js', 'tsconfig.json'];
	const rooms = ['src/serve', 'src/lib/stats', 'src/lib/view', 'src/lib/words'];
	const files = ['vite.config.ts', 'src/app.html', 'src/lib/server/stamp.ts'];
	for (const name of [...settings, ...rooms, ...files])
		cpSync(join(real, name), join(project, name), { recursive: true });
	cpSync(join(real, 'db'), join(project, 'db'), {
		recursive: true,
		filter: (path) => !/\.sqlite|[/\\]local$/.test(path)
	});
	symlinkSync(join(real, 'node_modules'), join(project, 'node_modules'));
	write(project, 'src/routes/+page.svelte', '<p>first</p>');
	write(project, 'src/routes/+page.ts', 'export const csr = false;');
	write(project, 'src/routes/origin/+server.ts', origin);
	write(project, 'src/routes/slow/+server.ts', slow);
	return project;
}

export function write(project: string, name: string, text: string): void {
	const path = join(project, name);
	mkdirSync(dirname(path), { recursive: true });
	writeFileSync(path, text);
}

const origin = `export const GET = ({ url }) => new Response(url.origin);`;

/** Begins at once, ends after the milliseconds asked for. */
const slow = `export const GET = ({ url }) => new Response(new ReadableStream({
	async start(controller) {
		controller.enqueue('begun ');
		await new Promise((resolve) => setTimeout(resolve, Number(url.searchParams.get('ms'))));
		controller.enqueue('done');
		controller.close();
	}
}));`;
