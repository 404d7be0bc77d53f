import { aspectNames, claimWords } from '#lib/words/pages/claim.ts';
import { capital, stopped } from '#lib/words/quotation.ts';
import { relationNames } from '#lib/words/codes.ts';
import type { Lang, Text } from '#lib/words/lang.ts';
import type { RowsChart, StatementChart, TimeChart } from './chart.ts';

/** A statement of the article, as far as a drawing shows it. */
export interface DrawnStatement {
	claim: Text;
	relation: keyof typeof relationNames;
	why: Text;
	shifts: { aspect: keyof typeof aspectNames; asked: Text; written: Text }[];
}

/** The drawing of a statement with those of the figures behind it. */
export function statementChart(
	{ claim, relation, why, shifts }: DrawnStatement,
	parts: (RowsChart | TimeChart)[],
	lang: Lang
): StatementChart {
	const lines = shifts.map(({ aspect, asked, written }) => ({
		aspect: aspectNames[aspect][lang],
		asked: asked[lang],
		written: written[lang]
	}));
	const heads: [string, string] = [claimWords.asAsked[lang], claimWords.asWritten[lang]];
	const said = lines.map(
		({ aspect, asked, written }) => `${aspect}: ${heads[0]}: ${asked}; ${heads[1]}: ${written}.`
	);
	const verdict = capital(relationNames[relation][lang]);
	const none = parts.length === 0 ? [claimWords.noFigure[lang]] : [];
	return {
		kind: 'statement',
		lang,
		title: claim[lang],
		subtitle: claimWords.paraphrase[lang],
		verdict,
		why: [why[lang], ...none].join(' '),
		heads,
		shifts: lines,
		parts,
		series: parts.flatMap(({ series }) => series),
		foot: [...new Set(parts.flatMap(({ foot }) => foot))],
		alt: [claim[lang], stopped(verdict), ...none, ...said, ...parts.map(({ alt }) => alt)].join(
			' '
		),
		brief: [claim[lang], stopped(verdict), ...none].join(' ')
	};
}
