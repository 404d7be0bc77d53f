import type { KnownQuestion } from '#lib/import/catalog.ts';
import { containment, dice, withoutCode, wordsOf } from './similarity.ts';
import { inBase, notInBase } from '#db/respondents.ts';

/** Codes → answers by their labels; `open` are codes whose label is none of the answers. */
export function findAnswers(
	question: KnownQuestion,
	labels: ReadonlyMap<number | string, string>
): { codes: Record<string, string>; open: Map<number, string> } {
	const codes: Record<string, string> = {};
	const open = new Map<number, string>();
	const dontKnow = question.answers.find(({ kind }) => kind === 'dont_know')?.id ?? inBase;
	for (const [code, whole] of labels) {
		const label = withoutCode(whole);
		const words = wordsOf(label.replace(remarks, ' '));
		const plain = words.join(' ');
		if (/^(dk|dont know|do not know|refused|no answer|weiss nicht|keine angabe)\b/.test(plain))
			codes[String(code)] = dontKnow;
		else if (/^(not asked|inap|system missing)/.test(plain)) codes[String(code)] = notInBase;
		else open.set(Number(code), label);
	}
	const possible = [...open]
		.flatMap(([code, label]) =>
			question.answers
				.filter(({ kind }) => kind === 'substantive' || kind === 'volunteered')
				.map((answer) => ({ code, answer: answer.id, alike: alike(label, answer.label) }))
		)
		.filter((pair) => pair.alike > 0)
		.toSorted((a, b) => b.alike - a.alike);
	for (const { code, answer } of possible) {
		if (!open.has(code) || Object.values(codes).includes(answer)) continue;
		codes[String(code)] = answer;
		open.delete(code);
	}
	return { codes, open };
}

/**
 * How alike two answers are, 0…1; 0 if only one of them says no or not, or neither has most words of the
 * other: "Should" is "Should use military force", "Should not" is not.
 */
function alike(label: string, known: string): number {
	const [a, b] = [label, known].map((each) =>
		wordsOf(each.replace(remarks, ' ').replace(/\((very|somewhat|a lot|not too).*?\)/i, ''))
	) as [string[], string[]];
	if (denies(a) !== denies(b)) return 0;
	// A label may be cut, or have another ending: "Increase", "Somewhat favora".
	a.forEach((word, i) => {
		const whole = b.find((each) => isBeginning(word, each) || isBeginning(each, word));
		if (whole) a[i] = whole;
		else if (i === a.length - 1) a[i] = b.find((each) => isCut(word, each)) ?? word;
	});
	if (Math.max(containment(a, b), containment(b, a)) < 1 && dice(a, b) < 0.6) return 0;
	return dice(a, b);
}

/** What is said to interviewers, not to those they ask: (VOL), (Volunteered), (DO NOT READ). */
const remarks =
	/[([](vol\w*\.?|do not read|don['’]t read|dnr|spontan\w*)[)\]]|[([](vol|do not|don['’]t r|dnr)[^)\]]*$/gi;

/** The last word of a label that ends in the middle of it. */
const isCut = (part: string, whole: string): boolean => part.length >= 3 && whole.startsWith(part);

const isBeginning = (part: string, whole: string): boolean =>
	part.length >= 5 && whole.startsWith(part);

const denies = (words: string[]): boolean => words.some((word) => /^(not?|oppose)$/.test(word));
