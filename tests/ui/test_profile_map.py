"""The small maps of profile pages: borders between districts drawn once, names clear of the outline."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsGeometry,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt import sip

from cni_mapper.ui.maps.layouts.fitting import TextStyle
from cni_mapper.ui.maps.layouts.page import OVERLAY, PageChoices
from cni_mapper.ui.maps.layouts.profile_borders import district_borders
from cni_mapper.ui.maps.layouts.profile_names import Named, place_names
from cni_mapper.ui.maps.layouts.profile_patch import Patches, PatchPage
from cni_mapper.ui.maps.layouts.result import read_result
from cni_mapper.ui.maps.layouts.template import items_of


def box(x: float, y: float, to_x: float, to_y: float) -> QgsGeometry:
    return QgsGeometry.fromRect(QgsRectangle(x, y, to_x, to_y))


def box_of_name(text: str, x: float, y: float, points: float, scale: float) -> QgsGeometry:
    """What the letters of a name take, in metres."""
    style, lines = TextStyle(points), text.count("\n") + 1
    width, height = (side * scale / 2000 for side in (style.width(text), 0.8 * lines * style.line_height()))
    return box(x - width, y - height, x + width, y + height)


class TestBorders:
    """Lines between districts; a mm on paper is 10 m, so that up to 12 m of water are closed."""

    UNIT, LEEWAY = 10.0, 25.0

    @pytest.mark.parametrize("gap", [0, 0.5, 8])
    def test_one_line_over_cracks_and_rivers_and_no_coast(self, gap: float) -> None:
        lines = district_borders([box(0, 0, 1000, 700), box(1000 + gap, 0, 2000, 700)], self.UNIT)
        assert lines.length() == pytest.approx(700, abs=self.LEEWAY)
        bounds = lines.boundingBox()
        assert 999 <= bounds.xMinimum() <= bounds.xMaximum() <= 1001 + gap

    def test_wide_water_is_coast(self) -> None:
        assert district_borders([box(0, 0, 1000, 700), box(1020, 0, 2000, 700)], self.UNIT).isEmpty()

    def test_water_within_a_district_is_no_border(self) -> None:
        parted = QgsGeometry.collectGeometry([box(0, 0, 500, 700), box(506, 0, 1000, 700)])
        for districts in ([parted, box(1000, 0, 2000, 700)], [box(1000, 0, 2000, 700), parted]):
            lines = district_borders(districts, self.UNIT)
            assert lines.length() == pytest.approx(700, abs=self.LEEWAY)
            assert lines.boundingBox().xMinimum() > 990

    def test_borders_meet_across_a_river(self) -> None:
        """One district west of a river and two east of it: 1,000 m along the river and 992 m between the two."""
        west, north, south = box(0, 0, 1000, 1000), box(1008, 500, 2000, 1000), box(1008, 0, 2000, 500)
        for districts in ([west, north, south], [north, west, south], [south, north, west]):
            lines = district_borders(districts, self.UNIT)
            assert lines.length() == pytest.approx(1992, abs=2 * self.LEEWAY)
            assert len(lines.buffer(2, 2).asGeometryCollection()) == 1

    def test_less_than_two_have_none(self) -> None:
        assert district_borders([], self.UNIT).isEmpty()
        assert district_borders([box(0, 0, 1, 1), QgsGeometry()], self.UNIT).isEmpty()


class TestNames:
    SCALE, EXTENT = 10_000, QgsRectangle(0, 0, 1000, 1000)

    def place(self, name: Named, outlined: QgsGeometry) -> QgsGeometry | None:
        """The box that a name takes; None where it is left out."""
        placed = place_names([name], self.EXTENT, self.SCALE, outlined, is_area=False)
        return box_of_name(placed[0].text, placed[0].x, placed[0].y, name.points, self.SCALE) if placed else None

    def test_beside_or_in_an_outline_that_runs_through_the_area(self) -> None:
        ward = box(100, 100, 900, 900)
        for outlined in (box(0, 0, 500, 1000), box(450, 450, 550, 550), box(50, 50, 550, 950)):
            found = self.place(Named(1, "Orchard Park", ward, 6.5), outlined)
            edge = QgsGeometry(outlined.constGet().boundary())
            assert found is not None and ward.contains(found) and not edge.intersects(found)

    def test_left_out_where_every_place_would_cross(self) -> None:
        """A text of 6.5 points takes 2 mm and more, but there is 1 mm on either side of the outline."""
        strip = box(490, 100, 510, 900)
        assert self.place(Named(1, "Orchard", strip, 6.5, wanted=True), box(0, 0, 500, 1000)) is None

    @pytest.mark.parametrize(("room", "points"), [(1.0, 7.5), (0.5, 6.5), (-1.0, 6.5)])
    def test_ones_own_name_gets_smaller_before_it_crosses(self, room: float, points: float) -> None:
        """room: 1 where the larger letters fit, less where only the smaller do; below 0 none do, and it crosses."""
        small, large = (TextStyle(size).width("Marfleet") * self.SCALE / 1000 for size in (6.5, 7.5))
        # 0.6 mm are kept free on either side, and 0.1 mm are for rounding.
        half = (small + room * (large - small) + (room > 0) * 13) / 2
        ward = box(500 - half, 300, 500 + half, 700)
        named = Named(1, "Marfleet", ward, 7.5, always=True)
        (placed,) = place_names([named], self.EXTENT, self.SCALE, ward, is_area=True)
        assert placed.points == points
        letters = box_of_name(placed.text, placed.x, placed.y, placed.points, self.SCALE)
        assert ward.contains(letters) == (room > 0)

    def test_neighbours_keep_clear_of_the_outline_of_an_area(self) -> None:
        """The middle of the neighbour is where its name would reach into the area."""
        area, beside = box(0, 0, 500, 1000), box(500, 440, 1000, 560).combine(box(500, 500, 530, 1000))
        named = Named(2, "Neighbourhood of Orchard Park", beside, 6.5)
        (placed,) = place_names([named], self.EXTENT, self.SCALE, area, is_area=True)
        assert not area.intersects(box_of_name(placed.text, placed.x, placed.y, 6.5, self.SCALE))

    def test_the_largest_share_is_named_and_no_name_crosses_the_patch(self, england: str) -> None:
        result, project = read_result(QgsVectorLayer(england, "england", "ogr")), QgsProject()
        ward = result.shapes[list(result.table["area_code"]).index("E05001680")]
        patch, crs = QgsGeometry(ward.centroid()), QgsCoordinateReferenceSystem("EPSG:27700")
        patch.transform(QgsCoordinateTransform(result.crs, crs, project))
        patch = patch.buffer(2000, 20)
        # Without residents it has no bars, which are not looked at here.
        row = {"target_name": "North Hull", "residents": 0.0, "basis": "", "quality": "", "areas": 2}
        frame = pd.DataFrame([{**row, "area_names": "Orchard Park and Greenwood 37%; University 26%"}])
        made = PatchPage(
            result, Patches(frame, [patch], crs), PageChoices("a4_patch", OVERLAY, date(2026, 11, 21)), project
        )
        layout = made.show(0)
        try:
            (shown,) = [item for item in items_of(layout) if item.id() == "map"]
            (areas,) = [layer for layer in shown.layers() if layer.name() == "areas"]
            edge, named = QgsGeometry(patch.constGet().boundary()), {}
            for area in areas.getFeatures():
                if isinstance(area["name"], str):
                    place = (area["x"], area["y"], area["size"], shown.scale())
                    named[area["name"].replace("\n", " ")] = box_of_name(area["name"], *place)
            assert {"Orchard Park and Greenwood", "University"} <= set(named)
            assert patch.contains(named["Orchard Park and Greenwood"])
            assert [name for name, taken in named.items() if edge.intersects(taken)] == []
        finally:
            sip.delete(layout)
