/*
 * Ends an old Node, and Windows, in one sentence instead of a stack trace. Plain JavaScript, since an old
 * Node reads nothing else; imported before all other code, and run by itself after an install.
 */
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (process.platform === 'win32') {
	console.error(
		'Beistand runs on Linux and macOS; on Windows use it inside WSL (wsl --install), where everything works as on Linux.'
	);
	process.exit(1);
}

if (major < 24 || (major === 24 && minor < 2)) {
	console.error(
		`Beistand needs Node 24.2 or newer and found ${process.versions.node}: run "npm ci" without ` +
			'--omit=optional, which brings Node 24 along on Linux with glibc, or install a current Node ' +
			'(Alpine: apk add nodejs-current).'
	);
	process.exit(1);
}
