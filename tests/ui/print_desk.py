"""The window 'Print a map' over a result of the sample county, driven as a person would."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from desk import wait_until
from dock_desk import DockDesk
from qgis.core import QgsPrintLayout
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QFileDialog, QMessageBox

from cni_mapper.ui.dialogs import print_work
from cni_mapper.ui.dialogs.print_dialog import PrintDialog
from cni_mapper.ui.maps.layouts.page import PageChoices


@dataclass(frozen=True, eq=False)
class Made:
    """A page that was made. codes: of the areas it shows."""

    codes: frozenset[str]
    choices: PageChoices


def watch_pages(monkeypatch: pytest.MonkeyPatch) -> list[Made]:
    """The pages that the window makes from now on."""
    made: list[Made] = []
    fill_page: Callable[..., Any] = print_work.fill_page

    def make(result: Any, focus: np.ndarray, choices: PageChoices, project: Any) -> Any:
        made.append(Made(frozenset(result.table["area_code"][focus]), choices))
        return fill_page(result, focus, choices, project)

    monkeypatch.setattr(print_work, "fill_page", make)
    # Nobody types here, so that nothing is gained by waiting whether more is typed.
    monkeypatch.setattr(print_work, "_PAUSE", 10)
    monkeypatch.setattr(print_work, "_LONGEST_PAUSE", 10)
    # The pages are read, not looked at.
    monkeypatch.setattr(print_work, "_LONGER_SIDE", 600)
    return made


def open_window(desk: DockDesk) -> PrintDialog:
    desk.click("cni_mapper_results_print")
    settle(desk)
    return window(desk)


def window(desk: DockDesk) -> PrintDialog:
    return desk.part("cni_mapper_print")


def settle(desk: DockDesk) -> None:
    """Wait until the page of the last change is there, or the words why there is none."""
    QTest.qWait(20)
    work = window(desk)._work
    wait_until(lambda: not work.is_busy)
    QCoreApplication.processEvents()


def part(desk: DockDesk, name: str) -> Any:
    return desk.part(f"cni_mapper_print_{name}")


def words(desk: DockDesk) -> str:
    return part(desk, "words").text()


def has_page(desk: DockDesk) -> bool:
    pixmap = part(desk, "page").pixmap()
    return pixmap is not None and not pixmap.isNull()


def choose(desk: DockDesk, name: str, data: str) -> None:
    """Choose the entry of a list that stands for some data, as if by hand."""
    combo = part(desk, name)
    assert combo.isEnabled(), combo.toolTip()
    at = combo.findData(data)
    assert at >= 0, [combo.itemData(i) for i in range(combo.count())]
    combo.setCurrentIndex(at)
    combo.activated.emit(at)
    settle(desk)


def write(desk: DockDesk, name: str, text: str) -> None:
    line = part(desk, name)
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, text)
    settle(desk)


def page_text(layout: QgsPrintLayout, name: str) -> str:
    return layout.itemById(name).text()


def answer_file(monkeypatch: pytest.MonkeyPatch, path: Path | str, kind: str = "PDF (*.pdf)") -> list[str]:
    """Have the user choose a file; what the dialog began with."""
    asked: list[str] = []

    def get_save_file_name(parent: Any, title: str, start: str, kinds: str, **_: Any) -> tuple[str, str]:
        asked.append(start)
        return str(path), kind

    monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(get_save_file_name))
    return asked


def answer_question(monkeypatch: pytest.MonkeyPatch, answer: QMessageBox.StandardButton) -> list[str]:
    """Have the user answer questions; what was asked."""
    asked: list[str] = []

    def question(parent: Any, title: str, text: str, *_: Any) -> Any:
        asked.append(text)
        return answer

    monkeypatch.setattr(QMessageBox, "question", staticmethod(question))
    return asked
