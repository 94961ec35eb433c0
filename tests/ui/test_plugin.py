"""The plugin comes and goes without a trace, imports nothing heavy, and says what is missing."""

from __future__ import annotations

import gc
import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from desk import Interface, result_group, wait_until
from loading import empty_project
from qgis.core import Qgis, QgsApplication, QgsProcessingRegistry, QgsProject
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QSettings, QTranslator
from qgis.PyQt.QtWidgets import QAction

import cni_mapper
from cni_mapper import plugin as shell
from cni_mapper.ui import compat
from cni_mapper.ui.settings import read_settings, write_settings

ROOT = Path(__file__).resolve().parents[2]
IDS = [
    *("areadeprivation", "atlas", "bridge", "chainlookups", "download", "example", "export", "index", "leftbehind"),
    *("map", "methodnote", "overlap", "places", "printmap", "profiles"),
]


def settle() -> None:
    """Let Qt delete what was to be deleted later."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()
    gc.collect()


@pytest.fixture
def registry(monkeypatch: pytest.MonkeyPatch) -> QgsProcessingRegistry:
    """A registry of its own for the plugin: other tests have the provider in QGIS's."""
    registry = QgsProcessingRegistry()

    class Application(QgsApplication):
        @staticmethod
        def processingRegistry() -> QgsProcessingRegistry:
            return registry

    monkeypatch.setattr(shell, "QgsApplication", Application)
    return registry


def ids(registry: QgsProcessingRegistry) -> list[str]:
    return [provider.id() for provider in registry.providers()]


@pytest.fixture
def interface() -> Iterator[Interface]:
    interface = Interface()
    yield interface
    interface.window.deleteLater()
    settle()


@pytest.fixture
def own_language() -> Iterator[None]:
    """A language that no translation is needed for, whatever the machine's is."""
    settings = QSettings()
    before = settings.value("locale/userLocale")
    settings.setValue("locale/userLocale", "en_GB")
    yield
    settings.setValue("locale/userLocale", before) if before is not None else settings.remove("locale/userLocale")


def test_loading_twice_and_unloading_leaves_nothing(
    interface: Interface, registry: QgsProcessingRegistry, own_language: None
) -> None:
    children = len(interface.window.children())
    plugin = cni_mapper.classFactory(interface)
    for _ in range(2):
        plugin.initGui()
        assert ids(registry) == ["cni"]
        assert [(menu, action.text()) for menu, action in interface.menu] == [
            ("CNI Mapper", "CNI Mapper panel"),
            ("CNI Mapper", "Try the example"),
            ("CNI Mapper", "Map community need and deprivation…"),
            ("CNI Mapper", "Print a map…"),
        ]
        actions = [action for _, action in interface.menu]
        assert not any(action.icon().isNull() for action in actions)
        provider = registry.providerById("cni")
        assert sorted(algorithm.name() for algorithm in provider.algorithms()) == IDS
        plugin.unload()
        settle()
        assert ids(registry) == []
        assert interface.menu == []
        assert all(sip.isdeleted(thing) for thing in (*actions, provider))
        assert len(interface.window.children()) == children
    plugin.unload()
    assert ids(registry) == []


def test_another_plugin_object_can_follow(
    interface: Interface, registry: QgsProcessingRegistry, own_language: None
) -> None:
    for _ in range(2):
        plugin = cni_mapper.classFactory(interface)
        plugin.initGui()
        assert len(interface.menu) == 4
        plugin.unload()
        del plugin
        settle()
    assert (ids(registry), interface.menu, interface.tools, interface.docks) == ([], [], [], [])


def test_without_a_desktop_only_the_provider_is_there(registry: QgsProcessingRegistry, own_language: None) -> None:
    plugin = cni_mapper.classFactory(None)
    plugin.initProcessing()
    assert ids(registry) == ["cni"]
    plugin.unload()
    assert ids(registry) == []


def test_a_translation_is_installed_and_taken_away(
    interface: Interface, registry: QgsProcessingRegistry, monkeypatch: pytest.MonkeyPatch, own_language: None
) -> None:
    calls: list[tuple[str, Any]] = []
    loaded: list[str] = []

    class Translator(QTranslator):
        def load(self, file: str) -> bool:
            loaded.append(file)
            return True

    class Application(QCoreApplication):
        @staticmethod
        def installTranslator(translator: QTranslator) -> None:
            calls.append(("install", translator))

        @staticmethod
        def removeTranslator(translator: QTranslator) -> None:
            calls.append(("remove", translator))

    monkeypatch.setattr(shell, "QTranslator", Translator)
    monkeypatch.setattr(shell, "QCoreApplication", Application)
    QSettings().setValue("locale/userLocale", "cy_GB")
    plugin = cni_mapper.classFactory(interface)
    plugin.initGui()
    plugin.unload()
    assert [Path(file).name for file in loaded] == ["cni_mapper_cy.qm"]
    assert [call for call, _ in calls] == ["install", "remove"]
    assert calls[0][1] is calls[1][1]


def test_unloading_goes_on_after_a_fault(
    interface: Interface, registry: QgsProcessingRegistry, own_language: None
) -> None:
    plugin = cni_mapper.classFactory(interface)

    def fail(menu: str, action: QAction) -> None:
        interface.menu.remove((menu, action))
        raise RuntimeError("the menu has gone")

    interface.removePluginMenu = fail
    plugin.initGui()
    with pytest.raises(RuntimeError, match="the menu has gone"):
        plugin.unload()
    settle()
    assert (ids(registry), interface.menu, interface.tools, interface.docks) == ([], [], [], [])


def test_a_provider_of_that_name_is_left_alone(
    interface: Interface, registry: QgsProcessingRegistry, own_language: None
) -> None:
    first, second = cni_mapper.classFactory(interface), cni_mapper.classFactory(interface)
    first.initProcessing()
    second.initGui()
    second.unload()
    assert (ids(registry), interface.menu) == (["cni"], [])
    first.unload()
    assert ids(registry) == []


@pytest.fixture
def active(processing, interface: Interface, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Interface]:
    """The interface over an empty project, the user's data folder in a folder of the test's own."""
    before = read_settings()
    write_settings(replace(before, data_folder=tmp_path / "data"))
    with empty_project(monkeypatch):
        yield interface
    write_settings(before)


def test_the_example_at_a_click(active: Interface) -> None:
    plugin = cni_mapper.classFactory(active)
    plugin.initGui()
    next(action for _, action in active.menu if action.text() == "Try the example").trigger()
    session = plugin._dock.session
    wait_until(lambda: session.kept is not None and not session.is_busy)
    ((text, level),) = active.bar.pushed
    assert text == "CNI Mapper: 8 of 150 wards are left behind."
    assert level == Qgis.MessageLevel.Success
    assert result_group()[:3] == ["Left behind overlay", "CNI deciles", "IMD deciles"]
    assert len(QgsProject.instance().mapLayers()) == 6 + 5
    plugin.unload()
    assert active.docks == []


def test_the_example_without_packages_says_so_at_once(active: Interface, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compat, "PACKAGES", ("numpy", "no_such_package"))
    plugin = cni_mapper.classFactory(active)
    plugin.initGui()
    plugin._try_example()
    ((text, level),) = active.bar.pushed
    assert text.startswith("CNI Mapper: CNI Mapper needs the Python package(s) no_such_package, which this QGIS does")
    assert level == Qgis.MessageLevel.Critical
    assert QgsProject.instance().mapLayers() == {}
    plugin.unload()


@pytest.mark.parametrize(
    ("platform", "command"),
    [
        ("win32", "python -m pip install numpy pandas"),
        ("darwin", '"/Applications/QGIS.app/Contents/MacOS/bin/python3" -m pip install numpy pandas'),
        ("linux", "sudo apt install python3-numpy python3-pandas"),
    ],
)
def test_install_command_by_platform(platform: str, command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compat.sys, "platform", platform)
    monkeypatch.setattr(compat.sys, "exec_prefix", "/Applications/QGIS.app/Contents/MacOS")
    assert compat.install_command(["numpy", "pandas"]) == command


_START = """
import importlib, json, sys
sys.path.insert(0, "{tests}")
import conftest
from qgis.core import QgsApplication
application = QgsApplication([], True)
application.initQgis()
sys.path.append(QgsApplication.pkgDataPath() + "/python/plugins")
"""

_COLD = """
before = set(sys.modules)
import cni_mapper
plugin = cni_mapper.classFactory(None)
plugin.initProcessing()
provider = QgsApplication.processingRegistry().providerById("cni")
for algorithm in provider.algorithms():
    algorithm.displayName(), algorithm.shortHelpString(), algorithm.icon()
    [(p.description(), p.help(), p.defaultValue()) for p in algorithm.parameterDefinitions()]
    algorithm.create()
print(json.dumps(sorted(set(sys.modules) - before)))
plugin.unload()
"""

_HIDDEN = """
class Hiding:
    '''A finder that does not find pandas, as where it was never installed.'''
    def __init__(self, finder): self.finder = finder
    def find_spec(self, name, path=None, target=None):
        return None if name.partition(".")[0] == "pandas" else self.finder.find_spec(name, path, target)
    def __getattr__(self, name): return getattr(self.finder, name)

assert "pandas" not in sys.modules
sys.meta_path[:] = [Hiding(finder) for finder in sys.meta_path]
import processing
from processing.core.Processing import Processing
from qgis.core import QgsProcessingException, QgsProcessingFeedback
Processing.initialize()
import cni_mapper
plugin = cni_mapper.classFactory(None)
plugin.initProcessing()

class Feedback(QgsProcessingFeedback):
    errors = []
    def reportError(self, error, fatalError=False): self.errors.append(error)

words = []
for id in ("map", "example", "index", "areadeprivation", "leftbehind"):
    algorithm, feedback = QgsApplication.processingRegistry().algorithmById("cni:" + id), Feedback(False)
    feedback.errors = []
    sources = {{p.name(): "{wards}" for p in algorithm.parameterDefinitions() if p.type() in ("source", "multilayer")}}
    try:
        processing.run("cni:" + id, {{**sources, "OUTPUT": "{output}"}}, feedback=feedback)
        words.append("ran")
    except QgsProcessingException as fault:
        words.append([error for error in feedback.errors if error != str(fault)])
buffered = processing.run("native:buffer", {{"INPUT": "{wards}", "DISTANCE": 10, "OUTPUT": "memory:"}})["OUTPUT"]
print(json.dumps([words, buffered.featureCount()]))
plugin.unload()
"""


def in_fresh_qgis(script: str, **values: Any) -> Any:
    """Run a script in a QGIS of its own; the last line it prints, read as JSON."""
    text = (
        _START.format(tests=ROOT / "tests") + script.format(**values) + "\nimport os\nsys.stdout.flush()\nos._exit(0)"
    )
    done = subprocess.run([sys.executable, "-W", "ignore", "-c", text], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


def test_starting_imports_nothing_heavy() -> None:
    imported = in_fresh_qgis(_COLD)
    ours = [name for name in imported if name.startswith("cni_mapper.")]
    assert "cni_mapper.ui.algorithms.provider" in ours
    assert [name for name in ours if name.startswith(("cni_mapper.core", "cni_mapper.ui.maps"))] == []
    heavy = {"numpy", "pandas", "geopandas", "scipy", "shapely", "pyproj", "osgeo", "sqlite3"}
    assert heavy & {name.partition(".")[0] for name in imported} == set()


def test_without_pandas_every_algorithm_says_how_to_get_it(tmp_path: Path, sample: Path) -> None:
    output = tmp_path / "result.gpkg"
    wards = f"{sample}/wards.gpkg|layername=wards"
    words, buffered = in_fresh_qgis(_HIDDEN, wards=wards, output=output)
    command = compat.install_command(["pandas"])
    sentence = (
        "CNI Mapper needs the Python package(s) pandas, which this QGIS does not have. Close QGIS, run this command, "
        f"and start QGIS again (on Windows, in the OSGeo4W Shell of the Start menu): {command}"
    )
    assert words == [[sentence]] * 5
    assert buffered == 150
    assert not output.exists()
