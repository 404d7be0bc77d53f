import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';

const require = createRequire(import.meta.url);
const packaged = (path: string): string => readFileSync(require.resolve(path), 'utf8');

/**
 * dist/embed.js of @datawrapper/chart-core 8.47.0, byte for byte: what stands on every page with a chart
 * of Datawrapper's. Installing the package would bring sixty others for these three lines.
 *
 * MIT License. Copyright (c) 2019 Datawrapper. Permission is hereby granted, free of charge, to any
 * person obtaining a copy of this software and associated documentation files, to deal in it without
 * restriction, provided that this notice is included; it comes without warranty of any kind.
 */
const datawrapper =
	'!function(){"use strict";window.addEventListener("message",(function(e){if(void 0!==e.data["datawrapper-height"]){var t=document.querySelectorAll("iframe");for(var a in e.data["datawrapper-height"])for(var r=0;r<t.length;r++){if(t[r].contentWindow===e.source)t[r].style.height=e.data["datawrapper-height"][a]+"px"}}}))}();';

const frame = (src: string, more = '') =>
	`<iframe id="f" src="${src}" width="100%" height="300" frameborder="0" scrolling="no" ${more}></iframe>`;
const page = (body: string, head = '') =>
	`<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Newsroom</title><link rel="icon" href="data:,"><style>body{margin:16px}article{max-width:600px;margin:auto}</style>${head}<article><p>An article.</p>${body}<p>Its end.</p></article></html>`;

/** Pages of newsrooms that put an embed into an article, each in its way. */
export const hosts = {
	/** Whatever text was copied. */
	pasted: (text: string) => page(text),
	datawrapper: (src: string) => page(`${frame(src)}<script>${datawrapper}</script>`),
	'datawrapper, sandboxed': (src: string) =>
		page(`${frame(src, 'sandbox="allow-scripts"')}<script>${datawrapper}</script>`),
	pym: (src: string) =>
		page(
			`<div id="p"></div><script>new pym.Parent('p', ${JSON.stringify(src)}, {})</script>`,
			`<script>${packaged('pym.js/dist/pym.v1.min.js')}</script>`
		),
	'iframe-resizer': (src: string) =>
		page(
			`${frame(src)}<script>iFrameResize({ checkOrigin: false, warningTimeout: 0 }, '#f')</script>`,
			`<script>${packaged('iframe-resizer/js/iframeResizer.min.js')}</script>`
		)
};

/** A newsroom's server: another origin than ours. */
export interface Host {
	origin: string;
	/** Puts a page up. @returns its address */
	show(html: string): string;
	close(): Promise<void>;
}

export async function startHost(): Promise<Host> {
	const pages: string[] = [];
	const server = createServer((request, response) => {
		const html = pages[Number(request.url?.slice(1))];
		response.writeHead(html === undefined ? 404 : 200, {
			'content-type': 'text/html; charset=utf-8'
		});
		response.end(html);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	return {
		origin,
		show: (html) => `${origin}/${pages.push(html) - 1}`,
		close: () =>
			new Promise((resolve) => {
				server.closeAllConnections();
				server.close(() => resolve());
			})
	};
}
