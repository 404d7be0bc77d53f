import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

/** Where Chromium is. */
export const path = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

/** Without a sandbox of its own, since tests run as root in containers, and without a word to the network. */
export const flags = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync'
];

/** Debian's Chromium, headless. */
export function launch(): Promise<Browser> {
	if (!existsSync(path))
		throw new Error(`Expected Chromium at ${path}; run tests/need.sh or set CHROMIUM`);
	return chromium.launch({ executablePath: path, args: flags });
}
