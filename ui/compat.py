"""What differs between the versions of QGIS that the plugin runs on."""

from __future__ import annotations

import importlib.util
import sys

from qgis.core import Qgis, QgsField, QgsTask, QgsVectorLayer
from qgis.PyQt.QtCore import QMetaType, QVariant

PACKAGES = ("numpy", "pandas")

if Qgis.QGIS_VERSION_INT >= 33800:
    _TYPES = {"text": QMetaType.Type.QString, "whole": QMetaType.Type.Int, "number": QMetaType.Type.Double}
else:
    _TYPES = {"text": QVariant.String, "whole": QVariant.Int, "number": QVariant.Double}


def make_field(name: str, holds: str) -> QgsField:
    """A field that holds "text", "whole" numbers or a "number"."""
    return QgsField(name, _TYPES[holds])


def quiet_task() -> dict[str, QgsTask.Flag]:
    """Arguments of a task by which QGIS does not tell of its end itself, where it can be asked so (from 3.26 on)."""
    silent = getattr(QgsTask.Flag, "Silent", None)
    return {} if silent is None else {"flags": QgsTask.Flag.CanCancel | silent}


def save_style(layer: QgsVectorLayer, name: str, description: str, *, is_default: bool) -> str:
    """Save the layer's style in its database; why it could not be done, blank when it was."""
    if hasattr(layer, "saveStyleToDatabaseV2"):
        return layer.saveStyleToDatabaseV2(name, description, is_default, "")[1]
    return layer.saveStyleToDatabase(name, description, is_default, "")


def is_null(value: object) -> bool:
    """Whether a feature's attribute is missing: a null QVariant under Qt 5, None under Qt 6."""
    return value is None or type(value) is QVariant


def missing_packages() -> list[str]:
    """The packages the plugin needs and Python cannot find; nothing is imported."""
    return [name for name in PACKAGES if name not in sys.modules and importlib.util.find_spec(name) is None]


def install_command(packages: list[str]) -> str:
    """The command that adds Python packages to this QGIS, for the platform it runs on."""
    names = " ".join(packages)
    if sys.platform == "win32":
        return f"python -m pip install {names}"
    if sys.platform == "darwin":
        return f'"{sys.exec_prefix}/bin/python3" -m pip install {names}'
    return "sudo apt install " + " ".join(f"python3-{name}" for name in packages)
