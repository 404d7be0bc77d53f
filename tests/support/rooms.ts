/** Who may import whom; the same table stands in src/README.md. */
export const mayImport: Record<string, string[]> = {
	stats: [],
	sav: [],
	words: [],
	concurrency: [],
	view: ['words'],
	db: ['stats', 'words'],
	charts: ['stats', 'view', 'words'],
	formats: ['stats', 'view', 'words', 'concurrency'],
	components: ['charts', 'stats', 'view', 'words'],
	import: ['sav', 'stats', 'db', 'words'],
	server: ['db', 'stats', 'view', 'charts', 'words', 'concurrency'],
	routes: ['server', 'components', 'formats', 'charts', 'stats', 'view', 'words', 'concurrency'],
	process: ['db', 'server', 'view', 'words']
};

/**
 * The rooms within rooms, from the ground up: each may import only those named before it. `.` are the
 * files that lie in the room itself, either what all of it shares (first) or its front door (last).
 */
export const subRooms: Record<string, string[]> = {
	stats: ['published', 'respondents', '.'],
	words: ['.', 'charts', 'explore', 'files', 'pages', 'search', 'share', 'together'],
	charts: ['model', 'layout', 'render', '.'],
	formats: ['.', 'cite', 'tables', 'package', 'web'],
	view: ['.', 'explore', 'together', 'share'],
	components: ['figures', 'search', 'share', '.'],
	import: ['.', 'find', 'compute', 'store', 'report', 'dialogue', 'run'],
	server: ['data', 'gaps', 'pages', 'facets', 'search', 'explore', 'render', 'share', 'crosstab']
};
