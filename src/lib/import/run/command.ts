import { parseArgs } from 'node:util';
import { LoadError } from '#db/load.ts';
import { ImportError } from '#lib/import/error.ts';
import { importFile } from './run.ts';
import { undo } from '#lib/import/store/store.ts';
import { terminalOf } from '#lib/import/terminal.ts';

const usage = `Usage: npm run import -- FILE.sav [--map mapping.json] [--encoding NAME] [--dry-run] [--yes]
       npm run import -- --undo
       npm run import -- --help

  --map      read the file as a saved mapping says; without it the command asks, and saves the answers
  --encoding how the texts of the file are written, if it does not say so: windows-1252, utf-8
  --dry-run  report only
  --yes      store without asking, in spite of warnings; published figures that differ always refuse
  --undo     take the last import out again`;

/** `npm run import` */
async function main(): Promise<void> {
	const terminal = terminalOf(process.stdin, process.stdout, process.stderr);
	try {
		const { values, positionals } = parse();
		const [path, ...more] = positionals;
		if (values.undo) {
			const version = undo();
			terminal.write(
				version ? `Undone. Data version ${version}.` : 'There is no import that could be undone.'
			);
			return;
		}
		if (values.help) return terminal.write(usage);
		if (!path || more.length > 0) throw new ImportError('usage', usage);
		const { map, encoding, 'dry-run': dryRun, yes } = values;
		const version = await importFile(path, { map, encoding, dryRun, yes }, terminal);
		terminal.write(
			version
				? `Stored. Data version ${version}.`
				: 'Dry run: nothing was stored, nothing speaks against it.'
		);
	} catch (error) {
		if (!(error instanceof ImportError || error instanceof LoadError)) throw error;
		console.error(error.message);
		process.exitCode = 1;
	} finally {
		terminal.close();
	}
}

/** @throws {ImportError} usage */
function parse() {
	try {
		return parseArgs({
			allowPositionals: true,
			options: {
				map: { type: 'string' },
				encoding: { type: 'string' },
				help: { type: 'boolean', short: 'h' },
				'dry-run': { type: 'boolean' },
				yes: { type: 'boolean' },
				undo: { type: 'boolean' }
			}
		});
	} catch (cause) {
		throw new ImportError('usage', `${(cause as Error).message}\n${usage}`, { cause });
	}
}

if (import.meta.main) await main();
