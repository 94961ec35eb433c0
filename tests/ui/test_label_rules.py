"""Labels keep the rules of cartography.md section 5, on the districts of its table.

Where a label stands is measured here again: its text by Qt, its area by shapely.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import pytest
import shapely.wkb
from printed_pages import MADE_ON
from qgis.core import QgsGeometry, QgsVectorLayer
from qgis.PyQt import sip
from qgis.PyQt.QtGui import QFont, QFontMetricsF
from shapely.geometry import box
from shapely.geometry.base import BaseGeometry

from cni_mapper.ui.maps.layouts.extent import nice_scale
from cni_mapper.ui.maps.layouts.fonts import font_family
from cni_mapper.ui.maps.layouts.labels import A3, A3_SINGLE, A4, Labels, LabelStyle, place_labels
from cni_mapper.ui.maps.layouts.page import LABELS, PageChoices
from cni_mapper.ui.maps.layouts.result import read_focus, read_result

PAGES = {"triptych": (A3, 128, 138), "A4": (A4, 186, 138), "A3": (A3_SINGLE, 270, 216)}
"""Label style, and the size in mm of the map."""
DISTRICTS = {
    "Blackpool": "E06000009",
    "Hull": "E06000010",
    "Leeds": "E08000035",
    "Birmingham": "E08000025",
    "Durham": "E06000047",
    "Northumberland": "E06000057",
    "Wiltshire": "E06000054",
    "Cornwall": "E06000052",
}
LEAST = {
    "Blackpool": (0.95, 1, 1),
    "Hull": (0.95, 1, 1),
    "Leeds": (0.72, 0.93, 0.96),
    "Birmingham": (0.72, 0.93, 0.96),
    "Durham": (0.22, 0.58, 0.66),
    "Northumberland": (0.08, 0.15, 0.26),
    "Wiltshire": (0.08, 0.15, 0.26),
    "Cornwall": (0.08, 0.15, 0.26),
}
"""The least share of names that the table found room for: on the triptych, on A4, on A3. More is better."""
KINDS = ["left_behind", "deprived", "high_need"]


@dataclass(frozen=True, eq=False)
class England:
    layer: QgsVectorLayer
    result: Any
    shapes: dict[str, QgsGeometry]


@pytest.fixture(scope="module")
def nation(england: str) -> Iterator[England]:
    layer = QgsVectorLayer(england, "england", "ogr")
    result = read_result(layer)
    yield England(layer, result, dict(zip(result.table["area_code"], result.shapes)))
    # While QGIS still runs: the last test of a session lets go of its fixtures only after QGIS has ended.
    sip.delete(layer)


def labels_of(
    nation: England, name: str, page: str, labels: str = LABELS[0], family: str = ""
) -> tuple[Labels, float, Any]:
    """The labels of a district's page, the scale of its map, and the rows shown."""
    style, width, height = PAGES[page]
    style = replace(style, family=family)
    focus = read_focus(nation.result, nation.layer, f"\"district_code\" = '{DISTRICTS[name]}'")
    rows = nation.result.table[focus]
    extent = nation.shapes[rows["area_code"].iloc[0]].boundingBox()
    for code in rows["area_code"]:
        extent.combineExtentWith(nation.shapes[code].boundingBox())
    scale = nice_scale(extent, width, height)
    choices = PageChoices("a4_portrait", "overlay", MADE_ON, labels=labels)
    return place_labels(nation.result, focus, choices, scale, style), scale, rows


def text_box(text: str, x: float, y: float, points: float, scale: float, *, bold: bool) -> BaseGeometry:
    """The rectangle of a text on the map, from the top of its capitals to the base line of its last line."""
    font = QFont(font_family())
    font.setPixelSize(200)
    font.setBold(bold)
    metrics, lines = QFontMetricsF(font), text.split("\n")
    metres = points * 25.4 / 72 / 200 * scale / 1000
    width = max(metrics.horizontalAdvance(line) for line in lines) * metres
    height = (metrics.capHeight() + (len(lines) - 1) * metrics.lineSpacing() * 0.85) * metres
    return box(x - width / 2, y - height / 2, x + width / 2, y + height / 2)


def boxes_of(labels: Labels, style: LabelStyle, scale: float) -> dict[str, BaseGeometry]:
    return {
        code: text_box(
            placed.text, placed.x, placed.y, style.numbers if placed.is_number else style.names, scale,
            bold=placed.is_number,
        )
        for code, placed in labels.placed.items()
    }  # fmt: skip


def inside(nation: England, code: str, label: BaseGeometry) -> float:
    area = shapely.wkb.loads(bytes(nation.shapes[code].asWkb())).buffer(0)
    return label.intersection(area).area / label.area


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("name", DISTRICTS)
def test_labels_lie_in_their_areas_and_apart(nation: England, name: str, page: str) -> None:
    labels, scale, rows = labels_of(nation, name, page)
    assert labels.named >= LEAST[name][list(PAGES).index(page)]
    boxes = boxes_of(labels, PAGES[page][0], scale)
    touching = [(a, b) for a, b in itertools.combinations(boxes, 2) if boxes[a].intersection(boxes[b]).area > 0]
    assert [(labels.placed[a].text, labels.placed[b].text) for a, b in touching] == []
    outside = {code: share for code, label in boxes.items() if (share := inside(nation, code, label)) < 0.5}
    assert {labels.placed[code].text: round(share, 2) for code, share in outside.items()} == {}
    if labels.named >= 0.9:
        # Names everywhere, and none lost but one or two that lie half outside.
        assert not labels.numbering
        assert len(labels.placed) >= 0.95 * len(rows)
        assert not any(placed.is_number for placed in labels.placed.values())
    else:
        numbered_by_rank(labels, rows)


def numbered_by_rank(labels: Labels, rows: Any) -> None:
    """Areas inside a limit have the numbers of the list: by kind, then by rank; or the left behind alone have them."""
    ordered = rows[rows["category"].isin(KINDS)]
    ordered = ordered.assign(kind=ordered["category"].map(KINDS.index)).sort_values(["kind", "cni_rank"])
    kinds = set(rows.set_index("area_code").loc[list(labels.numbering), "category"])
    wanted = ordered if kinds - {"left_behind"} else ordered[ordered["category"] == "left_behind"]
    assert list(labels.numbering) == [code for code in wanted["area_code"] if code in labels.numbering]
    assert list(labels.numbering.values()) == list(range(1, len(labels.numbering) + 1))
    for code, number in labels.numbering.items():
        placed = labels.placed[code]
        assert (placed.text, placed.is_number) == (str(number), True)
    others = [placed for code, placed in labels.placed.items() if code not in labels.numbering]
    assert min((placed.inside for placed in others), default=1) >= 0.9


@pytest.mark.parametrize("family", ["", "DejaVu Sans"])
@pytest.mark.parametrize("page", PAGES)
def test_hull_has_every_name_in_any_font(nation: England, page: str, family: str) -> None:
    """Liberation and Arial have the same widths; DejaVu Sans, 15% wider, is the widest that a page may meet."""
    labels, _, rows = labels_of(nation, "Hull", page, family=family)
    said = {code: " ".join(placed.text.split()) for code, placed in labels.placed.items()}
    assert said == dict(zip(rows["area_code"], rows["area_name"]))


def test_the_same_page_has_the_same_labels(nation: England) -> None:
    first, second = (labels_of(nation, "Durham", "A4")[0] for _ in range(2))
    assert first.placed == second.placed
    assert first.numbering == second.numbering


@pytest.mark.parametrize("labels", ["none", "left_behind"])
def test_the_user_may_have_fewer_labels(nation: England, labels: str) -> None:
    placed, _, rows = labels_of(nation, "Hull", "A4", labels)
    wanted = set() if labels == "none" else set(rows.loc[rows["category"] == "left_behind", "area_code"])
    assert set(placed.placed) == wanted
