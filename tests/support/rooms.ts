/** Who may import whom; the same table stands in the README. */
export const mayImport: Record<string, string[]> = {
	stats: [],
	sav: [],
	words: [],
	view: ['words'],
	db: ['stats', 'words'],
	charts: ['stats', 'view', 'words'],
	formats: ['stats', 'view', 'words'],
	components: ['charts', 'stats', 'view', 'words'],
	import: ['sav', 'stats', 'db', 'words'],
	server: ['db', 'stats', 'view', 'charts', 'words'],
	routes: ['server', 'components', 'formats', 'charts', 'stats', 'view', 'words'],
	process: ['db', 'server', 'view', 'words']
};
