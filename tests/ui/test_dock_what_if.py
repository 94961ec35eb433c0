"""The strip of the what-if: who joins and leaves, by name and number; Reset and Keep do what they say, Keep alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from county import County, expected_wards, hashes, layer_frame, record_of, rows_of
from dock_desk import DockDesk, cell_place, dock_desk, pick, texts, type_number
from qgis.core import QgsFeatureRequest
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest

from cni_mapper.core.index.definition import with_weights

COAST = "X07000002"


@pytest.fixture
def made(
    processing: Any, county: County, output: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[DockDesk]:
    """The dock with the result of the county, on the page Thresholds."""
    with dock_desk(county, output, monkeypatch, tmp_path / "data") as desk:
        desk.choose()
        desk.make()
        desk.turn_to("thresholds")
        yield desk


@pytest.fixture(scope="session")
def wards(sample: Path, county_names: pd.Series) -> pd.DataFrame:
    return expected_wards(sample).assign(name=county_names)


@pytest.fixture(scope="session")
def county_names(sample: Path) -> pd.Series:
    return pd.read_csv(sample / "community_needs.csv", index_col="ward_code")["ward_name"]


def part(desk: DockDesk, name: str) -> Any:
    return desk.part(f"cni_mapper_what_if_{name}")


def strip(desk: DockDesk) -> Any:
    return desk.part("cni_mapper_what_if")


def need_at(desk: DockDesk, percent: str) -> None:
    type_number(desk.part("cni_mapper_thresholds_cni_box"), percent)
    desk.settle()


def both(wards: pd.DataFrame, cni: int, imd: int) -> pd.DataFrame:
    return wards[(wards["cni_rank"] <= cni) & (wards["imd_rank"] <= imd)]


def test_it_is_there_only_while_something_is_tried(made: DockDesk) -> None:
    assert not strip(made).isVisible()
    need_at(made, "20")
    assert strip(made).isVisible()
    need_at(made, "10")
    assert not strip(made).isVisible()


def test_it_says_who_joins_in_their_order(made: DockDesk, wards: pd.DataFrame) -> None:
    before, after = both(wards, 15, 15), both(wards, 30, 15)
    need_at(made, "20")
    assert part(made, "count").text() == "High on both: 8 → 11 (+3)"
    more = after["population"].sum() - before["population"].sum()
    assert part(made, "people").text() == (
        f"People living in: {before['population'].sum():,} → {after['population'].sum():,} (+{more:,})"
    )
    assert part(made, "joined").text() == "Joined (3)"
    assert not part(made, "areas").isVisible()
    made.click("cni_mapper_what_if_joined")
    joined = after.drop(before.index).sort_values("cni_rank")
    assert texts(part(made, "areas")) == [[name, "Marram Coast"] for name in joined["name"]]
    left = part(made, "left")
    assert (left.text(), left.isEnabled(), left.toolTip()) == ("Left (0)", False, "No area leaves.")
    made.click("cni_mapper_what_if_joined")
    assert not part(made, "areas").isVisible()


def test_it_says_who_leaves_and_follows_while_open(made: DockDesk, wards: pd.DataFrame) -> None:
    need_at(made, "5")
    made.click("cni_mapper_what_if_left")
    for percent, places in (("5", 7), ("2", 3)):
        need_at(made, percent)
        gone = both(wards, 15, 15).drop(both(wards, places, 15).index).sort_values("cni_rank")
        assert part(made, "left").text() == f"Left ({len(gone)})"
        assert part(made, "count").text() == f"High on both: 8 → {8 - len(gone)} (−{len(gone)})"
        assert [row[0] for row in texts(part(made, "areas"))] == list(gone["name"])


def test_a_name_leads_to_its_area_on_the_map(made: DockDesk, wards: pd.DataFrame) -> None:
    need_at(made, "20")
    made.click("cni_mapper_what_if_joined")
    layer, canvas, table = made.dock.live_map.result_layer(), made.iface.canvas, part(made, "areas")
    canvas.setExtent(layer.extent())
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, cell_place(table, 1))
    code = both(wards, 30, 15).drop(both(wards, 15, 15).index).sort_values("cni_rank").index[1]
    (feature,) = layer.getFeatures(QgsFeatureRequest().setFilterExpression(f"area_code = '{code}'"))
    assert canvas.extent().contains(feature.geometry().boundingBox())
    assert canvas.extent().width() < layer.extent().width() / 3
    canvas.setExtent(layer.extent())
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert canvas.extent().width() < layer.extent().width() / 3


def test_the_preview_shows_either_of_two_themes(made: DockDesk) -> None:
    need_at(made, "20")
    preview = made.dock.live_map.preview.layer
    assert preview.renderer().classAttribute() == "category"
    pick(part(made, "theme"), "deciles of community need")
    assert preview.renderer().classAttribute() == "cni_decile"
    pick(part(made, "theme"), "both limits")
    assert preview.renderer().classAttribute() == "category"


def test_nothing_is_written_before_keep_and_reset_can_be_undone(made: DockDesk, output: Path) -> None:
    before = hashes(output)
    need_at(made, "20")
    assert layer_frame(made.dock.live_map.preview.layer)["category"].tolist().count("left_behind") == 11
    assert layer_frame(made.dock.live_map.result_layer())["category"].tolist().count("left_behind") == 8
    made.click("cni_mapper_what_if_reset")
    made.settle()
    assert (made.session.choices.cni_limit, made.session.is_moved, strip(made).isVisible()) == (10.0, False, False)
    assert made.dock.live_map.preview.layer is None
    assert hashes(output) == before
    made.session.undo()
    made.settle()
    assert (made.session.choices.cni_limit, strip(made).isVisible()) == (20.0, True)


def test_keep_writes_what_the_preview_shows(made: DockDesk, wards: pd.DataFrame) -> None:
    need_at(made, "20")
    tried = layer_frame(made.dock.live_map.preview.layer)["category"]
    made.click("cni_mapper_what_if_keep")
    made.settle()
    assert not strip(made).isVisible()
    rows, record = rows_of(made.session.made.output), record_of(made.session.made.output)
    pd.testing.assert_series_equal(rows["category"].sort_index(), tried.sort_index())
    assert record["counts"]["areas"]["left_behind"] == len(both(wards, 30, 15)) == 11
    assert layer_frame(made.dock.live_map.result_layer())["category"].tolist().count("left_behind") == 11
    assert made.dock.live_map.preview.layer is None


def test_a_moved_weight_is_told_of_as_the_algorithm_would(
    made: DockDesk, processing: Any, county: County, tmp_path: Path
) -> None:
    definition = made.session.choices.definition
    made.session.edit("Weight", definition=with_weights(definition, {"civic_assets": 4.0}))
    made.settle()
    given = {**county.parameters, "WEIGHTS": "civic_assets=4", "OUTPUT": str(tmp_path / "other.gpkg")}
    other = rows_of(processing.run("cni:map", given)["OUTPUT"])["category"]
    first = rows_of(made.session.made.output)["category"]
    joined = set(other.index[(other == "left_behind") & (first.reindex(other.index) != "left_behind")])
    left = set(first.index[(first == "left_behind") & (other.reindex(first.index) != "left_behind")])
    assert joined | left
    for group, wanted in (("joined", joined), ("left", left)):
        button = part(made, group)
        assert button.text().endswith(f"({len(wanted)})")
        if wanted:
            button.click()
            positions = getattr(made.session.change(), group)
            assert set(made.session.data.basis.values.codes[positions]) == wanted
            assert len(texts(part(made, "areas"))) == len(wanted)


def test_keep_waits_for_work_and_says_so(made: DockDesk, output: Path) -> None:
    need_at(made, "20")
    made.session.read_again()
    keep = part(made, "keep")
    assert made.session.is_busy
    assert not keep.isEnabled()
    assert keep.toolTip() == "Keep cannot be used now. Wait until the work that goes on is done, or press Stop."
    made.settle()
    assert keep.isEnabled()
    assert keep.toolTip() == "Write the result layers anew, as the preview shows them"


def test_where_other_areas_are_ranked_it_says_why_there_is_no_list(made: DockDesk) -> None:
    made.session.edit("Among", districts=(COAST,), within_focus=True)
    made.settle()
    assert strip(made).isVisible()
    assert made.session.change() is None
    assert part(made, "why").text().startswith("This ranks other areas than the result does")
    assert not part(made, "count").isVisible()
    assert not part(made, "joined").isVisible()
    assert part(made, "keep").isEnabled()


def test_where_data_is_gone_it_says_what_to_choose(made: DockDesk) -> None:
    need_at(made, "20")
    made.session.project.removeMapLayer(made.session.choices.deprivation)
    made.settle()
    assert part(made, "why").text() == "Choose a table of deprivation (page Deprivation) first."
    assert not part(made, "keep").isEnabled()
    assert "Choose a table of deprivation" in part(made, "keep").toolTip()
    made.click("cni_mapper_what_if_reset")
    made.settle()
    assert made.session.choices.cni_limit == 10.0
