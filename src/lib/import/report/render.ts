import { escaped } from '#lib/words/markup.ts';

/** A table of texts. */
export interface Section {
	title: string;
	head: string[];
	rows: string[][];
}

/** What an import would store and why it may or may not, in plain words; for terminal and HTML alike. */
export interface Report {
	title: string;
	facts: string[];
	verdict: string;
	stops: string[];
	warnings: string[];
	sections: Section[];
}

/** The report for a terminal, columns in line. */
export const reportText = (report: Report): string =>
	[
		report.title,
		'',
		...report.facts,
		...report.sections.flatMap((section) => ['', ...sectionLines(section)]),
		'',
		report.verdict,
		...report.stops.map((line) => `  STOP     ${line}`),
		...report.warnings.map((line) => `  WARNING  ${line}`),
		''
	].join('\n');

export function sectionLines({ title, head, rows }: Section): string[] {
	const lines = [head, ...rows];
	const widths = head.map((_, column) => Math.max(...lines.map((line) => line[column]!.length)));
	return [
		title,
		...lines.map((line) =>
			`  ${line.map((cell, column) => cell.padEnd(widths[column]!)).join('  ')}`.trimEnd()
		)
	];
}

/** The report as a page of its own, without script. */
export function reportHtml(report: Report): string {
	const list = (lines: string[]) =>
		lines.length === 0
			? ''
			: `<ul>${lines.map((line) => `<li>${escaped(line)}</li>`).join('')}</ul>`;
	return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escaped(report.title)}</title>
<style>
body { font: 1rem/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 70rem; padding: 0 1rem }
table { border-collapse: collapse; display: block; overflow-x: auto }
caption { font-weight: bold; padding: 1.5rem 0 .5rem; text-align: left }
td, th { border-top: 1px solid #bbb; padding: .2rem .8rem .2rem 0; text-align: left; vertical-align: top }
.verdict { border-left: .3rem solid; font-weight: bold; padding-left: 1rem }
</style>
<h1>${escaped(report.title)}</h1>
<p class="verdict">${escaped(report.verdict)}</p>
${list([...report.stops, ...report.warnings])}
${report.facts.map((fact) => `<p>${escaped(fact)}</p>`).join('\n')}
${report.sections.map(tableHtml).join('\n')}
</html>
`;
}

function tableHtml({ title, head, rows }: Section): string {
	const line = (cells: string[], tag: 'td' | 'th') =>
		`<tr>${cells.map((cell) => `<${tag}>${escaped(cell)}</${tag}>`).join('')}</tr>`;
	return [
		`<table><caption>${escaped(title)}</caption>`,
		line(head, 'th'),
		...rows.map((row) => line(row, 'td')),
		'</table>'
	].join('\n');
}
