"""A table of faults: how the sample county is spoilt, and the words that the user must read."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from county import County
from qgis.core import QgsProcessingException, QgsProcessingFeedback

_NAMES = {
    "cni:index": ("TABLES", "CODE_FIELD", "DEFINITION", "WEIGHTS"),
    "cni:areadeprivation": ("DEPRIVATION", "LOOKUP", "RANK_OVER"),
}


@dataclass(frozen=True)
class Case:
    """A fault. spoil: changes the county's files or parameters. words: parts of the sentence the user must read."""

    id: str
    spoil: Callable[[County], Any]
    words: list[str]
    algorithm: str = "cni:map"
    ending: str = ".gpkg"


def as_parameters(cases: Iterable[Case]) -> list[Any]:
    return [pytest.param(case, id=case.id.replace(" ", "-")) for case in cases]


def parameters_for(algorithm: str, county: County) -> dict[str, Any]:
    """Those of the county's parameters that an algorithm has."""
    names = _NAMES.get(algorithm)
    own = {name: value for name, value in county.parameters.items() if names is None or name in names}
    fields = {n: v for n, v in county.parameters.items() if n.startswith(("DEPRIVATION_", "LOOKUP_"))}
    return {**own, **fields} if algorithm == "cni:areadeprivation" else own


def assert_plain(sentence: str) -> None:
    """A sentence for people: no trace of the program, nothing left to be filled in."""
    assert "Traceback" not in sentence and "Error:" not in sentence, sentence
    assert "{" not in sentence and "}" not in sentence and "None" not in sentence, sentence
    assert "np." not in sentence and "nan" not in sentence.split(), sentence


class Heard(QgsProcessingFeedback):
    """What an algorithm tells the user while it runs."""

    def __init__(self) -> None:
        super().__init__(False)
        self.errors: list[str] = []
        self.warnings: list[str] = []

    def reportError(self, error: str, fatalError: bool = False) -> None:
        self.errors.append(error)

    def pushWarning(self, warning: str) -> None:
        self.warnings.append(warning)


def refusal(processing: ModuleType, algorithm: str, parameters: dict[str, Any]) -> str:
    """Run an algorithm that must refuse, and return the sentence the user reads.

    What is refused before the run proper is reported, and QGIS then raises words of its own.
    """
    heard = Heard()
    with pytest.raises(QgsProcessingException) as raised:
        processing.run(algorithm, parameters, feedback=heard)
    words = str(raised.value)
    if words != "There were errors executing the algorithm.":
        return words
    sentences = [error for error in heard.errors if error != words]
    assert len(sentences) == 1, heard.errors
    return sentences[0]


def check_fault(case: Case, processing: ModuleType, county: County, output: Path) -> None:
    """Spoil the county, run, and look at the sentence, the output folder and the inputs."""
    case.spoil(county)
    before = county.hashes()
    parameters = {"OUTPUT": str(output / f"result{case.ending}"), **parameters_for(case.algorithm, county)}
    sentence = refusal(processing, case.algorithm, parameters)
    for words in case.words:
        assert words in sentence
    assert_plain(sentence)
    print(sentence)
    assert list(output.iterdir()) == []
    assert county.hashes() == before
