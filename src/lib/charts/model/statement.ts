import {
	aspectNames,
	claimWords,
	figuresSource,
	inOurWords,
	statedText,
	statementSource
} from '#lib/words/pages/claim.ts';
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
	/** Where and when it stood: `ZEIT ONLINE, June 2015`. */
	outlet: Text;
}

/** The drawing of a statement with those of the figures behind it. */
export function statementChart(
	{ claim, relation, why, shifts, outlet }: DrawnStatement,
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
	const stated = stopped(
		statedText(outlet[lang], claim[lang], relationNames[relation][lang], lang)
	);
	const none = parts.length === 0 ? [claimWords.noFigure[lang]] : [];
	return {
		kind: 'statement',
		lang,
		title: claim[lang],
		subtitle: `${inOurWords(outlet[lang], lang)}.`,
		verdict,
		why: [why[lang], ...none].join(' '),
		heads,
		shifts: lines,
		parts,
		series: parts.flatMap(({ series }) => series),
		// Nobody may take the institute for the author of the sentence.
		foot: [
			...new Set(parts.flatMap(({ foot }) => foot.slice(0, -1))),
			statementSource(outlet[lang], lang),
			...(parts.length > 0
				? [
						figuresSource(
							parts.map(({ foot }) => foot.at(-1) ?? ''),
							lang
						)
					]
				: [])
		],
		alt: [stated, ...none, ...said, ...parts.map(({ alt }) => alt)].join(' '),
		brief: [stated, ...none].join(' ')
	};
}
