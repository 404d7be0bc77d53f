/** How one CSV is read from elsewhere. */
export interface Snippet {
	tool: 'r' | 'python' | 'sheets' | 'excel' | 'curl';
	name: string;
	code: string;
}

/**
 * Lines to copy, each complete: a test runs those for R, Python and curl as they stand on the page.
 *
 * @param csv whole address of a CSV in the default dialect; a `URL.href`, so it holds no quotes
 */
export const snippetsFor = (csv: string): Snippet[] => [
	{
		tool: 'r',
		name: 'R',
		code: `figures <- read.csv("${csv}", encoding = "UTF-8", na.strings = "")`
	},
	{
		tool: 'python',
		name: 'Python',
		code: [
			'import csv, io, urllib.request',
			'',
			`with urllib.request.urlopen("${csv}") as reply:`,
			'    figures = list(csv.DictReader(io.TextIOWrapper(reply, "utf-8", newline="")))',
			'',
			'# or, with pandas installed:',
			`# figures = pandas.read_csv("${csv}")`
		].join('\n')
	},
	{ tool: 'sheets', name: 'Google Sheets', code: `=IMPORTDATA("${csv}")` },
	{
		tool: 'excel',
		name: 'Excel (Power Query)',
		// The culture is named, since German Excel would take a decimal point for a thousands mark.
		code: [
			'let',
			`    Source = Csv.Document(Web.Contents("${csv}"), [Delimiter = ",", Encoding = 65001, QuoteStyle = QuoteStyle.Csv]),`,
			'    Headed = Table.PromoteHeaders(Source, [PromoteAllScalars = true]),',
			'    Typed = Table.TransformColumnTypes(Headed, {{"pct", type number}}, "en-US")',
			'in',
			'    Typed'
		].join('\n')
	},
	{ tool: 'curl', name: 'curl', code: `curl --fail --output figures.csv "${csv}"` }
];
