"""Page templates: layouts read from .qpt files, whose items are found by their ids.

Nothing on a page is found by its place or its order, so that a council may move, restyle and add what it likes; an
item that is needed and not there is said at once, by its id and the name of the file.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from qgis.core import (
    QgsLayoutItem,
    QgsLayoutItemLabel,
    QgsLayoutItemMap,
    QgsLayoutItemPage,
    QgsLayoutItemPicture,
    QgsLayoutItemScaleBar,
    QgsLayoutItemShape,
    QgsPrintLayout,
    QgsProject,
    QgsReadWriteContext,
)
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtXml import QDomDocument

from ....core.errors import CniError
from .page import CNI, IMD, OVERLAY

FOLDER = Path(__file__).parents[3] / "resources" / "layouts"
TEMPLATES = ("a3_triptych", "a3_landscape", "a3_portrait", "a4_landscape", "a4_portrait")
"""Ids of the shipped templates of map pages."""
PANELS = (CNI, IMD, OVERLAY)
"""The themes of a page with three maps, left to right."""

_OF_PAGE: Mapping[str, type[QgsLayoutItem]] = {
    "title": QgsLayoutItemLabel,
    "subtitle": QgsLayoutItemLabel,
    "list_heading": QgsLayoutItemLabel,
    "list": QgsLayoutItemShape,
    "figures": QgsLayoutItemShape,
    "share_bars": QgsLayoutItemShape,
    "scale_bar_km": QgsLayoutItemScaleBar,
    "scale_bar_miles": QgsLayoutItemScaleBar,
    "scale_ratio": QgsLayoutItemLabel,
    "north_arrow": QgsLayoutItemPicture,
    "locator": QgsLayoutItemMap,
    "sources": QgsLayoutItemLabel,
    "caveat": QgsLayoutItemLabel,
    "logo": QgsLayoutItemPicture,
    "reference": QgsLayoutItemLabel,
}
_OF_PANEL: Mapping[str, type[QgsLayoutItem]] = {
    "map": QgsLayoutItemMap,
    "panel_title": QgsLayoutItemLabel,
    "panel_note": QgsLayoutItemLabel,
    "legend_heading": QgsLayoutItemLabel,
    "legend": QgsLayoutItemShape,
    "bars": QgsLayoutItemShape,
    "even_share": QgsLayoutItemLabel,
}
_SUFFIXES = ("", *(f"_{panel}" for panel in PANELS))
PAGE_KINDS: Mapping[str, type[QgsLayoutItem]] = {
    **_OF_PAGE,
    **{f"{name}{suffix}": kind for suffix in _SUFFIXES for name, kind in _OF_PANEL.items()},
}
"""What kind of item each id of a map page is."""
_REQUIRED = ("title", "sources")
_REQUIRED_OF_PANEL = ("map", "legend")

_Item = TypeVar("_Item", bound=QgsLayoutItem)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Template", text)


def open_template(
    name_or_path: str,
    project: QgsProject,
    kinds: Mapping[str, type[QgsLayoutItem]] = PAGE_KINDS,
    required: Sequence[str] | None = None,
) -> QgsPrintLayout:
    """A new layout from a shipped template, by its id, or from a .qpt file, by its path.

    kinds: what each known id must be. required: the ids without which there is no page; by default those of a map
    page, with one map or with three. Raises `template_missing`, `template_unreadable` and `template_item_missing`,
    which lists all that is missing, double or of another kind.
    """
    path = template_path(name_or_path)
    layout = QgsPrintLayout(project)
    _, is_loaded = layout.loadFromTemplate(_document(path), QgsReadWriteContext())
    if not is_loaded or layout.pageCollection().pageCount() == 0:
        raise CniError("template_unreadable", name=path.name, reason=_tr("it holds no page"))
    layout.setName(path.stem)
    _check(layout, path, kinds, required)
    return layout


def template_path(name_or_path: str) -> Path:
    """The file of a shipped template, or the user's own as it was given."""
    is_file = name_or_path.lower().endswith(".qpt")
    return Path(name_or_path) if is_file else FOLDER / f"{name_or_path}.qpt"


def item(layout: QgsPrintLayout, id: str, kind: type[_Item]) -> _Item:
    """The item of that id. Raises `template_item_missing` where there is none or it is of another kind."""
    found = optional_item(layout, id, kind)
    if found is None:
        raise CniError("template_item_missing", name=layout.name(), missing=[_named(id, kind)])
    return found


def optional_item(layout: QgsPrintLayout, id: str, kind: type[_Item]) -> _Item | None:
    """The item of that id and kind, None where a template does without it."""
    return next((found for found in items_of(layout) if found.id() == id and isinstance(found, kind)), None)


def items_of(layout: QgsPrintLayout) -> Iterator[QgsLayoutItem]:
    """The items of a layout, without its pages."""
    for found in layout.items():
        if isinstance(found, QgsLayoutItem) and not isinstance(found, QgsLayoutItemPage):
            yield found


def suffixes(layout: QgsPrintLayout) -> tuple[str, ...]:
    """What the ids of each map end with: nothing where there is one map."""
    ids = {found.id() for found in items_of(layout)}
    return _suffixes(ids)


def _suffixes(ids: set[str]) -> tuple[str, ...]:
    return _SUFFIXES[1:] if any(f"map{suffix}" in ids for suffix in _SUFFIXES[1:]) else _SUFFIXES[:1]


def _document(path: Path) -> QDomDocument:
    try:
        stamp = path.stat().st_mtime_ns
    except OSError:
        raise CniError("template_missing", name=str(path), shipped=list(TEMPLATES)) from None
    return _parsed(path, stamp)


@lru_cache(maxsize=8)
def _parsed(path: Path, _stamp: int) -> QDomDocument:
    """The file as XML, parsed once for all pages of a run; an edited file is read anew."""
    document = QDomDocument()
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as fault:
        reason = getattr(fault, "strerror", None) or _tr("it is not a text file")
        raise CniError("template_unreadable", name=path.name, reason=reason) from None
    document.setContent(text)
    if document.documentElement().tagName() != "Layout":
        raise CniError("template_unreadable", name=path.name, reason=_tr("it is not a layout of QGIS"))
    return document


def _check(
    layout: QgsPrintLayout, path: Path, kinds: Mapping[str, type[QgsLayoutItem]], required: Sequence[str] | None
) -> None:
    """Report every id that is needed and missing, stands there twice, or is not of its kind."""
    known = [found for found in items_of(layout) if found.id() in kinds]
    ids = {found.id() for found in known}
    needed = _required(ids) if required is None else required
    faults = [_named(id, kinds[id]) for id in needed if id not in ids]
    faults += [
        _tr("{item}, which is now a {kind}").format(item=_named(found.id(), kinds[found.id()]), kind=_kind_of(found))
        for found in known
        if not isinstance(found, kinds[found.id()])
    ]
    counts = Counter(found.id() for found in known)
    faults += [_tr("{id} only once").format(id=id) for id, count in counts.items() if count > 1]
    if faults:
        raise CniError("template_item_missing", name=path.name, missing=faults)


def _required(ids: set[str]) -> list[str]:
    panels = [f"{name}{suffix}" for suffix in _suffixes(ids) for name in _REQUIRED_OF_PANEL]
    return [*_REQUIRED, *panels]


def _named(id: str, kind: type[QgsLayoutItem]) -> str:
    return f"{id} ({_kind_words()[kind]})"


def _kind_of(found: QgsLayoutItem) -> str:
    return next((words for kind, words in _kind_words().items() if isinstance(found, kind)), type(found).__name__)


def _kind_words() -> dict[type[QgsLayoutItem], str]:
    """What QGIS calls the kinds in its menu Add Item."""
    return {
        QgsLayoutItemLabel: _tr("label"),
        QgsLayoutItemMap: _tr("map"),
        QgsLayoutItemShape: _tr("shape"),
        QgsLayoutItemPicture: _tr("picture"),
        QgsLayoutItemScaleBar: _tr("scale bar"),
    }
