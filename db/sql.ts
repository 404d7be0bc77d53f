import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));

/** schema.sql as schema.ts would have it; a test compares it with the file. */
export function exported(): string {
	const kit = join(dirname(createRequire(import.meta.url).resolve('drizzle-kit')), 'bin.cjs');
	return execFileSync(
		process.execPath,
		[kit, 'export', '--dialect', 'sqlite', '--schema', join(here, 'schema.ts'), '--sql'],
		{ encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }
	);
}

/** `npm run db:sql` */
if (import.meta.main) writeFileSync(join(here, 'schema.sql'), exported());
