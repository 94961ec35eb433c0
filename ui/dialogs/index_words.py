"""The words in the cells of the tree of an index: what is shown, what a tooltip adds, what a screen reader says."""

from __future__ import annotations

import math
from dataclasses import dataclass

from qgis.PyQt.QtCore import QCoreApplication, QLocale

from .index_rows import Row
from .weighting import number_text, percent_text


def tr(text: str) -> str:
    return QCoreApplication.translate("IndexTree", text)


@dataclass(frozen=True)
class Words:
    """What one cell says: shown, more of it in a tooltip, and aloud."""

    text: str = ""
    tip: str = ""
    aloud: str = ""


def headings() -> list[Words]:
    """The heads of the columns, in their order."""
    return [
        Words(
            tr("Name"), tr("The domains of the index and their indicators. Press F2, or double-click, to rename one")
        ),
        Words(
            tr("Weight"), tr("How much a part counts beside the others of its domain. Click, or press Enter, to change")
        ),
        Words(tr("Share"), tr("How much of the whole index a part makes up")),
        Words(tr("Need"), tr("Direction: ↑ a higher value means more need, ↓ a higher value means less need")),
        Words(tr("Data"), tr("Coverage: how many of the areas have a value")),
        Words(
            tr("Lock"), tr("A locked weight stays when the others are shared out again. Press the space bar to lock")
        ),
    ]


def from_data() -> str:
    """What stands in place of a weight that a factor finds."""
    return tr("auto")


def words_of(row: Row, locale: QLocale) -> list[Words]:
    """The cells of a row, in the order of the columns."""
    return [_name(row), _weight(row, locale), _share(row, locale), _direction(row), _coverage(row, locale), _lock(row)]


def _name(row: Row) -> Words:
    kind = tr("{part}, a domain") if row.is_domain else tr("{part}, an indicator")
    tip = f"{row.title} ({row.unit})" if row.unit else row.title
    return Words(row.title, tip, kind.format(part=row.title))


def _weight(row: Row, locale: QLocale) -> Words:
    text = from_data() if row.weight is None else number_text(row.weight, locale)
    tip = row.fixed or tr("Click, or press Enter, to change this weight")
    return Words(text, tip, tr("weight {weight}").format(weight=text) + (f". {row.fixed}" if row.fixed else ""))


def _share(row: Row, locale: QLocale) -> Words:
    if row.share is None:
        return Words("", tr("Known once the index is computed"), tr("share known once the index is computed"))
    text = percent_text(row.share, locale)
    said = tr("{share} of the whole index").format(share=text)
    return Words(text, said, said)


def _direction(row: Row) -> Words:
    if not row.higher_is:
        return Words()
    if row.higher_is == "more_need":
        said = tr("higher means more need")
        return Words("↑", said, said)
    said = tr("higher means less need")
    return Words("↓", said, said)


def _coverage(row: Row, locale: QLocale) -> Words:
    if row.coverage is None:
        return Words()
    # Rounded down, so that 100% is said only where no value is missing.
    text = percent_text(math.floor(1000 * row.coverage + 1e-6) / 1000, locale)
    said = tr("{share} of the areas have a value").format(share=text)
    return Words(text, said, said)


def _lock(row: Row) -> Words:
    if not row.lockable:
        return Words()
    if row.locked:
        said = tr("locked: this weight stays when the others are shared out again")
    else:
        said = tr("not locked: this weight gives and takes when the others change and the total is kept")
    return Words("", said, said)
