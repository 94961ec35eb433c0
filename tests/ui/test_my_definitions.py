"""The user's own indices: chosen, copied, named, saved, passed on and taken back."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from desk import wait_until
from index_desk import IndexDesk, answer, index_desk
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAbstractButton, QApplication, QComboBox, QFileDialog, QInputDialog, QLineEdit

from cni_mapper.core.errors import CniError
from cni_mapper.core.index.definition import with_weights
from cni_mapper.core.index.definition_file import load_definition
from cni_mapper.core.index.library import find_definition
from cni_mapper.ui.dialogs.my_definitions import indices_folder, keep_index, kept_indices
from cni_mapper.ui.dialogs.words import tr


@pytest.fixture
def desk(processing, sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[IndexDesk]:
    with index_desk(sample, tmp_path, monkeypatch) as desk:
        yield desk


def type_title(title: str) -> None:
    """Answer the next question for a title."""

    def answer_it() -> None:
        box = QApplication.activeModalWidget()
        if not isinstance(box, QInputDialog):
            QTimer.singleShot(20, answer_it)
            return
        line = box.findChild(QLineEdit)
        line.selectAll()
        QTest.keyClicks(line, title)
        QTest.keyClick(line, Qt.Key.Key_Return)

    QTimer.singleShot(0, answer_it)


def words(desk: IndexDesk) -> str:
    return desk.find("cni_mapper_index_what_it_is").text()


def shown(desk: IndexDesk) -> str:
    return desk.find("cni_mapper_index_definition", QComboBox).currentText()


def test_a_folder_of_indices_lists_good_and_bad_files(tmp_path: Path) -> None:
    definition = find_definition("open-needs")
    first = keep_index(definition, tmp_path / "mine", "")
    second = keep_index(definition, tmp_path / "mine", "")
    assert (first.name, second.name) == ("open-needs.json", "open-needs-2.json")
    assert keep_index(definition, tmp_path / "mine", str(first)) == first
    (tmp_path / "mine" / "broken.json").write_text("{", encoding="utf-8")
    kept = kept_indices(tmp_path / "mine")
    assert [one.title for one in kept] == ["broken.json", definition.title, definition.title]
    assert kept[0].fault.code == "definition_not_json"


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("", encoding="utf-8")
    with pytest.raises(CniError, match="definition_not_saved"):
        keep_index(find_definition("cni-2019"), tmp_path / "taken" / "indices", "")


def test_a_shipped_index_is_chosen_with_its_limits(desk: IndexDesk) -> None:
    title = find_definition("cni-2023").title
    desk.pick("cni_mapper_index_definition", title)
    assert (desk.session.choices.base, desk.session.choices.definition.id) == ("cni-2023", "cni-2023")
    assert desk.session.undo_words == "Choose CNI 2023"
    assert shown(desk) == title
    desk.session.undo()
    assert desk.session.choices.definition.id == "cni-2019"
    assert shown(desk) == find_definition("cni-2019").title


def test_duplicate_save_and_revert(desk: IndexDesk) -> None:
    type_title("Hull's index")
    desk.trigger("cni_mapper_index_duplicate")
    definition = desk.session.choices.definition
    assert (definition.title, definition.status, definition.published_flag) == ("Hull's index", "own", ())
    assert shown(desk) == "Hull's index (not saved)"
    assert words(desk) == "Your own index, made from CNI 2019. It is not saved in My indices yet."
    desk.trigger("cni_mapper_index_save")
    path = indices_folder() / "hulls-index.json"
    assert load_definition(path) == definition
    assert desk.session.choices.base == str(path)
    assert (shown(desk), words(desk)) == ("Hull's index", "Your own index, saved in My indices.")
    desk.page.tree.weight_changed.emit("connectedness", 2.0, True)
    assert words(desk) == "Your own index, changed since it was saved in My indices."
    desk.trigger("cni_mapper_index_revert")
    assert desk.session.choices.definition == definition
    assert desk.session.undo_words == "Revert to Hull's index"


def test_saving_again_writes_over_the_same_file(desk: IndexDesk) -> None:
    type_title("Mine")
    desk.trigger("cni_mapper_index_duplicate")
    desk.trigger("cni_mapper_index_save")
    desk.page.tree.weight_changed.emit("connectedness", 2.0, True)
    desk.trigger("cni_mapper_index_save")
    files = sorted(path.name for path in indices_folder().glob("*.json"))
    assert files == ["mine.json"]
    assert json.loads((indices_folder() / "mine.json").read_text(encoding="utf-8"))["domains"][1]["weight"] == 2


def test_a_published_index_with_own_weights_goes_back(desk: IndexDesk) -> None:
    desk.page.tree.weight_changed.emit("connectedness", 2.0, True)
    assert words(desk).endswith("'Own variant of CNI 2019'.")
    assert desk.session.choices.definition == with_weights(find_definition("cni-2019"), {"connectedness": 2})
    save = desk.find("cni_mapper_index_menu").menu().actions()[2]
    assert not save.isEnabled()
    assert "Duplicate" in save.toolTip()
    desk.trigger("cni_mapper_index_revert")
    assert words(desk) == "Published index, as its publishers made it."


def test_rename_and_delete(desk: IndexDesk) -> None:
    type_title("Mine")
    desk.trigger("cni_mapper_index_duplicate")
    type_title("Ours")
    desk.trigger("cni_mapper_index_rename")
    assert desk.session.choices.definition.title == "Ours"
    desk.trigger("cni_mapper_index_save")
    asked = answer("Delete")
    desk.trigger("cni_mapper_index_delete")
    assert "'Ours'" in asked[0]
    assert list(indices_folder().glob("*.json")) == []
    assert desk.session.choices.definition.title == "Ours"
    assert shown(desk) == "Ours (not saved)"


@pytest.mark.parametrize(
    ("button", "left", "saved"),
    [("Cancel", False, False), ("Go on without saving", True, False), ("Save to my indices", True, True)],
)
def test_leaving_an_index_that_is_not_saved_is_asked_about(
    desk: IndexDesk, button: str, left: bool, saved: bool
) -> None:
    type_title("Mine")
    desk.trigger("cni_mapper_index_duplicate")
    answer(button)
    desk.pick("cni_mapper_index_definition", find_definition("cni-2023").title)
    assert desk.session.choices.definition.id == ("cni-2023" if left else "mine")
    assert [path.name for path in indices_folder().glob("*.json")] == (["mine.json"] if saved else [])


def test_export_and_import(desk: IndexDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "passed on.json"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file.with_suffix("")), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    desk.page.tree.weight_changed.emit("connectedness", 2.0, True)
    desk.trigger("cni_mapper_index_export")
    assert load_definition(file) == desk.session.choices.definition
    file.write_text((desk.folder / "own_index.json").read_text(encoding="utf-8"), encoding="utf-8")
    desk.trigger("cni_mapper_index_import")
    kept = indices_folder() / "sampleshire-own.json"
    assert (desk.session.choices.base, desk.session.choices.definition) == (str(kept), load_definition(file))


def test_a_bad_file_is_told_and_changes_nothing(
    desk: IndexDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "bad.json"
    file.write_text('{"format": 1}', encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    before = desk.session.choices
    desk.pick("cni_mapper_index_definition", tr("From a file…"))
    assert desk.said().startswith("The definition bad.json has")
    assert desk.session.choices == before
    assert shown(desk) == before.definition.title
    desk.trigger("cni_mapper_index_import")
    assert not indices_folder().exists()


def test_a_file_is_used_where_it_stands(desk: IndexDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    file = desk.folder / "own_index.json"
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    desk.pick("cni_mapper_index_definition", tr("From a file…"))
    assert desk.session.choices.base == str(file)
    assert words(desk) == "Your own index, from a file. It is not among My indices."
    desk.trigger("cni_mapper_index_save")
    assert desk.session.choices.base == str(indices_folder() / "sampleshire-own.json")


def test_the_menu_opens_by_keyboard(desk: IndexDesk) -> None:
    button = desk.find("cni_mapper_index_menu", QAbstractButton)
    button.setFocus()
    QTimer.singleShot(100, lambda: QTest.keyClick(button.menu(), Qt.Key.Key_Escape))
    QTest.keyClick(button, Qt.Key.Key_Space)
    wait_until(lambda: not button.menu().isVisible())
