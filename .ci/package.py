"""Packs the plugin as QGIS installs it: one folder, cni_mapper, with only what runs. Usage: package.py OUTPUT.zip"""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SHIPPED = ("metadata.txt", "__init__.py", "plugin.py", "LICENSE", "CHANGELOG.md", "core", "ui", "resources")
# The oldest time a zip can hold: the same files must give the same zip.
TIMESTAMP = (1980, 1, 1, 0, 0, 0)


def candidates() -> list[Path]:
    """Paths relative to the checkout: what git tracks or would track, or every file when this is no git checkout."""
    command = ["git", "-C", str(ROOT), "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", *SHIPPED]
    listed = subprocess.run(command, capture_output=True, text=True, check=False) if (ROOT / ".git").exists() else None
    if listed is not None and listed.returncode == 0:
        return [Path(name) for name in listed.stdout.split("\0") if name]
    found = (path for name in SHIPPED for path in (ROOT / name, *(ROOT / name).rglob("*")))
    return [path.relative_to(ROOT) for path in found]


def ships(path: Path) -> bool:
    """Whether a candidate belongs into the zip: not what makes the sample, nor what translations are packed from."""
    if "__pycache__" in path.parts or path.suffix in (".pyc", ".ts"):
        return False
    if path.parts[:2] == ("resources", "sample") and path.suffix == ".py":
        return False
    return (ROOT / path).is_file()


def main(output: Path) -> None:
    """Write the zip aside and move it into place, so that an interrupted run leaves the old one."""
    files = sorted({path for path in candidates() if ships(path)})
    absent = [name for name in SHIPPED if name not in {path.parts[0] for path in files}]
    if absent:
        sys.exit(f"cannot pack the plugin without: {', '.join(absent)}")
    output.parent.mkdir(parents=True, exist_ok=True)
    part = output.with_suffix(".part")
    with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in files:
            entry = zipfile.ZipInfo(f"cni_mapper/{path.as_posix()}", TIMESTAMP)
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, (ROOT / path).read_bytes(), zipfile.ZIP_DEFLATED)
    part.replace(output)
    print(f"{output}: {len(files)} files, {output.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
