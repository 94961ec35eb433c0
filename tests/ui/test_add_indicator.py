"""Adding an indicator from any layer of the project, and from counted places."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from desk import wait_until
from index_desk import IndexDesk, add, index_desk
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QDoubleSpinBox, QLabel, QLineEdit, QPushButton

from cni_mapper.core.index.editing import find_part, parent_of
from cni_mapper.ui.dialogs.add_indicator_dialog import AddIndicatorDialog
from cni_mapper.ui.dialogs.pages import index_page


@pytest.fixture
def desk(processing, sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[IndexDesk]:
    with index_desk(sample, tmp_path, monkeypatch) as desk:
        yield desk


def another_table(desk: IndexDesk) -> Path:
    """A table of one column of numbers and one of text, for every ward."""
    codes = pd.read_csv(desk.folder / "indicators.csv")["ward_code"]
    table = pd.DataFrame({"ward_code": codes, "empty_shops": np.arange(len(codes)) % 7, "remark": "fine"})
    table.to_csv(desk.folder / "shops.csv", index=False)
    return desk.folder / "shops.csv"


def open_dialog(desk: IndexDesk) -> AddIndicatorDialog:
    desk.click("cni_mapper_index_add")
    return desk.page.findChild(AddIndicatorDialog)


def looked(desk: IndexDesk, dialog: AddIndicatorDialog) -> None:
    wait_until(lambda: not desk.page._sources.is_busy and not dialog._values.is_busy)


def reason(desk: IndexDesk, dialog: AddIndicatorDialog) -> str:
    return desk.find("cni_mapper_add_reason", QLabel, dialog).text()


def type_into(desk: IndexDesk, dialog: AddIndicatorDialog, name: str, text: str) -> None:
    line = desk.find(name, QLineEdit, dialog)
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, text)


def test_it_says_what_is_still_to_be_done_and_adds(desk: IndexDesk) -> None:
    desk.choose()
    layer = add(another_table(desk))
    before = desk.session.choices
    dialog = open_dialog(desk)
    desk.pick("cni_mapper_add_table", "shops", dialog)
    looked(desk, dialog)
    button = desk.find("cni_mapper_add_accept", QPushButton, dialog)
    assert not button.isEnabled()
    assert reason(desk, dialog) == button.toolTip() == "Choose the column that holds the values."
    desk.pick("cni_mapper_add_column", "empty_shops", dialog)
    looked(desk, dialog)
    column = desk.find("cni_mapper_add_column", inside=dialog)
    assert [column.itemText(i) for i in range(column.count())] == ["Choose a column", "empty_shops"]
    assert dialog._values.distribution.highest == 6
    assert reason(desk, dialog) == "Say whether a higher value means more need or less."
    desk.click("cni_mapper_add_direction_more_need", dialog)
    type_into(desk, dialog, "cni_mapper_add_title", "")
    QTest.keyClick(desk.find("cni_mapper_add_title", QLineEdit, dialog), Qt.Key.Key_Delete)
    assert reason(desk, dialog) == "Give the indicator a name."
    type_into(desk, dialog, "cni_mapper_add_title", "Empty shops")
    desk.pick("cni_mapper_add_domain", "Connectedness", dialog)
    assert reason(desk, dialog) == ""
    desk.click("cni_mapper_add_accept", dialog)
    desk.settle()
    definition, choices = desk.session.choices.definition, desk.session.choices
    new = find_part(definition, "empty_shops")
    assert (new.title, new.columns, new.higher_is) == ("Empty shops", ("empty_shops",), "more_need")
    assert parent_of(definition, new.id).id == "connectedness"
    assert parent_of(definition, new.id).combine.weights == "equal"
    assert choices.tables == (*before.tables, layer)
    assert desk.session.undo_words == "Add Empty shops"
    assert "empty_shops" in desk.session.tried.index.values.columns
    assert desk.page.tree.selected_part() == "empty_shops"
    desk.session.undo()
    assert desk.session.choices == before


def test_a_weight_of_its_own_and_a_new_domain(desk: IndexDesk) -> None:
    desk.choose()
    add(another_table(desk))
    dialog = open_dialog(desk)
    desk.pick("cni_mapper_add_table", "shops", dialog)
    looked(desk, dialog)
    desk.pick("cni_mapper_add_column", "empty_shops", dialog)
    desk.click("cni_mapper_add_direction_more_need", dialog)
    desk.pick("cni_mapper_add_domain", "A new domain…", dialog)
    assert reason(desk, dialog) == "Give the new domain a name."
    type_into(desk, dialog, "cni_mapper_add_new_domain", "High street")
    box = desk.find("cni_mapper_add_weight", QDoubleSpinBox, dialog)
    box.selectAll()
    QTest.keyClicks(box, "2")
    desk.click("cni_mapper_add_accept", dialog)
    desk.settle()
    domain = desk.session.choices.definition.domains[-1]
    assert (domain.id, domain.title, domain.weight) == ("high_street", "High street", 2)
    assert [(one.title, one.weight) for one in domain.indicators] == [("Empty shops", 1)]
    assert desk.session.tried is not None


def test_a_published_index_is_copied_and_the_dialog_says_so(desk: IndexDesk) -> None:
    desk.choose("definition.json", "community_needs.csv")
    add(another_table(desk))
    dialog = open_dialog(desk)
    desk.pick("cni_mapper_add_table", "shops", dialog)
    looked(desk, dialog)
    desk.pick("cni_mapper_add_column", "empty_shops", dialog)
    desk.click("cni_mapper_add_direction_more_need", dialog)
    type_into(desk, dialog, "cni_mapper_add_new_domain", "High street")
    assert "'My Sampleshire CNI'" in reason(desk, dialog)
    desk.click("cni_mapper_add_accept", dialog)
    desk.settle()
    definition = desk.session.choices.definition
    assert (definition.title, definition.status) == ("My Sampleshire CNI", "own")
    assert [domain.weight for domain in definition.domains] == [1, 1, 1, 1]
    assert desk.session.tried is not None
    desk.session.undo()
    assert desk.session.choices.definition.is_published


def test_a_column_that_another_table_has_is_told_apart(desk: IndexDesk) -> None:
    (desk.folder / "newer.csv").write_text(
        (desk.folder / "indicators.csv").read_text(encoding="utf-8").replace("turnout_percent", "turnout"), "utf-8"
    )
    table = pd.read_csv(desk.folder / "newer.csv")[["ward_code", "libraries_per_1000"]]
    table.to_csv(desk.folder / "newer.csv", index=False)
    desk.choose()
    add(desk.folder / "newer.csv")
    dialog = open_dialog(desk)
    desk.pick("cni_mapper_add_table", "newer", dialog)
    looked(desk, dialog)
    desk.pick("cni_mapper_add_column", "libraries_per_1000", dialog)
    assert dialog.wish().column == "newer:libraries_per_1000"


def test_a_table_without_codes_is_refused_in_words(desk: IndexDesk) -> None:
    desk.choose()
    (desk.folder / "sales.csv").write_text("shop,sales\nA,1\nB,2\n", encoding="utf-8")
    dialog = open_dialog(desk)
    dialog.add_files([str(desk.folder / "sales.csv")])
    looked(desk, dialog)
    assert reason(desk, dialog).startswith("No column of area codes was recognised in sales.csv.")
    assert not desk.find("cni_mapper_add_accept", QPushButton, dialog).isEnabled()
    dialog.add_files([str(desk.folder / "nowhere.csv")])
    assert reason(desk, dialog).startswith("nowhere.csv cannot be opened.")


def test_counted_places_are_offered(desk: IndexDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.choose()
    path = another_table(desk)
    opened: list[str] = []

    def count(id: str) -> None:
        opened.append(id)
        add(path)

    monkeypatch.setattr(index_page, "open_algorithm", count)
    desk.click("cni_mapper_index_count")
    assert opened == ["cni:places"]
    dialog = desk.page.findChild(AddIndicatorDialog)
    assert desk.find("cni_mapper_add_table", inside=dialog).currentText() == "shops"
    dialog.reject()


def test_no_counted_places_are_told(desk: IndexDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index_page, "open_algorithm", lambda _: None)
    desk.click("cni_mapper_index_count")
    assert desk.said().startswith("No table of counts was made")
