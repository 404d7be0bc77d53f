#!/bin/sh
# Runs after an install when the Node that npm brought does not: it is made for glibc, and Alpine has musl.
# It is taken away, so that the scripts find the system's own. If that is missing or too old, one sentence
# says what to do.
set -u
brought=node_modules/.bin/node
if [ -e "$brought" ] && ! "$brought" --version >/dev/null 2>&1; then
	rm -f "$brought"
fi
# npm puts node_modules/.bin first; what is left is the system's.
if ! node --version >/dev/null 2>&1; then
	echo 'Beistand found no Node that runs here: the one it brings needs glibc. On Alpine: apk add nodejs-current npm (24.2 or newer).' >&2
	exit 1
fi
# npm puts node_modules/.bin first; what is left is the system's, and this says whether it will do.
exec node src/process/guard.js
