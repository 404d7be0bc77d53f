/*
 * Ends an old Node in one sentence instead of a stack trace about ".ts". Plain JavaScript, since
 * such a Node reads nothing else; imported before all other code.
 */
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < 24 || (major === 24 && minor < 2)) {
	console.error(
		`Beistand needs Node 24.2 or newer and found ${process.versions.node}: run "npm ci" without ` +
			'--omit=optional, which brings Node 24 along on Linux, or install a current Node.'
	);
	process.exit(1);
}
