/**
 * A chart as the server drew it for columns of one width. In the page it stands once, as markup: the
 * script that wakes the page up is told its size and no more (see hooks.ts).
 */
export class Drawing {
	width: number;
	height: number;
	/** The markup; in the browser an empty drawing of the same size. */
	svg: string;

	constructor(width: number, height: number, svg = emptyDrawing(width, height)) {
		this.width = width;
		this.height = height;
		this.svg = svg;
	}
}

/** Keeps the place of a drawing until the canvas over it is drawn, so that nothing moves. */
const emptyDrawing = (width: number, height: number): string =>
	`<svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"></svg>`;
