import { spawnSync } from 'node:child_process';
import {
	chmodSync,
	cpSync,
	existsSync,
	mkdtempSync,
	mkdirSync,
	readFileSync,
	rmSync,
	symlinkSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

/* What an install meets that is not the machine it was written on. */

const root = join(import.meta.dirname, '../..');
let folder: string;
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'beistand-install-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A checkout after npm put a Node there that this system cannot load, as a glibc one on Alpine. */
function withForeignNode(name: string): string {
	const project = join(folder, name);
	cpSync(join(root, 'src/process/guard.js'), join(project, 'src/process/guard.js'));
	cpSync(join(root, 'src/process/deploy'), join(project, 'src/process/deploy'), {
		recursive: true
	});
	mkdirSync(join(project, 'node_modules/.bin'), { recursive: true });
	const node = join(project, 'node_modules/.bin/node');
	writeFileSync(node, '#!/lib/ld-of-another-libc.so.1\n');
	chmodSync(node, 0o755);
	return project;
}

/** The line of package.json that runs after an install, as npm runs it. */
function install(project: string, path: string[]) {
	const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
		scripts: Record<string, string>;
	};
	return spawnSync('/bin/sh', ['-c', scripts['postinstall']!], {
		cwd: project,
		encoding: 'utf8',
		env: { PATH: [join(project, 'node_modules/.bin'), ...path].join(delimiter) }
	});
}

test('Where the Node that npm brought does not run, the one of the system does', () => {
	const project = withForeignNode('own');
	const path = [dirname(process.execPath), '/usr/bin', '/bin'];
	const { status, stderr } = install(project, path);
	expect([status, stderr]).toEqual([0, expect.not.stringContaining('Beistand')]);
	const { stdout } = spawnSync('/bin/sh', ['-c', 'node --version'], {
		encoding: 'utf8',
		env: { PATH: [join(project, 'node_modules/.bin'), ...path].join(delimiter) }
	});
	expect(stdout.trim()).toBe(process.version);
});

test('Without a Node that runs, a sentence says what to install', () => {
	const tools = join(folder, 'tools');
	mkdirSync(tools);
	for (const tool of ['rm', 'sh']) symlinkSync(`/bin/${tool}`, join(tools, tool));
	const { status, stderr } = install(withForeignNode('none'), [tools]);
	expect(status).toBe(1);
	expect(stderr).toMatch(
		/Beistand found no Node that runs here: .* On Alpine: apk add nodejs-current/
	);
});

test('On Windows a sentence says where it runs', () => {
	const { status, stderr } = spawnSync(
		process.execPath,
		[
			'--input-type=module',
			'-e',
			`Object.defineProperty(process, 'platform', { value: 'win32' }); await import('./src/process/guard.js')`
		],
		{ cwd: root, encoding: 'utf8' }
	);
	expect([status, stderr]).toEqual([
		1,
		expect.stringMatching(/^Beistand runs on Linux and macOS; .*WSL.*\n$/)
	]);
});

test('With NODE_ENV=production an install brings what the build needs', () => {
	const { stdout } = spawnSync('npm', ['ls', 'vite', 'svelte', '--depth=0', '--json'], {
		cwd: root,
		encoding: 'utf8',
		env: { ...process.env, NODE_ENV: 'production' }
	});
	const { dependencies = {} } = JSON.parse(stdout) as { dependencies?: Record<string, unknown> };
	expect(Object.keys(dependencies).sort()).toEqual(['svelte', 'vite']);
});

const analyze = '/usr/bin/systemd-analyze';
test.skipIf(!existsSync(analyze))('The unit leaves the service little to do harm with', () => {
	const { stdout } = spawnSync(
		analyze,
		[
			'security',
			'--offline=true',
			'--threshold=30',
			join(root, 'src/process/deploy/beistand.service')
		],
		{ encoding: 'utf8' }
	);
	expect(Number(/exposure level for beistand\.service: ([\d.]+)/.exec(stdout)?.[1])).toBeLessThan(
		3
	);
});

test.skipIf(!existsSync(analyze))(
	'systemd finds nothing wrong with the units of a checkout in its folder',
	() => {
		const units = ['beistand.service', 'beistand.socket'].map((name) => {
			const text = readFileSync(join(root, 'src/process/deploy', name), 'utf8');
			const copy = join(folder, name);
			writeFileSync(copy, text.replaceAll('/srv/beistand', root));
			return copy;
		});
		const { status, stdout, stderr } = spawnSync(analyze, ['verify', '--man=no', ...units], {
			encoding: 'utf8'
		});
		expect([status, stdout + stderr]).toEqual([0, '']);
	}
);
