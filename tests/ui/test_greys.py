"""The grey colour scheme: nothing of it needs colour, and what lies beside each other stays apart."""

from __future__ import annotations

import math
import re
from pathlib import Path

import pytest
from qgis.core import QgsRectangle
from qgis.PyQt.QtGui import QColor, qGray
from style_parts import CATEGORIES, HATCHES, hatch_of, symbols, theme
from test_styles import colours as dots_of
from test_styles import picture, square_layer

from cni_mapper.ui.maps import greys
from cni_mapper.ui.maps.styles import CNI, IMD, OVERLAY, STYLES, Theme, make_renderer


def in_grey(column: str, template: str) -> Theme:
    plain = theme(column, template)
    return Theme(plain.name, plain.column, plain.template, plain.labels, colours="grey")


def lightness(colour: str) -> float:
    """CIE L* of an sRGB colour, from 0 to 100."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    share = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    return 116 * share ** (1 / 3) - 16 if share > 216 / 24389 else share * 24389 / 27


def difference(first: str, second: str) -> float:
    """CIEDE2000 of two greys, where only its lightness term is left."""
    one, two = lightness(first), lightness(second)
    middle = ((one + two) / 2 - 50) ** 2
    return abs(one - two) / (1 + 0.015 * middle / math.sqrt(20 + middle))


def test_the_measure_agrees_with_known_values() -> None:
    # Black, white and middle grey of CIE Lab, and qGray's own weights for what is no colour at all.
    assert (lightness("#000000"), round(lightness("#ffffff"), 6)) == (0, 100)
    assert lightness("#777777") == pytest.approx(50.03, abs=0.01)
    assert qGray(QColor("#8c8c8c").rgb()) == 0x8C


@pytest.mark.parametrize("template", [CNI, IMD])
def test_neighbouring_deciles_stay_apart_in_grey(template: str) -> None:
    found = symbols(make_renderer(in_grey("some_decile", template)))
    fills = [found[str(decile)].symbolLayer(0).fillColor().name() for decile in range(1, 11)]
    levels = [lightness(fill) for fill in fills]
    assert levels == sorted(levels)
    # 1 is just visible; the best that ten classes from L* 18 to 96 can have is 6.85.
    steps = [difference(one, two) for one, two in zip(fills, fills[1:])]
    assert min(steps) > 6.6
    assert max(steps) < 7.2
    assert 17 < levels[0] < levels[-1] < 97


def test_the_categories_stay_apart_in_grey() -> None:
    found = symbols(make_renderer(in_grey("category", OVERLAY)))
    fills = {name: found[name].symbolLayer(0).fillColor().name() for name in CATEGORIES}
    ordered = [fills[name] for name in CATEGORIES]
    assert [lightness(fill) for fill in ordered] == sorted(lightness(fill) for fill in ordered)
    assert min(difference(one, two) for one, two in zip(ordered[:3], ordered[1:4])) > 20


@pytest.mark.parametrize("path", sorted(STYLES.glob("*.qml")), ids=lambda path: path.stem)
def test_no_colour_is_left_in_any_style_file(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    done = greys.in_greys(text)
    triples = re.findall(r'"(\d+),(\d+),(\d+),255"', done)
    triples += re.findall(r"#(..)(..)(..)\b", done)
    assert len(triples) > 20
    assert [triple for triple in triples if len(set(triple)) > 1] == []
    # Only colours differ: widths, hatches and classes are those of the file.
    colour = re.compile(r"#[0-9a-f]{6}|\d+,\d+,\d+,255")
    assert colour.sub("", done) == colour.sub("", text)


def test_hatches_and_passes_are_those_of_the_colours() -> None:
    standard = symbols(make_renderer(theme("category", OVERLAY)))
    grey = symbols(make_renderer(in_grey("category", OVERLAY)))
    assert [name for name in CATEGORIES if hatch_of(grey[name])] == list(HATCHES)
    for name in CATEGORIES:
        layers = zip(standard[name].symbolLayers(), grey[name].symbolLayers())
        assert all(one.renderingPass() == two.renderingPass() for one, two in layers)
    for name in HATCHES:
        assert hatch_of(grey[name]).geometryExpression() == hatch_of(standard[name]).geometryExpression()


@pytest.mark.parametrize("category", CATEGORIES)
def test_a_drawn_area_has_no_colour(category: str) -> None:
    layer = square_layer(category)
    assert layer.extent() == QgsRectangle(0, 0, 1000, 1000)
    layer.setRenderer(make_renderer(in_grey("category", OVERLAY)))
    found = dots_of(picture(layer, dots=400))
    assert all(colour[1:3] == colour[3:5] == colour[5:7] for colour in found.index)
    assert (len(found) > 1) == (category in HATCHES)
