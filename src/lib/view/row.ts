import type { Text } from '../words/lang.ts';

/** How a number came to us; see the methods page. */
export type Status = 'published' | 'recovered' | 'reported' | 'computed' | 'sum_of_parts';
type Confidence = 'high' | 'medium' | 'low';

/**
 * Why there is no number. Zero is no absence: it means less than half a per cent. Of East and West an
 * institute may say in words which side gave an answer more often, and print no number: the last two.
 */
export type Absence =
	'no_answer' | 'not_asked' | 'not_published' | 'suppressed' | 'higher_in_east' | 'higher_in_west';

/** Whether the order of East and West is on record although the number is not. */
export const isDirection = (absence: string | null): boolean =>
	absence === 'higher_in_east' || absence === 'higher_in_west';

export type Dimension = 'total' | 'region' | 'gender' | 'age' | 'party';
export type AnswerKind = 'substantive' | 'dont_know' | 'volunteered' | 'net';
export type Topic = 'alliance' | 'russia' | 'ukraine' | 'united-states' | 'context';

/**
 * One cell of a view: a published number, or its absence with the reason. Chart, table, alt text
 * and files are all made of these rows.
 */
export interface DataPoint {
	/** The five codes joined by `~`; a cell without a number has one too. */
	figure: string;
	survey: string;
	question: string;
	population: string;
	dimension: Dimension;
	group: string;
	answer: string;
	/** Per cent of all who were asked, 0…100; null exactly when `absence` says why. */
	pct: number | null;
	absence: Absence | null;
	/** Null for a cell without a number. */
	status: Status | null;
	confidence: Confidence | null;
	/** Interviews in the base; effective interviews; limits in per cent. Null: not known. */
	n: number | null;
	nEff: number | null;
	low: number | null;
	high: number | null;
	intervalMethod: string | null;
	/** `nearest`: not what was asked for, but the closest that was published; drawn apart. */
	role: 'main' | 'nearest';
	/** Codes of the sources, the one to cite first. */
	sources: string[];
	/** Codes of the article's statements that rest on this number. */
	claims: string[];
	note: Text | null;
}

/** What a table shows of a row. */
export type Shown = Pick<
	DataPoint,
	| 'figure'
	| 'survey'
	| 'question'
	| 'group'
	| 'answer'
	| 'pct'
	| 'absence'
	| 'status'
	| 'confidence'
	| 'n'
	| 'low'
	| 'high'
>;

/** The row without what only its own page tells. */
export const shownOf = (row: DataPoint): Shown => ({
	figure: row.figure,
	survey: row.survey,
	question: row.question,
	group: row.group,
	answer: row.answer,
	pct: row.pct,
	absence: row.absence,
	status: row.status,
	confidence: row.confidence,
	n: row.n,
	low: row.low,
	high: row.high
});

export interface SurveyInfo {
	id: string;
	organisation: string;
	sponsor: Text | null;
	title: Text;
	year: number;
	/** Days as YYYY-MM-DD. */
	fieldworkStart: string | null;
	fieldworkEnd: string | null;
	fieldworkNote: Text | null;
	targetPopulation: Text | null;
	modeGermany: 'telephone' | 'face-to-face' | 'online' | null;
	nTotal: number | null;
	nGermany: number | null;
	/** Range of the published margins over the countries, in points. */
	moeMinPts: number | null;
	moeMaxPts: number | null;
	/** Margin printed for Germany, in points. */
	moeGermanyPts: number | null;
	moeNote: Text | null;
	eastWestDefinition: Text | null;
	reportTitle: string | null;
	reportUrl: string | null;
	notes: Text | null;
}

export interface QuestionInfo {
	id: string;
	topic: Topic;
	title: Text;
	role: 'core' | 'context';
	scale: Text;
	relatedTo: string | null;
	/** The answer a reader looks at first. */
	headline: string;
	/** What Germans answered in spring 2015, written by hand, with its numbers. */
	finding: Text | null;
	/** What the question supposes: `if Russia got into a serious military conflict with it`. */
	condition: Text | null;
}

/** A question as one survey asked it. */
export interface ItemInfo {
	survey: string;
	question: string;
	number: string | null;
	/** German is our translation where `wordingDeOrigin` says so. */
	wording: Text | null;
	wordingDeOrigin: 'translation' | 'original' | null;
	wordingStatus: 'exact' | 'chart' | 'reported' | 'not_seen';
	/** Whether the wave may be joined by a line with the others of its question. */
	comparable: 'yes' | 'house' | 'mode';
	note: Text | null;
	sources: string[];
}

/** What the lines of a table are named by. */
export interface LineNames {
	surveys: Record<string, Pick<SurveyInfo, 'organisation' | 'title'>>;
	questions: Record<string, Pick<QuestionInfo, 'title'> & Partial<Pick<QuestionInfo, 'topic'>>>;
	answers: Record<string, Pick<AnswerInfo, 'label'>>;
}

export interface AnswerInfo {
	id: string;
	question: string;
	sort: number;
	label: Text;
	kind: AnswerKind;
	/** Side of a question with two opposite sides. */
	pole: 'yes' | 'no' | null;
	/** Parts of a net; empty for every other answer. */
	netOf: string[];
	/** Ends of `58% of Germans …`, in full and where another answer stands before it. */
	clause: { full: Text; short: Text } | null;
}

interface PopulationInfo {
	id: string;
	kind: 'country' | 'median';
	label: Text;
	/** With its preposition, for running text: in Germany. */
	in: Text;
	members: string[];
	note: Text | null;
}

interface GroupInfo {
	id: string;
	dimension: Dimension;
	/** The one country the group belongs to; null: any. */
	population: string | null;
	label: Text;
	in: Text;
	definition: Text | null;
	note: Text | null;
}

export interface SourceInfo {
	id: string;
	kind: string;
	title: string | null;
	/** Language of the title, as HTML names it. */
	titleLang: string | null;
	publisher: string | null;
	author: string | null;
	date: string | null;
	url: string | null;
	transcription: Text | null;
	note: Text | null;
}

/** What the codes in rows stand for. Items are keyed `survey/question`, answers `question/answer`. */
export interface Dictionary {
	surveys: Record<string, SurveyInfo>;
	questions: Record<string, QuestionInfo>;
	items: Record<string, ItemInfo>;
	answers: Record<string, AnswerInfo>;
	populations: Record<string, PopulationInfo>;
	groups: Record<string, GroupInfo>;
	sources: Record<string, SourceInfo>;
}

/** Id of a figure from its five codes. */
export const figureId = (
	survey: string,
	question: string,
	population: string,
	group: string,
	answer: string
): string => [survey, question, population, group, answer].join('~');
