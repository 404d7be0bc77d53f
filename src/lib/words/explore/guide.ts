import type { Lang, Text } from '#lib/words/lang.ts';
import { listing, percent, points } from '#lib/words/numbers.ts';
import { quoted } from '#lib/words/quotation.ts';

interface Named {
	name: string;
	value: number;
}

export type GuideId = 'east-west' | 'readiness' | 'burden' | 'refusal' | 'median';

/** `−14 points`, `+1 point` */
export const inPoints = (value: number, lang: Lang): string => {
	const isOne = Math.abs(Math.round(value)) === 1;
	const unit = lang === 'de' ? (isOne ? 'Punkt' : 'Punkte') : isOne ? 'point' : 'points';
	return `${points(value)}\u00a0${unit}`;
};

/** `Poland −8 points`, joined */
const changes = (values: Named[], lang: Lang): string =>
	listing(
		values.map(({ name, value }) => `${name} ${inPoints(value, lang)}`),
		lang
	);

/** The guided start: questions an analyst would ask, and what the rows of their views say. */
export const guideTexts = {
	'east-west': {
		question: {
			en: 'Where is the East further from the West: on NATO, on Russia or on America?',
			de: 'Wobei liegt der Osten weiter vom Westen entfernt: bei der Nato, bei Russland oder bei Amerika?'
		} satisfies Text,
		reading: (
			gaps: { topic: string; question: string; answer: string; wave: string; gap: number }[],
			lang: Lang
		): string => {
			const parts = gaps.map(
				({ topic, question, answer, wave, gap }) =>
					`${topic} ${inPoints(gap, lang)} (${quoted(answer, lang)}; ${question}; ${wave})`
			);
			return lang === 'de'
				? `Größter Abstand Ost minus West je Thema: ${parts.join('; ')}. Verschiedene Institute und Jahre.`
				: `Widest gap, East minus West, by topic: ${parts.join('; ')}. Different institutes and years.`;
		}
	},
	readiness: {
		question: {
			en: 'Did the share saying their country should use force for an ally fall more in Germany than in its neighbors from 2015 to 2019?',
			de: 'Ist der Anteil für den Einsatz von Gewalt zur Verteidigung eines Verbündeten von 2015 bis 2019 in Deutschland stärker gesunken als bei den Nachbarn?'
		} satisfies Text,
		reading: (home: Named, around: Named[], [from, to]: number[], lang: Lang): string => {
			const further = around.filter(({ value }) => value < home.value).length;
			return lang === 'de'
				? `Von ${from} bis ${to}: ${home.name} ${inPoints(home.value, lang)}; ${changes(around, lang)}. Von ${around.length} in beiden Jahren befragten Nachbarn ging es bei ${further} weiter hinunter.`
				: `From ${from} to ${to}: ${home.name} ${inPoints(home.value, lang)}; ${changes(around, lang)}. Of ${around.length} neighbors asked in both years, ${further} fell further.`;
		}
	},
	burden: {
		question: {
			en: 'Do more people say that the U.S. would defend an ally than that their own country should?',
			de: 'Sagen mehr Menschen, die USA würden einen Verbündeten verteidigen, als dass das eigene Land es sollte?'
		} satisfies Text,
		reading: (pairs: { name: string; own: number; us: number }[], lang: Lang): string => {
			const more = pairs.filter(({ own, us }) => us > own).length;
			const [first] = pairs;
			if (!first) return '';
			// Where several are as far apart, none of them is the widest alone.
			const widest = listing(
				pairs
					.filter((pair) => pair.us - pair.own === first.us - first.own)
					.map(({ name, us, own }) => {
						const [would, should] = [percent(us, lang), percent(own, lang)];
						return {
							en: `${name}, ${would} against ${should}`,
							de: `${name}, ${would} gegen ${should}`
						}[lang];
					}),
				lang
			);
			return lang === 'de'
				? `In ${more} von ${pairs.length} Ländern sagen mehr, die USA würden einen Verbündeten verteidigen, als dass das eigene Land es sollte. Am größten ist der Unterschied hier: ${widest}. „Würden“ ist eine Vorhersage, „sollte“ ein Urteil.`
				: `In ${more} of ${pairs.length} countries more people say that the U.S. would defend an ally than that their own country should. Widest: ${widest}. “Would” is a forecast, “should” a judgment.`;
		}
	},
	refusal: {
		question: {
			en: 'In which countries do more people say their country should not defend an ally than say it should?',
			de: 'In welchen Ländern sagen mehr Menschen, das eigene Land sollte einen Verbündeten nicht verteidigen, als dass es das sollte?'
		} satisfies Text,
		reading: (values: Named[], lang: Lang): string => {
			const against = values.filter(({ value }) => value < 0).toReversed();
			const most = values.filter(({ value }) => value === values[0]?.value);
			if (most.length === 0) return '';
			return lang === 'de'
				? `„Sollte“ minus „sollte nicht“: ${against.length > 0 ? changes(against, lang) : 'nirgends negativ'}. Am höchsten: ${changes(most, lang)}.`
				: `“Should” minus “should not”: ${against.length > 0 ? changes(against, lang) : 'negative nowhere'}. Highest: ${changes(most, lang)}.`;
		}
	},
	median: {
		question: {
			en: 'On what do Germans differ most from the median of the allies?',
			de: 'Worin unterscheiden sich die Deutschen am stärksten vom Median der Verbündeten?'
		} satisfies Text,
		reading: (values: Named[], lang: Lang): string => {
			if (values.length === 0) return '';
			// Equals stand side by side: none of them is the furthest alone.
			const ends = (end: Named | undefined) =>
				listing(
					values
						.filter(({ value }) => value === end?.value)
						.map(({ name, value }) => `${quoted(name, lang)}, ${inPoints(value, lang)}`),
					lang
				);
			const [low, high] = [ends(values.at(-1)), ends(values[0])];
			return lang === 'de'
				? `Deutschland minus Median, Frühjahr 2015: am weitesten darunter ${low}; am weitesten darüber ${high}.`
				: `Germany minus the median, spring 2015: furthest below ${low}; furthest above ${high}.`;
		}
	}
};
