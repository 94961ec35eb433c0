"""Charts as files and on the clipboard: on a white page with dark text, whatever theme the screen has."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QBuffer, QByteArray, QCoreApplication, QDir, QIODevice, QRect, QRectF, QSize, Qt
from qgis.PyQt.QtGui import QGuiApplication, QImage, QPainter
from qgis.PyQt.QtSvg import QSvgGenerator
from qgis.PyQt.QtWidgets import QFileDialog, QMenu

from .painting import print_look

if TYPE_CHECKING:
    from .chart import Chart

DOTS_PER_INCH = 300
_UNITS_PER_INCH = 96
_INCHES_PER_METRE = 39.3701


def tr(text: str) -> str:
    return QCoreApplication.translate("ChartExport", text)


def make_menu(chart: Chart) -> QMenu:
    """The menu under the right mouse button: save, and copy. It is gone once it is closed."""
    menu = QMenu(chart)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    save = menu.addAction(tr("Save this chart…"))
    save.setObjectName("cni_mapper_chart_save")
    save.triggered.connect(lambda: ask_and_save(chart))
    copy = menu.addAction(tr("Copy"))
    copy.setObjectName("cni_mapper_chart_copy")
    copy.triggered.connect(lambda: copy_chart(chart))
    return menu


def ask_and_save(chart: Chart) -> None:
    """Let the user choose a file, PNG or SVG by its ending, and save the chart as that."""
    png, svg = tr("Picture (*.png)"), tr("Drawing that can be edited (*.svg)")
    start = QDir.home().filePath("_".join(chart.accessibleName().lower().split()) + ".png")
    path, kind = QFileDialog.getSaveFileName(chart, tr("Save this chart"), start, f"{png};;{svg}")
    if path:
        ending = ".svg" if kind == svg else ".png"
        save_chart(chart, path if Path(path).suffix else path + ending)


def save_chart(chart: Chart, path: str | Path) -> bool:
    """Save a chart as PNG (300 dots per inch) or SVG, by the ending of the path; an old file there is replaced whole.

    Returns whether it was saved; the chart's signals `done` and `failed` tell it in words.
    """
    path = Path(path)
    encode = {".png": encode_png, ".svg": encode_svg}.get(path.suffix.lower())
    if encode is None:
        chart.failed.emit(
            tr("The chart was not saved as {name}: choose a name that ends in .png or .svg.").format(name=path.name)
        )
        return False
    part = path.with_name(path.name + ".part")
    try:
        part.write_bytes(encode(chart))
        part.replace(path)
    except OSError as fault:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        chart.failed.emit(
            tr("The chart could not be saved as {path}: {reason}. Choose another folder or name.").format(
                path=path, reason=fault.strerror
            )
        )
        return False
    chart.done.emit(tr("The chart was saved as {path}.").format(path=path))
    return True


def copy_chart(chart: Chart) -> None:
    """Put a picture of the chart on the clipboard."""
    QGuiApplication.clipboard().setImage(paint_image(chart))
    chart.done.emit(tr("The chart was copied."))


def paint_image(chart: Chart) -> QImage:
    scale = DOTS_PER_INCH / _UNITS_PER_INCH
    size = _page(chart)
    image = QImage(size * scale, QImage.Format.Format_RGB32)
    image.setDotsPerMeterX(round(DOTS_PER_INCH * _INCHES_PER_METRE))
    image.setDotsPerMeterY(round(DOTS_PER_INCH * _INCHES_PER_METRE))
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(scale, scale)
    chart.draw(painter, QRectF(0, 0, size.width(), size.height()), print_look(chart, scale))
    painter.end()
    return image


def encode_png(chart: Chart) -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    paint_image(chart).save(buffer, "PNG")
    return bytes(data)


def encode_svg(chart: Chart) -> bytes:
    """SVG with real text."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    size = _page(chart)
    page = QRect(0, 0, size.width(), size.height())
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setResolution(_UNITS_PER_INCH)
    generator.setSize(size)
    generator.setViewBox(page)
    generator.setTitle(chart.accessibleName())
    generator.setDescription(chart.words())
    painter = QPainter(generator)
    painter.fillRect(page, Qt.GlobalColor.white)
    chart.draw(painter, QRectF(page), print_look(chart, DOTS_PER_INCH / _UNITS_PER_INCH))
    painter.end()
    return bytes(data)


def _page(chart: Chart) -> QSize:
    """As large as on the screen, but never so small that something is cut."""
    size = chart.size().expandedTo(chart.minimumSizeHint())
    return size.expandedTo(QSize(0, chart.heightForWidth(size.width())))
