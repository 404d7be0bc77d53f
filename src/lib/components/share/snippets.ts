/** How one view is read from elsewhere. */
export interface Snippet {
	tool: 'r' | 'python' | 'javascript' | 'sheets' | 'excel' | 'curl';
	name: string;
	code: string;
}

/**
 * Lines to copy, each complete: a test runs those for R, Python, JavaScript and curl as they stand on the
 * page, and gives the one for Power Query to the parser of that language's maker.
 *
 * @param csv whole address of a CSV in the default dialect; a `URL.href`, so it holds no quotes
 * @param numbers columns of that very file that hold numbers with decimal points
 */
export const snippetsFor = (csv: string, numbers: string[]): Snippet[] => [
	{
		tool: 'r',
		name: 'R',
		code: `figures <- readr::read_csv("${csv}", na = "")`
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
	{
		tool: 'javascript',
		name: 'JavaScript',
		code: [
			`const reply = await fetch("${jsonOf(csv)}");`,
			'const { rows, dictionary } = await reply.json();'
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
			...(numbers.length > 0
				? [
						'    Headed = Table.PromoteHeaders(Source, [PromoteAllScalars = true]),',
						`    Typed = Table.TransformColumnTypes(Headed, {${numbers.map((name) => `{"${name}", type number}`).join(', ')}}, "en-US")`,
						'in',
						'    Typed'
					]
				: [
						'    Headed = Table.PromoteHeaders(Source, [PromoteAllScalars = true])',
						'in',
						'    Headed'
					])
		].join('\n')
	},
	{ tool: 'curl', name: 'curl', code: `curl --fail --output figures.csv "${csv}"` }
];

/** The same view as JSON. */
function jsonOf(csv: string): string {
	const url = new URL(csv);
	url.pathname = url.pathname.replace(/\.csv$/, '.json');
	return url.href;
}
