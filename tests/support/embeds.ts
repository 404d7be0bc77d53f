import type { ElementHandle, Frame, Page } from 'playwright-core';

/** An embed on somebody's page, and the frame that it is in. */
export interface ShownEmbed {
	page: Page;
	inside: Frame;
	element: ElementHandle<Element>;
}

/** All embeds of a page, in their order. */
export async function embedsOn(page: Page): Promise<ShownEmbed[]> {
	const elements = await page.$$('iframe[src*="/embed/"]');
	return Promise.all(
		elements.map(async (element) => {
			const inside = await element.contentFrame();
			if (!inside) throw new Error('Expected a frame to have a content');
			await inside.waitForSelector('footer a', { state: 'attached' });
			return { page, inside, element };
		})
	);
}

/** The one embed of a page. */
export async function embedOn(page: Page): Promise<ShownEmbed> {
	const [embed] = await embedsOn(page);
	if (!embed) throw new Error('Expected a frame with an embed, found none');
	return embed;
}

const heightOf = (element: Element): number => element.getBoundingClientRect().height;

/** Pixels by which the frame is higher than what is in it. */
export async function spare({ inside, element }: ShownEmbed): Promise<number> {
	return (await element.evaluate(heightOf)) - (await inside.$eval('main', heightOf));
}

export const isFitted = async (embed: ShownEmbed): Promise<boolean> =>
	Math.abs(await spare(embed)) <= 1;

/** Parts of the embed that a reader cannot bring into sight and touch, of title, source and link. */
export async function outOfReach({ inside, element }: ShownEmbed): Promise<string[]> {
	const lost: string[] = [];
	for (const selector of ['footer a', 'footer p', 'h1']) {
		const part = inside.locator(selector).first();
		// First the frame, then the part: a frame out of sight is not drawn, and nothing in it comes to rest.
		await element.evaluate((frame) => frame.scrollIntoView({ block: 'center' }));
		await part.evaluate((each) => each.scrollIntoView({ block: 'nearest' }));
		const box = await part.boundingBox();
		const isOnTop =
			box !== null &&
			(await element.evaluate(
				(frame, [x, y]) => document.elementFromPoint(x!, y!) === frame,
				[box.x + Math.min(20, box.width / 2), box.y + box.height / 2]
			));
		if (!isOnTop) lost.push(selector);
	}
	return lost;
}

/** A snippet's frame that is loaded at once. */
export const eager = (code: string): string => code.replace(' loading="lazy"', '');
