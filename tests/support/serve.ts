import type { TestProject } from 'vitest/node';
import setup from './build.ts';
import { startServer } from './server.ts';

/** Once before all tests of pages and files: the site as `npm start` serves it. @returns what ends it */
export default async function serve(project: TestProject): Promise<() => Promise<unknown>> {
	setup();
	const server = await startServer();
	project.provide('origin', server.origin);
	return () => server.stop();
}
