"""Everything that is printed or handed over comes out the same by qgis_process as in a running QGIS."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from page_pdf import fonts_not_embedded, words

ROOT = Path(__file__).resolve().parents[2]
COAST = "\"district_name\" = 'Marram Coast'"
FILES = {
    "printmap": "page.pdf",
    "atlas": "atlas.pdf",
    "profiles": "profiles.pdf",
    "methodnote": "note.pdf",
    "export": "rows.csv",
}
FOCUSED = {
    "profiles": f"{COAST} AND \"category\" = 'left_behind'",
    "methodnote": "",
}


@pytest.fixture
def qgis_process(tmp_path: Path) -> Callable[..., str]:
    """A QGIS of its own, as a council's nightly job starts it; what it says."""
    program = os.environ.get("QGIS_PROCESS") or shutil.which("qgis_process.bin") or shutil.which("qgis_process")
    profile = tmp_path / "conf" / "profiles" / "default"
    (profile / "python" / "plugins").mkdir(parents=True)
    (profile / "python" / "plugins" / "cni_mapper").symlink_to(ROOT, target_is_directory=True)
    (profile / "QGIS").mkdir()
    (profile / "QGIS" / "QGIS3.ini").write_text("[PythonPlugins]\ncni_mapper=true\n", encoding="utf-8")
    environment = {**os.environ, "QGIS_CUSTOM_CONFIG_PATH": str(tmp_path / "conf"), "QT_QPA_PLATFORM": "offscreen"}

    def run(algorithm: str, **given: str) -> str:
        command = [program, "run", f"cni:{algorithm}", "--", *(f"{name}={value}" for name, value in given.items())]
        done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    return run


@pytest.mark.parametrize("algorithm", FILES)
def test_the_same_on_the_command_line(processing, made: Path, tmp_path: Path, qgis_process, algorithm: str) -> None:
    focus = FOCUSED.get(algorithm, COAST)
    # An empty value is how a script leaves a parameter out.
    given = {"RESULT": f"{made}|layername=result", "FOCUS": focus}
    there, here = tmp_path / "there" / FILES[algorithm], tmp_path / "here" / FILES[algorithm]
    for path in (there, here):
        path.parent.mkdir()
    said = qgis_process(algorithm, **given, OUTPUT=str(there))
    assert f"OUTPUT:\t{there}" in said
    processing.run(f"cni:{algorithm}", {**given, "OUTPUT": str(here)})
    assert sorted(path.name for path in there.parent.iterdir()) == sorted(path.name for path in here.parent.iterdir())
    if there.suffix == ".pdf":
        assert fonts_not_embedded(there) == []
        assert [word.text for word in words(there)] == [word.text for word in words(here)] != []
    else:
        assert there.read_bytes() == here.read_bytes() != b""
