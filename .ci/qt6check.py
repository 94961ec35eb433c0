"""Lists names in the plugin's code that Qt 6 does not have. Usage: qt6check.py FILE_OR_FOLDER...

Needs PyQt6 and a qgis.PyQt that stands on it (.ci/qt6.sh makes both). Names are looked up where they live, so what
qgis.PyQt puts back counts as there. Only names on classes are found: what a method of an object is called cannot be
known from the source, but for the few methods that are known to be gone.
"""

from __future__ import annotations

import ast
import importlib
import sys
from collections.abc import Iterator
from enum import EnumMeta
from pathlib import Path
from types import ModuleType

GONE = {"exec_": "exec()", "print_": "print()", "toTime_t": "toSecsSinceEpoch()", "setTime_t": "setSecsSinceEpoch()"}
Fault = tuple[int, str]


def main(arguments: list[str]) -> int:
    """Print every fault; 1 when there was one."""
    faults = [f"{path}:{line}: {words}" for path in sources(arguments) for line, words in sorted(set(check(path)))]
    print("\n".join(faults) or "Qt 6 has every name that was found.")
    return int(bool(faults))


def sources(arguments: list[str]) -> list[Path]:
    return [
        path
        for name in arguments
        for path in ([Path(name)] if Path(name).is_file() else sorted(Path(name).rglob("*.py")))
    ]


def check(path: Path) -> Iterator[Fault]:
    """The faults of one file."""
    tree = ast.parse(path.read_text(encoding="utf-8"), str(path))
    names: dict[str, object] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            yield from _imported(node, names)
        elif isinstance(node, ast.Import):
            for alias in node.names:
                if _is_binding(alias.name):
                    yield node.lineno, f"import {alias.name}: import from qgis.PyQt"
        elif isinstance(node, ast.Attribute) and node.attr in GONE:
            yield node.lineno, f"{node.attr}(): use {GONE[node.attr]}"
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            yield from _looked_up(node, names)


def _is_binding(module: str) -> bool:
    return module.partition(".")[0] in ("PyQt5", "PyQt6", "PySide2", "PySide6")


def _imported(node: ast.ImportFrom, names: dict[str, object]) -> Iterator[Fault]:
    """The faults of one import; what it brings is put into `names`."""
    source = node.module or ""
    if _is_binding(source):
        yield node.lineno, f"from {source}: import from qgis.PyQt"
    if source.split(".")[:2] != ["qgis", "PyQt"]:
        return
    for alias in node.names:
        names[alias.asname or alias.name] = found = _find(source, alias.name)
        if found is None:
            yield node.lineno, f"{source}.{alias.name} is not in Qt 6"


def _find(source: str, name: str) -> object | None:
    """A class of a module of qgis.PyQt, or such a module."""
    try:
        module = importlib.import_module(source)
        return getattr(module, name) if hasattr(module, name) else importlib.import_module(f"{source}.{name}")
    except ImportError:
        return None


def _looked_up(node: ast.Attribute, names: dict[str, object]) -> Iterator[Fault]:
    """A fault when a dotted name that starts at an imported class or module ends at nothing."""
    owner = _resolve(node.value, names)
    if isinstance(owner, (type, ModuleType)) and not hasattr(owner, node.attr):
        scope = _enumeration_with(owner, node.attr)
        place = f"{owner.__name__}.{node.attr}"
        yield node.lineno, f"{place}: use {owner.__name__}.{scope}.{node.attr}" if scope else f"{place} is not in Qt 6"


def _resolve(node: ast.expr, names: dict[str, object]) -> object | None:
    """What a dotted name means, None when it starts elsewhere or has a fault of its own."""
    if isinstance(node, ast.Name):
        return names.get(node.id)
    if isinstance(node, ast.Attribute):
        return getattr(_resolve(node.value, names), node.attr, None)
    return None


def _enumeration_with(owner: type | ModuleType, member: str) -> str | None:
    """The enumeration of a class that has this member."""
    enumerations = (name for name in dir(owner) if isinstance(getattr(owner, name), EnumMeta))
    return next((name for name in enumerations if member in getattr(owner, name).__members__), None)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
