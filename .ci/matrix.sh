#!/usr/bin/env bash
# Runs the QGIS tests, the desktop check and the acceptance script on each QGIS version in QGIS (default: 3.22 3.40 3.44).
# 3.22 is the installed one; the folders of the others are kept in CNI_QGIS_CACHE.
set -euo pipefail
cd "$(dirname "$0")/.."

cache=${CNI_QGIS_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/cni-mapper}
acceptance=../shared/acceptance/main_job.py
logs=build/matrix
mkdir -p "$cache" "$logs"
failed=0
report=()

# attempt LOG COMMAND...: shows and keeps the output; a run that hangs is ended, so that the others still get their turn.
attempt() {
  local log=$1
  shift
  timeout --kill-after=10 1200 "$@" 2>&1 | tee "$log"
}

# version NAME TESTS PYTHON RUNNER...: the runner, if there is one, is what commands are started through.
version() {
  local name=$1 tests=$2 python=$3 start=$SECONDS
  shift 3
  local tested=passed loads=passed accepted="not run, $acceptance is absent"
  echo "=== QGIS $name"
  rm -rf .qgis-settings
  # The list of tests is meant to be split.
  # shellcheck disable=SC2086
  attempt "$logs/$name-tests.log" "$@" "$python" -m pytest $tests || { tested=FAILED; failed=1; }
  attempt "$logs/$name-desktop.log" "$@" tests/desktop/desktop.sh tests/desktop/reload.py "$logs/$name-desktop" ||
    { loads=FAILED; failed=1; }
  if [ -f "$acceptance" ]; then
    accepted=passed
    attempt "$logs/$name-acceptance.log" "$@" "$python" "$acceptance" dist/cni_mapper.zip || { accepted=FAILED; failed=1; }
    accepted+=" ($(tail -n 1 "$logs/$name-acceptance.log"))"
  fi
  report+=("QGIS $name in $((SECONDS - start)) s; acceptance: $accepted; desktop: $loads; tests: $tested,$(
    tail -n 1 "$logs/$name-tests.log" | tr -d =)")
}

for wanted in ${QGIS:-3.22 3.40 3.44}; do
  start=$SECONDS
  case $wanted in
    3.22)
      version 3.22 tests/ui .venv/bin/python ;;
    3.40)
      .ci/qgis-beside.sh "$cache/3.40"
      echo "QGIS 3.40 was ready after $((SECONDS - start)) s"
      version 3.40 tests/ui .venv/bin/python "$cache/3.40/run" ;;
    3.44)
      .ci/setup.sh mmdebstrap
      .ci/qgis-chroot.sh "$cache/3.44"
      echo "QGIS 3.44 was ready after $((SECONDS - start)) s"
      # The core tests too: this one has the newer Python, numpy and pandas.
      version 3.44 "tests/core tests/ui" python3 "$cache/3.44/run" \
        env CNI_REQUIRE_REFERENCE_DATA="${CNI_REQUIRE_REFERENCE_DATA:-}" ;;
    *)
      echo "no QGIS $wanted here: choose from 3.22 3.40 3.44" >&2
      exit 2 ;;
  esac
done

echo "=== Matrix"
printf '%s\n' "${report[@]}"
exit "$failed"
