"""A method note as one page of A4: real text in an embedded font, shortened where it would not fit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from qgis.PyQt.QtCore import QCoreApplication, QMarginsF, QRectF, QSizeF
from qgis.PyQt.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter, QTextDocument

from .layouts.fonts import page_font
from .method_note import INDENT, Note, Part
from .note_text import as_html

_MARGIN = 15.0
_DPI = 1200
_END = b"%%EOF"
_SIZES = (9.5, 9.0, 8.5, 8.0)
"""Points of a note that is whole; a shortened one is tried in smaller ones too."""
_SMALL = (8.0, 7.5, 7.0)
_NOTICES, _FEW, _COMMAND = 6, 3, 240


def _tr(text: str) -> str:
    return QCoreApplication.translate("MethodNote", text)


def write_note_pdf(path: Path, note: Note, whole_note: str) -> bool:
    """Write the note as a PDF of one page; whether that is the whole of it. On the main thread.

    whole_note: the name of the file that holds all of it, blank where there is none; named where the page is shortened.
    Sources, licences and the caveat are never left out; where these alone do not fit, a second page follows. Raises
    `OSError`.
    """
    writer = _writer(path, note)
    document, is_whole = _fitted(note, writer, whole_note)
    painter = QPainter()
    if not painter.begin(writer):
        raise OSError(_tr("the file cannot be opened"))
    try:
        _paint(document, painter, writer)
    finally:
        painter.end()
    # Qt does not tell of a file that it could not write to its end, on a full disk above all.
    if not path.read_bytes().rstrip().endswith(_END):
        raise OSError(_tr("the page could not be written to its end"))
    return is_whole


def _writer(path: Path, note: Note) -> QPdfWriter:
    writer = QPdfWriter(str(path))
    writer.setResolution(_DPI)
    writer.setTitle(f"{note.title}. {note.subtitle}")
    writer.setCreator("CNI Mapper")
    margins = QMarginsF(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
    page = QPageSize(QPageSize.PageSizeId.A4)
    writer.setPageLayout(QPageLayout(page, QPageLayout.Orientation.Portrait, margins, QPageLayout.Unit.Millimeter))
    return writer


def _fitted(note: Note, writer: QPdfWriter, whole_note: str) -> tuple[QTextDocument, bool]:
    """The note set in the largest type in which it fits, as little shortened as can be."""
    for level, shorten in enumerate((_as_it_is, _shorter, _short)):
        shown = shorten(note)
        if level:
            shown = replace(shown, remark=_remark(whole_note))
        for points in _SIZES if not level else _SMALL:
            document = _document(shown, points, writer)
            if document.pageCount() == 1:
                return document, not level
    return document, False


def _document(note: Note, points: float, writer: QPdfWriter) -> QTextDocument:
    document = QTextDocument()
    document.documentLayout().setPaintDevice(writer)
    document.setDocumentMargin(0)
    document.setDefaultFont(page_font(points))
    document.setIndentWidth(1.6 * points * 96 / 72)
    document.setHtml(as_html(note, points))
    document.setPageSize(QSizeF(writer.width(), writer.height()))
    return document


def _paint(document: QTextDocument, painter: QPainter, writer: QPdfWriter) -> None:
    width, height = writer.width(), writer.height()
    for page in range(document.pageCount()):
        if page:
            writer.newPage()
        painter.save()
        painter.translate(0, -page * height)
        document.drawContents(painter, QRectF(0, page * height, width, height))
        painter.restore()


def _remark(whole_note: str) -> str:
    if whole_note:
        return _tr("Shortened to fit one page. The whole note is in {name}.").format(name=whole_note)
    return _tr("Shortened to fit one page. Save the note as Markdown (.md) to read all of it.")


def _as_it_is(note: Note) -> Note:
    return note


def _shorter(note: Note) -> Note:
    """Fewer notices, each shorter, and of the index its domains alone."""
    return _changed(note, {"warnings": lambda part: _fewer(part, _NOTICES), "method": _domains_only})


def _short(note: Note) -> Note:
    """Of notices the first few, of the index no table, and the command's beginning."""
    changes: dict[str, Callable[[Part], Part]] = {
        "warnings": lambda part: _fewer(part, _FEW),
        "method": lambda part: replace(part, grid=None, texts=tuple(cut(text, 200) for text in part.texts)),
        "command": lambda part: replace(part, command=cut(part.command, _COMMAND)),
    }
    return _changed(note, changes)


def _changed(note: Note, changes: dict[str, Callable[[Part], Part]]) -> Note:
    parts = tuple(changes.get(part.id, lambda same: same)(part) for part in note.parts)
    return replace(note, parts=parts)


def _fewer(part: Part, number: int) -> Part:
    points = [cut(point, 200) for point in part.points[:number]]
    more = len(part.points) - number
    if more > 0:
        points.append(_tr("and {count} more").format(count=more))
    return replace(part, points=tuple(points))


def _domains_only(part: Part) -> Part:
    if part.grid is None:
        return part
    return replace(
        part, grid=replace(part.grid, rows=tuple(row for row in part.grid.rows if not row[0].startswith(INDENT)))
    )


def cut(text: str, longest: int) -> str:
    """The text, ended by an ellipsis where it is longer than that many letters."""
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"
