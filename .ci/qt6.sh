#!/usr/bin/env bash
# Looks for names that Qt 6 lacks, then runs tests/qt on Qt 6: PyQt6 in .venv-qt6, with the qgis.PyQt of QGIS 3.44
# made to stand on it. No QGIS for Qt 6 can be installed here, so this is as near as the tests get.
set -euo pipefail
cd "$(dirname "$0")/.."

cache=${CNI_QGIS_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/cni-mapper}
if [ ! -f "$cache/3.44/.complete" ]; then
  .ci/setup.sh mmdebstrap
  .ci/qgis-chroot.sh "$cache/3.44"
fi

list=.ci/requirements-qt6.txt
if ! cmp -s "$list" .venv-qt6/installed.txt; then
  rm -rf .venv-qt6
  /usr/bin/python3 -m venv .venv-qt6
  .venv-qt6/bin/pip install --quiet --disable-pip-version-check --requirement "$list"
  cp "$list" .venv-qt6/installed.txt
fi

shim=build/qt6/shim
rm -rf "$shim"
mkdir -p "$shim/qgis"
touch "$shim/qgis/__init__.py"
cp -r "$cache/3.44/root/usr/lib/python3/dist-packages/qgis/PyQt" "$shim/qgis/"
# QGIS fills these in when it is built: which PyQt, and which parts of the files are for it.
find "$shim" -name '*.py' -exec sed -i 's/PyQt5/PyQt6/g; s/if 5 == 6/if 6 == 6/' {} +

export PYTHONPATH=$shim QT_QPA_PLATFORM=offscreen PYTHONDONTWRITEBYTECODE=1
.venv-qt6/bin/python .ci/qt6check.py plugin.py __init__.py ui
.venv-qt6/bin/python -m pytest tests/qt "$@"
