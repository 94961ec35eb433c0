"""Page templates: the shipped ones stand as cartography.md says, and what is wrong with another is said at once."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree as ET

import pytest
from qgis.core import QgsLayoutItemLabel, QgsLayoutItemShape, QgsPrintLayout, QgsProject
from qgis.PyQt.QtCore import QRectF

from cni_mapper.core.errors import CniError
from cni_mapper.ui.maps.layouts.drawing import box_of, label_style
from cni_mapper.ui.maps.layouts.template import FOLDER, PAGE_KINDS, TEMPLATES, item, items_of, open_template, suffixes
from cni_mapper.ui.messages import fault_text

ROOT = Path(__file__).resolve().parents[2]
PAGES = {
    "a3_triptych": (420, 297),
    "a3_landscape": (420, 297),
    "a3_portrait": (297, 420),
    "a4_landscape": (297, 210),
    "a4_portrait": (210, 297),
}
TRIPTYCH = {
    "title": (12, 9, 396, 11),
    "subtitle": (12, 21.5, 396, 6),
    "map_cni": (12, 46, 128, 138),
    "map_imd": (146, 46, 128, 138),
    "map_overlay": (280, 46, 128, 138),
    "locator": (381, 256, 27, 29),
    "north_arrow": (62, 258, 12, 18),
}
PORTRAIT = {"title": (12, 9, 186, 9), "subtitle": (12, 19, 186, 10), "map": (12, 35, 186, 138)}
"""From section 3 of cartography.md: x, y, width and height in mm."""
TOGETHER = [
    {"legend", "bars"},
    {"legend", "share_bars"},
    {"bars", "share_bars"},
    {"even_share", "share_bars"},
    {"title", "logo"},
    {"subtitle", "logo"},
]
"""Items that may stand on each other: a page shows one of them, or makes room."""


@pytest.fixture(scope="module")
def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("cni_templates", ROOT / ".ci" / "templates.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules["cni_templates"] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(params=TEMPLATES)
def layout(request, qgis_app) -> Iterator[QgsPrintLayout]:
    yield open_template(request.param, QgsProject.instance())


def _numbers(box: QRectF) -> tuple[float, ...]:
    return tuple(round(value, 3) for value in (box.x(), box.y(), box.width(), box.height()))


def _stem(id: str) -> str:
    return next((id[: -len(end)] for end in ("_cni", "_imd", "_overlay") if id.endswith(end)), id)


def test_templates_have_the_size_of_their_paper(layout) -> None:
    size = layout.pageCollection().page(0).pageSize()
    assert (size.width(), size.height()) == PAGES[layout.name()]
    assert layout.pageCollection().pageCount() == 1


def test_every_item_is_known_and_stands_inside_the_margins(layout) -> None:
    width, height = PAGES[layout.name()]
    for found in items_of(layout):
        assert found.id() in {*PAGE_KINDS, "title_rule", "footer_rule"}
        box = box_of(found)
        # A line's item is half its width larger on each side.
        assert box.left() >= 11.7, found.id()
        assert box.top() >= (9 if found.id() in ("title", "logo") else 12), found.id()
        assert box.right() <= width - 11.7, found.id()
        assert box.bottom() <= height - 12 + 0.01, found.id()


def test_items_do_not_overlap(layout) -> None:
    found = [one for one in items_of(layout) if not one.id().startswith("scale_bar")]
    for i, one in enumerate(found):
        for other in found[i + 1 :]:
            if {_stem(one.id()), _stem(other.id())} not in TOGETHER:
                assert not box_of(one).intersects(box_of(other)), (one.id(), other.id())


def test_every_optional_item_has_its_place(layout) -> None:
    ids = {_stem(found.id()) for found in items_of(layout)}
    wanted = {_stem(id) for id in PAGE_KINDS}
    assert wanted - ids <= {"panel_title"}


@pytest.mark.parametrize(("name", "grid"), [("a3_triptych", TRIPTYCH), ("a4_portrait", PORTRAIT)])
def test_the_grids_are_those_of_the_design(qgis_app, name, grid) -> None:
    layout = open_template(name, QgsProject.instance())
    assert {id: _numbers(box_of(layout.itemById(id))) for id in grid} == grid


def test_type_sizes_are_those_of_the_design(qgis_app) -> None:
    for name, title, subtitle in (("a3_triptych", 26, 12), ("a4_portrait", 20, 10.5)):
        layout = open_template(name, QgsProject.instance())
        style = label_style(item(layout, "title", QgsLayoutItemLabel))
        assert (style.points, style.bold) == (title, True)
        assert label_style(item(layout, "subtitle", QgsLayoutItemLabel)).points == subtitle


def test_the_files_are_what_the_script_writes(script, qgis_app) -> None:
    for grid in script.GRIDS:
        shipped, made = open_template(grid.name, QgsProject.instance()), script.make_layout(grid, QgsProject.instance())
        boxes = [
            {
                # QGIS sizes a scale bar by what it shows.
                found.id(): (type(found), *_numbers(box_of(found))[: 2 if "scale_bar" in found.id() else 4])
                for found in items_of(layout)
            }
            for layout in (shipped, made)
        ]
        assert boxes[0] == boxes[1], f"run .ci/templates.py: {grid.name} is not what it writes"


def test_suffixes_tell_one_map_from_three(qgis_app) -> None:
    project = QgsProject.instance()
    assert suffixes(open_template("a4_landscape", project)) == ("",)
    assert suffixes(open_template("a3_triptych", project)) == ("_cni", "_imd", "_overlay")


def _edited(path: Path, name: str, change: Callable[[ET.Element], None]) -> str:
    """A shipped template, changed by hand and saved elsewhere."""
    root = ET.parse(FOLDER / f"{name}.qpt").getroot()
    change(root)
    path.write_text(ET.tostring(root, encoding="unicode"), encoding="utf-8")
    return str(path)


def _item(root: ET.Element, id: str) -> ET.Element:
    return next(element for element in root.findall("LayoutItem") if element.get("id") == id)


def test_everything_missing_is_said_at_once(tmp_path, qgis_app) -> None:
    def spoil(root: ET.Element) -> None:
        root.remove(_item(root, "title"))
        _item(root, "map").set("id", "karte")
        root.remove(_item(root, "legend"))
        root.remove(_item(root, "logo"))

    path = _edited(tmp_path / "council.qpt", "a4_portrait", spoil)
    with pytest.raises(CniError) as fault:
        open_template(path, QgsProject.instance())
    words = fault_text(fault.value)
    assert words == (
        "The template council.qpt must hold title (label), map (map), legend (shape). Open it in QGIS's layout "
        "designer, give the items these ids (Item Properties > Item ID) and save it again."
    )


def test_a_part_of_a_triptych_is_missed(tmp_path, qgis_app) -> None:
    def spoil(root: ET.Element) -> None:
        root.remove(_item(root, "map_imd"))

    path = _edited(tmp_path / "three.qpt", "a3_triptych", spoil)
    with pytest.raises(CniError) as fault:
        open_template(path, QgsProject.instance())
    assert fault.value.context == {"name": "three.qpt", "missing": ["map_imd (map)"]}


def test_items_of_another_kind_and_doubles_are_said(tmp_path, qgis_app) -> None:
    def spoil(root: ET.Element) -> None:
        _item(root, "caveat").set("id", "subtitle")
        _item(root, "logo").set("id", "caveat")

    path = _edited(tmp_path / "council.qpt", "a4_landscape", spoil)
    with pytest.raises(CniError) as fault:
        open_template(path, QgsProject.instance())
    assert sorted(fault.value.context["missing"]) == [
        "caveat (label), which is now a picture",
        "subtitle only once",
    ]


def test_what_a_page_can_do_without_may_be_missing(tmp_path, qgis_app) -> None:
    needed = {"title", "sources", "map", "legend"}

    def spoil(root: ET.Element) -> None:
        for element in list(root.findall("LayoutItem")):
            if element.get("id") not in needed:
                root.remove(element)

    layout = open_template(_edited(tmp_path / "plain.qpt", "a4_portrait", spoil), QgsProject.instance())
    assert {found.id() for found in items_of(layout)} == needed
    with pytest.raises(CniError) as fault:
        item(layout, "list", QgsLayoutItemShape)
    assert fault.value.context["missing"] == ["list (shape)"]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (None, "template_missing"),
        (b"no layout at all", "template_unreadable"),
        (b"\xff\xfe\x00", "template_unreadable"),
        (b"<qgis/>", "template_unreadable"),
        (b"<Layout/>", "template_unreadable"),
    ],
)
def test_files_that_are_no_templates_are_named(tmp_path, qgis_app, content, code) -> None:
    path = tmp_path / "council.qpt"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(CniError) as fault:
        open_template(str(path), QgsProject.instance())
    assert fault.value.code == code
    assert "council.qpt" in fault_text(fault.value)


def test_an_edited_template_is_read_anew(tmp_path, qgis_app) -> None:
    path = _edited(tmp_path / "mine.qpt", "a4_portrait", lambda root: None)
    assert item(open_template(path, QgsProject.instance()), "title", QgsLayoutItemLabel).text() == "title"
    _edited(tmp_path / "mine.qpt", "a4_portrait", lambda root: _item(root, "title").set("labelText", "Heading"))
    assert item(open_template(path, QgsProject.instance()), "title", QgsLayoutItemLabel).text() == "Heading"


def test_layouts_of_one_template_are_apart(qgis_app) -> None:
    one, other = (open_template("a4_portrait", QgsProject.instance()) for _ in range(2))
    item(one, "title", QgsLayoutItemLabel).setText("Changed")
    assert item(other, "title", QgsLayoutItemLabel).text() == "title"
