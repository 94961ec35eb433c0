#!/usr/bin/env bash
# setup.sh [PACKAGE...]: installs what the tests need and this machine lacks, and the packages named besides.
set -euo pipefail
cd "$(dirname "$0")/.."

missing=()
while read -r package; do
  # A package can be known to dpkg without being installed, so its existence there is not enough.
  [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || missing+=("$package")
done < <(cat .ci/packages.txt; printf '%s\n' "$@" | sed '/^$/d')

if [ "${#missing[@]}" -gt 0 ]; then
  as_root=()
  if [ "$(id -u)" != 0 ]; then
    command -v sudo >/dev/null || { echo "Run this as root, then try again: apt-get install --no-install-recommends ${missing[*]}" >&2; exit 1; }
    as_root=(sudo)
  fi
  apt_get() { "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=600 -o Dpkg::Use-Pty=0 "$@"; }
  echo "Installing: ${missing[*]}"
  apt_get update
  apt_get install -y --no-install-recommends "${missing[@]}"
fi

# venv FOLDER LIST [OPTION...]: makes the folder again only when its list of packages has changed.
venv() {
  local folder=$1 list=$2
  shift 2
  cmp -s "$list" "$folder/installed.txt" && return
  rm -rf "$folder"
  # QGIS is built for the system's own Python; another one earlier on PATH could not import it.
  /usr/bin/python3 -m venv "$@" "$folder"
  "$folder/bin/pip" install --quiet --disable-pip-version-check --requirement "$list"
  cp "$list" "$folder/installed.txt"
}
venv .venv .ci/requirements-test.txt --system-site-packages
venv .venv-lint .ci/requirements-lint.txt
