"""Looks for English in what can be seen, goes on, and tells of all of it at the end."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from english import english_in
from qgis.PyQt.QtWidgets import QMenu, QTabWidget, QWidget
from session import OUT, Steps, picture
from texts import readable, texts_in
from waiting import find, wait_until
from widgets import click_menu, click_tab, plain

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
QGIS_OWN = ("NOT NULL", "UNIQUE", "Full path to the file(s), including name and extension")
"""What QGIS itself says, of the columns of a layer and of a box for a file."""
VALUES = ("residents of small areas", "estimated by land area")
"""What is written into tables, which is the same in every language."""

_found: dict[str, str] = {}


def check(name: str, *parts: QWidget) -> None:
    """Keep a picture, and look for English in all that can be seen in these parts of the interface."""
    picture(name)
    for part in parts:
        _look(name, texts_in(part))


def check_texts(name: str, texts: Mapping[str, str]) -> None:
    """Keep a picture, and look for English in these texts, given with their places."""
    picture(name)
    _look(name, {readable(text): place for text, place in texts.items()})


def _look(name: str, texts: Mapping[str, str]) -> None:
    with (OUT / "texts").open("a", encoding="utf-8") as note:
        note.writelines(f"{name}: {place}: {text}\n" for text, place in texts.items())
    for line in english_in(texts, (*QGIS_OWN, *VALUES, *_names())):
        _found.setdefault(line, name)


@cache
def _names() -> frozenset[str]:
    """What the shipped indices, and the sample's, are called, and their parts: the publishers' names, in English."""
    files = [*(RESOURCES / "definitions").glob("*.json"), *(RESOURCES / "sample").glob("*.json")]
    return frozenset(name for file in files for name in _titles(json.loads(file.read_text(encoding="utf-8"))))


def _titles(node: Any) -> Iterator[str]:
    yield from (node[key] for key in ("title", "short", "unit") if node.get(key))
    for part in (*node.get("domains", ()), *node.get("indicators", ())):
        yield from _titles(part)


def open_menu(menu: QMenu, *path: str) -> Steps:
    """Choose an entry of a menu of QGIS's menu bar, whatever that is called in this language."""
    yield from click_menu(plain(menu.title()), *path)


def turn_to_page(number: int) -> Steps:
    tabs = find("cni_mapper_pages", QTabWidget)
    yield from click_tab(tabs.tabBar(), plain(tabs.tabText(number)))
    yield from wait_until(lambda: tabs.currentIndex() == number, 2, f"the page {number + 1}")
    yield 0.3


def nothing_is_english() -> None:
    assert not _found, f"{len(_found)} texts are English:\n" + "\n".join(
        f"[{at}] {line}" for line, at in _found.items()
    )
