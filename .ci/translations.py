"""Collects the strings of the interface into resources/i18n/cni_mapper_cy.ts, keeping what is translated there, packs
the finished translations into the .qm that QGIS loads, and lists what is left to translate. Usage: translations.py"""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from xml.etree import ElementTree as ET
from xml.sax.saxutils import escape

ROOT = Path(__file__).resolve().parent.parent
I18N = ROOT / "resources" / "i18n"
LANGUAGES = ("cy",)
WRAPPERS = ("tr", "_tr")
_QT = "QCoreApplication.translate"
Key = tuple[str, str]
"""Context and source text of a string."""


@dataclass
class Strings:
    """Where each string stands, by context and text; and calls from which no text can be read."""

    files: dict[Key, set[str]] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)

    def add(self, context: str, text: str, file: str) -> None:
        self.files.setdefault((context, text), set()).add(file)


@dataclass(frozen=True)
class Translation:
    """A text in another language. finished: whether it may be shown."""

    text: str
    finished: bool


@dataclass(frozen=True)
class Module:
    """One Python file. contexts: the context of each wrapper function that can be called in it, by its name there."""

    file: str
    tree: ast.Module
    contexts: dict[str, str]


def sources(root: Path) -> list[Path]:
    """The files with strings of the interface."""
    return [root / "plugin.py", *sorted((root / "ui").rglob("*.py"))]


def collect(root: Path = ROOT) -> Strings:
    """Every string of the interface. A file that cannot be parsed ends the run: its strings are not gone."""
    trees = {path.relative_to(root).as_posix(): ast.parse(path.read_text(encoding="utf-8")) for path in sources(root)}
    own = {file: _own_contexts(tree) for file, tree in trees.items()}
    found = Strings()
    for file, tree in trees.items():
        _collect_module(Module(file, tree, {**own[file], **_imported_contexts(file, tree, own)}), found)
    return found


def _own_contexts(tree: ast.Module) -> dict[str, str]:
    """The wrappers a module defines: `def tr(text): return QCoreApplication.translate("Context", text)`."""
    found = {}
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and node.name in WRAPPERS:
            inner = node.body[-1]
            call = inner.value if isinstance(inner, ast.Return) else None
            if isinstance(call, ast.Call) and _called(call) == _QT and _literal(call.args[0]) is not None:
                found[node.name] = _literal(call.args[0])
    return found


def _imported_contexts(file: str, tree: ast.Module, own: dict[str, dict[str, str]]) -> dict[str, str]:
    """The wrappers a module imports from others of the plugin."""
    found = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.level:
            folder = Path(file).parents[node.level - 1].joinpath(*(node.module or "").split("."))
            wrappers = own.get(f"{folder.as_posix()}.py") or own.get(f"{folder.as_posix()}/__init__.py") or {}
            found.update({one.asname or one.name: wrappers[one.name] for one in node.names if one.name in wrappers})
    return found


def _collect_module(module: Module, found: Strings) -> None:
    inside = {id(call) for call in _wrapper_bodies(module.tree)}
    for node in ast.walk(module.tree):
        if not isinstance(node, ast.Call) or id(node) in inside:
            continue
        name, place = _called(node), f"{module.file}:{node.lineno}"
        if isinstance(node.func, ast.Attribute) and name in WRAPPERS:
            found.faults.append(f"{place}: {name} as a method has no context: call the module's own")
        elif name in module.contexts:
            _add(found, module.file, place, module.contexts[name], node.args)
        elif name in WRAPPERS:
            found.faults.append(f"{place}: {name} is not known here")
        elif name in (_QT, "QT_TRANSLATE_NOOP"):
            _add(found, module.file, place, _literal(node.args[0]), node.args[1:])


def _wrapper_bodies(tree: ast.Module) -> Iterator[ast.Call]:
    wrappers = (node for node in tree.body if isinstance(node, ast.FunctionDef) and node.name in WRAPPERS)
    return (call for wrapper in wrappers for call in ast.walk(wrapper) if isinstance(call, ast.Call))


def _add(found: Strings, file: str, place: str, context: str | None, arguments: list[ast.expr]) -> None:
    """A name stands for a text that is marked elsewhere; anything else must be the text itself."""
    text = _literal(arguments[0]) if arguments else None
    if context is not None and text is not None:
        found.add(context, text, file)
    elif context is None or not arguments or not isinstance(arguments[0], (ast.Name, ast.Attribute, ast.Subscript)):
        found.faults.append(f"{place}: neither a literal text nor a name of one")


def _called(call: ast.Call) -> str:
    """The name of what is called; of Qt's own function with its class, since painters have a translate too."""
    if not isinstance(call.func, ast.Attribute):
        return getattr(call.func, "id", "")
    name, owner = call.func.attr, getattr(call.func.value, "id", "")
    return f"{owner}.{name}" if name == "translate" else name


def _literal(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def read_translations(path: Path) -> dict[Key, Translation]:
    """What a .ts file holds; nothing when there is none."""
    if not path.exists():
        return {}
    found = {}
    for context in ET.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            node = message.find("translation")
            done = Translation(node.text or "", node.get("type") != "unfinished" and bool(node.text))
            found[context.findtext("name"), message.findtext("source")] = done
    return found


def merge(strings: Strings, known: dict[Key, Translation]) -> dict[Key, Translation]:
    """A translation for each string: its own, else that of the same text elsewhere, else a draft from the most similar
    text that is gone, else none."""
    by_text = {text: done for (_, text), done in known.items() if done.finished}
    gone = {key: done for key, done in known.items() if key not in strings.files and done.text}
    merged = {}
    for context, text in sorted(strings.files):
        done = known.get((context, text), Translation("", False))
        if not done.text and text in by_text:
            done = by_text[text]
        elif not done.text:
            done = _draft(text, {old: one for (where, old), one in gone.items() if where == context})
        merged[context, text] = done
    return merged


def _draft(text: str, gone: dict[str, Translation]) -> Translation:
    close = get_close_matches(text, gone, n=1, cutoff=0.75)
    return Translation(gone[close[0]].text if close else "", False)


def as_xml(strings: Strings, translations: dict[Key, Translation], language: str) -> str:
    """The text of a .ts file, as Qt Linguist reads it. Without line numbers, which would change all the time."""
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        "<!DOCTYPE TS>",
        f'<TS version="2.1" language="{language}" sourcelanguage="en_GB">',
    ]
    for name in sorted({context for context, _ in translations}):
        lines += ["<context>", f"    <name>{escape(name)}</name>"]
        for (context, text), done in translations.items():
            if context == name:
                lines += _message(text, done, sorted(strings.files[context, text]))
        lines.append("</context>")
    return "\n".join([*lines, "</TS>", ""])


def _message(text: str, done: Translation, files: list[str]) -> list[str]:
    state = "" if done.finished else ' type="unfinished"'
    return [
        "    <message>",
        *(f'        <location filename="../../{escape(file)}"/>' for file in files),
        f"        <source>{escape(text)}</source>",
        f"        <translation{state}>{escape(done.text)}</translation>",
        "    </message>",
    ]


def pack(path: Path) -> None:
    """Make the .qm beside a .ts file, of finished translations only: a draft may lack what is filled in."""
    program = next(filter(None, (shutil.which("lrelease"), shutil.which("/usr/lib/qt5/bin/lrelease"))), None)
    if program is None:
        sys.exit("lrelease is not installed: run make setup")
    command = [program, "-silent", "-nounfinished", str(path), "-qm", str(path.with_suffix(".qm"))]
    subprocess.run(command, check=True)


def main() -> None:
    strings = collect()
    I18N.mkdir(exist_ok=True)
    for language in LANGUAGES:
        path = I18N / f"cni_mapper_{language}.ts"
        translations = merge(strings, read_translations(path))
        aside = path.with_suffix(".new")
        aside.write_bytes(as_xml(strings, translations, language).encode())
        aside.replace(path)
        pack(path)
        left = [key for key, done in translations.items() if not done.finished]
        for context, text in left:
            print(f"not translated ({language}), {context}: {text!r}")
        print(f"{path.name}: {len(translations)} strings, {len(left)} not translated")
    if strings.faults:
        sys.exit("\n".join(strings.faults))


if __name__ == "__main__":
    main()
