"""Pages as files: PDF with real text and map layers, PNG and SVG; and many pages in one PDF."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import TracebackType

from osgeo import gdal
from qgis.core import (
    Qgis,
    QgsLayoutExporter,
    QgsLayoutItemMap,
    QgsLayoutRenderContext,
    QgsPrintLayout,
    QgsProject,
    QgsVectorSimplifyMethod,
)
from qgis.PyQt.QtCore import QCoreApplication, QMarginsF
from qgis.PyQt.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from ....core.errors import CniError, Notice, notice
from ..output_file import check_file, written_aside
from .svg import clip_maps

DPI = 300
_LOCATOR = "locator"
ENDINGS = (".pdf", ".png", ".svg")
_PDF_READERS = ("HAVE_POPPLER", "HAVE_PODOFO", "HAVE_PDFIUM")
_FINENESS = 0.1
"""How far a line may be moved to shorten it, in dots: what QGIS allows in its own exports."""
_TAIL = 1024
_ROOM = 1024 * 1024
Step = Callable[[float], None]


def _tr(text: str) -> str:
    return QCoreApplication.translate("PrintedPages", text)


def check_page_file(path: Path) -> None:
    """Refuse a file that no page can be written to, before the page is made.

    Raises `page_format` or the faults of `check_file`.
    """
    if path.suffix.lower() not in ENDINGS:
        raise CniError("page_format", name=path.name, endings=ENDINGS)
    check_file(path)


def export_page(
    layout: QgsPrintLayout, path: Path, title: str, step: Step, *, keywords: Sequence[str] = ()
) -> list[Notice]:
    """Write a page to a .pdf, .png or .svg file of 300 dpi; on the main thread.

    title, keywords: for the metadata of a PDF or SVG. step: told the fraction done; raises to stop. A PDF has real
    text and embedded fonts; one with a single map beside the locator is geo-referenced, and its map layers can be
    switched off where QGIS can write them. Raises the faults of `check_page_file` and `written_aside`, and
    `page_several` for several pages in another file than a PDF.
    """
    check_page_file(path)
    count = layout.pageCollection().pageCount()
    if count > 1 and path.suffix.lower() != ".pdf":
        raise CniError("page_several", name=path.name, count=count)
    write = {".pdf": _write_pdf, ".png": _write_png, ".svg": _write_svg}[path.suffix.lower()]
    step(0.0)
    with written_aside(path) as aside, _described(layout.project(), title, keywords), _named_layers(layout):
        notices = write(layout, aside, path.name)
        _check_whole(aside, path.name)
        step(1.0)
    return notices


def _write_pdf(layout: QgsPrintLayout, path: Path, name: str) -> list[Notice]:
    maps = [item for item in _maps(layout) if item.id() != _LOCATOR]
    single = len(maps) == 1 and layout.pageCollection().pageCount() == 1
    if single:
        layout.setReferenceMap(maps[0])
    settings = QgsLayoutExporter.PdfExportSettings()
    settings.dpi, settings.forceVectorOutput, settings.exportMetadata = DPI, True, True
    settings.textRenderFormat = Qgis.TextRenderFormat.AlwaysText
    settings.appendGeoreference = single
    settings.writeGeoPdf = single and _can_write_layers()
    settings.includeGeoPdfFeatures = False
    with _quiet():
        result = QgsLayoutExporter(layout).exportToPdf(str(path), settings)
    _check(result, path, name)
    return [notice("pdf_without_layers", name=name)] if single and not settings.writeGeoPdf else []


@contextmanager
def _quiet() -> Iterator[None]:
    """GDAL tells the console of half a point between two page sizes, and that it can put no place into a PNG."""
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        yield
    finally:
        gdal.PopErrorHandler()


def _can_write_layers() -> bool:
    """Whether GDAL can put PDFs together, for which it needs one of three libraries; QGIS asks it the same way."""
    driver = gdal.GetDriverByName("PDF")
    known = {} if driver is None else driver.GetMetadata()
    return any(known.get(reader) == "YES" for reader in _PDF_READERS)


def _write_png(layout: QgsPrintLayout, path: Path, name: str) -> list[Notice]:
    settings = QgsLayoutExporter.ImageExportSettings()
    settings.dpi, settings.exportMetadata, settings.generateWorldFile = DPI, False, False
    with _quiet():
        result = QgsLayoutExporter(layout).exportToImage(str(path), settings)
    _check(result, path, name)
    return []


def _write_svg(layout: QgsPrintLayout, path: Path, name: str) -> list[Notice]:
    settings = QgsLayoutExporter.SvgExportSettings()
    settings.dpi, settings.forceVectorOutput, settings.exportMetadata = DPI, True, True
    settings.textRenderFormat = Qgis.TextRenderFormat.AlwaysText
    settings.exportAsLayers, settings.exportLabelsToSeparateLayers = True, False
    called = layout.name()
    # QGIS cannot read what Qt writes where the name holds & or <. The title of the file is in its metadata.
    layout.setName("")
    try:
        result = QgsLayoutExporter(layout).exportToSvg(str(path), settings)
    finally:
        layout.setName(called)
    _check(result, path, name)
    _check_whole(path, name)
    clip_maps(path, layout, _maps(layout))
    return []


def _maps(layout: QgsPrintLayout) -> list[QgsLayoutItemMap]:
    return [item for item in layout.items() if isinstance(item, QgsLayoutItemMap)]


@contextmanager
def _described(project: QgsProject, title: str, keywords: Sequence[str]) -> Iterator[None]:
    """QGIS takes the metadata of a page from its project; a user's project is given back as it was."""
    before, dirty = project.metadata(), project.isDirty()
    told = project.metadata()
    told.setTitle(title)
    told.setKeywords({"CNI Mapper": list(keywords)} if keywords else {})
    quiet = project.blockSignals(True)
    try:
        project.setMetadata(told)
        yield
    finally:
        project.setMetadata(before)
        project.setDirty(dirty)
        project.blockSignals(quiet)


@contextmanager
def _named_layers(layout: QgsPrintLayout) -> Iterator[None]:
    """Let the project of a page hold all layers that its maps draw, where QGIS looks for their names.

    A layer without a name would make a broken PDF. Layers of the page or of another project are lent as copies.
    """
    project, lent = layout.project(), {}
    before = [(item, item.layers()) for item in _maps(layout)]
    for _, layers in before:
        lent.update({layer.id(): layer.clone() for layer in layers if project.mapLayer(layer.id()) is None})
    dirty, quiet = project.isDirty(), project.blockSignals(True)
    try:
        for copy in lent.values():
            project.addMapLayer(copy, False)
        for item, layers in before:
            item.setLayers([lent.get(layer.id(), layer) for layer in layers])
        yield
    finally:
        for item, layers in before:
            item.setLayers(layers)
        for copy in lent.values():
            project.takeMapLayer(copy)
        project.setDirty(dirty)
        project.blockSignals(quiet)


def _check(result: QgsLayoutExporter.ExportResult, path: Path, name: str) -> None:
    if result != QgsLayoutExporter.ExportResult.Success:
        raise CniError("output_failed", name=name, reason=_reason(path))


def _check_whole(path: Path, name: str) -> None:
    """Qt does not tell of a disk that is full: a file that does not end as it must is no page."""
    if not path.exists() or not _is_whole(path):
        raise CniError("output_failed", name=name, reason=_reason(path))


def _is_whole(path: Path) -> bool:
    with path.open("rb") as file:
        size = file.seek(0, 2)
        file.seek(max(0, size - _TAIL))
        tail = file.read().rstrip()
        if path.suffix.lower() == ".pdf":
            words = tail.rpartition(b"startxref")[2].split()
            if len(words) != 2 or not words[0].isdigit() or words[1] != b"%%EOF":
                return False
            # The place of the table of objects is counted as bytes are handed out, so that it tells of lost ones.
            file.seek(int(words[0]))
            table = file.read(_TAIL)
            return table.lstrip().startswith(b"xref") or b"/XRef" in table
    return tail.endswith(b"</svg>" if path.suffix.lower() == ".svg" else b"IEND\xaeB`\x82")


def _reason(path: Path) -> str:
    """Why a file could not be written, which Qt and QGIS do not say: found by writing a somewhat larger one."""
    try:
        path.write_bytes(bytes((path.stat().st_size if path.exists() else 0) + _ROOM))
    except OSError as fault:
        return fault.strerror or str(fault)
    return _tr("QGIS could not make the file")


class PdfPages:
    """Many pages in one PDF, written as they come, so that a page can be let go of when it has been added.

    `with PdfPages(path, title) as pages: pages.add(layout)`. The file takes the place of an old one when the block
    succeeds. Raises the faults of `written_aside`; `page_format` for another ending than .pdf; `pages_none` where no
    page was added.
    """

    def __init__(self, path: Path, title: str) -> None:
        self._path, self._title = path, title
        self._count = 0

    def __enter__(self) -> PdfPages:
        if self._path.suffix.lower() != ".pdf":
            raise CniError("page_format", name=self._path.name, endings=[".pdf"])
        with ExitStack() as stack:
            self._aside = stack.enter_context(written_aside(self._path))
            self._writer = QPdfWriter(str(self._aside))
            self._writer.setTitle(self._title)
            self._writer.setCreator(f"CNI Mapper, QGIS {Qgis.QGIS_VERSION}")
            self._writer.setResolution(DPI)
            self._painter = QPainter()
            stack.callback(self._let_go)
            self._stack = stack.pop_all()
        return self

    def add(self, layout: QgsPrintLayout) -> None:
        """Write the pages of a layout after those that are there; on the main thread."""
        _make_ready(layout)
        exporter = QgsLayoutExporter(layout)
        for number in range(layout.pageCollection().pageCount()):
            size = layout.pageCollection().page(number).rect().size()
            exact = QPageSize(size, QPageSize.Unit.Millimeter, "", QPageSize.SizeMatchPolicy.ExactMatch)
            upright = QPageLayout.Orientation.Portrait
            self._writer.setPageLayout(QPageLayout(exact, upright, QMarginsF(0, 0, 0, 0)))
            begun = self._writer.newPage() if self._count else self._painter.begin(self._writer)
            if not begun:
                raise CniError("output_failed", name=self._path.name, reason=_reason(self._aside))
            self._count += 1
            exporter.renderPage(self._painter, number)

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        if fault is not None:
            self._stack.__exit__(kind, fault, trace)
            return
        with self._stack:
            self._let_go()
            if not self._count:
                raise CniError("pages_none", name=self._path.name)
            _check_whole(self._aside, self._path.name)

    def _let_go(self) -> None:
        """Finish the file and close it."""
        if self._painter.isActive():
            self._painter.end()
        self._writer = None


def _make_ready(layout: QgsPrintLayout) -> None:
    """Draw as QGIS's own export of a PDF does: text as text, shapes as shapes, no finer than can be seen."""
    context, flag = layout.renderContext(), QgsLayoutRenderContext.Flag
    context.setDpi(DPI)
    context.setFlag(flag.FlagForceVectorOutput, True)
    context.setFlag(flag.FlagUseAdvancedEffects, False)
    context.setTextRenderFormat(Qgis.TextRenderFormat.AlwaysText)
    method = QgsVectorSimplifyMethod()
    method.setSimplifyHints(QgsVectorSimplifyMethod.SimplifyHint.GeometrySimplification)
    method.setForceLocalOptimization(True)
    method.setSimplifyAlgorithm(QgsVectorSimplifyMethod.SimplifyAlgorithm.SnapToGrid)
    method.setThreshold(_FINENESS)
    context.setSimplifyMethod(method)
