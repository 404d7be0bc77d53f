import { existsSync, globSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { defaultHeaders } from './headers.ts';
import { root } from './project.ts';
import { prepare, type PreparedResponse } from './prepared-response.ts';

const types: Record<string, string> = {
	'.css': 'text/css; charset=utf-8',
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.json': 'application/json',
	'.png': 'image/png',
	'.svg': 'image/svg+xml',
	'.txt': 'text/plain; charset=utf-8',
	'.woff2': 'font/woff2'
};

/**
 * The built scripts, styles and fonts, read once: under a million bytes. So none is opened for a
 * request, and a reader gets them even when no more files can be opened.
 */
export async function readAssets(
	folder = join(root, 'build', 'client')
): Promise<Map<string, PreparedResponse>> {
	const files = globSync('**/*', { cwd: folder, withFileTypes: true })
		.filter((entry) => entry.isFile() && !/\.(br|gz)$/.test(entry.name))
		.map((entry) => join(entry.parentPath, entry.name));
	const entries = files.map(async (path) => {
		const address = path.slice(folder.length).replaceAll('\\', '/');
		return [address, await prepare(asset(address, path))] as const;
	});
	return new Map(await Promise.all(entries));
}

function asset(address: string, path: string) {
	const beside = (ending: string) =>
		existsSync(path + ending) ? readFileSync(path + ending) : undefined;
	return {
		headers: {
			...defaultHeaders(),
			'content-type': types[extname(path)] ?? 'application/octet-stream',
			'cache-control': address.includes('/immutable/')
				? 'public, max-age=31536000, immutable'
				: address.includes('version.json')
					? 'no-cache'
					: 'public, max-age=3600',
			// Fonts and scripts may be wanted by an embed, whose sandbox has no origin.
			'access-control-allow-origin': '*',
			'cross-origin-resource-policy': 'cross-origin'
		},
		body: readFileSync(path),
		compressed: { br: beside('.br'), gzip: beside('.gz') }
	};
}
