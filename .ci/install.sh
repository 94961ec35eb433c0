#!/usr/bin/env bash
# Links this checkout into the user's QGIS profile; QGIS_PROFILE names another profile folder than the default one.
set -euo pipefail

checkout=$(cd "$(dirname "$0")/.." && pwd)
profile=${QGIS_PROFILE:-${XDG_DATA_HOME:-$HOME/.local/share}/QGIS/QGIS3/profiles/default}
link=$profile/python/plugins/cni_mapper
if [ -e "$link" ] || [ -L "$link" ]; then
  if [ "$(readlink "$link")" = "$checkout" ]; then
    echo "Already linked: $link"
    exit 0
  fi
  echo "$link is there already and is not a link to this checkout: move it away first" >&2
  exit 1
fi
mkdir -p "$(dirname "$link")"
ln -s "$checkout" "$link"
echo "Linked $link; switch on CNI Mapper in QGIS under Plugins, Manage and Install Plugins."
