from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import numpy as np
import pytest
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtGui import QColor, QContextMenuEvent, QImage, QPalette
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QFileDialog, QMenu
from seen import pixels, pixels_of

from cni_mapper.core.data.distribution import describe_numbers
from cni_mapper.ui.dialogs.charts.chart import Chart
from cni_mapper.ui.dialogs.charts.decile_grid import DecileGrid
from cni_mapper.ui.dialogs.charts.export import copy_chart, encode_png, save_chart
from cni_mapper.ui.dialogs.charts.histogram import Histogram
from cni_mapper.ui.dialogs.charts.painting import contrast
from cni_mapper.ui.dialogs.charts.position_bars import Bar, PositionBars
from cni_mapper.ui.dialogs.charts.rank_scatter import RankScatter


def make_histogram() -> Chart:
    chart = Histogram()
    chart.show_distribution(describe_numbers(np.array([1.0, 2, 2, 3])), "Libraries", "", "less_need")
    return chart


def make_grid() -> Chart:
    chart = DecileGrid()
    chart.show_counts(np.arange(100).reshape(10, 10), corner=(1, 1))
    return chart


def make_bars() -> Chart:
    chart = PositionBars()
    chart.show_bars([Bar("Civic assets", 97.5, 186, 7433, 1)])
    return chart


def make_scatter() -> Chart:
    chart = RankScatter()
    ranks = np.arange(1.0, 31)
    chart.show_ranks(ranks, ranks[::-1], names=[str(i) for i in range(30)], titles=("One", "Other"), joined=[29])
    return chart


MAKERS: dict[Callable[[], Chart], str] = {
    make_histogram: "higher means less need",
    make_grid: "IMD decile (1 = most deprived)",
    make_bars: "186 of 7,433",
    make_scatter: "rank 1, most need",
}


@pytest.fixture
def told() -> Callable[[Chart], dict[str, list[str]]]:
    """A function that keeps what a chart says of its saving."""

    def listen(chart: Chart) -> dict[str, list[str]]:
        words = {"done": [], "failed": []}
        chart.done.connect(words["done"].append)
        chart.failed.connect(words["failed"].append)
        return words

    return listen


@pytest.mark.parametrize("make", MAKERS)
def test_a_picture_has_300_dots_per_inch_and_dark_text_on_white_in_a_dark_theme(show, dark, tmp_path, make) -> None:
    chart = make()
    chart.setPalette(dark)
    show(chart, 400, 380)
    assert tuple(pixels(chart)[4, 4]) == (0x23, 0x26, 0x29)
    assert save_chart(chart, tmp_path / "chart.png")
    image = QImage(str(tmp_path / "chart.png"))
    assert image.dotsPerMeterX() == image.dotsPerMeterY() == 11811
    assert (image.width(), image.height()) == pytest.approx((chart.width() * 3.125, chart.height() * 3.125), abs=1)
    seen = pixels_of(image)
    assert (seen[3, 3] == 255).all()
    assert seen.mean() > 128
    assert seen.max(axis=2).min() < 60
    chart.setPalette(QPalette())
    assert encode_png(chart) == (tmp_path / "chart.png").read_bytes()


@pytest.mark.parametrize(("make", "text"), MAKERS.items())
def test_a_drawing_has_its_texts_as_text(show, dark, tmp_path, make, text) -> None:
    chart = make()
    chart.setPalette(dark)
    show(chart, 400, 380)
    assert save_chart(chart, tmp_path / "chart.SVG")
    root = ET.parse(tmp_path / "chart.SVG").getroot()
    nodes = {(node.text or "").strip(): node for node in root.iter("{http://www.w3.org/2000/svg}text")}
    assert contrast(QColor(nodes[text].get("fill")), QColor("white")) >= 4.5
    assert root.find("{http://www.w3.org/2000/svg}title").text == chart.accessibleName()
    assert root.find("{http://www.w3.org/2000/svg}desc").text == chart.words()


def test_a_chart_that_is_too_small_on_the_screen_is_saved_whole(tmp_path) -> None:
    chart = make_bars()
    chart.resize(20, 10)
    assert save_chart(chart, tmp_path / "chart.png")
    image, least = QImage(str(tmp_path / "chart.png")), chart.minimumSizeHint()
    assert image.width() >= least.width() * 3
    assert image.height() >= chart.heightForWidth(least.width()) * 3


def test_an_old_file_is_replaced_and_nothing_else_left(show, tmp_path, told) -> None:
    path = tmp_path / "chart.svg"
    path.write_text("old")
    chart = show(make_histogram())
    words = told(chart)
    assert save_chart(chart, str(path))
    assert path.read_text().startswith("<?xml")
    assert [file.name for file in tmp_path.iterdir()] == ["chart.svg"]
    assert words == {"done": [f"The chart was saved as {path}."], "failed": []}


@pytest.mark.parametrize("place", ["no such folder/chart.png", "a folder.png"])
def test_a_fault_is_told_and_leaves_nothing_behind(show, tmp_path, told, place) -> None:
    (tmp_path / "a folder.png").mkdir()
    chart = show(make_grid())
    words = told(chart)
    assert not save_chart(chart, tmp_path / place)
    assert words["done"] == []
    assert str(tmp_path / place) in words["failed"][0]
    assert "directory" in words["failed"][0]
    assert [path.name for path in tmp_path.iterdir()] == ["a folder.png"]


def fill_disk(path: Path, data: bytes) -> None:
    with path.open("wb") as file:
        file.write(data[:100])
    raise OSError(28, "No space left on device")


def refuse(path: Path, target: Path) -> None:
    raise PermissionError(13, "Permission denied")


@pytest.mark.parametrize(
    ("step", "fault", "reason"),
    [("write_bytes", fill_disk, "No space left on device"), ("replace", refuse, "Permission denied")],
)
def test_the_old_file_stays_when_the_new_cannot_be_written(
    show, tmp_path, told, monkeypatch, step, fault, reason
) -> None:
    path = tmp_path / "chart.png"
    path.write_text("old")
    monkeypatch.setattr(Path, step, fault)
    chart = show(make_grid())
    words = told(chart)
    assert not save_chart(chart, path)
    assert reason in words["failed"][0]
    assert path.read_text() == "old"
    assert [file.name for file in tmp_path.iterdir()] == ["chart.png"]


def test_another_ending_is_refused_by_name(show, tmp_path, told) -> None:
    chart = show(make_grid())
    words = told(chart)
    assert not save_chart(chart, tmp_path / "chart.doc")
    assert words["failed"] == ["The chart was not saved as chart.doc: choose a name that ends in .png or .svg."]
    assert not list(tmp_path.iterdir())


def test_a_copy_is_on_the_clipboard_with_a_white_page(show, dark, told) -> None:
    chart = make_scatter()
    chart.setPalette(dark)
    show(chart, 400, 420)
    words = told(chart)
    copy_chart(chart)
    image = QApplication.clipboard().image()
    assert image.width() == 1250
    assert (pixels_of(image)[3, 3] == 255).all()
    assert words["done"] == ["The chart was copied."]


def open_menu(chart: Chart, reason: QContextMenuEvent.Reason) -> QMenu:
    event = QContextMenuEvent(reason, QPoint(30, 30), chart.mapToGlobal(QPoint(30, 30)))
    QApplication.sendEvent(chart, event)
    return chart.findChild(QMenu)


@pytest.mark.parametrize("reason", [QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard])
@pytest.mark.parametrize("kind", ["Picture (*.png)", "Drawing that can be edited (*.svg)"])
def test_the_menu_saves_in_the_chosen_kind(show, tmp_path, told, monkeypatch, reason, kind) -> None:
    def choose(parent, title: str, start: str, kinds: str) -> tuple[str, str]:
        assert start.endswith("decile_grid.png")
        assert kind in kinds.split(";;")
        return str(tmp_path / "mine"), kind

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    chart = show(make_grid())
    words = told(chart)
    menu = open_menu(chart, reason)
    assert [action.text() for action in menu.actions()] == ["Save this chart…", "Copy"]
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    ending = kind[-5:-1]
    assert [path.name for path in tmp_path.iterdir()] == ["mine" + ending]
    assert words["done"] == [f"The chart was saved as {tmp_path / 'mine'}{ending}."]


def test_a_cancelled_dialog_saves_nothing(show, tmp_path, told, monkeypatch) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    chart = show(make_grid())
    words = told(chart)
    menu = open_menu(chart, QContextMenuEvent.Reason.Mouse)
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert words == {"done": [], "failed": []}


def test_the_menu_copies_by_mouse_and_is_gone_afterwards(show, told) -> None:
    chart = show(make_grid())
    words = told(chart)
    menu = open_menu(chart, QContextMenuEvent.Reason.Mouse)
    copy = menu.findChild(type(menu.actions()[1]), "cni_mapper_chart_copy")
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(copy).center())
    assert words["done"] == ["The chart was copied."]
    QTest.qWait(20)
    assert chart.findChild(QMenu) is None
