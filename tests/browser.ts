import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const path = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

/** Debian's Chromium, headless, without a word to the network. */
export function launch(): Promise<Browser> {
	if (!existsSync(path))
		throw new Error(`Expected Chromium at ${path}; run tests/need.sh or set CHROMIUM`);
	return chromium.launch({
		executablePath: path,
		args: [
			'--no-sandbox',
			'--disable-gpu',
			'--disable-quic',
			'--no-first-run',
			'--disable-background-networking',
			'--disable-component-update',
			'--disable-sync'
		]
	});
}
