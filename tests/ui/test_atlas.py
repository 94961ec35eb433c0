"""cni:atlas on the sample county: a page for each district or area, in one file or in a folder."""

from __future__ import annotations

import errno
import subprocess
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from county import hashes, memory_copy, rows_of, save_layer, set_values
from fault_files import Heard, assert_plain
from output_files import short_of_disk
from page_pdf import fonts_not_embedded, pictures, words
from qgis.core import QgsGeometry, QgsProcessingException, QgsProject, QgsVectorLayer
from qgis.PyQt import sip

from cni_mapper.core.errors import CniError
from cni_mapper.ui.maps.file_names import file_names
from cni_mapper.ui.maps.layouts.export import PdfPages
from cni_mapper.ui.maps.output_file import folder_written_aside
from cni_mapper.ui.messages import fault_text

DISTRICTS = ["Elmstowe", "Kelder Vale", "Marram Coast", "North Wolden", "Port Merrow", "South Merrowside"]
OLD = b"what was there before"


@pytest.fixture(scope="module")
def rows(made: Path) -> pd.DataFrame:
    return rows_of(f"{made}|layername=result")


class Listening(Heard):
    """Keeps what progress is told, and cancels at the start of a page."""

    def __init__(self, cancel_at: str = "no page") -> None:
        super().__init__()
        self.texts: list[str] = []
        self.done: list[float] = []
        self._cancel_at = cancel_at
        self.progressChanged.connect(self.done.append)

    def setProgressText(self, text: str) -> None:
        self.texts.append(text)
        if text.startswith(self._cancel_at):
            self.cancel()


def _atlas(processing: Any, result: Any, path: Path, heard: Heard | None = None, **more: Any) -> dict[str, Any]:
    given = {"RESULT": f"{result}|layername=result" if isinstance(result, Path) else result, "OUTPUT": str(path)}
    return processing.run("cni:atlas", {**given, **more}, feedback=heard or Heard())


def _refusal(processing: Any, result: Any, path: Path, heard: Heard | None = None, **more: Any) -> str:
    heard = heard or Heard()
    with pytest.raises(QgsProcessingException) as caught:
        _atlas(processing, result, path, heard, **more)
    sentence = heard.errors[0] if heard.errors else str(caught.value)
    assert_plain(sentence)
    return sentence


def _pages(pdf: Path) -> int:
    text = subprocess.run(["pdfinfo", str(pdf)], check=True, capture_output=True, text=True).stdout
    return int(next(line.split()[1] for line in text.splitlines() if line.startswith("Pages:")))


def _text(pdf: Path, page: int = 1) -> str:
    return " ".join(word.text for word in words(pdf, page))


def _changed(made: Path, folder: Path, change: Any) -> str:
    """Source of the result with some rows changed, in a file of its own that has the run record beside it.

    Not the layer: QGIS 3.44 keeps the fault of a refused run, and what that was about would outlive QGIS.
    """
    layer = memory_copy(QgsVectorLayer(f"{made}|layername=result", "result", "ogr"))
    change(layer)
    folder.mkdir()
    path = save_layer(layer, folder / "result.gpkg")
    record = made.with_name(f"{made.name}.run.json").read_text(encoding="utf-8")
    Path(f"{path}.run.json").write_text(record, encoding="utf-8")
    return f"{path}|layername=result"


def test_a_page_for_each_district_by_name(processing, made: Path, rows: pd.DataFrame, tmp_path: Path) -> None:
    pdf, heard = tmp_path / "atlas.pdf", Listening()
    found = _atlas(processing, made, pdf, heard)
    assert sorted(set(rows["district_name"])) == DISTRICTS
    assert (found["PAGES"], found["LEFT_BEHIND"], found["OUTPUT"]) == (6, 8, str(pdf))
    assert _pages(pdf) == 6
    for number, name in enumerate(DISTRICTS):
        here = rows[rows["district_name"] == name]
        text = _text(pdf, number + 1)
        assert f"in {name}" in text and f"({int((here['category'] == 'left_behind').sum())})" in text
        assert heard.texts[number] == f"Page {number + 1} of 6: {name}"
    assert heard.done == sorted(heard.done) and heard.done[-1] == pytest.approx(100)
    assert fonts_not_embedded(pdf) == [] and pictures(pdf) == []
    assert [path.name for path in tmp_path.iterdir()] == ["atlas.pdf"]


def test_a_folder_with_a_file_for_each_district(processing, made: Path, tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    for _ in range(2):
        found = _atlas(processing, made, folder)
        assert (found["PAGES"], found["OUTPUT"]) == (6, str(folder))
        assert sorted(path.name for path in folder.iterdir()) == [
            *(f"{name}.pdf" for name in DISTRICTS),
            *(["mine.txt"] if (folder / "mine.txt").exists() else []),
        ]
        for name in DISTRICTS:
            assert f"in {name}" in _text(folder / f"{name}.pdf")
        # The second run replaces its own files and leaves the others alone.
        (folder / "mine.txt").write_bytes(OLD)
    assert (folder / "mine.txt").read_bytes() == OLD


def test_what_a_crash_left_in_the_folder_is_no_hindrance(processing, made: Path, tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    (folder / ".cni_new").mkdir(parents=True)
    (folder / ".cni_new" / "Elmstowe.pdf").write_bytes(OLD)
    assert _atlas(processing, made, folder)["PAGES"] == 6
    assert sorted(path.name for path in folder.iterdir()) == [f"{name}.pdf" for name in DISTRICTS]


@pytest.mark.parametrize(
    ("shown", "said"),
    [
        (True, "South Merrowside.pdf is in use by another program or window."),
        (False, "South Merrowside.pdf is a folder. Choose another name for the file."),
    ],
)
def test_no_page_is_replaced_where_one_cannot_be(tmp_path: Path, shown: bool, said: str, monkeypatch: Any) -> None:
    """The last page of a folder is shown by another program, as Windows has it, or its name is that of a folder."""
    first, last = (tmp_path / f"{name}.pdf" for name in (DISTRICTS[0], DISTRICTS[-1]))
    first.write_bytes(OLD)
    last.write_bytes(OLD) if shown else last.mkdir()
    opened = Path.open

    def refuse(self: Path, mode: str = "r", *more: Any, **options: Any) -> Any:
        if self == last and mode == "r+b":
            raise PermissionError(errno.EACCES, "Permission denied")
        return opened(self, mode, *more, **options)

    with pytest.raises(CniError) as caught, folder_written_aside(tmp_path) as aside:
        for name in DISTRICTS:
            (aside / f"{name}.pdf").write_bytes(b"new")
        monkeypatch.setattr(Path, "open", refuse)
    assert fault_text(caught.value).startswith(said)
    assert first.read_bytes() == OLD and sorted(tmp_path.iterdir()) == [first, last]


def test_a_page_for_each_area(processing, made: Path, rows: pd.DataFrame, tmp_path: Path) -> None:
    found = _atlas(processing, made, tmp_path / "a.pdf", BY=1, FOCUS="\"category\" = 'left_behind'")
    assert (found["PAGES"], found["LEFT_BEHIND"]) == (8, 8)
    names = sorted(rows.loc[rows["category"] == "left_behind", "area_name"])
    for number, name in enumerate(names):
        assert name in _text(tmp_path / "a.pdf", number + 1)


def test_part_of_a_district_is_called_so(processing, made: Path, rows: pd.DataFrame, tmp_path: Path) -> None:
    code = rows.index[rows["district_name"] == "Elmstowe"][0]
    focus = f"\"area_code\" <> '{code}'"
    assert _atlas(processing, made, tmp_path / "a.pdf", FOCUS=focus)["PAGES"] == 6
    assert "part of Elmstowe" in _text(tmp_path / "a.pdf", 1)
    assert "part of" not in _text(tmp_path / "a.pdf", 2)


def test_only_one_page_is_in_memory(processing, made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The layout and the layers of a page are gone when the next page is made."""
    kept: list[Any] = []
    add, alive = PdfPages.add, []

    def watch(self: PdfPages, layout: Any) -> None:
        alive.append(sum(not sip.isdeleted(thing) for thing in kept))
        kept.extend([layout, *(layer for item in layout.items() for layer in getattr(item, "layers", list)())])
        add(self, layout)

    monkeypatch.setattr(PdfPages, "add", watch)
    _atlas(processing, made, tmp_path / "a.pdf")
    assert alive == [0] * 6
    assert len(kept) > 12 and all(map(sip.isdeleted, kept))


@pytest.mark.parametrize("where", ["atlas.pdf", "pages"])
@pytest.mark.parametrize("at", ["Page 1 ", "Page 4 "])
def test_a_cancelled_atlas_leaves_what_was_there(
    processing, made: Path, tmp_path: Path, where: str, at: str, qgis_new_project: None
) -> None:
    path = tmp_path / where
    if where == "pages":
        path.mkdir()
    old = path / "Elmstowe.pdf" if where == "pages" else path
    old.write_bytes(OLD)
    heard = Listening(at)
    assert _refusal(processing, made, path, heard) == "Stopped. Nothing was written."
    assert heard.texts[-1].startswith(at)
    assert old.read_bytes() == OLD
    assert [file for file in tmp_path.rglob("*") if file.is_file()] == [old]
    assert [file for file in tmp_path.rglob("*") if file.is_dir()] == ([path] if where == "pages" else [])
    assert _refusal(processing, made, tmp_path / "new", Listening(at)) == "Stopped. Nothing was written."
    assert not (tmp_path / "new").exists()


def test_a_full_disk(processing, made: Path, tmp_path: Path) -> None:
    for name in ("atlas.pdf", "pages"):
        if name == "atlas.pdf":
            (tmp_path / name).write_bytes(OLD)
        before = hashes(tmp_path)
        with short_of_disk(20_000):
            sentence = _refusal(processing, made, tmp_path / name)
        assert "could not be written: File too large. What was there before is unchanged." in sentence
        assert hashes(tmp_path) == before
    assert [path.name for path in tmp_path.iterdir()] == ["atlas.pdf"]


def test_areas_in_no_district_are_told(processing, made: Path, rows: pd.DataFrame, tmp_path: Path) -> None:
    lost = list(rows.index[rows["district_name"] == "Kelder Vale"][:2])
    left_behind = int((rows.drop(lost)["category"] == "left_behind").sum())

    def change(layer: QgsVectorLayer) -> None:
        for column in ("district_code", "district_name"):
            set_values(layer, column, dict.fromkeys(lost), "area_code")

    heard = Heard()
    found = _atlas(processing, _changed(made, tmp_path / "in", change), tmp_path / "a.pdf", heard)
    assert (found["PAGES"], found["LEFT_BEHIND"]) == (6, left_behind)
    told = [text for text in heard.warnings if "district" in text]
    assert told == [f"2 area(s) of result lie in no district and are on no page: {', '.join(lost)}."]


def test_no_districts_at_all(processing, made: Path, rows: pd.DataFrame, tmp_path: Path) -> None:
    def change(layer: QgsVectorLayer) -> None:
        for column in ("district_code", "district_name"):
            set_values(layer, column, dict.fromkeys(rows.index), "area_code")

    result = _changed(made, tmp_path / "in", change)
    sentence = _refusal(processing, result, tmp_path / "a.pdf")
    assert sentence.startswith("result does not say in which district its areas lie.")
    assert not (tmp_path / "a.pdf").exists()
    only = "\"category\" = 'left_behind'"
    assert _atlas(processing, result, tmp_path / "a.pdf", BY=1, FOCUS=only)["PAGES"] == 8


def test_a_district_without_shapes_is_told(processing, made: Path, rows: pd.DataFrame, tmp_path: Path) -> None:
    def change(layer: QgsVectorLayer) -> None:
        ids = [f.id() for f in layer.getFeatures() if f["district_name"] == "Elmstowe"]
        assert layer.dataProvider().changeGeometryValues({id: QgsGeometry() for id in ids})

    heard = Heard()
    found = _atlas(processing, _changed(made, tmp_path / "in", change), tmp_path / "a.pdf", heard)
    there = rows[rows["district_name"] != "Elmstowe"]
    assert (found["PAGES"], found["LEFT_BEHIND"]) == (5, int((there["category"] == "left_behind").sum()))
    assert "1 page(s) were left out, since none of their areas has a shape: Elmstowe." in heard.warnings
    only = "\"district_name\" = 'Elmstowe'"
    for name in ("b.pdf", "pages"):
        sentence = _refusal(processing, _changed(made, tmp_path / f"in {name}", change), tmp_path / name, FOCUS=only)
        assert sentence == f"There is no page to write to {name}. Choose other areas."
        assert not (tmp_path / name).exists()


@pytest.mark.parametrize(
    ("where", "said"),
    [
        ("atlas.docx", "A page cannot be written as atlas.docx. Choose a name that ends in .pdf."),
        ("file", "file is a file, not a folder."),
        ("nowhere/atlas.pdf", "The folder "),
        ("nowhere/pages", "The folder "),
    ],
)
def test_refusals(processing, made: Path, tmp_path: Path, where: str, said: str) -> None:
    (tmp_path / "file").write_bytes(OLD)
    assert _refusal(processing, made, tmp_path / where).startswith(said)
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("file", OLD)]


def test_the_project_of_the_user_stays_as_it_is(processing, made: Path, qgis_new_project: None, tmp_path: Path) -> None:
    project = QgsProject.instance()
    layer = project.addMapLayer(QgsVectorLayer(f"{made}|layername=result", "Sampleshire", "ogr"))
    project.setDirty(False)
    _atlas(processing, layer, tmp_path / "a.pdf")
    assert list(project.mapLayers()) == [layer.id()]
    assert project.layoutManager().layouts() == [] and not project.isDirty()


def test_file_names_that_every_system_takes() -> None:
    titles = [
        "Bristol, City of",
        'A/B: "c"?',
        "con",
        "Com1.x",
        " Leeds. ",
        "leeds",
        "LEEDS",
        "",
        "...",
        "Ynys Môn",
        "x" * 300,
    ]
    names = file_names(titles, ".pdf")
    assert names == [
        *("Bristol, City of.pdf", "A-B- -c-.pdf", "_con.pdf", "_Com1.x.pdf", "Leeds.pdf", "leeds (2).pdf"),
        *("LEEDS (3).pdf", "_.pdf", "_ (2).pdf", "Ynys Môn.pdf", "x" * 100 + ".pdf"),
    ]
    assert len({name.casefold() for name in names}) == len(titles)
