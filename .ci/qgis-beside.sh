#!/usr/bin/env bash
# qgis-beside.sh DIR: unpacks QGIS 3.40 (bookworm-backports) into DIR, beside the installed 3.22,
# whose Qt, GDAL, PROJ and Python it shares. DIR/run COMMAND... then runs a command against it.
set -euo pipefail

dir=$(realpath -m "$1")
here=$(cd "$(dirname "$0")" && pwd)
if [ ! -e "$dir/.complete" ]; then
  mirror=${MIRROR:-$("$here/mirror.sh")}

  # A build that was interrupted must not pass for a finished one.
  rm -rf "$dir"
  apt=$dir/apt
  mkdir -p "$apt/lists/partial" "$apt/archives/partial" "$apt/parts" "$dir/root"
  for suite in bookworm bookworm-backports; do echo "deb $mirror $suite main"; done >"$apt/sources.list"

  get() {
    # Mirrors that are not refreshed daily serve an expired backports index; its signature is still checked.
    apt-get -q -o Dir::Etc::sourcelist="$apt/sources.list" -o Dir::Etc::sourceparts="$apt/parts" \
      -o Dir::State::lists="$apt/lists" -o Dir::Cache::archives="$apt/archives" \
      -o Dir::Cache::pkgcache= -o Dir::Cache::srcpkgcache= -o APT::Sandbox::User=root \
      -o Acquire::Languages=none -o Acquire::Check-Valid-Until=false -o Debug::NoLocking=1 "$@" >"$dir/apt.log" 2>&1 ||
      { cat "$dir/apt.log" >&2; exit 1; }
  }
  get update
  get -y --download-only --no-install-recommends -t bookworm-backports install qgis python3-qgis qgis-providers
  for package in "$apt"/archives/*.deb; do
    case $package in */qgis-server*) continue ;; esac
    dpkg-deb -x "$package" "$dir/root"
  done
  rm -rf "$apt"
  touch "$dir/.complete"
fi

# Some libraries look for their private ones at fixed places, which here are elsewhere.
libraries=$(find "$dir/root/usr/lib" -maxdepth 3 -path '*-linux-gnu*' -name 'lib*.so*' -printf '%h\n' | sort -u | paste -sd :)
cat >"$dir/run.new" <<RUN
#!/usr/bin/env bash
root='$dir/root'
export LD_LIBRARY_PATH="\$root/usr/lib:$libraries"
export PYTHONPATH="\$root/usr/lib/python3/dist-packages:\$root/usr/share/qgis/python/plugins\${PYTHONPATH:+:\$PYTHONPATH}"
export QGIS_PREFIX_PATH="\$root/usr" QGIS_BIN="\$root/usr/bin/qgis.bin" QGIS_PROCESS="\$root/usr/bin/qgis_process.bin"
exec "\$@"
RUN
chmod +x "$dir/run.new"
mv "$dir/run.new" "$dir/run"
