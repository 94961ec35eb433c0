"""The Welsh of the interface is whole, says what the English says, and is what QGIS shows."""

from __future__ import annotations

import importlib.util
import re
import string
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, QSettings, QTranslator

import cni_mapper
from cni_mapper.ui.messages import area_words

ROOT = Path(__file__).resolve().parents[2]
HELP = ROOT / "resources" / "help"
PAGES = sorted(path.name for path in HELP.glob("*.html"))


def _tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("cni_translations", ROOT / ".ci" / "translations.py")
    tool = importlib.util.module_from_spec(spec)
    # Its dataclasses look for their module there.
    sys.modules["cni_translations"] = tool
    spec.loader.exec_module(tool)
    return tool


tool = _tool()
TS = tool.I18N / "cni_mapper_cy.ts"
WELSH = {key: done.text for key, done in tool.read_translations(TS).items() if done.finished}
ENGLISH = {text: context for context, text in WELSH}


def test_the_code_has_only_strings_that_can_be_found() -> None:
    strings = tool.collect()
    assert strings.faults == []
    assert len(strings.files) > 400


def test_every_string_is_translated() -> None:
    left = sorted(set(tool.collect().files) - set(WELSH))
    assert left == [], "run make translations, and translate what it lists"


def test_the_list_of_strings_is_up_to_date() -> None:
    strings = tool.collect()
    translations = tool.merge(strings, tool.read_translations(TS))
    same = tool.as_xml(strings, translations, "cy") == TS.read_text(encoding="utf-8")
    assert same, "run make translations"


def test_what_qgis_loads_is_up_to_date() -> None:
    packed = QTranslator()
    assert packed.load(str(TS.with_suffix(".qm")))
    stale = [key for key, welsh in WELSH.items() if packed.translate(*(part.encode() for part in key)) != welsh]
    assert stale == [], "run make translations"


def placeholders(text: str) -> set[str]:
    parts = string.Formatter().parse(text)
    return {f"{name}!{conversion}:{form}" for _, name, form, conversion in parts if name is not None}


def without(text: str) -> str:
    return re.sub(r"\{\w*\}|</?\w+[^>]*>|&\w+;", " ", text)


def names_and_numbers(text: str) -> list[str]:
    """Numbers, percentages, file endings, and names with underlines, which are the same in every language."""
    return sorted(re.findall(r"\d[\d,.]*\d%?|\d%?|\b[A-Za-z0-9]+_\w+|\.[a-z]{3,4}\b|%", without(text)))


def blanks(text: str) -> tuple[str, str]:
    return text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]


SAME = {
    "placeholders": placeholders,
    "names and numbers": names_and_numbers,
    "tags": lambda text: re.findall(r"</?\w+[^>]*>", text),
    "the key of a label": lambda text: bool(re.search(r"&\w", text)),
    "blanks around it": blanks,
    "how it ends": lambda text: text.strip()[-1] if text.strip()[-1] in ".:…?" else "",
    "lines": lambda text: text.count("\n"),
}


@pytest.mark.parametrize("what", SAME)
def test_a_translation_has_what_the_english_has(what: str) -> None:
    assert [(key, welsh) for key, welsh in WELSH.items() if SAME[what](welsh) != SAME[what](key[1])] == []


def test_a_label_is_named_as_it_is_shown() -> None:
    """'Rank among' in a sentence must be the label the reader finds."""
    wrong = [
        (key, label)
        for key, welsh in WELSH.items()
        for label in re.findall(r"'([A-Z][^'{}]+)'", key[1])
        if label in ENGLISH and f"'{WELSH[ENGLISH[label], label]}'" not in welsh
    ]
    assert wrong == []


@pytest.mark.parametrize("page", PAGES)
def test_help_is_translated_with_its_tags_and_numbers(page: str) -> None:
    english, welsh = ((folder / page).read_text(encoding="utf-8") for folder in (HELP, HELP / "cy"))
    tags = re.compile(r"<[^>]+>|&\w+;")
    assert sorted(tags.findall(welsh)) == sorted(tags.findall(english))
    assert names_and_numbers(welsh) == names_and_numbers(english)
    assert without(welsh).split() != without(english).split()


def test_no_help_is_left_of_a_page_that_is_gone() -> None:
    assert sorted(path.name for path in (HELP / "cy").iterdir()) == PAGES


@pytest.fixture(params=["cy", "cy_GB"])
def in_welsh(request: pytest.FixtureRequest) -> Iterator[None]:
    """The plugin as it is loaded in a QGIS whose language is Welsh."""
    settings = QSettings()
    before = settings.value("locale/userLocale")
    settings.setValue("locale/userLocale", request.param)
    plugin = cni_mapper.classFactory(None)
    plugin._install_translation()
    yield
    plugin.unload()
    settings.setValue("locale/userLocale", before) if before is not None else settings.remove("locale/userLocale")


def test_a_welsh_qgis_shows_welsh(processing, in_welsh: None) -> None:
    from cni_mapper.core.errors import CniError
    from cni_mapper.ui.messages import fault_text

    algorithm = QgsApplication.processingRegistry().createAlgorithmById("cni:map")
    assert algorithm.displayName() == "Mapio angen cymunedol ac amddifadedd"
    assert algorithm.shortHelpString().startswith("<p>Mae'n canfod lle mae angen cymunedol")
    assert algorithm.parameterDefinition("AREAS").description() == "Ffiniau'r ardaloedd"
    fault = CniError("table_empty", table="wards.csv")
    assert fault_text(fault) == "Nid oes rhesi o dan y penawdau yn wards.csv. Dewiswch dabl arall."
    assert [area_words(words) for words in ("wards of 2017", "LSOAs", "Wales", "bread of heaven")] == [
        "wardiau 2017",
        "ardaloedd LSOA",
        "Cymru",
        "bread of heaven",
    ]


def test_other_languages_see_english(processing) -> None:
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("cni:map")
    assert algorithm.displayName() == "Map community need and deprivation"
    assert algorithm.shortHelpString().startswith("<p>Finds where community need and deprivation")
    assert QCoreApplication.translate("Messages", "wards") == area_words("wards") == "wards"


SMALL = {
    "plugin.py": 'QCoreApplication.translate("Plugin", "Menu…")\n',
    "ui/words.py": 'def tr(text):\n    return QCoreApplication.translate("Words", text)\n',
    "ui/a/__init__.py": "",
    "ui/a/one.py": 'from ..words import tr as _tr\n_tr("One " "long\\nline & <b>")\n_tr(NAMES[0])\n',
    "ui/a/two.py": (
        'def _tr(text):\n    """Words."""\n    return QCoreApplication.translate("Two", text)\n'
        'X = QT_TRANSLATE_NOOP("Words", "Marked")\n_tr("It is")\npainter.translate(1, 2)\n'
    ),
}


def small(folder: Path, **changed: str) -> Path:
    for name, text in {**SMALL, **changed}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    return folder


def test_strings_are_found_with_the_context_of_their_function(tmp_path: Path) -> None:
    found = tool.collect(small(tmp_path))
    assert found.faults == []
    assert found.files == {
        ("Plugin", "Menu…"): {"plugin.py"},
        ("Words", "One long\nline & <b>"): {"ui/a/one.py"},
        ("Words", "Marked"): {"ui/a/two.py"},
        ("Two", "It is"): {"ui/a/two.py"},
    }


@pytest.mark.parametrize(
    "call",
    [
        '_tr(f"{x}")',
        '_tr("a" + x)',
        '_tr("{x}".format(x=1))',
        '_tr("a" if x else "b")',
        "_tr()",
        'self.tr("a")',
        'tr("a")',
        'QT_TRANSLATE_NOOP(context, "a")',
        'QCoreApplication.translate("Two", f"{x}")',
    ],
)
def test_a_string_that_cannot_be_found_is_a_fault(call: str, tmp_path: Path) -> None:
    found = tool.collect(small(tmp_path, **{"ui/a/two.py": f"{SMALL['ui/a/two.py']}{call}\n"}))
    assert [fault.partition(": ")[0] for fault in found.faults] == ["ui/a/two.py:7"]


def test_a_file_that_cannot_be_parsed_loses_no_strings(tmp_path: Path) -> None:
    with pytest.raises(SyntaxError):
        tool.collect(small(tmp_path, **{"ui/a/two.py": "def half(:\n"}))


def test_work_is_kept_when_the_code_changes(tmp_path: Path) -> None:
    strings = tool.collect(small(tmp_path))
    known = {
        ("Plugin", "Menu…"): tool.Translation("Dewislen…", True),
        ("Elsewhere", "Marked"): tool.Translation("Marciwyd", True),
        ("Words", "One long\nline & <i>"): tool.Translation("Un llinell\nhir & <i>", True),
        ("Two", "Gone"): tool.Translation("Wedi mynd", True),
    }
    merged = tool.merge(strings, known)
    assert merged == {
        ("Plugin", "Menu…"): tool.Translation("Dewislen…", True),
        ("Words", "Marked"): tool.Translation("Marciwyd", True),
        ("Words", "One long\nline & <b>"): tool.Translation("Un llinell\nhir & <i>", False),
        ("Two", "It is"): tool.Translation("", False),
    }
    path = tmp_path / "small.ts"
    path.write_text(tool.as_xml(strings, merged, "cy"), encoding="utf-8")
    assert tool.read_translations(path) == merged
    assert tool.as_xml(strings, tool.merge(strings, tool.read_translations(path)), "cy") == path.read_text("utf-8")
