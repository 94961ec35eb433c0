"""The colours of the shipped styles hold for colour-blind readers and on a copier, measured by an independent library.

The limits are those of issue 5 and cartography.md section 1; the colours are read from the renderers that the plugin
makes of resources/styles.
"""

from __future__ import annotations

from functools import partial

import pytest
from coloraide import Color
from colour_measures import (
    COLOUR_VISIONS,
    INK,
    VISIONS,
    closest,
    contrast_of_text,
    difference,
    every_pair,
    lightness,
    neighbours,
    seen,
)
from style_parts import CATEGORIES, hatch_of, symbols

from cni_mapper.ui.maps import colours
from cni_mapper.ui.maps.layouts.page import BIVARIATE
from cni_mapper.ui.maps.styles import CNI, IMD, OVERLAY, Theme, make_renderer

DATA = CATEGORIES[:4]


def fills(column: str, template: str, scheme: str = "standard") -> dict[str, str]:
    """The fill of each class of a shipped style, by class value."""
    words = dict.fromkeys([*CATEGORIES, *range(11), None], "words")
    renderer = make_renderer(Theme("name", column, template, words, colours=scheme))
    return {value: symbol.symbolLayer(0).fillColor().name() for value, symbol in symbols(renderer).items()}


def ramp(template: str, scheme: str = "standard") -> list[str]:
    found = fills("some_decile", template, scheme)
    return [found[str(decile)] for decile in range(1, 11)]


def categories(scheme: str = "standard") -> list[str]:
    found = fills("category", OVERLAY, scheme)
    return [found[name] for name in DATA]


def bivariate(scheme: str = "standard") -> list[str]:
    """The nine fills: by need, low to high, and within it by deprivation."""
    found = fills("bivariate", BIVARIATE, scheme)
    return [found[str(number)] for number in range(9)]


def test_the_measures_give_published_values() -> None:
    # Pairs 1 and 25 of Sharma, Wu and Dalal (2005).
    pairs = [([50, 2.6772, -79.7751], [50, 0, -82.7485]), ([60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387])]
    found = [Color("lab-d65", one).delta_e(Color("lab-d65", two), method="2000") for one, two in pairs]
    assert found == pytest.approx([2.0425, 1.2644], abs=5e-5)
    # What is left of pure red, by the first columns of the matrices of Machado, Oliveira and Fernandes (2009).
    left = {"protan": [0.152286, 0.114503, 0], "deutan": [0.367322, 0.280085, 0], "tritan": [1, 0, 0.004733]}
    for vision, parts in left.items():
        assert seen("#ff0000", vision).convert("srgb-linear")[:3] == pytest.approx(parts, abs=1e-6)
    assert [lightness(shade) for shade in ("#000000", "#777777", "#ffffff")] == pytest.approx([0, 50.03, 100], abs=0.01)
    # The well-known lightest grey whose text reads on white by WCAG's 4.5.
    assert contrast_of_text("#767676") == pytest.approx(4.54, abs=0.005)


@pytest.mark.parametrize("vision", VISIONS)
@pytest.mark.parametrize("template", [CNI, IMD])
def test_neighbouring_deciles_stay_apart(template: str, vision: str) -> None:
    step, pair = closest(neighbours(ramp(template)), vision)
    assert step >= 6.4, pair


@pytest.mark.parametrize("vision", COLOUR_VISIONS)
def test_a_decile_of_need_is_no_decile_of_deprivation(vision: str) -> None:
    step, pair = closest(zip(ramp(CNI), ramp(IMD)), vision)
    assert step >= 13.4, pair


@pytest.mark.parametrize(("vision", "least"), [*((vision, 27) for vision in COLOUR_VISIONS), ("grey", 13)])
def test_categories_stay_apart(vision: str, least: float) -> None:
    step, pair = closest(every_pair(categories()), vision)
    assert step >= least, pair


@pytest.mark.parametrize("scheme", ["standard", "grey"])
def test_no_data_is_told_by_its_hatch_alone(scheme: str) -> None:
    """Its white is too near to the fill of `other`, so nothing but the lines tells it from that."""
    for column, template, value in (
        ("category", OVERLAY, "no_data"),
        *((name, name, "") for name in (CNI, IMD, BIVARIATE)),
    ):
        words = dict.fromkeys([*CATEGORIES, *range(11), None], "words")
        symbol = symbols(make_renderer(Theme("name", column, template, words, colours=scheme)))[value]
        line = hatch_of(symbol).subSymbol().symbolLayer(0).color().name()
        assert difference(line, symbol.symbolLayer(0).fillColor().name(), "grey") > 27


@pytest.mark.parametrize("template", [CNI, IMD])
def test_grey_deciles_stay_apart(template: str) -> None:
    """Ten equal steps from L* 18 (black ink) to 96 (paper) would be 6.85; eight-bit greys reach 6.69."""
    shades = ramp(template, "grey")
    steps = {pair: difference(*pair, "grey") for pair in neighbours(shades)}
    assert min(steps.values()) >= 6.65, steps
    assert max(steps.values()) <= 7.2, steps
    levels = [lightness(shade) for shade in shades]
    assert levels == sorted(levels)
    assert 17 < levels[0] < levels[-1] < 97


@pytest.mark.parametrize(("vision", "least"), [*((vision, 13) for vision in COLOUR_VISIONS), ("grey", 6.4)])
def test_bivariate_classes_stay_apart(vision: str, least: float) -> None:
    step, pair = closest(every_pair(bivariate()), vision)
    assert step >= least, pair


def test_bivariate_corners_are_the_categories() -> None:
    """Neither index high, need alone high, and both high; the hue of deprivation alone may be another blue."""
    found = bivariate()
    left_behind, _, high_need, other = categories()
    assert (found[0], found[6], found[8]) == (other, high_need, left_behind)


def test_grey_bivariate_classes_stay_apart() -> None:
    """Nine greys from L* 18 to 96; what text reads on costs the middle some of its distance."""
    step, pair = closest(every_pair(bivariate("grey")), "grey")
    assert step >= 6.4, pair


def test_grey_categories_stay_apart() -> None:
    shades = categories("grey")
    step, pair = closest(every_pair(shades), "grey")
    assert step >= 20, pair
    assert [lightness(shade) for shade in shades] == sorted(lightness(shade) for shade in shades)


@pytest.mark.parametrize("scheme", ["standard", "grey"])
@pytest.mark.parametrize("template", [CNI, IMD, OVERLAY, BIVARIATE])
def test_text_reads_on_every_fill(template: str, scheme: str) -> None:
    shades = {OVERLAY: categories, BIVARIATE: bivariate}.get(template, partial(ramp, template))(scheme)
    contrast, shade = min((contrast_of_text(shade), shade) for shade in shades)
    assert contrast >= 4.3, shade


def test_the_ink_of_pages_is_the_one_measured() -> None:
    assert colours.INK == INK


def test_quiet_text_reads_on_paper_and_on_neighbours() -> None:
    for paper in ("#ffffff", colours.NEIGHBOURS):
        assert Color(colours.QUIET_INK).contrast(paper, method="wcag21") >= 4.5, paper
