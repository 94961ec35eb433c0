"""The words of the dock that several of its parts say."""

from __future__ import annotations

from qgis.PyQt.QtCore import QCoreApplication


def tr(text: str) -> str:
    return QCoreApplication.translate("Dock", text)


def residents_words(year: int | None) -> str:
    """What is counted as people, and of which year where that is known."""
    if year is None:
        return tr("People: residents as given in your data, whose year is not known.")
    return tr("People: residents as given in your data, of {year} by the name of their column.").format(year=year)
