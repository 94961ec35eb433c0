#!/usr/bin/env bash
# journeys.sh [-o OUT_DIR] [NAME...]: plays journeys through the real QGIS, JOBS at a time (default 1); all of them if
# none is named. A journey is NAME.py; its further sessions, if it has any, are NAME_2.py, NAME_3.py and so on, with the
# same home, profile and numbering of pictures. Pictures go to OUT_DIR/NAME, logs to OUT_DIR/NAME/session-1 and so on.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
out=$here/../../build/desktop
if [ "${1:-}" = -o ]; then
  out=$2
  shift 2
fi
[ $# -gt 0 ] || set -- reload newcomer officer analyst bad_files cancel welsh leaks
mkdir -p "$out"

# settle NAME: what a journey needs otherwise than the rest. LIMIT is for each of its sessions, in seconds: it ends one
# that hangs, and must not end one on a slow machine.
settle() {
  if [ "$1" = welsh ]; then
    export LOCALE=cy
  fi
  export LIMIT=${LIMIT:-240}
}

play() (
  name=$1 number=1 start=$SECONDS
  settle "$name"
  rm -rf "${out:?}/$name"
  mkdir -p "$out/$name"
  WORK=$(mktemp -d)
  trap 'rm -rf "$WORK"' EXIT
  export WORK PICTURES=$out/$name
  script=$here/$name.py verdict=ok
  while [ "$number" = 1 ] || [ -e "$script" ]; do
    log=$out/$name/session-$number
    mkdir -p "$log"
    "$here/desktop.sh" "$script" "$log" >"$log/desktop.log" 2>&1 || { verdict="FAILED in session $number"; break; }
    number=$((number + 1))
    script=$here/${name}_$number.py
  done
  echo "$name: $verdict, $((SECONDS - start)) s"
  if [ "$verdict" != ok ]; then
    sed 's/^/  /' "$log/desktop.log"
    touch "$out/$name/failed"
  fi
)

for name in "$@"; do
  [ -e "$here/$name.py" ] || { echo "no journey $name" >&2; exit 2; }
done
start=$SECONDS
for name in "$@"; do
  while [ "$(jobs -pr | wc -l)" -ge "${JOBS:-1}" ]; do wait -n; done
  play "$name" &
done
wait
echo "$# journeys, $((SECONDS - start)) s"
for name in "$@"; do
  [ ! -e "$out/$name/failed" ] || exit 1
done
