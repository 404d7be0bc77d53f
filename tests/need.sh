#!/usr/bin/env bash
# What the browser tests need and npm cannot bring: Debian's Chromium and fonts. Installs only what is
# missing, and only where that is possible without a question; elsewhere it says what to do.
set -u
chromium=${CHROMIUM:-/usr/bin/chromium}
[ -x "$chromium" ] && exit 0
root=()
[ "$(id -u)" = 0 ] || root=(sudo -n)
if command -v apt-get >/dev/null && "${root[@]}" true 2>/dev/null; then
	echo "Installing Debian's chromium and fonts for the browser tests …"
	"${root[@]}" apt-get update -qq &&
		DEBIAN_FRONTEND=noninteractive "${root[@]}" apt-get install -y -qq --no-install-recommends \
			chromium fonts-dejavu-core fonts-liberation >/dev/null && exit 0
fi
echo "The browser tests need Chromium: install it, or set CHROMIUM to its path." >&2
exit 1
