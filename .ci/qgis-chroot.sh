#!/usr/bin/env bash
# qgis-chroot.sh DIR: a Debian 13 folder with QGIS 3.44 (trixie-backports) and what the tests need. Root only.
# DIR/run COMMAND... then runs a command in it, in the current folder, which appears there as /src/checkout
# with ../shared, if there is one, read-only beside it.
set -euo pipefail

dir=$(realpath -m "$1")
here=$(cd "$(dirname "$0")" && pwd)
packages=qgis,python3-qgis,qgis-providers,libqt5sql5-sqlite,python3-pytest,python3-pytest-cov,python3-hypothesis
packages+=,python3-pandas,python3-geopandas,python3-scipy,python3-sklearn,python3-openpyxl,postgresql-17-postgis-3
packages+=,xvfb,xauth,openbox,xdotool,fonts-open-sans,fonts-liberation,poppler-utils,fonts-dejavu-core
mapfile -t pip < <(grep -iE '^(pytest-qgis|factor-analyzer|coloraide)' "$here/requirements-test.txt")
wanted="$packages ${pip[*]}"

if [ "$(cat "$dir/.complete" 2>/dev/null)" != "$wanted" ]; then
  [ "$(id -u)" = 0 ] || { echo "the Debian 13 folder can only be made by root" >&2; exit 1; }
  mirror=${MIRROR:-$("$here/mirror.sh")}
  rm -rf "$dir"
  mkdir -p "$dir"
  mmdebstrap --quiet --variant=apt --mode=root \
    --aptopt='APT::Install-Recommends "false"' --aptopt='Acquire::Languages "none"' \
    --aptopt='Acquire::Check-Valid-Until "false"' --aptopt='APT::Default-Release "trixie-backports"' \
    --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-exclude=/usr/share/man/*' \
    --dpkgopt='path-exclude=/usr/share/locale/*' --dpkgopt='force-unsafe-io' \
    --include="$packages" trixie "$dir/root" "deb $mirror trixie main" "deb $mirror trixie-backports main"
  mkdir -p "$dir/root/src/checkout" "$dir/root/src/shared" "$dir/root/src/data"
  # From outside, since the folder has neither name resolution nor this machine's package index.
  "$here/../.venv/bin/pip" install --quiet --no-deps --no-compile --target "$dir/root/opt/pip" "${pip[@]}"
  echo "$wanted" >"$dir/.complete"
fi

cat >"$dir/run.new" <<'RUN'
#!/usr/bin/env bash
# The mounts live in a namespace of their own: nothing stays mounted afterwards.
set -euo pipefail
root=$(cd "$(dirname "$0")" && pwd)/root
exec unshare --mount bash -euc '
  root=$1; shift
  mount -t proc proc "$root/proc"
  mount -t sysfs sysfs "$root/sys"
  mount --rbind /dev "$root/dev"
  mount -t tmpfs tmpfs "$root/tmp"
  mkdir -m 700 "$root/tmp/run"
  mount --bind "$PWD" "$root/src/checkout"
  # Another QGIS may run in this checkout at the same time, with a profile of its own.
  mkdir -p .qgis-settings
  mount -t tmpfs tmpfs "$root/src/checkout/.qgis-settings"
  if [ -d ../shared ]; then
    mount --bind ../shared "$root/src/shared"
    mount -o remount,bind,ro "$root/src/shared"
  fi
  if [ -n "${CNI_REFERENCE_DATA:-}" ]; then
    mount --bind "$CNI_REFERENCE_DATA" "$root/src/data"
    mount -o remount,bind,ro "$root/src/data"
    set -- env CNI_REFERENCE_DATA=/src/data "$@"
  fi
  exec chroot "$root" /usr/bin/env -i -C /src/checkout HOME=/tmp PATH=/usr/bin:/bin:/usr/sbin:/sbin LC_ALL=C.UTF-8 \
    QT_QPA_PLATFORM=offscreen XDG_RUNTIME_DIR=/tmp/run QGIS_PROCESS=/usr/bin/qgis_process \
    PYTHONDONTWRITEBYTECODE=1 PYTHONPATH=/opt/pip "$@"
' _ "$root" "$@"
RUN
chmod +x "$dir/run.new"
mv "$dir/run.new" "$dir/run"
