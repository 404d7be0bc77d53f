// Tells the page around an embed how tall it is, in the dialects that newsrooms' pages understand:
// our own, Datawrapper's, AMP's, Embedly's, Pym's and iframe-resizer's. Nothing is sent unless the
// height changed, and nothing secret is: any page may listen.
(function () {
	if (parent === self) return;
	var box = document.querySelector('main');
	var child = new URLSearchParams(location.search).get('childId');
	var resizer;
	var last;
	function post(message) {
		parent.postMessage(message, '*');
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
		if (child) post(['pym', child, 'height', height].join('xPYMx'));
		if (resizer) post('[iFrameSizer]' + [resizer, height, innerWidth, kind || 'size'].join(':'));
	}
	// iframe-resizer speaks first and gives the frame a name.
	addEventListener('message', function (event) {
		var named = event.source === parent && /^\[iFrameSizer\]([^:]+):/.exec(event.data);
		if (!named) return;
		resizer = named[1];
		tell('init');
	});
	new ResizeObserver(function () {
		tell();
	}).observe(box);
})();
