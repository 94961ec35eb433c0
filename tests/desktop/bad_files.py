"""Journey d: files with a fault each are chosen; each fault is told in words, and nothing is lost. Run by desktop.sh."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from files import digest
from panel import (
    choose_index,
    from_file,
    heard,
    held,
    is_sentence,
    make_layers,
    open_panel,
    save_in,
    says,
    turn_to,
    wait_worked_out,
)
from pointer import click, press
from qgis.core import QgsProject
from qgis.PyQt.QtWidgets import QListWidget, QPushButton, QToolButton, QTreeView
from session import WORK, Steps, picture, play
from spoilt_files import AREAS, INDEX, LOOKUP, NEEDS, SCORES, closed_folder, write_bad, write_good
from waiting import find, wait_tasks, wait_until
from widgets import click_action, click_item, click_menu, give_file, item, messages_shown, pick, tick

GOOD, BAD = WORK / "good", WORK / "bad"
RESULT = WORK / "made" / "county.gpkg"
STATUS, INDEX_FAULT = "cni_mapper_status", "cni_mapper_index_fault"


@dataclass(frozen=True)
class Case:
    """A file, and what is said of it: the code of the sentence, parts of it, and the label it is read in."""

    file: str
    code: str
    parts: tuple[str, ...]
    label: str = STATUS


AREAS_CASES = (
    Case("libraries.gpkg", "not_polygons", ("libraries",)),
    Case("no system.shp", "crs_missing", ("no system",)),
    Case("twice.gpkg", "codes_repeated", ("1 code(s)", "ward_code", "X05000001")),
    Case("welsh wards.gpkg", "codes_do_not_match", ("0 of 150", "W05000001")),
)
TABLE_CASES = (
    Case("column missing.csv", "indicator_not_found", ("Connectedness", "connectedness_score", "column missing")),
    Case("same everywhere.csv", "indicator_constant", ("connectedness_score", "is 5 everywhere")),
    Case("words.csv", "indicator_empty", ("connectedness_score", "words")),
    Case("codes twice.csv", "codes_repeated", ("ward_code", "codes twice")),
    Case("headings only.csv", "table_empty", ("headings only",)),
)
INDEX_CASES = (
    Case("broken.json", "definition_not_json", ("broken.json", "line 2"), INDEX_FAULT),
    Case("faulty.json", "definition_faults", ("faulty.json", "domains[0].weight is -1"), INDEX_FAULT),
)
SCORES_CASES = (
    Case("scores 2021.csv", "codes_of_another_year", ("small areas of 2021", "small areas of 2011", "90 of 900", "X01000007")),
    Case("scores of Wales.csv", "codes_do_not_match", ("0 of ", "W01000001", "X01000001")),
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
    for case in TABLE_CASES:
        yield from refused(case, whole, instead_of_needs)
    for case in INDEX_CASES:
        yield from refused(case, whole, imported)
    yield from turn_to("Deprivation")
    for case in SCORES_CASES:
        yield from refused(case, whole, lambda case: from_file("cni_mapper_deprivation_file", BAD / case.file))
    yield from nowhere_to_write(whole)
    yield from while_edited(whole)


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
    yield from wait_tasks(20)
    picture("good")


class Whole:
    """What must not be lost: the results on disk, the runs, and the layers of the project."""

    def __init__(self) -> None:
        session = held()
        self.choices = session.choices
        self._runs = session.runs
        self._files = {Path(run.made.output): digest(Path(run.made.output)) for run in session.runs}
        self._layers = set(QgsProject.instance().mapLayers())

    def check(self, what: str) -> None:
        session = held()
        assert session.runs == self._runs, f"{what} changed the runs: {session.runs}"
        assert session.fault is None, f"after {what} is taken back there is still the fault {session.fault}"
        for file, before in self._files.items():
            assert digest(file) == before, f"{what} changed {file.name}"
        lost = self._layers - set(QgsProject.instance().mapLayers())
        assert not lost, f"{what} lost {lost}"


def refused(case: Case, whole: Whole, choose: Callable[[Case], Steps]) -> Steps:
    """Choose a file, read what is said of it, and take the choice back."""
    yield from choose(case)
    yield from wait_until(lambda: is_sentence(heard(case.label), case.code), 15, f"word of {case.code} for {case.file}")
    yield from wait_tasks(15)
    picture(case.file.replace(" ", "-").replace(".", "-"))
    assert is_sentence(says(case.label), case.code, *case.parts), says(case.label)
    yield from taken_back(case.file, whole)


def taken_back(what: str, whole: Whole) -> Steps:
    for _ in range(4):
        if held().choices == whole.choices:
            break
        yield from press("ctrl+z")
    assert held().choices == whole.choices, f"undo does not bring back what was chosen before {what}"
    yield from wait_worked_out()
    yield from wait_tasks(15)
    whole.check(what)


def instead_of_needs(case: Case) -> Steps:
    """The table ticked is left out, and another taken from a file."""
    tables = find("cni_mapper_index_tables", QListWidget)
    ticked = [i for i in range(tables.count()) if tables.item(i).text().startswith("needs\n")]
    yield from tick(tables, tables.model().index(ticked[0], 0))
    yield from wait_until(lambda: not held().choices.tables, 3, "the table to be left out")
    yield from from_file("cni_mapper_index_table_from_file", BAD / case.file)


def imported(case: Case) -> Steps:
    yield from click(find("cni_mapper_index_menu", QToolButton))
    yield from pick("cni_mapper_index_import")
    yield from give_file(BAD / case.file)


def nowhere_to_write(whole: Whole) -> Steps:
    """A folder that cannot be written to is refused by name when the layers are to be made."""
    folder = closed_folder(WORK / "closed")
    yield from turn_to("Results")
    yield from save_in(folder / "county.gpkg")
    yield from click(find("cni_mapper_results_make", QPushButton))
    yield from wait_until(
        lambda: messages_shown() and is_sentence(messages_shown()[0], "output_not_writable", str(folder)),
        10,
        "word of the folder",
    )
    picture("closed-folder")
    yield from taken_back("the closed folder", whole)


def while_edited(whole: Whole) -> Steps:
    """A result that is being edited is not replaced."""
    layers = find("theLayerTreeView", QTreeView)
    overlay = next(layer for layer in QgsProject.instance().mapLayers().values() if layer.name() == "Left behind overlay" and str(RESULT) in layer.source())
    yield from click_item(layers, item(layers, overlay.name()))
    yield from click_action("mActionToggleEditing")
    yield from wait_until(overlay.isEditable, 5, "editing to begin")
    yield from click(find("cni_mapper_results_make", QPushButton))
    yield from wait_until(
        lambda: messages_shown() and is_sentence(messages_shown()[0], "output_in_edit", overlay.name(), RESULT.name),
        10,
        "word of the layer in edit",
    )
    picture("in-edit")
    yield from click_action("mActionToggleEditing")
    yield from wait_until(lambda: not overlay.isEditable(), 5, "editing to end")
    yield from taken_back("the edited result", whole)


play(bad_files)
