"""What the user has set in QGIS's options dialog: kept with the QGIS profile, under 'cni_mapper/'."""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from qgis.core import QgsApplication, QgsSettings

COLOURS = ("standard", "grey")
"""In colour, or in greys for black-and-white printers."""
_PREFIX = "cni_mapper/"


def profile_folder() -> Path:
    """The plugin's own folder in the user's QGIS profile."""
    return Path(QgsApplication.qgisSettingsDirPath()) / "cni_mapper"


@dataclass(frozen=True)
class Settings:
    """data_folder: where the plugin keeps files. definition: id or path of the index that a new run begins with.

    cni_limit, imd_limit: percentages that a new run begins with, above 0 and at most 100. colours: one of COLOURS.
    """

    data_folder: Path
    definition: str = "cni-2019"
    cni_limit: float = 10.0
    imd_limit: float = 10.0
    colours: str = COLOURS[0]


def default_settings() -> Settings:
    return Settings(profile_folder())


def read_settings() -> Settings:
    """The settings as stored; what is missing there or makes no sense is the default."""
    stored, default = QgsSettings(), default_settings()

    def read(name: str) -> Any:
        return stored.value(_PREFIX + name)

    definition, colours = read("definition"), read("colours")
    return Settings(
        _folder(read("data_folder"), default.data_folder),
        definition.strip() if isinstance(definition, str) and definition.strip() else default.definition,
        _percentage(read("cni_limit"), default.cni_limit),
        _percentage(read("imd_limit"), default.imd_limit),
        colours if colours in COLOURS else default.colours,
    )


def write_settings(settings: Settings) -> None:
    """Store the settings. The profile's own folder is stored as a blank, so that the profile can be moved."""
    stored = QgsSettings()
    own = settings.data_folder == profile_folder()
    stored.setValue(_PREFIX + "data_folder", "" if own else str(settings.data_folder))
    for name in ("definition", "cni_limit", "imd_limit", "colours"):
        stored.setValue(_PREFIX + name, getattr(settings, name))


def _folder(value: Any, default: Path) -> Path:
    """A relative path would depend on where QGIS was started."""
    if not isinstance(value, str) or "\0" in value or not Path(value).is_absolute():
        return default
    return Path(value)


def _percentage(value: Any, default: float) -> float:
    try:
        number = float(value)
    except (TypeError, ValueError):
        return default
    return number if math.isfinite(number) and 0 < number <= 100 else default
