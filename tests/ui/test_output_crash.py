"""A run that is killed, or runs out of disk, leaves the old result or the new one, whole."""

from __future__ import annotations

import random
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from output_files import State, add_notes, leftovers, other_content, state_of
from output_process import Process

MOMENTS = 20
SEED = 225
PLACES = {
    "rows written": ("geopackage", "check_complete", "before"),
    "metadata written": ("save", "save_metadata", "after"),
    "one style to write": ("save", "apply_theme", "after"),
    "styles written": ("save", "save_styles", "after"),
    "about to swap": ("geopackage", "swap_tables", "before"),
    "old table deleted": ("geopackage_tables", "_hand_over_styles", "before"),
    "styles handed over": ("geopackage_tables", "_hand_over_styles", "after"),
    "swapped": ("geopackage", "swap_tables", "after"),
    "journal about to close": ("geopackage", "close_journal", "before"),
    "about to write the record": ("save", "write_record_file", "before"),
}
NEW_FILE = [
    name for name in PLACES if name not in ("about to swap", "old table deleted", "styles handed over", "swapped")
]


@pytest.fixture(scope="module")
def process() -> Iterator[Process]:
    process = Process()
    yield process
    process.close()


def give(path: Path, limit: int) -> dict[str, object]:
    return {"OUTPUT": str(path), "CNI_LIMIT": limit}


@pytest.fixture(scope="module")
def whole(process: Process, tmp_path_factory: pytest.TempPathFactory) -> dict[int, Path]:
    """A folder with a whole result by its limit: a file of its own, made by one run."""
    folders = {}
    for limit in (10, 20):
        folders[limit] = tmp_path_factory.mktemp(f"limit{limit}")
        assert process.run(give(folders[limit] / "result.gpkg", limit))["fault"] == ""
    return folders


@pytest.fixture(scope="module")
def states(whole: dict[int, Path]) -> dict[int, State]:
    found = {limit: state_of(folder / "result.gpkg") for limit, folder in whole.items()}
    assert found[10].rows != found[20].rows
    assert found[10].legends != found[20].legends
    assert [found[limit].limit for limit in (10, 20)] == ["10", "20"]
    return found


@pytest.fixture
def old(whole: dict[int, Path], tmp_path: Path) -> Path:
    """A GeoPackage with the result of limit 10 and another table."""
    path = tmp_path / "result.gpkg"
    shutil.copyfile(whole[10] / "result.gpkg", path)
    add_notes(path)
    return path


def duration(process: Process, path: Path, limit: int) -> float:
    """Seconds that a run takes which is left alone."""
    answer = process.run(give(path, limit))
    assert answer["fault"] == ""
    return answer["seconds"]


def test_killed_at_any_moment_with_an_old_result(process: Process, states: dict[int, State], old: Path) -> None:
    other = other_content(old)
    seconds = duration(process, old, 20)
    moments = random.Random(SEED)
    now, killed = 20, 0
    for i in range(MOMENTS):
        wanted = 30 - now
        answer = process.run(give(old, wanted), kill_after=moments.uniform(0, seconds))
        killed += answer["killed"]
        found = state_of(old)
        assert found in (states[now], states[wanted])
        assert other_content(old) == other
        now = wanted if found == states[wanted] else now
        if i % 10 == 9:
            assert process.run(give(old, wanted))["fault"] == ""
            assert (state_of(old), leftovers(old.parent)) == (states[wanted], [])
            now = wanted
    assert killed >= MOMENTS / 2
    assert other_content(old) == other


def test_killed_at_any_moment_with_no_result_yet(process: Process, states: dict[int, State], tmp_path: Path) -> None:
    path = tmp_path / "result.gpkg"
    seconds = duration(process, path, 10)
    path.unlink()
    moments = random.Random(SEED + 1)
    for i in range(MOMENTS):
        process.run(give(path, 10), kill_after=moments.uniform(0, seconds))
        if path.exists():
            assert state_of(path) == states[10]
            path.unlink()
        if i % 10 == 9:
            assert process.run(give(path, 10))["fault"] == ""
            assert (state_of(path), leftovers(tmp_path)) == (states[10], [])
            path.unlink()


@pytest.mark.parametrize("place", PLACES)
def test_killed_at_each_step_with_an_old_result(
    place: str, process: Process, states: dict[int, State], old: Path
) -> None:
    other = other_content(old)
    assert process.run(give(old, 20), kill_at=PLACES[place])["killed"]
    after_the_swap = place in ("swapped", "about to write the record")
    assert state_of(old) == states[20 if after_the_swap else 10]
    assert other_content(old) == other
    assert process.run(give(old, 20))["fault"] == ""
    assert (state_of(old), other_content(old), leftovers(old.parent)) == (states[20], other, [])


@pytest.mark.parametrize("place", NEW_FILE)
def test_killed_at_each_step_with_no_result_yet(
    place: str, process: Process, states: dict[int, State], tmp_path: Path
) -> None:
    path = tmp_path / "result.gpkg"
    assert process.run(give(path, 10), kill_at=PLACES[place])["killed"]
    assert path.exists() == (place == "about to write the record")
    assert process.run(give(path, 10))["fault"] == ""
    assert (state_of(path), leftovers(tmp_path)) == (states[10], [])


DISK = 4 * 1024 * 1024


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[tuple[Path, bool]]:
    """A folder on a disk of 4 MB, and whether it is one: where nothing can be mounted it is an ordinary folder."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={DISK}", "tmpfs", folder]
    mounted = bool(shutil.which("mount")) and subprocess.run(mount, capture_output=True, check=False).returncode == 0
    yield folder, mounted
    if mounted:
        subprocess.run(["umount", folder], check=True)


def limits(whole: int, steps: int) -> list[int]:
    return [whole * (i + 1) // steps for i in range(steps)]


def refused_for_want_of_room(fault: str) -> bool:
    """One sentence that names the file."""
    return fault.startswith("result.gpkg could not be written: ") and fault.count("What was there before") == 1


def test_no_room_for_a_new_file(
    process: Process, states: dict[int, State], whole: dict[int, Path], tmp_path: Path
) -> None:
    path, size = tmp_path / "result.gpkg", (whole[10] / "result.gpkg").stat().st_size
    for limit in limits(size, 4)[:-1]:
        fault = process.run(give(path, 10), file_limit=limit)["fault"]
        assert refused_for_want_of_room(fault), fault
        assert list(tmp_path.iterdir()) == []
    assert process.run(give(path, 10))["fault"] == ""
    assert state_of(path) == states[10]


def test_no_room_in_an_old_file(process: Process, states: dict[int, State], old: Path) -> None:
    other, size = other_content(old), old.stat().st_size
    outcomes = []
    for more in limits(size, 4):
        fault = process.run(give(old, 20), file_limit=size + more)["fault"]
        assert fault == "" or refused_for_want_of_room(fault), fault
        assert state_of(old) == states[20 if fault == "" else 10]
        assert (other_content(old), leftovers(old.parent)) == (other, [])
        outcomes.append(fault == "")
        if outcomes[-1]:
            assert process.run(give(old, 10))["fault"] == ""
    assert outcomes[0] is False
    assert outcomes[-1] is True


@pytest.mark.parametrize("room", [100_000, 600_000, 900_000, 1_100_000])
def test_a_full_disk(
    room: int, process: Process, states: dict[int, State], old: Path, small_disk: tuple[Path, bool]
) -> None:
    folder, is_small = small_disk
    path = folder / "result.gpkg"
    shutil.copyfile(old, path)
    other, size = other_content(path), path.stat().st_size
    if is_small:
        (folder / "ballast").write_bytes(bytes(DISK - size - room))
    fault = process.run(give(path, 20), file_limit=None if is_small else size + room // 2)["fault"]
    assert refused_for_want_of_room(fault), fault
    assert (state_of(path), other_content(path), leftovers(folder)) == (states[10], other, [])
    assert {file.name for file in folder.iterdir()} <= {"result.gpkg", "ballast"}
