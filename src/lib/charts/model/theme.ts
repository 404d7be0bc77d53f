/** Colours by what they mean. The site's CSS uses the same values; a test compares them. */
export const themes = {
	light: {
		paper: '#fbfaf7',
		ink: '#1c2530',
		muted: '#56606b',
		rule: '#d8d5cd',
		east: '#b5472f',
		west: '#2b5f92',
		yes: '#0e5f5a',
		no: '#b9760e',
		other: '#a9afb8',
		first: '#34475a',
		second: '#8092a5',
		third: '#b3bec9',
		fourth: '#d5dce2',
		home: '#efe9da'
	},
	dark: {
		paper: '#14181d',
		ink: '#eceae4',
		muted: '#a7aeb6',
		rule: '#343b43',
		east: '#f08a6b',
		west: '#7fb2e5',
		yes: '#6fd3c6',
		no: '#f0b54d',
		other: '#737b86',
		first: '#c9d6e2',
		second: '#566a7d',
		third: '#3f4e5c',
		fourth: '#2d3944',
		home: '#262d36'
	}
} as const;

export type Theme = keyof typeof themes;
export type Token = keyof (typeof themes)['light'];

/** Least contrast of text to its ground, and of a drawing's parts to theirs (WCAG 2.2, 1.4.3 and 1.4.11). */
const readable = 4.5;
const visible = 3;

/** The family that the site serves, and what stands in where it is missing or not wanted. */
export const systemFonts =
	"system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";
export const siteFonts = `'Source Sans 3 Variable', ${systemFonts}`;

/** Red, green and blue, 0…255, of `#rrggbb`. */
const channels = (colour: string): [number, number, number] => [
	parseInt(colour.slice(1, 3), 16),
	parseInt(colour.slice(3, 5), 16),
	parseInt(colour.slice(5, 7), 16)
];

/** A colour laid over another: what a reader sees of a bar that is drawn paler. */
function over(colour: string, ground: string, opacity: number): string {
	const [below, above] = [channels(ground), channels(colour)];
	const mixed = above.map((each, at) =>
		Math.round(each * opacity + (below[at] ?? 0) * (1 - opacity))
	);
	return `#${mixed.map((each) => each.toString(16).padStart(2, '0')).join('')}`;
}

/** Contrast of two colours, 1…21 (WCAG 2.2). */
export function contrast(a: string, b: string): number {
	const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
	return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
	const [red = 0, green = 0, blue = 0] = channels(colour).map((each) => {
		const share = each / 255;
		return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
	});
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Whether words are read on a ground of either theme; outside the bar they always are. */
export const textOn = (token: Token, opacity: number): 'ink' | 'paper' | undefined =>
	(['ink', 'paper'] as const).find((text) =>
		Object.values(themes).every(
			(theme) => contrast(theme[text], over(theme[token], theme.paper, opacity)) >= readable
		)
	);

/**
 * The colour of the line round what is too pale to be seen by itself, on paper and on Germany's band, in either
 * theme; undefined where none is needed.
 *
 * @param opacity 0…1, with which it is filled
 */
export const rimOf = (token: Token, opacity = 1): Token | undefined => {
	if (isVisible(token, opacity)) return undefined;
	return isVisible(token, 1) ? token : 'muted';
};

const isVisible = (token: Token, opacity: number): boolean =>
	Object.values(themes).every((theme) =>
		[theme.paper, theme.home].every(
			(ground) => contrast(over(theme[token], ground, opacity), ground) >= visible
		)
	);
