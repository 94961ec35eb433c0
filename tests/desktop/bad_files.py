"""Journey d: boundaries and indices with a fault each are chosen; each fault is told in words, and nothing is lost.

Run by desktop.sh; bad_files_2.py goes on with other files.
"""

from __future__ import annotations

from panel import choose_index, from_file, held, make_layers, open_panel, save_in, turn_to, wait_worked_out
from pointer import click, press
from qgis.core import QgsProject
from qgis.PyQt.QtWidgets import QToolButton
from refusals import BAD, GOOD, INDEX_FAULT, PROJECT, RESULT, Case, Whole, refused
from session import Steps, picture, play
from spoilt_files import AREAS, INDEX, LOOKUP, NEEDS, SCORES, write_bad, write_good
from waiting import find, wait_until
from widgets import click_menu, give_file, pick

AREAS_CASES = (
    Case("libraries.gpkg", "not_polygons", ("libraries",)),
    Case("no system.shp", "crs_missing", ("no system",)),
    Case("twice.gpkg", "codes_repeated", ("1 code(s)", "ward_code", "X05000001")),
    Case("welsh wards.gpkg", "codes_do_not_match", ("0 of 150", "W05000001")),
)
INDEX_CASES = (
    Case("broken.json", "definition_not_json", ("broken.json", "line 2"), INDEX_FAULT),
    Case("faulty.json", "definition_faults", ("faulty.json", "domains[0].weight is -1"), INDEX_FAULT),
)


def bad_files() -> Steps:
    write_good(GOOD)
    write_bad(BAD)
    RESULT.parent.mkdir()
    yield from open_panel()
    yield from click_menu("Plugins", "CNI Mapper", "Try the example")
    yield from wait_until(lambda: held().made is not None, 30, "the example to be made")
    yield from wait_worked_out()
    yield from good_run()
    whole = Whole()
    yield from turn_to("Areas")
    for case in AREAS_CASES:
        yield from refused(case, whole, lambda case: from_file("cni_mapper_areas_file", BAD / case.file))
    yield from turn_to("Index")
    for case in INDEX_CASES:
        yield from refused(case, whole, imported)
    assert not in_results(), f"in the group of a result stand {in_results()}"
    whole.remember()
    yield from press("ctrl+s")
    yield from give_file(PROJECT)
    yield from wait_until(PROJECT.exists, 10, "the project to be saved")


def good_run() -> Steps:
    """A second run beside the example, of files that say their year, with a result."""
    yield from click(find("cni_mapper_run_menu_button", QToolButton))
    yield from pick("cni_mapper_run_new")
    yield from turn_to("Index")
    yield from choose_index(GOOD / INDEX)
    yield from from_file("cni_mapper_index_table_from_file", GOOD / NEEDS)
    yield from turn_to("Areas")
    yield from from_file("cni_mapper_areas_file", GOOD / AREAS)
    yield from turn_to("Deprivation")
    yield from from_file("cni_mapper_deprivation_file", GOOD / SCORES)
    yield from from_file("cni_mapper_lookup_file", GOOD / LOOKUP)
    yield from wait_worked_out()
    yield from turn_to("Results")
    yield from save_in(RESULT)
    yield from make_layers()
    yield from wait_worked_out()
    picture("good")


def imported(case: Case) -> Steps:
    yield from click(find("cni_mapper_index_menu", QToolButton))
    yield from pick("cni_mapper_index_import")
    yield from give_file(BAD / case.file)


def in_results() -> list[str]:
    """The user's layers that QGIS has put into the group of a result, of which it shows one member at a time."""
    groups = [group for group in QgsProject.instance().layerTreeRoot().findGroups() if group.isMutuallyExclusive()]
    assert len(groups) == 2, [group.name() for group in groups]
    return [node.name() for group in groups for node in group.findLayers() if str(BAD) in node.layer().source()]


play(bad_files)
