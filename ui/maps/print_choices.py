"""What was last chosen for a printed page of a project, kept in the project file."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

from qgis.core import QgsProject

from ..settings import COLOURS
from .layouts.page import LABELS, OVERLAY

ALL, DISTRICTS, SELECTED, CLICKED = "all", "districts", "selected", "clicked"
AREAS = (ALL, DISTRICTS, SELECTED, CLICKED)
"""Which areas of a result a page shows."""
_SCOPE, _KEY = "cni_mapper", "/print"
_ALLOWED = {"areas": AREAS, "labels": LABELS, "colours": COLOURS}
_OWN_TEMPLATE = ".qpt"


@dataclass(frozen=True)
class PrintChoices:
    """What a person chooses for a page; blank texts are written by the plugin.

    result: the id of the result layer. areas: one of AREAS. districts: the keys of those ticked, none for all.
    template: the id of a shipped one or the path of a .qpt file. base_map: the id of a layer, blank for none.
    """

    result: str = ""
    theme: str = OVERLAY
    template: str = "a3_triptych"
    areas: str = ALL
    districts: tuple[str, ...] = ()
    title: str = ""
    subtitle: str = ""
    notes: str = ""
    labels: str = LABELS[0]
    base_map: str = ""
    logo: str = ""
    reference: str = ""
    colours: str = COLOURS[0]


def read_print_choices(project: QgsProject) -> PrintChoices | None:
    """The choices kept in a project, what makes no sense there as it is by default; None where none are kept."""
    try:
        node = json.loads(project.readEntry(_SCOPE, _KEY)[0])
    except ValueError:
        return None
    if not isinstance(node, dict):
        return None
    known = {field.name: node[field.name] for field in fields(PrintChoices) if _is_sound(field.name, node)}
    if "districts" in known:
        known["districts"] = tuple(known["districts"])
    return _placed(PrintChoices(**known), project.readPath)


def _is_sound(name: str, node: dict[str, Any]) -> bool:
    value = node.get(name)
    if name == "districts":
        return isinstance(value, list) and all(isinstance(key, str) for key in value)
    return isinstance(value, str) and value in _ALLOWED.get(name, (value,))


def write_print_choices(project: QgsProject, choices: PrintChoices) -> None:
    """Keep choices in the project; it counts as changed only when they differ from those it holds."""
    text = json.dumps(asdict(_placed(choices, project.writePath)), ensure_ascii=False)
    if project.readEntry(_SCOPE, _KEY)[0] != text:
        project.writeEntry(_SCOPE, _KEY, text)


def is_own_template(template: str) -> bool:
    """Whether a template is a file of the user's."""
    return Path(template).suffix.lower() == _OWN_TEMPLATE


def _placed(choices: PrintChoices, place: Any) -> PrintChoices:
    """The choices with their files as `place` gives them: relative to the project file, or from the root."""
    template = place(choices.template) if is_own_template(choices.template) else choices.template
    return replace(choices, template=template, logo=place(choices.logo) if choices.logo else "")
