"""Journey b: an officer maps a district from England's real files, prints it, passes it on, draws a patch and keeps it.

Without the reference data the sample county's files serve. Run by desktop.sh; officer_2.py goes on with it.
"""

from __future__ import annotations

import json

from canvas import draw_polygon, wait_drawn
from files import layer_of, record_of, rows_of
from officer_files import Files, Standing, copy_to, expected_ranks, find_files, standings
from officer_state import FIRST, PATCH, PROJECT, REMEMBERED, RESULT, TABLE, open_patches, said_of_patch, state
from panel import (
    choose_index,
    from_file,
    heard,
    held,
    is_sentence,
    make_layers,
    open_panel,
    says,
    turn_to,
    wait_worked_out,
)
from passed_on import passed_on
from patch_shape import across_three, areas_by_code, people_in
from pointer import click, press, type_text
from printed import printed
from qgis.core import QgsProject
from qgis.PyQt.QtWidgets import QAbstractButton, QLabel, QLineEdit, QPushButton
from session import Steps, picture, play
from waiting import find, wait_for, wait_tasks, wait_until
from widgets import give_file

SIZE = 900
"""Metres from the middle of the patch to its corners."""


def officer() -> Steps:
    files = find_files()
    wanted = standings(files)
    copy_to(files, FIRST)
    yield from open_panel()
    yield from saved_first()
    yield from areas_chosen(files)
    yield from tables_chosen(files)
    yield from limits_seen(wanted)
    yield from layers_made(files, wanted)
    yield from printed(FIRST)
    yield from passed_on(FIRST, len(wanted))
    yield from patch_described()
    yield from patch_kept(wanted)
    yield from press("ctrl+s")
    yield from wait_until(lambda: not QgsProject.instance().isDirty(), 10, "the project to be saved again")
    REMEMBERED.write_text(json.dumps(state(FIRST)), encoding="utf-8")


def saved_first() -> Steps:
    """A project that has its place has its results beside it."""
    yield from press("ctrl+s")
    yield from give_file(FIRST / PROJECT)
    yield from wait_until((FIRST / PROJECT).exists, 10, "the project to be saved")


def areas_chosen(files: Files) -> Steps:
    """The boundaries by 'From a file…', and the district to show by its name."""
    if files.definition is not None:
        yield from turn_to("Index")
        yield from choose_index(FIRST / files.definition)
        yield from turn_to("Areas")
    yield from from_file("cni_mapper_areas_file", FIRST / files.areas)
    district = yield from wait_for("cni_mapper_areas_find_district", QLineEdit, 20)
    yield from type_text(district, files.district, then="Return")
    yield from wait_until(lambda: held().choices.districts, 5, "the district to be ticked")
    yield from wait_drawn()
    picture("areas")
    assert files.district in says("cni_mapper_areas_districts_words")


def tables_chosen(files: Files) -> Steps:
    yield from turn_to("Index")
    yield from from_file("cni_mapper_index_table_from_file", FIRST / files.needs)
    yield from wait_until(lambda: "Next: Deprivation" in heard(), 20, "the columns to be found")
    yield from wait_tasks(20)
    picture("index")
    yield from turn_to("Deprivation")
    yield from from_file("cni_mapper_deprivation_file", FIRST / files.deprivation)
    yield from wait_until(lambda: is_sentence(heard(), "lookup_needed"), 20, "the panel to ask for a look-up")
    yield 0.3
    picture("look-up-needed")
    assert is_sentence(says(), "lookup_needed", "wards"), says()
    yield from from_file("cni_mapper_lookup_file", FIRST / files.lookup)
    yield from wait_worked_out()
    picture("deprivation")
    assert "Next: the limits" in says(), says()


def limits_seen(wanted: dict[str, Standing]) -> Steps:
    yield from turn_to("Thresholds")
    picture("thresholds")
    assert f"{left_behind(wanted)} of the {len(wanted)} " in says(), says()


def left_behind(wanted: dict[str, Standing]) -> int:
    return sum(one.category == "left_behind" for one in wanted.values())


def layers_made(files: Files, wanted: dict[str, Standing]) -> Steps:
    yield from turn_to("Results")
    assert find("cni_mapper_results_path", QLineEdit).text() == str(FIRST / RESULT)
    picture("ready")
    yield from make_layers()
    yield from wait_drawn()
    picture("made")
    rows, expected = rows_of(FIRST / RESULT, TABLE), expected_ranks(files)
    assert set(rows) == set(wanted), set(rows) ^ set(wanted)
    for code, one in wanted.items():
        row = rows[code]
        found = (row["area_name"], row["cni_rank"], row["imd_rank"], row["category"], round(row["population"]))
        assert found == (one.name, one.cni_rank, one.imd_rank, one.category, round(one.people)), (found, one)
        assert expected.get(code, found[1:3]) == found[1:3], (code, found, expected[code])
    count = left_behind(wanted)
    assert (count, len(rows)) == (files.left_behind or (count, len(wanted)))
    assert record_of(FIRST / RESULT)["counts"]["areas"]["left_behind"] == count


def patch_described() -> Steps:
    """Draw a patch across three wards."""
    yield from open_patches()
    yield from click(find("cni_mapper_patch_draw", QAbstractButton))
    yield from wait_drawn()
    picture("about-to-draw")
    yield from draw_polygon(across_three(areas_by_code(layer_of(FIRST / RESULT, TABLE)), SIZE))
    yield from wait_for("cni_mapper_patch_people_words", QLabel, 20)
    yield from wait_tasks(10)
    yield from wait_drawn()
    picture("patch")
    assert not find("cni_mapper_patch_draw", QAbstractButton).isChecked(), "the map is still being drawn on"


def patch_kept(wanted: dict[str, Standing]) -> Steps:
    """Keep it; what was said of it is checked against the shape that was kept."""
    yield from type_text(find("cni_mapper_patch_name", QLineEdit), PATCH)
    yield from click(find("cni_mapper_patch_keep", QPushButton))
    yield from wait_until(lambda: QgsProject.instance().mapLayersByName("Patches"), 10, "the patch to be kept")
    yield from wait_tasks(10)
    yield from wait_drawn()
    picture("patch-kept")
    kept, said = list(layer_of(FIRST / RESULT, "patch").getFeatures()), said_of_patch()
    assert [row["patch_name"] for row in kept] == [PATCH]
    areas = areas_by_code(layer_of(FIRST / RESULT, TABLE))
    living = people_in(kept[0].geometry(), areas, {code: one.people for code, one in wanted.items()})
    total = sum(living.values())
    inside = sum(count for code, count in living.items() if wanted[code].category == "left_behind")
    assert len(living) == 3, living
    assert all(wanted[code].name in said["areas"] for code in living), (said["areas"], living)
    assert f"About {total:,.0f} people" in said["people_words"], (said["people_words"], living)
    assert abs(kept[0]["residents"] - total) < 1, (kept[0]["residents"], living)
    assert abs(kept[0]["share_left_behind"] - inside / total) < 0.001, (kept[0]["share_left_behind"], living)


play(officer)
