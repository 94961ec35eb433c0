"""Journey c: an analyst moves three weights and the limits of the example, sees who joins, keeps it, and compares.

Every number is compared with one worked out from the county's tables in plain Python. Run by desktop.sh.
"""

from __future__ import annotations

from analyst_views import (
    click_cell,
    decile_counts,
    expected,
    grid_counts,
    listed,
    names,
    open_list,
    people,
    preview,
    wait_previewed,
)
from canvas import wait_drawn
from compared import compared
from files import digest, record_of, rows_of
from panel import begin, held, is_hidden, open_panel, says, tip, turn_to, wait_worked_out
from pointer import click, press, reach, type_text, write
from qgis.core import QgsProject
from qgis.PyQt.QtWidgets import QLabel, QPushButton, QSlider
from sampleshire import TABLE, inspect, result_file, shown_text
from session import OUT, Steps, picture, play
from stalls import StallWatch
from waiting import find, wait_until
from widgets import click_item, click_menu, slide

BUSY = 0.2
"""Seconds that QGIS's interface may be busy at once while a weight is moved: twice what the benchmark allows, since
other work may be going on here."""


def analyst() -> Steps:
    yield from open_panel()
    yield from click_menu("Plugins", "CNI Mapper", "Try the example")
    yield from wait_until(lambda: held().made is not None, 30, "the example to be made")
    yield from wait_worked_out()
    yield from wait_drawn()
    before = digest(result_file())
    yield from weights_moved()
    yield from who_joined(before)
    yield from limits_moved()
    yield from all_agree(before)
    yield from undone_and_redone()
    yield from kept()
    yield from reset()
    yield from compared()


def weight(id: str) -> float:
    return next(domain.weight for domain in held().choices.definition.domains if domain.id == id)


def weights_moved() -> Steps:
    """One weight by its box, one by its slider, one in its cell of the tree by the keyboard alone."""
    yield from turn_to("Index")
    tree = find("cni_mapper_index_tree")
    yield from click_item(tree, "Civic assets")
    yield from type_text(find("cni_mapper_index_weight_box"), "3", then="Tab")
    yield from wait_until(lambda: weight("civic_assets") == 3, 5, "the weight that was typed")
    yield from wait_previewed(expected(held().choices))
    picture("box")
    yield from click_item(tree, "Connectedness")
    slider, watch = find("cni_mapper_index_weight_slider", QSlider), StallWatch()
    watch.start()
    yield from slide(slider, slider.maximum() // 30, steps=25)
    stall = watch.stop()
    (OUT / "stall").write_text(str(stall), encoding="utf-8")
    assert stall.busy < BUSY, str(stall)
    assert 0 < weight("connectedness") < 0.8, weight("connectedness")
    assert held().undo_words == "Weight of Connectedness", held().undo_words
    picture("slider")
    yield from click_item(tree, "Connectedness")
    yield from press("Down", "Return")
    yield from wait_until(lambda: find("cni_mapper_index_weight"), 5, "a box in the tree")
    yield from press("ctrl+a")
    yield from write("0.8")
    yield from press("Return")
    yield from wait_until(lambda: weight("engaged_community") == 0.8, 5, "the weight that was typed in the tree")
    yield from wait_previewed(expected(held().choices))
    picture("cell")


def who_joined(before: str) -> Steps:
    """The strip names who joins and who leaves; the file is as it was."""
    made, tried = expected(held().made), expected(held().choices)
    joined, left = names(tried) - names(made), names(made) - names(tried)
    assert joined and left, "the weights move nobody"
    assert says("cni_mapper_what_if_count").startswith(f"High on both: {len(names(made))} → {len(names(tried))} (")
    for group, wanted in (("joined", joined), ("left", left)):
        assert find(f"cni_mapper_what_if_{group}", QPushButton).text() == f"{group.title()} ({len(wanted)})"
        yield from open_list(group)
        yield from wait_until(
            lambda wanted=wanted: set(listed("cni_mapper_what_if_areas")) == wanted, 3, f"the list of who {group}"
        )
        picture(group)
    yield from click_item(find("cni_mapper_what_if_areas"), left.pop())
    yield from wait_drawn()
    picture("gone-to")
    assert digest(result_file()) == before, "the result was written to before Keep"


def limits_moved() -> Steps:
    """15% on need, typed, and on deprivation, by the arrow keys."""
    yield from turn_to("Thresholds")
    yield from type_text(find("cni_mapper_thresholds_cni_box"), "15", then="Tab")
    yield from wait_until(lambda: held().choices.cni_limit == 15, 5, "the limit that was typed")
    yield from click(find("cni_mapper_thresholds_imd_box"))
    yield from press(*["Up"] * 5)
    yield from press("Tab")
    yield from wait_until(lambda: held().choices.imd_limit == 15, 5, "the limit that was stepped to")
    yield from wait_previewed(expected(held().choices))
    yield from click_menu("View", "Zoom Full")
    yield from wait_drawn()
    picture("limits")


def all_agree(before: str) -> Steps:
    """The strip, the counts, the grid, the map and the inspector say the same, and what the tables give."""
    made, tried = expected(held().made), expected(held().choices)
    joined = names(tried) - names(made)
    yield from open_list("joined")
    yield from wait_until(lambda: set(listed("cni_mapper_what_if_areas")) == joined, 3, "the list of who joined")
    change = people(tried) - people(made)
    assert says("cni_mapper_what_if_people") == (
        f"People living in: {people(made):,} → {people(tried):,} ({change:+,})"
    ), says("cni_mapper_what_if_people")
    for category in ("left_behind", "deprived", "high_need", "other"):
        counted = find(f"cni_mapper_thresholds_{category}_areas", QLabel).text()
        assert counted == str(len(names(tried, category))), (category, counted)
        living = find(f"cni_mapper_thresholds_{category}_people", QLabel).text()
        assert living == f"{people(tried, category):,}", (category, living)
    assert grid_counts() == decile_counts(tried)
    yield from click_cell(1, 2)
    count = decile_counts(tried)[0][1]
    yield from wait_until(lambda: preview().selectedFeatureCount() == count, 3, f"{count} wards to be selected")
    picture("cell-selected")
    said = find("cni_mapper_thresholds_selected", QLabel)
    yield from reach(said, said.rect().bottomLeft())
    assert says("cni_mapper_thresholds_selected") == (
        f"Decile 1 of need, decile 2 of deprivation: {count} selected on the map."
    )
    code = next(code for code, one in sorted(tried.items()) if one.name in joined)
    yield from inspect(code, result_file())
    picture("inspected")
    assert shown_text("cni_mapper_area_name") == tried[code].name
    assert f"rank {tried[code].cni_rank} of {len(tried)}," in shown_text("cni_mapper_area_need")
    assert f"rank {tried[code].imd_rank} of {len(tried)}," in shown_text("cni_mapper_area_deprivation")
    assert "High on both" in shown_text("cni_mapper_area_category")
    assert digest(result_file()) == before, "the result was written to before Keep"


def undone_and_redone() -> Steps:
    """By the keyboard: each limit and each weight was one step."""
    moved = held().choices
    yield from turn_to("Index")
    steps = [held().undo_words]
    for _ in range(5):
        yield from press("ctrl+z")
        steps.append(held().undo_words)
    yield from wait_drawn()
    picture("undone")
    assert steps[:5] == [
        "Limit on deprivation",
        "Limit on community need",
        "Weight of Engaged community",
        "Weight of Connectedness",
        "Weight of Civic assets",
    ], steps
    yield from wait_until(lambda: not held().is_moved and preview() is None, 5, "the preview to go")
    assert is_hidden("cni_mapper_what_if")
    yield from press(*["ctrl+shift+z"] * 5)
    yield from wait_previewed(expected(moved))
    assert held().choices == moved
    assert tip("cni_mapper_run_redo") == "Nothing to redo"
    yield from wait_drawn()
    picture("redone")


def kept() -> Steps:
    """Keep writes what was tried, and says so in the record and on the map."""
    tried, choices = expected(held().choices), held().choices
    yield from begin(click(find("cni_mapper_what_if_keep", QPushButton)))
    yield from wait_until(lambda: not held().is_busy and not held().is_moved, 30, "the result to be kept")
    yield from wait_worked_out()
    yield from wait_drawn()
    picture("kept")
    assert preview() is None and is_hidden("cni_mapper_what_if")
    rows = rows_of(result_file(), TABLE)
    assert {code: (row["cni_rank"], row["imd_rank"], row["category"]) for code, row in rows.items()} == {
        code: (one.cni_rank, one.imd_rank, one.category) for code, one in tried.items()
    }
    record = record_of(result_file())
    weights = {domain["id"]: domain["weight"] for domain in record["definition"]["domains"]}
    assert weights == {domain.id: domain.weight for domain in choices.definition.domains}
    assert (record["variant"], record["counts"]["areas"]["left_behind"]) == (True, len(names(tried)))
    limit = {"amount": "15", "is": "percent", "places": 22}
    assert record["limits"] == {"cni": limit, "imd": limit}, record["limits"]
    shown = [layer.name() for layer in QgsProject.instance().layerTreeRoot().checkedLayers()]
    assert not any("Left behind" in name for name in shown), shown


def reset() -> Steps:
    """Another move, and back: nothing is written."""
    before, choices = digest(result_file()), held().choices
    yield from turn_to("Thresholds")
    yield from slide(find("cni_mapper_thresholds_cni_slider", QSlider), 70)
    yield from wait_until(lambda: held().choices.cni_limit > 30 and preview(), 5, "a preview of a wide limit")
    yield from wait_previewed(expected(held().choices))
    yield from wait_drawn()
    picture("another-move")
    yield from click(find("cni_mapper_what_if_reset", QPushButton))
    yield from wait_until(lambda: preview() is None and is_hidden("cni_mapper_what_if"), 5, "the move to be gone")
    yield from wait_drawn()
    picture("reset")
    assert held().choices == choices
    assert held().undo_words == "Reset", held().undo_words
    assert digest(result_file()) == before, "Reset wrote to the result"


play(analyst)
