#!/usr/bin/env bash
# desktop.sh SCRIPT.py OUT_DIR [FILE...]: runs a script inside the real QGIS, on a screen of its own and in a
# throw-away profile with the packaged plugin switched on. The files are opened first. The script is played by
# session.py; its pictures, the logs and its verdict go to OUT_DIR. Status 0 only if the script reached its end and
# neither QGIS's log nor its standard error holds a fault of the plugin.
# Settings: LIMIT seconds; LOCALE such as cy; THEME such as "Night Mapping"; SCALE such as 2; SCREEN in pixels;
# PICTURES a folder other than OUT_DIR; WORK a folder for home and profile that is kept for the next session.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
script=$(realpath "$1")
out=$(realpath -m "$2")
shift 2
pictures=$(realpath -m "${PICTURES:-$out}")
mkdir -p "$out" "$pictures"
rm -f "$out/verdict" "$out/stuck.png"
# Pictures go on being numbered through the sessions of a journey that share a folder.
[ -n "${PICTURES:-}" ] || rm -f "$out"/[0-9][0-9]-*.png

work=$(realpath -m "${WORK:-$(mktemp -d)}")
started=()
cleanup() {
  for process in "${started[@]}"; do kill "$process" 2>/dev/null || true; done
  wait
  rm -rf "$work/run" "$work/display"
  [ -n "${WORK:-}" ] || rm -rf "$work"
}
trap cleanup EXIT

profile=$work/profiles/default
mkdir -p "$profile/python/plugins" "$profile/QGIS"
rm -rf "$work/run" "$work/display" "$profile/python/plugins/cni_mapper"
mkdir -m 700 "$work/run"
/usr/bin/python3 -m zipfile -e "$here/../../dist/cni_mapper.zip" "$profile/python/plugins"
# Everything that would open a window of its own, or ask the network, is off.
[ -e "$profile/QGIS/QGIS3.ini" ] || cat >"$profile/QGIS/QGIS3.ini" <<INI
[PythonPlugins]
cni_mapper=true
processing=true
[qgis]
askToSaveMemoryLayers=false
checkVersion=false
[app]
projections\\unknownCrsBehavior=NoAction
[core]
NewsFeed\\httpsfeedqgisorg\\disabled=true
[UI]
UITheme=${THEME:-default}
[locale]
overrideFlag=true
globalLocale=${LOCALE:-en_GB}
userLocale=${LOCALE:-en_GB}
INI

scale=${SCALE:-1}
screen=${SCREEN:-$(awk "BEGIN { printf \"%dx%dx24\", 1400 * $scale, 900 * $scale }")}
Xvfb -displayfd 4 -screen 0 "$screen" -nolisten tcp -noreset 4>"$work/display" 2>"$out/xvfb.log" &
started+=($!)
for _ in $(seq 100); do
  [ -s "$work/display" ] && break
  sleep 0.1
done
[ -s "$work/display" ] || { echo "Xvfb did not start: see $out/xvfb.log" >&2; exit 2; }
DISPLAY=":$(tr -d '\n' <"$work/display")"
export DISPLAY QT_QPA_PLATFORM=xcb XDG_RUNTIME_DIR=$work/run HOME=$work LC_ALL=C.UTF-8 LIBGL_ALWAYS_SOFTWARE=1
export QT_SCALE_FACTOR=$scale DESKTOP_OUT=$out DESKTOP_PICTURES=$pictures DESKTOP_WORK=$work
export PYTHONPATH=$here${PYTHONPATH:+:$PYTHONPATH} PYTHONDONTWRITEBYTECODE=1 PYQGIS_STARTUP=$here/startup.py
# A crash, or the signal at the end of the time limit, leaves in qgis.log where Python was.
export PYTHONFAULTHANDLER=1
# Windows have no titles and cannot be enlarged without a window manager.
openbox >"$out/openbox.log" 2>&1 &
started+=($!)
sleep 0.5

# A question that nobody answers holds QGIS until its time is over: the picture then shows which.
limit=${LIMIT:-120}
(sleep $((limit - 2)) && import -window root "$out/stuck.png") >/dev/null 2>&1 &
started+=($!)

status=0
timeout -s ABRT -k 5 "$limit" "${QGIS_BIN:-qgis}" --nologo --noversioncheck --profiles-path "$work" --profile default \
  --code "$script" "$@" >"$out/qgis.log" 2>&1 || status=$?
[ "$status" = 0 ] || {
  echo "QGIS ended with $status: see $out" >&2
  sed -n '/^Fatal Python error/,/^Extension modules/p' "$out/qgis.log" | cut -c 1-200 >&2
}
cat "$out/verdict" 2>/dev/null || echo "no verdict: the script did not reach its end" >&2
[ "$status" = 0 ] && [ "$(cat "$out/verdict" 2>/dev/null)" = ok ] || exit 1
# Once more, for what was said while QGIS shut down.
/usr/bin/python3 "$here/logs.py" "$out/qgis.log"
