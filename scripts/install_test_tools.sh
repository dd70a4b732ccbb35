#!/bin/sh
# What the browser and document tests need beside Python: a Chromium, LibreOffice Writer, poppler.
# Whatever is installed is used. Missing and root on Debian or Ubuntu: installs the packages. Else: says what to install.
set -eu

any() { for name in "$@"; do command -v "$name" >/dev/null 2>&1 && return 0; done; return 1; }
has_writer() {
    office=$(command -v soffice || command -v libreoffice) || return 1
    folder=$(dirname "$(readlink -f "$office")")
    [ -e "$folder/swriter" ] || [ -e "$folder/libswlo.so" ] || command -v lowriter >/dev/null 2>&1
}

missing=""
any chromium chromium-browser google-chrome google-chrome-stable || missing="$missing chromium"
has_writer || missing="$missing libreoffice-writer"
any pdftoppm || missing="$missing poppler-utils"
[ -n "$missing" ] || exit 0

if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Installing for the browser and document tests:$missing"
    apt-get update -qq
    # shellcheck disable=SC2086
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing fonts-liberation >/dev/null
else
    echo "The tests need these programs; install them and run again:$missing" >&2
    exit 1
fi
