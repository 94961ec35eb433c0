"""Journey d goes on: faulty tables, and results that cannot be written where they should be.

Run by desktop.sh.
"""

from __future__ import annotations

from panel import from_file, held, is_sentence, open_panel, save_in, says, turn_to, wait_worked_out
from pointer import click, press
from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtWidgets import QListWidget, QPushButton, QTreeView
from refusals import BAD, PROJECT, RESULT, Case, Whole, refused, taken_back, wait_message
from session import WORK, Steps, picture, play
from spoilt_files import closed_folder
from waiting import find, wait_until
from widgets import click_action, click_item, give_file, tick

TABLE_CASES = (
    Case("column missing.csv", "indicator_not_found", ("Connectedness", "connectedness_score", "column missing")),
    Case("same everywhere.csv", "indicator_constant", ("connectedness_score", "is 5 everywhere")),
    Case("words.csv", "indicator_empty", ("connectedness_score", "words")),
    Case("codes twice.csv", "codes_repeated", ("ward_code", "codes twice")),
    Case("headings only.csv", "table_empty", ("headings only",)),
)
SCORES_CASES = (
    Case("scores 2021.csv", "codes_of_another_year", ("areas of 2021", "areas of 2011", "90 of 900", "X01000007")),
    Case("scores of Wales.csv", "lookup_columns_not_found", ("W01000001", "X05000001", "sa11cd")),
)


def more_bad_files() -> Steps:
    yield from press("ctrl+o")
    yield from give_file(PROJECT)
    yield from wait_until(lambda: QgsProject.instance().fileName() == str(PROJECT), 20, "the project")
    yield from open_panel()
    yield from wait_worked_out()
    whole = Whole()
    assert whole.is_remembered(), "opening the project changed a result"
    yield from turn_to("Index")
    for case in TABLE_CASES:
        yield from refused(case, whole, instead_of_needs)
    yield from turn_to("Deprivation")
    for case in SCORES_CASES:
        yield from refused(case, whole, lambda case: from_file("cni_mapper_deprivation_file", BAD / case.file))
    yield from turn_to("Results")
    yield from nowhere_to_write(whole)
    yield from while_edited(whole)


def instead_of_needs(case: Case) -> Steps:
    """The table ticked is left out, and another taken from a file."""
    tables = find("cni_mapper_index_tables", QListWidget)
    rows = [row for row in range(tables.count()) if tables.item(row).text().startswith("needs\n")]
    yield from tick(tables, tables.model().index(rows[0], 0))
    yield from wait_until(lambda: not held().choices.tables, 3, "the table to be left out")
    yield from from_file("cni_mapper_index_table_from_file", BAD / case.file)


def nowhere_to_write(whole: Whole) -> Steps:
    """A folder that cannot be written to is refused by name when the layers are to be made."""
    folder = closed_folder(WORK / "closed")
    yield from save_in(folder / "county.gpkg")
    yield from click(find("cni_mapper_results_make", QPushButton))
    yield from wait_message("output_not_writable", str(folder))
    picture("closed-folder")
    assert is_sentence(says(), "output_not_writable", str(folder)), says()
    assert held().made == whole.choices
    yield from taken_back("the closed folder", whole)


def while_edited(whole: Whole) -> Steps:
    """A result is not replaced while it is being edited."""
    overlay = shown_result()
    yield from click_item(find("theLayerTreeView", QTreeView), overlay.name())
    yield from click_action("mActionToggleEditing")
    yield from wait_until(overlay.isEditable, 5, "editing to begin")
    yield from click(find("cni_mapper_results_make", QPushButton))
    yield from wait_message("output_in_edit", overlay.name(), RESULT.name)
    picture("in-edit")
    assert is_sentence(says(), "output_in_edit", overlay.name(), RESULT.name), says()
    yield from click_action("mActionToggleEditing")
    yield from wait_until(lambda: not overlay.isEditable(), 5, "editing to end")
    yield from taken_back("the edited result", whole, by_rows=True)


def shown_result() -> QgsVectorLayer:
    """The overlay of the run's result; the name of the other run's is made another, to be told apart."""
    root = QgsProject.instance().layerTreeRoot()
    found = [node.layer() for node in root.findLayers() if node.name() == "Left behind overlay"]
    for layer in found:
        if str(RESULT) not in layer.source():
            layer.setName("Left behind overlay of the example")
    return next(layer for layer in found if str(RESULT) in layer.source())


play(more_bad_files)
