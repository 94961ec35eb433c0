"""What areas and nations are called. The sentences are given these words in English."""

from __future__ import annotations

from . import QT_TRANSLATE_NOOP

KEYS = ("kind", "left_geography", "right_geography", "wanted", "found", "place", "places")
"""Which parts of a sentence are such words, where they are text."""

WORDS = (
    QT_TRANSLATE_NOOP("Messages", "area"),
    QT_TRANSLATE_NOOP("Messages", "areas"),
    QT_TRANSLATE_NOOP("Messages", "output area"),
    QT_TRANSLATE_NOOP("Messages", "output areas"),
    QT_TRANSLATE_NOOP("Messages", "LSOA"),
    QT_TRANSLATE_NOOP("Messages", "LSOAs"),
    QT_TRANSLATE_NOOP("Messages", "data zone"),
    QT_TRANSLATE_NOOP("Messages", "data zones"),
    QT_TRANSLATE_NOOP("Messages", "small area"),
    QT_TRANSLATE_NOOP("Messages", "small areas"),
    QT_TRANSLATE_NOOP("Messages", "MSOA"),
    QT_TRANSLATE_NOOP("Messages", "MSOAs"),
    QT_TRANSLATE_NOOP("Messages", "intermediate zone"),
    QT_TRANSLATE_NOOP("Messages", "intermediate zones"),
    QT_TRANSLATE_NOOP("Messages", "super output area"),
    QT_TRANSLATE_NOOP("Messages", "super output areas"),
    QT_TRANSLATE_NOOP("Messages", "ward"),
    QT_TRANSLATE_NOOP("Messages", "wards"),
    QT_TRANSLATE_NOOP("Messages", "district"),
    QT_TRANSLATE_NOOP("Messages", "districts"),
    QT_TRANSLATE_NOOP("Messages", "region"),
    QT_TRANSLATE_NOOP("Messages", "regions"),
    QT_TRANSLATE_NOOP("Messages", "codes"),
    QT_TRANSLATE_NOOP("Messages", "England"),
    QT_TRANSLATE_NOOP("Messages", "Wales"),
    QT_TRANSLATE_NOOP("Messages", "Scotland"),
    QT_TRANSLATE_NOOP("Messages", "Northern Ireland"),
)
