#!/usr/bin/env bash
# What the tests need and npm cannot bring. Without Chromium they cannot run; without its shell, which has no
# windows, they take longer. R, nginx, Firefox and WebKit are for the tests that read our files with R, put
# nginx in front of the server and look at pages in other engines; elsewhere these tests say that they were
# left out, in CI they are not. Installs only what is missing, and only where that is possible without a
# question; else it says what to do.
set -u
chromium=${CHROMIUM:-/usr/bin/chromium}
packages=()
[ -x "$chromium" ] || packages+=(chromium fonts-dejavu-core fonts-liberation)
if [ "${CI:-}" = true ]; then
	command -v Rscript >/dev/null || packages+=(r-base-core)
	[ -n "${CHROMIUM:-}" ] || [ -x /usr/bin/chromium-headless-shell ] || packages+=(chromium-headless-shell)
	[ -x /usr/sbin/nginx ] || packages+=(nginx)
	[ -x /usr/bin/firefox-esr ] || packages+=(firefox-esr)
	[ -x /usr/bin/WebKitWebDriver ] || packages+=(webkit2gtk-driver)
	[ -x /usr/bin/Xvfb ] || packages+=(xvfb)
fi
[ ${#packages[@]} = 0 ] && exit 0
root=()
[ "$(id -u)" = 0 ] || root=(sudo -n)
if command -v apt-get >/dev/null && "${root[@]}" true 2>/dev/null; then
	echo "Installing Debian's ${packages[*]} for the tests …"
	"${root[@]}" apt-get update -qq &&
		"${root[@]}" env DEBIAN_FRONTEND=noninteractive \
			apt-get install -y -qq --no-install-recommends "${packages[@]}" >/dev/null
fi
[ -x "$chromium" ] && exit 0
echo "The browser tests need Chromium: install it, or set CHROMIUM to its path." >&2
exit 1
