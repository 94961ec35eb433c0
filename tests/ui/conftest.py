from __future__ import annotations

import gc
import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pandas as pd
import pytest
from county import County, england_parameters, run_map
from output_files import add_notes
from qgis.core import QgsApplication, QgsProject


@pytest.fixture(scope="session", autouse=True)
def let_go(qgis_app: QgsApplication) -> Iterator[None]:
    """Drop what the last failure still holds of QGIS before QGIS ends: afterwards that would crash the process."""
    yield
    sys.last_type = sys.last_value = sys.last_traceback = None
    gc.collect()


@pytest.fixture(scope="session")
def processing(qgis_processing: None) -> Iterator[ModuleType]:
    """QGIS's processing module with our provider in its registry: processing.run("cni:map", {...}) works."""
    import processing

    from cni_mapper.ui.algorithms.provider import Provider

    registry = QgsApplication.processingRegistry()
    provider = Provider()
    assert registry.addProvider(provider), "the provider could not be registered"
    yield processing
    registry.removeProvider(provider)


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


@pytest.fixture(scope="session")
def postgis() -> Iterator[str]:
    """Connection string of a throw-away PostGIS database on this machine."""
    programs = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name))
    if not programs:
        pytest.fail("PostGIS is not installed: run make setup")
    # Not below pytest's own folder: the server may have to run as another user, who cannot enter that.
    folder = Path(tempfile.mkdtemp(prefix="cni-postgis-"))
    run_as = []
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres")
        run_as = ["runuser", "-u", "postgres", "--"]
    port = _free_port()

    def call(program: str, *arguments: str) -> None:
        command = [*run_as, str(programs[-1] / program), *arguments]
        # No pipe: the server would inherit it, and waiting for its end would wait for the server's.
        with (folder / "log").open("a") as log:
            subprocess.run(command, check=True, stdout=log, stderr=log, cwd="/")

    call("initdb", "-D", f"{folder}/db", "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")
    options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off"
    call("pg_ctl", "-D", f"{folder}/db", "-w", "-l", f"{folder}/server.log", "-o", options, "start")
    call("psql", "-h", "127.0.0.1", "-p", str(port), "-U", "postgres", "-c", "create extension postgis")
    yield f"host=127.0.0.1 port={port} dbname=postgres user=postgres"
    call("pg_ctl", "-D", f"{folder}/db", "-m", "fast", "-w", "stop")
    shutil.rmtree(folder)


@pytest.fixture
def county(sample: Path, tmp_path: Path) -> County:
    """A copy of the sample county that a test may spoil."""
    return County(sample, tmp_path / "inputs")


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """An empty folder for results."""
    folder = tmp_path / "output"
    folder.mkdir()
    return folder


@pytest.fixture(scope="session")
def sample_run(
    processing: ModuleType, sample: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[pd.DataFrame, dict[str, Any]]:
    """The rows and the run record of cni:map on the sample county's own files; not to be changed."""
    folder = tmp_path_factory.mktemp("sample_run")
    (folder / "output").mkdir()
    return run_map(processing, County(sample, folder / "inputs"), folder / "output")


@pytest.fixture(scope="session")
def england(processing: ModuleType, reference_data: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Source of England's wards with the published CNI of 2019, by cni:map; not to be changed."""
    target = tmp_path_factory.mktemp("national") / "england.gpkg"
    return processing.run("cni:map", england_parameters(reference_data, target))["OUTPUT"]


@pytest.fixture(scope="module")
def made(processing, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A GeoPackage with the result of limit 10 and another table, to be copied."""
    path = tmp_path_factory.mktemp("made") / "result.gpkg"
    processing.run("cni:example", {"OUTPUT": str(path)})
    add_notes(path)
    return path


@pytest.fixture
def old(made: Path, tmp_path: Path) -> Iterator[Path]:
    """A copy of it, that a test may write over."""
    path = tmp_path / "result.gpkg"
    shutil.copyfile(made, path)
    yield path
    QgsProject.instance().clear()
