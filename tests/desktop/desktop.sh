#!/usr/bin/env bash
# desktop.sh SCRIPT.py OUT_DIR [FILE...]: runs a script inside the real QGIS, on a screen of its own and in a
# throw-away profile with the packaged plugin switched on. The files are opened first. The script is played by
# session.py; its pictures, the logs and its verdict go to OUT_DIR. Status 0 only if the script reached its end.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
script=$(realpath "$1")
out=$(realpath -m "$2")
shift 2
mkdir -p "$out"
rm -f "$out/verdict" "$out/stuck.png"

work=$(mktemp -d)
started=()
cleanup() {
  for process in "${started[@]}"; do kill "$process" 2>/dev/null || true; done
  wait
  rm -rf "$work"
}
trap cleanup EXIT

profile=$work/profiles/default
mkdir -p "$profile/python/plugins" "$profile/QGIS"
mkdir -m 700 "$work/run"
/usr/bin/python3 -m zipfile -e "$here/../../dist/cni_mapper.zip" "$profile/python/plugins"
# Everything that would open a window of its own, or ask the network, is off.
cat >"$profile/QGIS/QGIS3.ini" <<'INI'
[PythonPlugins]
cni_mapper=true
processing=true
[qgis]
askToSaveMemoryLayers=false
checkVersion=false
[app]
projections\unknownCrsBehavior=NoAction
[core]
NewsFeed\httpsfeedqgisorg\disabled=true
[locale]
overrideFlag=true
globalLocale=en_GB
userLocale=en_GB
INI

Xvfb -displayfd 4 -screen 0 "${SCREEN:-1400x900x24}" -nolisten tcp -noreset 4>"$work/display" 2>"$out/xvfb.log" &
started+=($!)
for _ in $(seq 100); do
  [ -s "$work/display" ] && break
  sleep 0.1
done
[ -s "$work/display" ] || { echo "Xvfb did not start: see $out/xvfb.log" >&2; exit 2; }
DISPLAY=":$(tr -d '\n' <"$work/display")"
export DISPLAY QT_QPA_PLATFORM=xcb XDG_RUNTIME_DIR=$work/run HOME=$work LC_ALL=C.UTF-8 LIBGL_ALWAYS_SOFTWARE=1
export DESKTOP_OUT=$out PYTHONPATH=$here${PYTHONPATH:+:$PYTHONPATH} PYTHONDONTWRITEBYTECODE=1
# Windows have no titles and cannot be enlarged without a window manager.
openbox >"$out/openbox.log" 2>&1 &
started+=($!)
sleep 0.5

# A question that nobody answers holds QGIS until its time is over: the picture then shows which.
limit=${LIMIT:-120}
(sleep $((limit - 2)) && import -window root "$out/stuck.png") >/dev/null 2>&1 &
started+=($!)

status=0
timeout -k 5 "$limit" "${QGIS_BIN:-qgis}" --nologo --noversioncheck --profiles-path "$work" --profile default \
  --code "$script" "$@" >"$out/qgis.log" 2>&1 || status=$?
[ "$status" = 0 ] || echo "QGIS ended with $status: see $out" >&2
cat "$out/verdict" 2>/dev/null || echo "no verdict: the script did not reach its end" >&2
[ "$status" = 0 ] && [ "$(cat "$out/verdict" 2>/dev/null)" = ok ]
