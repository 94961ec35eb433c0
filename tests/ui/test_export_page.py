"""Pages as files: what is in them, and what becomes of the old file when anything fails."""

from __future__ import annotations

import errno
import re
import subprocess
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import pytest
from fault_files import assert_plain
from output_files import short_of_disk
from page_pdf import MM, fonts_not_embedded, page_size, pictures, words
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsLayoutItemPage,
    QgsPointXY,
    QgsProject,
)
from qgis.PyQt.QtGui import QImage
from small_page import EXTENT, MAP, make_page, squares

from cni_mapper.core.errors import CniError
from cni_mapper.ui.maps.layouts import export
from cni_mapper.ui.maps.layouts.export import PdfPages, export_page
from cni_mapper.ui.messages import fault_text

TITLE = "Größe – ‘Hull’ & Łódź"
OLD = b"what was there before"


@pytest.fixture
def project() -> QgsProject:
    return QgsProject()


def _write(project: QgsProject, path: Path, maps: int = 1, **more: Any) -> Path:
    assert export_page(make_page(project, "Two squares of land", maps), path, TITLE, lambda _: None, **more) == []
    return path


def _info(pdf: Path) -> dict[str, str]:
    text = subprocess.run(["pdfinfo", "-enc", "UTF-8", str(pdf)], check=True, capture_output=True).stdout.decode()
    return {key: value.strip() for key, _, value in (line.partition(":") for line in text.splitlines())}


def _assert_sound(pdf: Path) -> None:
    """A reader finds nothing to complain of, on any page."""
    command = ["pdftoppm", "-r", "10", "-png", str(pdf), str(pdf.with_name("read"))]
    assert subprocess.run(command, check=True, capture_output=True, text=True).stderr == ""
    for picture in pdf.parent.glob("read-*.png"):
        picture.unlink()


def _pages(pdf: Path) -> int:
    return int(_info(pdf)["Pages"])


def _corners(data: bytes) -> list[list[float]]:
    """The box of the map in points, and the latitude and longitude of its corners, as a PDF has them."""
    return [[float(n) for n in re.search(rb"/%s \[([^]]*)\]" % key, data)[1].split()] for key in (b"BBox", b"GPTS")]


# What is in the files


def test_a_pdf_has_real_text_embedded_fonts_and_no_picture(project: QgsProject, tmp_path: Path) -> None:
    pdf = _write(project, tmp_path / "page.pdf")
    assert [word.text for word in words(pdf)] == ["Two", "squares", "of", "land"]
    assert fonts_not_embedded(pdf) == []
    assert pictures(pdf) == []
    _assert_sound(pdf)
    assert page_size(pdf) == pytest.approx((210, 297), abs=0.3)


def test_a_pdf_says_what_it_is(project: QgsProject, tmp_path: Path) -> None:
    info = _info(_write(project, tmp_path / "page.pdf", keywords=("Community Needs Index", "Hull")))
    assert info["Title"] == TITLE
    assert info["Keywords"].endswith("Community Needs Index,Hull")
    assert _info(_write(project, tmp_path / "page.pdf", maps=2))["Title"] == TITLE


def test_a_pdf_with_one_map_knows_where_it_is(project: QgsProject, tmp_path: Path) -> None:
    box, known = _corners(_write(project, tmp_path / "page.pdf").read_bytes())
    x, y, width, height = MAP
    left, bottom, right, top = (side * MM for side in box)
    assert (left, 297 - top, right - left, top - bottom) == pytest.approx((x, y, width, height), abs=0.3)
    # Great Britain's own latitudes and longitudes, as the PDF says with its EPSG number.
    geographic = QgsCoordinateReferenceSystem("EPSG:4277")
    move = QgsCoordinateTransform(QgsCoordinateReferenceSystem("EPSG:27700"), geographic, project)
    for east in (EXTENT.xMinimum(), EXTENT.xMaximum()):
        for north in (EXTENT.yMinimum(), EXTENT.yMaximum()):
            point = move.transform(QgsPointXY(east, north))
            # 0.0005 degrees are some 50 m on the ground, and half a millimetre at 1:100,000.
            assert any(
                abs(point.y() - latitude) < 5e-4 and abs(point.x() - longitude) < 5e-4
                for latitude, longitude in zip(known[::2], known[1::2])
            )


def test_a_pdf_with_several_maps_claims_no_place(project: QgsProject, tmp_path: Path) -> None:
    assert b"/GPTS" not in _write(project, tmp_path / "page.pdf", maps=2).read_bytes()


@pytest.mark.parametrize("whose", ["the page's own", "the project's", "another project's"])
def test_the_layers_of_one_map_can_be_switched(project: QgsProject, tmp_path: Path, whose: str) -> None:
    home = {"the project's": project, "another project's": QgsProject()}.get(whose)
    layer = None if home is None else home.addMapLayer(squares(), False)
    layout, pdf = make_page(project, "Two squares", layer=layer), tmp_path / "a.pdf"
    before = list(project.mapLayers())
    shown = [found.id() for found in layout.itemById("map0").layers()]
    for _ in range(2):
        assert export_page(layout, pdf, TITLE, lambda _: None) == []
        assert re.findall(rb"/Name \(([^)]*)\) /Type /OCG", pdf.read_bytes()) == [b"Two squares"]
        _assert_sound(pdf)
        assert list(project.mapLayers()) == before
        assert [found.id() for found in layout.itemById("map0").layers()] == shown


def test_a_pdf_without_layers(project: QgsProject, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert b"/OCG" not in _write(project, tmp_path / "b.pdf", maps=2).read_bytes()
    # Where GDAL cannot do it, the page is still written and still knows its place.
    monkeypatch.setattr(export, "_PDF_READERS", ())
    plain = tmp_path / "c.pdf"
    notices = export_page(make_page(project, "Two squares"), plain, TITLE, lambda _: None)
    assert [note.code for note in notices] == ["pdf_without_layers"]
    assert b"/OCG" not in plain.read_bytes() and b"/GPTS" in plain.read_bytes()
    assert _info(plain)["Title"] == TITLE


def test_a_png_has_300_dots_to_the_inch(project: QgsProject, tmp_path: Path) -> None:
    picture = QImage(str(_write(project, tmp_path / "page.PNG")))
    assert (picture.width(), picture.height()) == pytest.approx((210 / 25.4 * 300, 297 / 25.4 * 300), abs=1)
    assert picture.dotsPerMeterX() == pytest.approx(300 / 0.0254, abs=1)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["page.PNG"]


def test_an_svg_has_text_and_maps_that_end_at_their_frames(project: QgsProject, tmp_path: Path) -> None:
    root = ET.parse(_write(project, tmp_path / "page.svg", maps=2)).getroot()
    space = "{http://www.w3.org/2000/svg}"
    assert "".join("".join(text.itertext()) for text in root.iter(f"{space}text")) == "Two squares of land"
    assert list(root.iter(f"{space}image")) == []
    across, down = (float(side) for side in root.get("viewBox").split()[2:])
    frames = {}
    for clip in root.iter(f"{space}clipPath"):
        sides = [float(clip[0].get(side)) for side in ("x", "y", "width", "height")]
        frames[clip.get("id")] = [part * mm for part, mm in zip(sides, (210 / across, 297 / down) * 2)]
    label = "{http://www.inkscape.org/namespaces/inkscape}label"
    for number in range(2):
        layers = [group for group in root.iter(f"{space}g") if group.get(label, "").startswith(f"map{number}: Two ")]
        assert len(layers) == 1
        frame = re.fullmatch(r"url\(#(.*)\)", layers[0].get("clip-path"))[1]
        assert frames[frame] == pytest.approx([MAP[0], MAP[1] + 60 * number, MAP[2], MAP[3]], abs=0.1)
    assert root.get("baseProfile") is None
    assert list(project.mapLayers()) == []


def test_an_svg_of_a_page_whose_title_means_something_to_xml(project: QgsProject, tmp_path: Path) -> None:
    title = 'Barking & Dagenham <"own">'
    layout = make_page(project, title)
    export_page(layout, tmp_path / "page.svg", title, lambda _: None)
    root = ET.parse(tmp_path / "page.svg").getroot()
    assert "".join("".join(text.itertext()) for text in root.iter("{http://www.w3.org/2000/svg}text")) == title
    # The first is the title of the file, the others name who made it and with what.
    assert next(root.iter("{http://purl.org/dc/elements/1.1/}title")).text == title
    assert layout.name() == title


def test_the_project_of_the_user_is_as_it_was(project: QgsProject, tmp_path: Path) -> None:
    told = project.metadata()
    told.setTitle("My own project")
    project.setMetadata(told)
    layout = make_page(project, "Two squares of land")
    for dirty in (False, True):
        project.setDirty(dirty)
        export_page(layout, tmp_path / "page.pdf", TITLE, lambda _: None)
        assert (project.metadata().title(), project.isDirty()) == ("My own project", dirty)
    assert not project.signalsBlocked()


# Many pages in one file


def test_pages_of_several_sizes_in_one_pdf(project: QgsProject, tmp_path: Path) -> None:
    pdf = tmp_path / "all.pdf"
    pdf.write_bytes(OLD)
    sizes = [(210, 297), (420, 297), (297, 210)]
    with PdfPages(pdf, TITLE) as pages:
        for number, size in enumerate(sizes):
            pages.add(make_page(project, f"Page {number}", 1, size))
            assert pdf.read_bytes() == OLD
    assert (_pages(pdf), _info(pdf)["Title"]) == (3, TITLE)
    assert fonts_not_embedded(pdf) == [] and pictures(pdf) == []
    _assert_sound(pdf)
    for number, size in enumerate(sizes):
        assert [word.text for word in words(pdf, number + 1)] == ["Page", str(number)]
        page = subprocess.run(
            ["pdfinfo", "-f", str(number + 1), "-l", str(number + 1), str(pdf)], check=True, capture_output=True
        ).stdout.decode()
        found = re.search(r"size:\s+([\d.]+) x ([\d.]+) pts", page)
        assert [float(side) * MM for side in found.groups()] == pytest.approx(size, abs=0.3)
    assert [path.name for path in tmp_path.iterdir()] == ["all.pdf"]


def test_a_page_in_a_pdf_of_many_looks_as_it_does_alone(project: QgsProject, tmp_path: Path) -> None:
    """Dot for dot, but for the smoothed edges of shapes that start a fraction of a dot beside."""
    layout = make_page(project, "Two squares of land", 2)
    export_page(layout, tmp_path / "alone.pdf", TITLE, lambda _: None)
    with PdfPages(tmp_path / "many.pdf", TITLE) as pages:
        pages.add(layout)
    pictures_of = []
    for name in ("alone", "many"):
        subprocess.run(["pdftoppm", "-r", "50", "-png", "-singlefile", f"{name}.pdf", name], cwd=tmp_path, check=True)
        pictures_of.append(QImage(str(tmp_path / f"{name}.png")))
    one, other = pictures_of
    assert one.size() == other.size()
    places = [(x, y) for x in range(one.width()) for y in range(one.height())]
    away = [max(_apart(one.pixel(x, y), other.pixel(x, y))) for x, y in places]
    assert sum(distance > 64 for distance in away) < 0.002 * len(places)


def _apart(one: int, other: int) -> list[int]:
    return [abs((one >> shift & 255) - (other >> shift & 255)) for shift in (0, 8, 16)]


@pytest.mark.parametrize("fault", [CniError("cancelled"), ValueError("of our own"), OSError(errno.EIO, "I/O error")])
def test_a_fault_between_pages_leaves_the_old_file(project: QgsProject, tmp_path: Path, fault: Exception) -> None:
    pdf = tmp_path / "all.pdf"
    pdf.write_bytes(OLD)
    with pytest.raises((CniError, ValueError)) as caught, PdfPages(pdf, TITLE) as pages:
        pages.add(make_page(project, "Page"))
        raise fault
    if isinstance(fault, OSError):
        assert "all.pdf could not be written: I/O error." in fault_text(caught.value)
    else:
        assert caught.value is fault
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("all.pdf", OLD)]


def test_no_pages_make_no_file(tmp_path: Path) -> None:
    with pytest.raises(CniError) as caught, PdfPages(tmp_path / "all.pdf", TITLE):
        pass
    assert fault_text(caught.value) == "There is no page to write to all.pdf. Choose other areas."
    assert list(tmp_path.iterdir()) == []


# Faults


def _refusal(project: QgsProject, path: Path, step: Any = lambda _: None) -> str:
    with pytest.raises(CniError) as caught:
        export_page(make_page(project, "Two squares of land"), path, TITLE, step)
    sentence = fault_text(caught.value)
    assert_plain(sentence)
    return sentence


@pytest.mark.parametrize("name", ["page.docx", "page", "page.pdf.txt", ".pdf"])
def test_an_unknown_ending(project: QgsProject, tmp_path: Path, name: str) -> None:
    sentence = _refusal(project, tmp_path / name)
    assert sentence == f"A page cannot be written as {name}. Choose a name that ends in .pdf, .png, .svg."
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("ending", ["pdf", "png", "svg"])
def test_several_pages_need_a_pdf(project: QgsProject, tmp_path: Path, ending: str) -> None:
    layout, path = make_page(project, "Two pages"), tmp_path / f"page.{ending}"
    layout.pageCollection().addPage(QgsLayoutItemPage(layout))
    path.write_bytes(OLD)
    if ending == "pdf":
        export_page(layout, path, TITLE, lambda _: None)
        assert _pages(path) == 2
    else:
        with pytest.raises(CniError) as caught:
            export_page(layout, path, TITLE, lambda _: None)
        said = f"The template has 2 pages, but page.{ending} can hold only one. Save as PDF: "
        assert fault_text(caught.value) == f"{said}choose a name that ends in .pdf."
        assert path.read_bytes() == OLD
    assert [file.name for file in tmp_path.iterdir()] == [path.name]


def test_folders_in_the_way(project: QgsProject, tmp_path: Path) -> None:
    (tmp_path / "page.pdf").mkdir()
    assert _refusal(project, tmp_path / "page.pdf") == "page.pdf is a folder. Choose another name for the file."
    sentence = _refusal(project, tmp_path / "nowhere" / "page.pdf")
    assert sentence == f"The folder {tmp_path / 'nowhere'} does not exist. Choose a folder that does."


@pytest.mark.parametrize("ending", ["pdf", "png", "svg"])
def test_a_folder_that_cannot_be_written(
    project: QgsProject, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str
) -> None:
    def refuse(self: Path, data: bytes) -> int:
        raise OSError(errno.EROFS, "Read-only file system")

    path = tmp_path / f"page.{ending}"
    path.write_bytes(OLD)
    with monkeypatch.context() as patched:
        patched.setattr(Path, "write_bytes", refuse)
        sentence = _refusal(project, path)
    assert sentence.startswith(f"Nothing can be written to {tmp_path} (Read-only file system).")
    assert path.read_bytes() == OLD


@pytest.mark.parametrize("ending", ["pdf", "png", "svg"])
def test_a_full_disk(project: QgsProject, tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"page.{ending}"
    path.write_bytes(OLD)
    with short_of_disk(1500):
        sentence = _refusal(project, path)
    assert sentence == f"page.{ending} could not be written: File too large. What was there before is unchanged."
    assert [(file.name, file.read_bytes()) for file in tmp_path.iterdir()] == [(path.name, OLD)]


def test_a_disk_that_fills_up_between_pages(project: QgsProject, tmp_path: Path) -> None:
    pdf = tmp_path / "all.pdf"
    pdf.write_bytes(OLD)
    with pytest.raises(CniError) as caught, short_of_disk(15000), PdfPages(pdf, TITLE) as pages:
        for number in range(10):
            pages.add(make_page(project, f"Page {number}"))
    assert fault_text(caught.value).startswith("all.pdf could not be written: File too large.")
    assert [(file.name, file.read_bytes()) for file in tmp_path.iterdir()] == [("all.pdf", OLD)]


@pytest.mark.parametrize("lost", [slice(2000, 2400), slice(-40, None), slice(0, 100)])
def test_a_pdf_with_a_piece_missing_is_no_pdf(project: QgsProject, tmp_path: Path, lost: slice) -> None:
    """As a disk leaves one that is full for a moment."""
    pdf = _write(project, tmp_path / "page.pdf")
    data = bytearray(pdf.read_bytes())
    del data[lost]
    pdf.write_bytes(data)
    with pytest.raises(CniError) as caught:
        export._check_whole(pdf, "page.pdf")
    assert caught.value.code == "output_failed"


@pytest.mark.parametrize(
    ("writable", "words_said"),
    [(True, "page.pdf is in use by another program or window."), (False, "page.pdf could not be written: Access is")],
)
def test_a_file_that_another_program_shows(
    project: QgsProject, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, writable: bool, words_said: str
) -> None:
    """Windows refuses to replace it; and so it does one that is marked as read-only."""

    def refuse(self: Path, target: Path) -> None:
        raise PermissionError(errno.EACCES, "Access is denied")

    path = tmp_path / "page.pdf"
    path.write_bytes(OLD)
    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", refuse)
        patched.setattr("os.access", lambda *_: writable)
        sentence = _refusal(project, path)
    assert sentence.startswith(words_said)
    assert [(file.name, file.read_bytes()) for file in tmp_path.iterdir()] == [("page.pdf", OLD)]


@pytest.mark.parametrize("at", [0.0, 1.0])
def test_a_cancelled_page_leaves_the_old_file(project: QgsProject, tmp_path: Path, at: float) -> None:
    def step(done: float) -> None:
        if done == at:
            raise CniError("cancelled")

    path = tmp_path / "page.pdf"
    path.write_bytes(OLD)
    assert _refusal(project, path, step) == "Stopped. Nothing was written."
    assert [(file.name, file.read_bytes()) for file in tmp_path.iterdir()] == [("page.pdf", OLD)]
