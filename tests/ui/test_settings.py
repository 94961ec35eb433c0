"""Settings come back as they were stored, and broken ones as the defaults."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import FrozenInstanceError
from pathlib import Path
from typing import Any

import pytest
from qgis.core import QgsApplication, QgsSettings

from cni_mapper.ui.settings import Settings, read_settings, write_settings


@pytest.fixture(autouse=True)
def stored() -> Iterator[QgsSettings]:
    """The plugin's settings, empty before and after."""
    settings = QgsSettings()
    settings.remove("cni_mapper")
    yield settings
    settings.remove("cni_mapper")


def test_defaults() -> None:
    folder = Path(QgsApplication.qgisSettingsDirPath()) / "cni_mapper"
    assert read_settings() == Settings(folder, "cni-2019", 10.0, 10.0, "standard")
    with pytest.raises(FrozenInstanceError):
        read_settings().colours = "grey"


def test_what_is_written_is_read(tmp_path: Path, stored: QgsSettings) -> None:
    chosen = Settings(tmp_path / "données", str(tmp_path / "own.json"), 12.5, 100.0, "grey")
    write_settings(chosen)
    assert read_settings() == chosen
    stored.beginGroup("cni_mapper")
    assert sorted(stored.childKeys()) == ["cni_limit", "colours", "data_folder", "definition", "imd_limit"]
    stored.endGroup()


def test_settings_survive_as_the_text_of_a_settings_file(tmp_path: Path, stored: QgsSettings) -> None:
    for key, value in {"data_folder": str(tmp_path), "cni_limit": "7.5", "imd_limit": "20"}.items():
        stored.setValue(f"cni_mapper/{key}", value)
    assert read_settings() == Settings(tmp_path, "cni-2019", 7.5, 20.0, "standard")


def test_the_usual_folder_moves_with_the_profile(stored: QgsSettings) -> None:
    write_settings(read_settings())
    assert stored.value("cni_mapper/data_folder") == ""


@pytest.mark.parametrize(
    ("key", "broken"),
    [
        ("data_folder", ""),
        ("data_folder", "a/relative/folder"),
        ("data_folder", "/with\0zero"),
        ("data_folder", ["/a", "/b"]),
        ("definition", "  "),
        ("definition", ["cni-2019"]),
        *((f"{index}_limit", bad) for index in ("cni", "imd") for bad in ("ten", "", 0, -1, 100.5, "nan", "inf", [10])),
        ("colours", "rainbow"),
        ("colours", ""),
        ("colours", ["grey"]),
    ],
)
def test_a_broken_value_is_the_default_and_spoils_no_other(key: str, broken: Any, stored: QgsSettings) -> None:
    default = read_settings()
    other = "imd_limit" if key != "imd_limit" else "cni_limit"
    stored.setValue(f"cni_mapper/{other}", 33)
    stored.setValue(f"cni_mapper/{key}", broken)
    found = read_settings()
    assert getattr(found, key) == getattr(default, key)
    assert getattr(found, other) == 33.0
