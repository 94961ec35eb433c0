"""Running again to a GeoPackage that is open, shared, locked, being edited, or oddly named."""

from __future__ import annotations

import errno
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from osgeo import gdal
from output_files import OTHER, add_notes, held, leftovers, names, other_content, read_rows, saved_styles, state_of
from output_run import Feedback, refusal, run
from qgis.core import (
    QgsFeature,
    QgsProcessingFeedback,
    QgsProject,
    QgsVectorLayer,
    QgsVectorLayerCache,
)

from cni_mapper.core.errors import CniError
from cni_mapper.ui.maps import geopackage, save

LOCKED = "is in use by another program or window"


def left_behind(layer: QgsVectorLayer) -> int:
    return [feature["category"] for feature in layer.getFeatures()].count("left_behind")


def shown(path: Path, table: str = "result", name: str = "shown") -> QgsVectorLayer:
    """A plain layer of the project, as a user has loaded it."""
    layer = QgsVectorLayer(f"{path}|layername={table}", name, "ogr")
    assert QgsProject.instance().addMapLayer(layer) is layer
    return layer


def test_a_run_gives_the_rows_styles_and_record_of_its_limit(processing, old: Path) -> None:
    before, other = state_of(old), other_content(old)
    run(processing, old)
    after = state_of(old)
    assert (before.limit, after.limit) == ("10", "20")
    assert before.rows != after.rows
    assert "Left behind: worst 10% on both (rebuilt 8, published 8)" in before.legends[0]
    assert "High on both: worst 20% on CNI and worst 10% on IMD" in after.legends[0]
    assert other_content(old) == other
    assert leftovers(old.parent) == []


def test_the_file_is_left_without_a_write_ahead_log(processing, old: Path) -> None:
    with closing(sqlite3.connect(old)) as database:
        database.execute("PRAGMA journal_mode = WAL")
    run(processing, old)
    run(processing, old.parent / "new.gpkg")
    for path in (old, old.parent / "new.gpkg"):
        with closing(sqlite3.connect(path)) as database:
            assert database.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    files = ["new.gpkg", "new.gpkg.run.json", "result.gpkg", "result.gpkg.run.json"]
    assert sorted(file.name for file in old.parent.iterdir()) == files


def test_a_layer_that_is_being_read_shows_the_new_rows(processing, old: Path) -> None:
    layer = shown(old)
    running = layer.getFeatures()
    assert running.nextFeature(QgsFeature())
    cache = QgsVectorLayerCache(layer, 1000)
    cache.setFullCache(True)
    assert [feature["category"] for feature in cache.getFeatures()].count("left_behind") == 8
    run(processing, old)
    wanted = sum("left_behind" in row for row in read_rows(old, "result"))
    assert wanted == left_behind(layer)
    assert wanted > 8
    assert [feature["category"] for feature in cache.getFeatures()].count("left_behind") == wanted
    assert layer.name() == "shown"


def test_other_layers_of_the_file_can_be_read_and_edited(processing, old: Path) -> None:
    notes, result = shown(old, OTHER), shown(old)
    texts = [feature["text"] for feature in notes.getFeatures()]
    assert left_behind(result) == 8
    notes.startEditing()
    assert notes.changeAttributeValue(1, notes.fields().indexOf("text"), "changed")
    run(processing, old)
    assert notes.isEditable()
    assert notes.commitChanges(), notes.commitErrors()
    assert texts == ["first", "sécond 'note'"]
    assert [feature["text"] for feature in notes.getFeatures()] == ["changed", texts[1]]
    assert left_behind(result) == sum("left_behind" in row for row in read_rows(old, "result"))
    QgsProject.instance().clear()
    assert [row[2] for row in read_rows(old, OTHER)] == ["changed", texts[1]]
    assert state_of(old).limit == "20"


def test_a_layer_being_edited_is_named(processing, old: Path) -> None:
    before = state_of(old)
    shown(old, name="My wards").startEditing()
    linked = old.parent / "link.gpkg"
    linked.symlink_to(old)
    for path in (old, linked):
        table = "" if path == old else "|layername=result"
        sentence = refusal(processing, f"{path}{table}")
        assert sentence.startswith(f"Layer 'My wards' shows {path.name} and is being edited.")
    QgsProject.instance().clear()
    assert (state_of(old), leftovers(old.parent)) == (before, [])


@pytest.mark.parametrize(
    "statements",
    [("BEGIN IMMEDIATE",), ("BEGIN EXCLUSIVE",), ("BEGIN", "SELECT * FROM result")],
    ids=["writing", "all to itself", "reading"],
)
def test_a_lock_of_another_program_is_named(
    statements: tuple[str, ...], processing, old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(geopackage, "_PATIENCE", 0.1)
    before, other = state_of(old), other_content(old)
    with held(old, "PRAGMA journal_mode = DELETE", *statements):
        assert refusal(processing, old).startswith(f"result.gpkg {LOCKED}")
    assert (state_of(old), other_content(old), leftovers(old.parent)) == (before, other, [])
    run(processing, old)
    assert state_of(old).limit == "20"


def test_a_lock_that_comes_during_the_run_is_named(processing, old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before, swap = state_of(old), geopackage.swap_tables

    def swap_while_read(*arguments: object) -> None:
        with held(old, "BEGIN", "SELECT * FROM result"):
            swap(*arguments)

    monkeypatch.setattr(geopackage, "swap_tables", swap_while_read)
    gdal.SetConfigOption("SQLITE_BUSY_TIMEOUT", "200")
    try:
        assert refusal(processing, old).startswith(f"result.gpkg {LOCKED}")
    finally:
        gdal.SetConfigOption("SQLITE_BUSY_TIMEOUT", None)
    assert (state_of(old), leftovers(old.parent)) == (before, [])


def test_a_reader_with_a_write_ahead_log_goes_on(processing, old: Path) -> None:
    """Another QGIS that edits a layer of the file puts it into this mode, in which nobody waits for readers."""
    with held(old, "PRAGMA journal_mode = WAL", "BEGIN", "SELECT * FROM result"):
        run(processing, old)
        assert state_of(old).limit == "20"
    run(processing, old, 10)
    assert (state_of(old).limit, leftovers(old.parent)) == ("10", [])


class Cancel(Feedback):
    """Cancels once a run has come to a percentage, and counts what it still reports."""

    def __init__(self, at: float) -> None:
        super().__init__()
        self.after = 0
        self._at = at
        self.progressChanged.connect(self._see)

    def _see(self, progress: float) -> None:
        self.after += self.isCanceled()
        if progress >= self._at:
            self.cancel()


@pytest.mark.parametrize("at", [1, 10, 30, 50, 55])
def test_cancelled_on_the_way(at: int, processing, old: Path) -> None:
    before, other = state_of(old), other_content(old)
    for path in (old, old.parent / "new.gpkg"):
        feedback = Cancel(at)
        assert refusal(processing, path, feedback).strip() == "Stopped. Nothing was written."
        assert feedback.after == 0
    assert (state_of(old), other_content(old), leftovers(old.parent)) == (before, other, [])
    assert [file.name for file in old.parent.iterdir()] == ["result.gpkg"]


def without_styles(path: Path) -> None:
    """A GeoPackage of another table only, that knows no styles yet."""
    add_notes(path)
    with closing(sqlite3.connect(path)) as database:
        database.executescript("DELETE FROM gpkg_contents WHERE table_name = 'layer_styles'; DROP TABLE layer_styles")


def test_cancelled_when_rows_and_styles_are_written(processing, old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before, bare, feedback = state_of(old), old.parent / "bare.gpkg", Feedback()
    without_styles(bare)
    known, save_styles = names(bare), save.save_styles

    def cancel_after(*arguments: object) -> None:
        save_styles(*arguments)
        feedback.cancel()

    monkeypatch.setattr(save, "save_styles", cancel_after)
    for path in (old, bare, old.parent / "new.gpkg"):
        feedback = Feedback()
        assert refusal(processing, path, feedback).strip() == "Stopped. Nothing was written."
    assert (state_of(old), leftovers(old.parent)) == (before, [])
    assert [name for name in names(bare) - known if "result" in name or "styles" in name] == []
    assert sorted(file.name for file in old.parent.iterdir()) == ["bare.gpkg", "result.gpkg"]


def test_a_folder_and_a_file_that_are_no_geopackage(processing, tmp_path: Path) -> None:
    (tmp_path / "folder.gpkg").mkdir()
    (tmp_path / "text.gpkg").write_text("not a database, but long enough to be read as one" * 20)
    (tmp_path / "empty.gpkg").touch()
    with closing(sqlite3.connect(tmp_path / "plain.gpkg")) as database:
        database.execute("CREATE TABLE mine (a)")
    before = {file: file.read_bytes() for file in tmp_path.iterdir() if file.is_file()}
    for name in ("folder", "text", "empty", "plain"):
        assert refusal(processing, tmp_path / f"{name}.gpkg").startswith(f"{name}.gpkg exists but is not a GeoPackage.")
    assert {file: file.read_bytes() for file in tmp_path.iterdir() if file.is_file()} == before


def test_a_folder_that_cannot_be_written(processing, old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(**options: object) -> None:
        raise OSError(errno.EROFS, "Read-only file system")

    before = state_of(old)
    monkeypatch.setattr(geopackage.tempfile, "TemporaryFile", refuse)
    for path in (old, old.parent / "new.gpkg"):
        sentence = refusal(processing, path)
        assert sentence.startswith(f"Nothing can be written to {old.parent} (Read-only file system).")
    assert state_of(old) == before
    assert "The folder" in refusal(processing, old.parent / "nowhere" / "new.gpkg")


def test_a_rename_that_is_refused(processing, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Path, target: Path) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", refuse)
        assert refusal(processing, tmp_path / "new.gpkg").startswith(
            "new.gpkg could not be written: Permission denied."
        )
    assert list(tmp_path.iterdir()) == []


def test_no_handle_is_open_when_the_file_is_renamed(
    processing, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows renames no file that anybody has open, this process included."""
    handles = Path("/proc/self/fd")
    replace, held_open = Path.replace, []

    def watch(self: Path, target: Path) -> Path:
        links = [handle.readlink() for handle in handles.iterdir() if handle.is_symlink() and handle.exists()]
        held_open.extend(link.name for link in links if link.parent == tmp_path)
        return replace(self, target)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", watch)
        run(processing, tmp_path / "new.gpkg")
    assert held_open == []


def test_a_run_record_that_cannot_be_written_is_a_warning(processing, old: Path) -> None:
    (old.parent / "result.gpkg.run.json").mkdir()
    feedback = QgsProcessingFeedback()
    run(processing, old, feedback=feedback)
    words = feedback.textLog()
    assert "The run record result.gpkg.run.json could not be written beside the result" in words
    assert (state_of(old).limit, leftovers(old.parent)) == ("20", [])


def test_foreign_styles_stay_but_not_as_the_default(processing, old: Path) -> None:
    layer = QgsVectorLayer(f"{old}|layername=result", "result", "ogr")
    assert layer.saveStyleToDatabase("mine", "of my own", True, "") == ""
    del layer
    run(processing, old)
    run(processing, old, 10)
    styles = saved_styles(old, "result")
    assert [name for name, default, _ in styles if default] == ["Left behind overlay"]
    assert [name for name, _, _ in styles].count("mine") == 1
    assert len(styles) == 7


def test_a_style_that_cannot_be_read_stops_the_run(processing, old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(theme: object) -> None:
        raise CniError("style_unreadable", name="imd_deciles.qml", reason="gone")

    before = state_of(old)
    monkeypatch.setattr(save, "make_renderer", fail)
    for path in (old, old.parent / "new.gpkg"):
        assert refusal(processing, path).startswith("The style imd_deciles.qml of the plugin cannot be read (gone).")
    assert (state_of(old), leftovers(old.parent)) == (before, [])
    assert [file.name for file in old.parent.iterdir()] == ["result.gpkg"]


def test_a_style_that_cannot_be_saved_leaves_the_old_result(
    processing, old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, save_style = state_of(old), save.save_style

    def fail_on_the_third(layer: QgsVectorLayer, name: str, *arguments: Any, **options: Any) -> str:
        return "no such luck" if name == "IMD deciles" else save_style(layer, name, *arguments, **options)

    monkeypatch.setattr(save, "save_style", fail_on_the_third)
    for path in (old, old.parent / "new.gpkg"):
        assert refusal(processing, path).startswith(f"{path.name} could not be written: no such luck.")
    assert (state_of(old), leftovers(old.parent)) == (before, [])
    assert [file.name for file in old.parent.iterdir()] == ["result.gpkg"]


def test_leftovers_of_a_crash_go_with_the_next_run(processing, old: Path) -> None:
    aside = old.parent / "new.cni_new.gpkg"
    aside.write_bytes(b"half a file")
    for ending in ("-wal", "-shm", "-journal"):
        aside.with_name(aside.name + ending).write_bytes(b"and its journal")
    run(processing, f"{old}|layername=result__new")
    assert "result__new" in leftovers(old.parent)
    run(processing, old)
    run(processing, old.parent / "new.gpkg")
    assert leftovers(old.parent) == []


def test_a_file_another_run_is_writing_is_left_to_it(
    processing, made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(geopackage, "_PATIENCE", 0.1)
    aside = tmp_path / "new.cni_new.gpkg"
    shutil.copyfile(made, aside)
    with held(aside, "PRAGMA journal_mode = DELETE", "BEGIN IMMEDIATE"):
        assert refusal(processing, tmp_path / "new.gpkg").startswith(f"new.gpkg {LOCKED}")
        assert len(read_rows(aside, "result")) == 150
