/**
 * A drawing written shorter, for a page whose style sheet names colours by class, gives lines (`s-`) no
 * fill, and sets type in ink: what the sheet says need not stand in every element.
 */
export const shortened = (svg: string): string =>
	svg
		.replace(/<svg [^>]*(viewBox="[^"]+")[^>]*>/, '<svg font-size="14" $1>')
		.replace(/<\w+ class="[^"]*"[^>]*>/g, withoutUsual)
		.replace(
			/<rect([^>]*?)(?: x="([^"]+)")?(?: y="([^"]+)")? width="([^"]+)" height="([^"]+)"\/>/g,
			asPath
		)
		.replace(/ d="([^"]+)"/g, (_, path: string) => ` d="${shortPath(path)}"`)
		.replace(/(?<!opacity=")\b\d+\.\d{2,}/g, (number) => short(Number(number)))
		.replace(/(?:<path[^>]*\/>)+/g, joined);

/** Bars among bars; what is thin is a thick line, which takes half the letters. */
function asPath(_: string, tag: string, x = '0', y = '0', width: string, height: string): string {
	if (Number(height) > thin) return `<path${tag} d="M${x} ${y}h${width}v${height}h-${width}z"/>`;
	const line = tag.replace('class="c-', 'class="s-').replace(' fill-opacity', ' stroke-opacity');
	const middle = Number(y) + Number(height) / 2;
	return `<path${line} stroke-width="${height}" d="M${x} ${middle}h${width}"/>`;
}

/** Pixels. */
const thin = 8;

const withoutUsual = (tag: string): string =>
	tag
		.replace(/ (?:fill|stroke)="(?:#[0-9A-Fa-f]{6}|none)"/g, '')
		.replace(' stroke-width="1"', '')
		.replace(' font-size="14"', '')
		.replace('<text class="c-ink"', '<text');

/** Straight lines as steps from where the pen is: `M1 2L1 9L4 9` is `M1 2v7h3`. */
function shortPath(path: string): string {
	if (/[^MLZ\d\s.-]/.test(path)) return path;
	let at = [0, 0];
	return path.replace(/([MLZ])\s*(-?[\d.]+)?\s*(-?[\d.]+)?/g, (_, kind: string, x, y) => {
		if (kind === 'Z') return 'z';
		const to = [Number(short(Number(x))), Number(short(Number(y)))];
		const [right, down] = [to[0]! - at[0]!, to[1]! - at[1]!].map(short);
		at = to;
		if (kind === 'M') return `M${to.join(' ')}`;
		if (down === '0') return `h${right}`;
		return right === '0' ? `v${down}` : `l${right} ${down}`;
	});
}

const short = (value: number): string => String(Math.round(value * 10) / 10 || 0);

/** Neighbours that differ in their path only become one. */
function joined(paths: string): string {
	const groups: { tag: string; path: string }[] = [];
	for (const [, before = '', path = '', after = ''] of paths.matchAll(
		/<path([^>]*?) d="([^"]+)"([^>]*)\/>/g
	)) {
		const tag = before + after;
		const last = groups.at(-1);
		if (last?.tag === tag) last.path += path;
		else groups.push({ tag, path });
	}
	return groups.map(({ tag, path }) => `<path${tag} d="${stepwise(path)}"/>`).join('');
}

/** Beginnings as steps from the last end: what repeats along a drawing then repeats in its text. */
function stepwise(path: string): string {
	let [x, y, startX, startY] = [0, 0, 0, 0];
	return path.replace(
		/([Mhvlz])(-?[\d.]+)?(?: (-?[\d.]+))?/g,
		(step, kind: string, first = '0', second = '0') => {
			const [a, b] = [Number(first), Number(second)];
			if (kind === 'M') {
				const moved = `m${short(a - x)} ${short(b - y)}`;
				[x, y, startX, startY] = [a, b, a, b];
				return moved;
			}
			if (kind === 'z') [x, y] = [startX, startY];
			else if (kind === 'v') y += a;
			else {
				x += a;
				if (kind === 'l') y += b;
			}
			return step;
		}
	);
}
