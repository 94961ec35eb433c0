#!/usr/bin/env bash
# Prints the package mirror that apt already uses, so that no address stands in this project.
set -euo pipefail

mirror() {
  # apt fills in the name, not the shell.
  # shellcheck disable=SC2016
  apt-get indextargets --format '$(SITE)' 'Created-By: Packages' 'Origin: Debian' 'Label: Debian' | sort -u | sed -n 1p
}

found=$(mirror)
if [ -z "$found" ]; then
  # Images often come without package lists, and apt names the origin only once it has them.
  apt-get -q update >&2
  found=$(mirror)
fi
[ -n "$found" ] || { echo "apt names no Debian mirror: set MIRROR" >&2; exit 1; }
echo "$found"
