// Tells the page around an embed how tall it is, in the dialects that newsrooms' pages understand: our
// own, Datawrapper's, AMP's, Embedly's, Pym's, iframe-resizer's (4 and 5), open-iframe-resizer's and
// WordPress'. Nothing is sent unless the height changed, and nothing secret is: any page may listen.
(() => {
	// Only a document of its own may open its table for print: a frame cannot grow there.
	if (parent === self) return (document.documentElement.className = 'top');
	const box = document.querySelector('main');
	const child = new URLSearchParams(location.search).get('childId');
	let resizer, isOpen, last;
	const post = (message) => parent.postMessage(message, '*');
	// WordPress puts a secret behind the address, sometimes after the embed has loaded.
	const secret = () => /[?&]secret=(\w+)/.exec(location.hash)?.[1];
	const tell = (kind) => {
		const height = Math.ceil(box.getBoundingClientRect().height);
		if (height === last && !kind) return;
		last = height;
		const id = location.pathname + location.search;
		post({ type: 'beistand:height', id, height });
		post({ 'datawrapper-height': { [id]: height } });
		post({ sentinel: 'amp', type: 'embed-size', height });
		post(JSON.stringify({ src: location.href, context: 'iframe.resize', height }));
		if (secret()) post({ message: 'height', value: height, secret: secret() });
		if (isOpen) post({ type: 'iframe-resized', width: innerWidth, height });
		if (child) post(['pym', child, 'height', height].join('xPYMx'));
		if (!resizer) return;
		const size = '[iFrameSizer]' + [resizer, height, innerWidth, ''].join(':');
		// Version 5 complains in the console of a first reply that names no version.
		if (kind === 'init') post(size + 'init:0');
		post(size + 'resizeObserver');
	};
	addEventListener('message', ({ data, source }) => {
		if (source !== parent || !data) return;
		const named = /^\[iFrameSizer\]([^:]+):/.exec(data);
		const asks = /^iframe-(child-init|get-child-dimensions)$/.test(data.type);
		if (named) resizer = named[1];
		if (asks) isOpen = true;
		if (named || asks) tell('init');
		// Whoever began to listen late asks: WordPress, and our own listener.
		else if (data.message === 'ready' || data.type === 'beistand:ask') tell('ready');
	});
	addEventListener('hashchange', () => tell('secret'));
	// A frame of WordPress' may open no window; its page follows a link to where the frame is from.
	addEventListener('click', (event) => {
		const link = event.target.closest('a');
		if (!link || !secret() || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)
			return;
		event.preventDefault();
		post({ message: 'link', value: link.href, secret: secret() });
	});
	// A hidden frame is not drawn and hears nothing from an observer; WordPress hides it until this comes.
	tell();
	new ResizeObserver(() => tell()).observe(box);
})();
