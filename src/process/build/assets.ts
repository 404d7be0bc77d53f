import { existsSync, globSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { allBuilds, currentBuild } from './build.ts';
import { defaultHeaders } from '../serve/headers.ts';
import { prepare, type PreparedResponse } from '../serve/prepared-response.ts';

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
 * The built scripts, styles and fonts, read once: a few million bytes. So none is opened for a request,
 * and a reader gets them even when no more files can be opened.
 *
 * @param before folders of earlier builds: what their pages name, which readers still have open or a
 *   replica still sends, is answered too. Those names change with the content, so none is taken twice.
 */
export async function readAssets(
	folder = join(currentBuild() ?? '', 'client'),
	before: string[] = allBuilds().map((each) => join(each, 'client'))
): Promise<Map<string, PreparedResponse>> {
	const earlier = before
		.filter((each) => each !== folder)
		.flatMap((each) => [...filesIn(each)].filter(([url]) => url.includes('/immutable/')));
	const entries = [...new Map([...earlier, ...filesIn(folder)])].map(
		async ([url, path]) => [url, await prepare(asset(url, path))] as const
	);
	return new Map(await Promise.all(entries));
}

/** Addresses and paths of what is in a folder, without the compressed copies beside it. */
const filesIn = (folder: string): [string, string][] =>
	globSync('**/*', { cwd: folder, withFileTypes: true })
		.filter((entry) => entry.isFile() && !/\.(br|gz)$/.test(entry.name))
		.map((entry) => join(entry.parentPath, entry.name))
		.map((path) => [path.slice(folder.length).replaceAll('\\', '/'), path]);

function asset(url: string, path: string) {
	const beside = (ending: string) =>
		existsSync(path + ending) ? readFileSync(path + ending) : undefined;
	return {
		headers: {
			...defaultHeaders(),
			'content-type': types[extname(path)] ?? 'application/octet-stream',
			'cache-control': url.includes('/immutable/')
				? 'public, max-age=31536000, immutable'
				: url.includes('version.json')
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
