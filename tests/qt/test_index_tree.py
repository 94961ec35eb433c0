from __future__ import annotations

from collections.abc import Iterator

import pytest
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor, QFont, QPalette
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication
from tree_dock import Dock
from weighed_index import INDEX, domain, index, indicator, published

from cni_mapper.core.index.editing import add_indicator, remove_part, set_weight
from cni_mapper.ui.dialogs.index_tree import COVERAGE, DIRECTION, LOCK, NAME, SHARE, WEIGHT


@pytest.fixture
def dock() -> Iterator[Dock]:
    dock = Dock()
    yield dock
    dock.tree.close()
    dock.tree.deleteLater()
    QApplication.processEvents()


class TestWhatIsShown:
    def test_domains_and_indicators_in_their_places(self, dock):
        assert [dock.tree.topLevelItem(i).text(NAME) for i in range(3)] == ["Assets", "Links", "Health"]
        links = dock.tree.topLevelItem(1)
        assert [links.child(i).text(NAME) for i in range(2)] == ["Travel", "Housing"]
        assert [links.child(1).child(i).text(NAME) for i in range(2)] == ["Crowded", "Homeless"]
        assert all(item.isExpanded() for item in dock.items().values() if item.childCount())

    @pytest.mark.parametrize(
        ("id", "weight", "share"),
        [
            ("assets", "1", "25%"),
            ("pubs", "2", "12.5%"),
            ("libraries", "1", "6.2%"),
            ("housing", "3", "18.8%"),
            ("crowded", "1", "9.4%"),
            ("health", "2", "50%"),
            ("ill", "auto", ""),
        ],
    )
    def test_weights_and_shares(self, dock, id, weight, share):
        assert (dock.text(id, WEIGHT), dock.text(id, SHARE)) == (weight, share)

    def test_equal_weights_are_shown_as_they_count(self):
        uneven = Dock(index(domain("d", indicator("a", weight=5), indicator("b", weight=1))))
        assert [(uneven.text(id, WEIGHT), uneven.text(id, SHARE)) for id in "ab"] == [("1", "50%"), ("1", "50%")]

    def test_direction(self, dock):
        assert (dock.text("libraries", DIRECTION), dock.text("halls", DIRECTION)) == ("↓", "↑")
        assert dock.tip("libraries", DIRECTION) == dock.aloud("libraries", DIRECTION) == "higher means less need"
        assert dock.tip("halls", DIRECTION) == dock.aloud("halls", DIRECTION) == "higher means more need"
        assert dock.text("assets", DIRECTION) == dock.text("travel", DIRECTION) == ""

    def test_an_index_of_published_domains_needs_no_column_of_directions(self):
        assert not Dock().tree.isColumnHidden(DIRECTION)
        assert Dock(index(published("a"), published("b"))).tree.isColumnHidden(DIRECTION)

    @pytest.mark.parametrize(
        ("id", "text"),
        [("libraries", "100%"), ("pubs", "99.9%"), ("halls", "50%"), ("travel", "98.7%"), ("crowded", "")],
    )
    def test_coverage_is_blank_where_unknown_and_whole_only_where_nothing_is_missing(self, dock, id, text):
        assert dock.text(id, COVERAGE) == text

    def test_screen_readers_are_told(self, dock):
        assert dock.aloud("pubs", NAME) == "Pubs, an indicator"
        assert dock.aloud("assets", NAME) == "Assets, a domain"
        assert dock.aloud("pubs", WEIGHT) == "weight 2"
        assert dock.aloud("pubs", SHARE) == "12.5% of the whole index"
        assert dock.aloud("pubs", LOCK).startswith("not locked")
        assert dock.tree.accessibleName() == "Domains and indicators"

    def test_why_weights_cannot_be_changed(self, dock):
        assert "factor analysis" in dock.tip("ill", WEIGHT)
        only = Dock(index(domain("d", indicator("a"))))
        assert only.tip("d", WEIGHT) == "It is the only part of 'Test index', so it always counts in full."
        assert only.tip("a", WEIGHT) == "It is the only part of 'D', so it always counts in full."

    def test_units_are_in_the_tooltip(self, dock):
        assert (dock.tip("libraries", NAME), dock.tip("halls", NAME)) == ("Libraries (per 1,000)", "Halls")


class TestSelection:
    def test_is_told_once_for_each_part(self, dock):
        dock.click("pubs", NAME)
        dock.click("pubs", SHARE)
        dock.key(Qt.Key.Key_Down)
        assert dock.parts == ["pubs", "halls"]
        assert dock.tree.selected_part() == "halls"

    def test_an_unknown_part_selects_nothing(self, dock):
        dock.tree.select_part("pubs")
        dock.tree.select_part("none")
        assert (dock.tree.selected_part(), dock.parts) == ("", ["pubs", ""])


class TestShownAgain:
    def test_what_is_seen_stays(self, dock):
        dock.tree.resize(300, 200)
        QApplication.processEvents()
        dock.tree.select_part("crowded")
        dock.item("assets").setExpanded(False)
        QApplication.processEvents()
        bars = [dock.tree.verticalScrollBar(), dock.tree.horizontalScrollBar()]
        for bar in bars:
            assert bar.maximum() > 10
            bar.setValue(10)
        items = dock.items()
        dock.parts.clear()
        for weight in (1.5, 2, 2.5):
            dock.definition = set_weight(dock.definition, "travel", weight)
            dock.show()
        QApplication.processEvents()
        assert dock.items() == items
        assert [bar.value() for bar in bars] == [10, 10]
        assert (dock.tree.selected_part(), dock.parts) == ("crowded", [])
        assert not dock.item("assets").isExpanded()
        assert dock.text("travel", WEIGHT) == "2.5"

    def test_a_box_stays_open_with_what_is_being_typed(self, dock):
        dock.click("pubs", WEIGHT)
        box = dock.box()
        box.selectAll()
        QTest.keyClicks(box, "0.")
        # What was typed before is computed late.
        dock.definition = set_weight(INDEX, "halls", 3)
        dock.show()
        assert (dock.box(), box.hasFocus() or box.lineEdit().hasFocus()) == (box, True)
        assert box.text() == "0."
        QTest.keyClicks(box, "5")
        assert dock.told[-1] == ("pubs", 0.5, False)

    def test_an_open_box_at_rest_follows(self, dock):
        dock.click("pubs", WEIGHT)
        dock.definition = set_weight(INDEX, "pubs", 7)
        dock.show()
        assert dock.box().value() == 7
        assert dock.told == []

    def test_a_part_more_keeps_what_is_selected_and_folded(self, dock):
        dock.tree.select_part("crowded")
        dock.item("assets").setExpanded(False)
        dock.parts.clear()
        dock.definition = add_indicator(INDEX, "housing", "Damp", "damp")
        dock.show()
        assert dock.text("damp", NAME) == "Damp"
        assert (dock.tree.selected_part(), dock.parts) == ("crowded", [])
        assert not dock.item("assets").isExpanded()
        assert dock.item("housing").isExpanded()

    def test_without_the_selected_part_its_domain_is_selected(self, dock):
        dock.tree.select_part("crowded")
        dock.parts.clear()
        dock.definition = remove_part(INDEX, "crowded")
        dock.show()
        assert (dock.tree.selected_part(), dock.parts) == ("housing", ["housing"])

    def test_another_index_selects_nothing(self, dock):
        dock.tree.select_part("crowded")
        dock.parts.clear()
        dock.definition = index(published("a"), published("b"))
        dock.show()
        assert (dock.tree.selected_part(), dock.parts) == ("", [""])
        assert list(dock.items()) == ["a", "b"]


class TestLooks:
    @pytest.mark.parametrize("points", [9, 18, 27])
    def test_everything_fits_at_any_size_of_type(self, dock, points):
        dock.tree.setFont(QFont("DejaVu Sans", points))
        dock.tree.resize(2000, 900)
        QApplication.processEvents()
        metrics = dock.tree.fontMetrics()
        widths = {column: dock.tree.columnWidth(column) for column in (WEIGHT, SHARE, COVERAGE)}
        assert widths[WEIGHT] > metrics.horizontalAdvance("0.225")
        assert widths[SHARE] > metrics.horizontalAdvance("33.3%")
        assert dock.tree.visualItemRect(dock.item("pubs")).height() >= 2 * metrics.height()
        assert dock.tree.horizontalScrollBar().maximum() == 0

    def test_bars_and_text_take_their_colours_from_the_palette(self, dock):
        palette = QPalette(dock.tree.palette())
        roles = QPalette.ColorRole
        for role, colour in ((roles.Base, "#101010"), (roles.Text, "#f0f0f0"), (roles.Highlight, "#00c000")):
            palette.setColor(role, QColor(colour))
        dock.tree.setPalette(palette)
        picture = dock.tree.viewport().grab(dock.tree.visualRect(dock.tree.indexFromItem(dock.item("halls"), COVERAGE)))
        image = picture.toImage()
        rows = [[image.pixelColor(x, y).name() for x in range(image.width())] for y in range(image.height())]
        bar = max(rows, key=lambda row: row.count("#00c000"))
        filled, wide = bar.count("#00c000"), image.width() - 2 * (dock.tree.fontMetrics().height() / 4)
        assert filled == pytest.approx(wide / 2, abs=2)
        assert any("#f0f0f0" in row for row in rows)
        assert bar[0] == "#101010"
