#!/bin/sh
# What the browser and document tests need beside Python: a Chromium, LibreOffice Writer and Calc, poppler.
# Whatever is installed is used. Missing and root on Debian or Ubuntu: installs the packages. Else: says what to install.
set -eu

any() { for name in "$@"; do command -v "$name" >/dev/null 2>&1 && return 0; done; return 1; }
# A part of LibreOffice: its library, its start script in the program's folder, or its own command.
has_office() {
    office=$(command -v soffice || command -v libreoffice) || return 1
    folder=$(dirname "$(readlink -f "$office")")
    [ -e "$folder/$1" ] || [ -e "$folder/$2" ] || command -v "$3" >/dev/null 2>&1
}

missing=""
any chromium chromium-browser google-chrome google-chrome-stable || missing="$missing chromium"
has_office swriter libswlo.so lowriter || missing="$missing libreoffice-writer"
has_office scalc libsclo.so localc || missing="$missing libreoffice-calc"
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
