"""Journey d goes on: faulty indices and scores, and results that cannot be written where they should be.

Run by desktop.sh.
"""

from __future__ import annotations

from panel import from_file, held, is_sentence, open_panel, save_in, says, turn_to, wait_worked_out
from pointer import click, press
from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtWidgets import QPushButton, QToolButton, QTreeView
from refusals import BAD, INDEX_FAULT, PROJECT, RESULT, Case, Whole, refused, taken_back, wait_message
from session import WORK, Steps, picture, play
from spoilt_files import closed_folder
from waiting import find, wait_tasks, wait_until
from widgets import click_action, click_item, give_file, pick

INDEX_CASES = (
    Case("broken.json", "definition_not_json", ("broken.json", "line 2"), INDEX_FAULT),
    Case("faulty.json", "definition_faults", ("faulty.json", "domains[0].weight is -1"), INDEX_FAULT),
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
    yield from wait_tasks(20)
    whole = Whole()
    assert whole.is_remembered(), "opening the project changed a result"
    yield from turn_to("Index")
    for case in INDEX_CASES:
        yield from refused(case, whole, imported)
    yield from turn_to("Deprivation")
    for case in SCORES_CASES:
        yield from refused(case, whole, lambda case: from_file("cni_mapper_deprivation_file", BAD / case.file))
    yield from turn_to("Results")
    yield from nowhere_to_write(whole)
    yield from while_edited(whole)


def imported(case: Case) -> Steps:
    yield from click(find("cni_mapper_index_menu", QToolButton))
    yield from pick("cni_mapper_index_import")
    yield from give_file(BAD / case.file)


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
