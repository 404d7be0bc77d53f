import type { Notice } from '#lib/view/query.ts';
import { figureId, type Absence, type Dictionary, type DataPoint } from '#lib/view/row.ts';
import type { Counted } from '#lib/words/together/measured.ts';
import type { Bounds, Range } from '#lib/words/together/together.ts';

/** Of whom two answers are put together. */
export interface Base {
	survey: string;
	country: string;
	group: string;
}

/** Two answers of one survey and population, and what is assumed about them. */
export interface TogetherView extends Base {
	question: [string, string];
	answer: [string, string];
	/** Per cent who gave both, whole; null: as few as possible. */
	overlap: number | null;
	/** Interviews, as the reader assumes; null: as published, else as is usual. */
	n: number | null;
	deff: number;
}

/** The two margins of the article's paradox. */
export const usualTogether: TogetherView = {
	survey: 'pew-2015-spring',
	country: 'deu',
	group: 'all',
	question: ['defend-nato-ally', 'us-would-defend-ally'],
	answer: ['should-not', 'would'],
	overlap: null,
	n: null,
	deff: 1.75
};

/** Who is willing and who counts on the US: the answers that the paradox sets against each other. */
export const paradoxAnswers = ['should', 'would'];

/** All codes such a view may name, and where figures are. */
export interface TogetherCatalog {
	surveys: string[];
	countries: string[];
	groups: { id: string; population: string | null }[];
	/** In the order of the package; answers in that of the questionnaire. */
	questions: { id: string; headline: string; answers: string[] }[];
	/** Ids of the figures with a number. */
	published: Set<string>;
	/** Where at least two questions have figures of the same people. */
	bases: Base[];
}

/** Why two figures cannot be put together. */
export type RefusalCode =
	| 'same_answer'
	| 'net_and_part'
	| 'same_question'
	| 'median'
	| 'other_survey'
	| 'other_population'
	| 'not_published';

export interface Refusal {
	code: RefusalCode;
	/** Questions without a figure here, and why. */
	missing: { question: string; absence: Absence | null }[];
	/** Where both answers were published for the same people. */
	elsewhere: (Base & { query: string })[];
}

/** What two shares of the same people allow, in per cent. */
export interface Limits extends Bounds {
	a: number;
	b: number;
	/**
	 * The same over all shares that round to the two figures: what sentences say. The picture takes the
	 * figures as printed.
	 */
	said: Omit<Bounds, 'independent'>;
	/** Whole per cents between which the overlap may be moved; null if there is nothing to move. */
	steps: (Range & { independent: number }) | null;
	/** Where it stands unless the reader moves it: as few as possible. */
	usual: number;
	/** Where it stands. */
	overlap: number;
}

/** The lowest share of both that sampling error leaves, in per cent, and what it rests on. */
export interface Floor {
	/** If as many as possible gave both, if the answers are independent, if as few as possible. */
	ifMost: number;
	ifIndependent: number;
	ifLeast: number;
	/** Interviews; null where effective interviews are known. */
	n: number | null;
	nSource: 'figures' | 'survey' | 'reader' | 'usual';
	/** Null where effective interviews are known. */
	deff: number | null;
	/** Effective interviews: as many of a simple random sample would err as much. */
	nEff: number;
}

/** Two figures put together, or why they cannot be. */
export interface Together {
	view: TogetherView;
	/** Canonical query string, without the mark. */
	query: string;
	notices: Notice[];
	/** Both figures; without a number only under a refusal. */
	rows: DataPoint[];
	dictionary: Dictionary;
	refusal: Refusal | null;
	limits: Limits | null;
	/** What the respondents say, if a file was imported: then `limits` holds what it left open. */
	measured: Counted | 'suppressed' | null;
	/** Null where a number of interviews is neither known nor assumed. */
	floor: Floor | null;
	/** Of the paradox: how many are willing, how many count on the US. Null for other questions. */
	paradox: { willing: number; counting: number } | null;
}

/** The limits as sentences take them: over all that rounding allows. */
export const saying = ({ said, independent }: Limits) => ({ ...said, independent });

export const bounds = {
	overlap: { low: 0, high: 100 },
	n: { low: 50, high: 1_000_000 },
	deff: { low: 1, high: 10 }
};

/** Codes of one choice of the form, as one value. */
export const baseCode = ({ survey, country, group }: Base): string =>
	[survey, country, group].join('~');
export const answerCode = (question: string, answer: string): string => `${question}~${answer}`;

export const isPublished = (
	{ published }: TogetherCatalog,
	{ survey, country, group }: Base,
	question: string,
	answer: string
): boolean => published.has(figureId(survey, question, country, group, answer));
