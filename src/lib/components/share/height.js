// Tells the page around an embed how tall it is, in the dialects that newsrooms' pages understand: our
// own, Datawrapper's, AMP's, Embedly's, Pym's, iframe-resizer's (4 and 5), open-iframe-resizer's and
// WordPress'. Nothing is sent unless the height changed, and nothing secret is: any page may listen.
(function () {
	if (parent === self) {
		// Only a document of its own may open its table for print: a frame cannot grow there.
		document.documentElement.className = 'top';
		return;
	}
	var box = document.querySelector('main');
	var child = new URLSearchParams(location.search).get('childId');
	var resizer;
	var isOpen;
	var last;
	function post(message) {
		parent.postMessage(message, '*');
	}
	// WordPress puts a secret behind the address, sometimes after the embed has loaded.
	function secret() {
		var found = /[?&]secret=(\w+)/.exec(location.hash);
		return found && found[1];
	}
	function tell(kind) {
		var height = Math.ceil(box.getBoundingClientRect().height);
		if (height === last && !kind) return;
		last = height;
		var id = location.pathname + location.search;
		var dw = {};
		dw[id] = height;
		post({ type: 'beistand:height', id: id, height: height });
		post({ 'datawrapper-height': dw });
		post({ sentinel: 'amp', type: 'embed-size', height: height });
		post(JSON.stringify({ src: location.href, context: 'iframe.resize', height: height }));
		if (secret()) post({ message: 'height', value: height, secret: secret() });
		if (isOpen) post({ type: 'iframe-resized', width: innerWidth, height: height });
		if (child) post(['pym', child, 'height', height].join('xPYMx'));
		if (!resizer) return;
		var size = '[iFrameSizer]' + [resizer, height, innerWidth, ''].join(':');
		// Version 5 complains in the console of a first reply that names no version.
		if (kind === 'init') post(size + 'init:0');
		post(size + 'resizeObserver');
	}
	addEventListener('message', function (event) {
		var data = event.data;
		if (event.source !== parent || !data) return;
		var named = /^\[iFrameSizer\]([^:]+):/.exec(data);
		var asks = /^iframe-(child-init|get-child-dimensions)$/.test(data.type);
		if (named) resizer = named[1];
		if (asks) isOpen = true;
		if (named || asks) tell('init');
		// Whoever began to listen late asks: WordPress, and our own listener.
		else if (data.message === 'ready' || data.type === 'beistand:ask') tell('ready');
	});
	addEventListener('hashchange', function () {
		tell('secret');
	});
	// A frame of WordPress' may open no window; its page follows a link to where the frame is from.
	addEventListener('click', function (event) {
		var link = event.target.closest('a');
		if (!link || !secret() || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)
			return;
		event.preventDefault();
		post({ message: 'link', value: link.href, secret: secret() });
	});
	// A hidden frame is not drawn and hears nothing from an observer; WordPress hides it until this comes.
	tell();
	new ResizeObserver(function () {
		tell();
	}).observe(box);
})();
