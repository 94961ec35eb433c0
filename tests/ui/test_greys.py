"""The grey colour scheme: nothing of it needs colour. How far its greys are apart: test_colours.py."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from qgis.core import QgsRectangle
from style_parts import CATEGORIES, HATCHES, hatch_of, symbols, theme
from test_styles import colours as dots_of
from test_styles import picture, square_layer

from cni_mapper.ui.maps import greys
from cni_mapper.ui.maps.styles import OVERLAY, STYLES, Theme, make_renderer


def in_grey(column: str, template: str) -> Theme:
    plain = theme(column, template)
    return Theme(plain.name, plain.column, plain.template, plain.labels, colours="grey")


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
