"""What of the interface is still English where it should be Welsh."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from xml.etree import ElementTree as ET

from texts import readable

STRINGS = Path(__file__).resolve().parents[2] / "resources" / "i18n" / "cni_mapper_cy.ts"
_PLACE = re.compile(r"\{\w*\}")
_LETTERS = re.compile(r"[^\W\d_]+")
_SENTENCE = 12
"""So many letters in at least two words are looked for inside longer texts too."""
_ENGLISH = re.compile(r"\b(the|and|of|with|from|this|that|are|not|which|how|its)\b", re.IGNORECASE)
"""None of these is a Welsh word."""


@dataclass(frozen=True)
class Source:
    """An English string. parts: what stands between its placeholders. whole: whether it must be the whole text."""

    text: str
    parts: tuple[str, ...]
    pattern: re.Pattern[str]
    whole: bool

    def is_in(self, text: str) -> bool:
        if not all(part in text for part in self.parts):
            return False
        return bool(self.pattern.fullmatch(text) if self.whole else self.pattern.search(text))


def english_in(texts: Mapping[str, str], names: Iterable[str]) -> list[str]:
    """Which of the texts, given with their places, are English or hold English, with the string they were made of.

    names: of things that have but one name, in English, such as an index; they may stand in any text.
    """
    found = []
    for text, place in texts.items():
        if text in _welsh_texts():
            continue
        bare = _without(text, names)
        source = next((source.text for source in _sources() if source.is_in(bare)), None)
        if source is not None:
            found.append(f"{place}: {text!r}, by {source!r}")
        elif _ENGLISH.search(bare):
            found.append(f"{place}: {text!r}, by no string of the list")
    return found


def welsh_of(text: str) -> set[str]:
    """The Welsh of an English string; several where it stands in several contexts."""
    found = {readable(_welsh(message)) for message in _messages() if message.findtext("source") == text}
    return found - {""}


def _without(text: str, names: Iterable[str]) -> str:
    for name in sorted(names, key=len, reverse=True):
        text = text.replace(name, "")
    return text


@cache
def _messages() -> tuple[ET.Element, ...]:
    return tuple(ET.parse(STRINGS).getroot().iter("message"))


@cache
def _sources() -> tuple[Source, ...]:
    """The English strings that have another Welsh one, or none yet."""
    english = {readable(message.findtext("source")) for message in _messages()}
    return tuple(filter(None, map(_source, sorted(english - _welsh_texts()))))


@cache
def _welsh_texts() -> frozenset[str]:
    return frozenset(readable(_welsh(message)) for message in _messages())


def _welsh(message: ET.Element) -> str:
    node = message.find("translation")
    return "" if node.get("type") == "unfinished" else node.text or ""


def _source(text: str) -> Source | None:
    parts = [part for part in _PLACE.split(text) if _LETTERS.search(part)]
    words = _LETTERS.findall(_PLACE.sub(" ", text))
    letters = sum(map(len, words))
    if letters < 3:
        return None
    pattern = ".+?".join(map(re.escape, _PLACE.split(text)))
    if text[:1].isalpha():
        pattern = rf"\b{pattern}"
    if text[-1:].isalpha():
        pattern = rf"{pattern}\b"
    whole = letters < _SENTENCE or len(words) < 2
    return Source(text, tuple(parts), re.compile(pattern), whole)
