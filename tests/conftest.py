from __future__ import annotations

import importlib.util
import os
import sys
from pathlib import Path

import pytest

# Qt ends the whole process when it finds no display, before pytest can say anything.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# pyproj in a virtual environment does not find Debian's data by itself.
if Path("/usr/share/proj/proj.db").exists():
    os.environ.setdefault("PROJ_LIB", "/usr/share/proj")

TESTS = Path(__file__).resolve().parent
ROOT = TESTS.parent


def _load_package() -> None:
    """Make the checkout importable as cni_mapper, whatever its folder is called."""
    spec = importlib.util.spec_from_file_location(
        "cni_mapper", ROOT / "__init__.py", submodule_search_locations=[str(ROOT)]
    )
    sys.modules["cni_mapper"] = package = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(package)


_load_package()


def _needs_qgis(config: pytest.Config) -> bool:
    paths = (Path(config.invocation_params.dir, argument.split("::")[0]).resolve() for argument in config.args)
    without = (TESTS / "core", TESTS / "qt")
    return any(not any(path.is_relative_to(folder) for folder in without) for path in paths)


def pytest_configure(config: pytest.Config) -> None:
    """Start QGIS for this run, unless only core or what needs just Qt is tested: both must work without QGIS."""
    if _needs_qgis(config):
        config.pluginmanager.import_plugin("pytest_qgis.plugin")


def pytest_report_header() -> str | None:
    """Name the QGIS that runs, since a matrix of them is tested."""
    if "qgis.core" not in sys.modules:
        return None
    from qgis.core import Qgis

    return f"QGIS {Qgis.QGIS_VERSION}"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what uses the reference data, so that `-m reference` finds all of it."""
    for item in items:
        if "reference_data" in getattr(item, "fixturenames", ()):
            item.add_marker("reference")


@pytest.fixture(scope="session")
def reference_data() -> Path:
    """The folder of the published tables and boundaries; without it the test is skipped, or fails where it must run."""
    folder = Path(os.environ.get("CNI_REFERENCE_DATA") or ROOT.parent / "shared" / "data")
    if (folder / "README.md").is_file():
        return folder
    reason = f"no reference data in {folder}: set CNI_REFERENCE_DATA (README.md, 'Reference data')"
    if os.environ.get("CNI_REQUIRE_REFERENCE_DATA") == "1":
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def sample() -> Path:
    """The folder of the sample county that ships with the plugin."""
    return ROOT / "resources" / "sample"
