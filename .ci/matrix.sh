#!/usr/bin/env bash
# Runs the QGIS tests, the desktop check and the acceptance scripts on each QGIS version in QGIS (default: 3.22 3.40 3.44).
# 3.22 is the installed one; the folders of the others are kept in CNI_QGIS_CACHE. The versions other than 3.22 run side
# by side. TESTED names a version whose QGIS tests and journeys have just passed and need no second run.
set -euo pipefail
cd "$(dirname "$0")/.."

cache=${CNI_QGIS_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/cni-mapper}
shared=../shared/acceptance
logs=build/matrix
mkdir -p "$cache" "$logs"
rm -f "$logs"/*.report "$logs"/*.failed

# attempt LOG COMMAND...: keeps the output; a run that hangs is ended, so that the others still get their turn.
attempt() {
  local log=$1
  shift
  timeout --kill-after=10 2400 "$@" >"$log" 2>&1
}

# version NAME TESTS PYTHON RUNNER...: the runner, if there is one, is what commands are started through.
version() {
  local name=$1 tests=$2 python=$3 start=$SECONDS script
  shift 3
  local tested="passed just now" loads="passed just now" accepted=""
  fail() { touch "$logs/$name.failed"; }
  if [ "$name" != "${TESTED:-}" ]; then
    # The list of tests is meant to be split.
    # shellcheck disable=SC2086
    if attempt "$logs/$name-tests.log" "$@" "$python" -m pytest $tests; then tested=passed; else tested=FAILED; fail; fi
    tested+=$(grep -E '^=+ .* in [0-9.]+s' "$logs/$name-tests.log" | tail -n 1 | tr -d =)
    if attempt "$logs/$name-desktop.log" "$@" tests/desktop/journeys.sh -o "$logs/$name-desktop"; then loads=passed
    else loads=FAILED; fail; fi
  fi
  for script in main_job own_index; do
    if [ -f "$shared/$script.py" ]; then
      attempt "$logs/$name-$script.log" "$@" "$python" "$shared/$script.py" dist/cni_mapper.zip || fail
      accepted+=" $script: $(tail -n 1 "$logs/$name-$script.log");"
    else
      accepted+=" $script: not run, $shared is absent;"
    fi
  done
  echo "QGIS $name in $((SECONDS - start)) s;$accepted desktop: $loads; tests: $tested" | tee "$logs/$name.report"
}

for wanted in ${QGIS:-3.22 3.40 3.44}; do
  start=$SECONDS
  case $wanted in
    3.22)
      rm -rf .qgis-settings
      version 3.22 "tests/qt tests/ui" .venv/bin/python ;;
    3.40)
      .ci/qgis-beside.sh "$cache/3.40"
      echo "QGIS 3.40 was ready after $((SECONDS - start)) s"
      rm -rf .qgis-settings
      version 3.40 "tests/qt tests/ui" .venv/bin/python "$cache/3.40/run" & ;;
    3.44)
      .ci/setup.sh mmdebstrap
      .ci/qgis-chroot.sh "$cache/3.44"
      echo "QGIS 3.44 was ready after $((SECONDS - start)) s"
      # The core tests too: this one has the newer Python, numpy and pandas.
      version 3.44 "tests/core tests/qt tests/ui" python3 "$cache/3.44/run" \
        env CNI_REQUIRE_REFERENCE_DATA="${CNI_REQUIRE_REFERENCE_DATA:-}" & ;;
    *)
      echo "no QGIS $wanted here: choose from 3.22 3.40 3.44" >&2
      exit 2 ;;
  esac
done
wait

for failed in "$logs"/*.failed; do
  [ -e "$failed" ] || continue
  name=$(basename "$failed" .failed)
  for log in "$logs/$name"-*.log; do
    echo "=== $log"
    tail -n 60 "$log"
  done
done
echo "=== Matrix"
cat "$logs"/*.report
! ls "$logs"/*.failed >/dev/null 2>&1
