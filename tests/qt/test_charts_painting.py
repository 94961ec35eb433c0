from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from qgis.PyQt.QtGui import QColor, QFont
from qgis.PyQt.QtWidgets import QWidget
from seen import pixels

from cni_mapper.ui.dialogs.charts.chart import Chart
from cni_mapper.ui.dialogs.charts.decile_grid import DecileGrid
from cni_mapper.ui.dialogs.charts.histogram import Histogram
from cni_mapper.ui.dialogs.charts.painting import (
    contrast,
    fitting,
    luminance,
    mix,
    number_text,
    screen_look,
    text_on,
    width_of,
)
from cni_mapper.ui.dialogs.charts.position_bars import PositionBars
from cni_mapper.ui.dialogs.charts.rank_scatter import RankScatter
from cni_mapper.ui.maps.colours import CNI_RAMP, GREY_RAMP, IMD_RAMP
from cni_mapper.ui.maps.greys import GREYS

STYLES = Path(__file__).resolve().parents[2] / "resources" / "styles"


@pytest.mark.parametrize(("ramp", "style"), [(CNI_RAMP, "cni_deciles"), (IMD_RAMP, "imd_deciles")])
def test_charts_and_maps_have_the_same_deciles(ramp, style) -> None:
    root = ET.parse(STYLES / f"{style}.qml").getroot()
    symbols = {symbol.get("name"): symbol for symbol in root.iter("symbol")}
    deciles = {category.get("value"): symbols[category.get("symbol")] for category in root.iter("category")}
    fills = [deciles[str(i)].find(".//Option[@name='color']").get("value").split(",")[:3] for i in range(1, 11)]
    assert ["#{:02x}{:02x}{:02x}".format(*map(int, fill)) for fill in fills] == list(ramp)
    assert [GREYS[colour] for colour in ramp] == list(GREY_RAMP)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.0, "0"),
        (7433.0, "7,433"),
        (-12.0, "-12"),
        (0.024214, "0.0242"),
        (4.5, "4.5"),
        (27.649, "27.6"),
        (1234.56, "1,235"),
        (0.1, "0.1"),
        (-3.14159, "-3.14"),
        (1e6, "1,000,000"),
        (1.23e-7, "0.00000012"),
    ],
)
def test_numbers_have_three_digits_and_no_exponent(value, text) -> None:
    assert number_text(value) == text


def test_contrast_is_that_of_wcag() -> None:
    assert contrast(QColor("white"), QColor("black")) == pytest.approx(21)
    # Published example: #767676 is the lightest grey with 4.5 on white.
    assert contrast(QColor("#767676"), QColor("white")) == pytest.approx(4.54, abs=0.01)
    assert luminance(QColor("#ff0000")) == pytest.approx(0.2126)


@pytest.mark.parametrize("share", [i / 20 for i in range(21)])
def test_text_is_readable_on_every_shade(share) -> None:
    colour = mix(QColor("white"), QColor("#411c39"), share)
    assert contrast(text_on(colour), colour) >= 4.5


def test_quiet_text_is_readable_in_both_themes(dark) -> None:
    widget = QWidget()
    for palette in (widget.palette(), dark):
        widget.setPalette(palette)
        look = screen_look(widget)
        assert contrast(look.quiet, look.page) >= 4.5
    assert look.dark


def test_text_shrinks_to_three_quarters_at_most() -> None:
    font = QFont("DejaVu Sans")
    font.setPixelSize(40)
    width = width_of("11,187", font)
    assert fitting(font, "11,187", width).pixelSize() == 40
    smaller = fitting(font, "11,187", width * 0.85)
    assert 30 <= smaller.pixelSize() < 40
    assert width_of("11,187", smaller) <= width * 0.85
    assert fitting(font, "11,187", width * 0.6) is None


@pytest.mark.parametrize("make", [Histogram, DecileGrid, PositionBars, RankScatter])
def test_every_chart_follows_theme_and_type_and_can_have_the_focus(show, application, dark, make) -> None:
    chart: Chart = show(make(), 300, 200)
    least = chart.minimumSizeHint()
    assert pixels(chart).mean() > 200
    chart.setPalette(dark)
    assert pixels(chart).mean() < 100
    before = pixels(chart)
    chart.setFont(QFont(chart.font().family(), 2 * chart.font().pointSize()))
    assert (pixels(chart) != before).any()
    assert chart.minimumSizeHint().height() > least.height()
    chart.activateWindow()
    chart.setFocus()
    application.processEvents()
    assert chart.hasFocus()
    assert tuple(pixels(chart)[1, 150]) == (0x3D, 0xAE, 0xE9)
    assert chart.accessibleName()
