import { spawnSync } from 'node:child_process';
import { median } from './load.ts';

/*
 * Lighthouse is fetched when it is asked for (`npm exec`) and is no dependency: with all it brings it is
 * larger than everything else here together, and only this bench needs it.
 */

const version = '13.5.0';
const paths = [
	'/en',
	'/de/questions/defend-nato-ally',
	'/en/regions',
	'/en/embed/questions/defend-nato-ally'
];
const runs = Number(process.env['RUNS'] ?? 5);

/** Prints the median of the four scores of each page, on the mobile settings that are its default. */
export async function lighthouse(origin: string): Promise<void> {
	for (const path of paths) {
		const scores = new Map<string, number[]>();
		for (let run = 0; run < runs; run += 1) {
			const { stdout, stderr, status } = spawnSync(
				'npm',
				[
					...[
						'exec',
						'--yes',
						`--package=lighthouse@${version}`,
						'--',
						'lighthouse',
						origin + path
					],
					...['--output=json', '--quiet', '--chrome-flags=--headless --no-sandbox --disable-gpu'],
					'--only-categories=performance,accessibility,best-practices,seo'
				],
				{
					encoding: 'utf8',
					maxBuffer: 2 ** 28,
					env: { CHROME_PATH: process.env['CHROMIUM'] ?? '/usr/bin/chromium', ...process.env }
				}
			);
			if (status !== 0)
				throw new RangeError(`Expected Lighthouse to run, got: ${stderr.slice(0, 500)}`);
			const { categories } = JSON.parse(stdout) as {
				categories: Record<string, { score: number }>;
			};
			for (const [name, { score }] of Object.entries(categories))
				scores.set(name, [...(scores.get(name) ?? []), score * 100]);
		}
		const texts = [...scores].map(([name, values]) => `${name} ${Math.round(median(values))}`);
		console.log(`Lighthouse ${path}: ${texts.join(', ')} (median of ${runs})`);
	}
}
