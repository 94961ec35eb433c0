"""cni:methodnote: how a result was made, on one page, from its run record."""

from __future__ import annotations

import re
import shutil
import sqlite3
import subprocess
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from county import County, record_of, rows_of
from output_files import short_of_disk
from output_run import Feedback
from qgis.core import QgsProcessingException, QgsVectorLayer

from cni_mapper.ui.algorithms import methodnote_steps
from cni_mapper.ui.maps.layouts.result import read_result
from cni_mapper.ui.maps.method_note import Grid, Note, Part, make_note
from cni_mapper.ui.maps.note_index import index_parts, index_words
from cni_mapper.ui.maps.note_pdf import write_note_pdf
from cni_mapper.ui.maps.note_text import as_markdown

COAST = "\"district_name\" = 'Marram Coast'"


class Heard(Feedback):
    """Keeps what is warned of as well."""

    def __init__(self) -> None:
        super().__init__()
        self.warnings: list[str] = []

    def pushWarning(self, warning: str) -> None:
        self.warnings.append(warning)


def write(processing: Any, result: Path | str, target: Path, feedback: Feedback | None = None, **more: Any) -> dict:
    given = {"RESULT": f"{result}|layername=result", "OUTPUT": str(target), **more}
    return processing.run("cni:methodnote", given, feedback=feedback)


def plain(path: Path) -> str:
    """The words of a PDF in one line, or of a Markdown file without its marks."""
    if path.suffix == ".pdf":
        command = ["pdftotext", "-enc", "UTF-8", str(path), "-"]
        text = subprocess.run(command, check=True, capture_output=True).stdout.decode("utf-8")
    else:
        text = re.sub(r"\\([\\`*_\[\]<>|#])", r"\1", path.read_text(encoding="utf-8"))
    return " ".join(text.split())


def pdf_facts(path: Path) -> dict[str, str]:
    lines = subprocess.run(["pdfinfo", str(path)], check=True, capture_output=True).stdout.decode("utf-8").splitlines()
    return {key.strip(): value.strip() for key, _, value in (line.partition(":") for line in lines)}


def fonts_of(path: Path) -> list[list[str]]:
    lines = subprocess.run(["pdffonts", str(path)], check=True, capture_output=True).stdout.decode().splitlines()
    return [line.split() for line in lines[2:]]


@pytest.mark.parametrize("ending", [".pdf", ".md"])
def test_what_the_note_of_the_example_says(processing, made: Path, output: Path, ending: str) -> None:
    target = output / f"note{ending}"
    assert write(processing, made, target)["OUTPUT"] == str(target)
    text, record = plain(target), record_of(str(made))
    with closing(sqlite3.connect(made)) as database:
        total, inside = database.execute(
            "SELECT sum(population), sum(CASE WHEN category = 'left_behind' THEN population END) FROM result"
        ).fetchone()
    for words in (
        "How this map was made: Sampleshire",
        "8 of 150 wards are left behind: among the worst 15 of 150",
        f"{inside:,.0f} of the {total:,.0f} people of the wards shown live there ({inside / total:.0%}).",
        "community_needs.csv",
        "900 of 900",
        "Sampleshire is a made-up county: none of its places, people or figures is real",
        "weighted by residents; then the 150 that have a score are ranked",
        "Ranks are taken among the 150 wards of Sampleshire",
        "worst 10% on community need (ranks 1 to 15 of 150)",
        "Left behind: worst 10% on both (rebuilt 8, published 8)",
        "Deprived: worst 10% on IMD only (7)",
        "No data (0)",
        "Each of the 150 wards shown has a rank on both indices.",
        "Describes places, not people.",
    ):
        assert words in text, words
    assert "England" not in text
    for entry in record["warnings"]:
        assert entry["text"] in text
    # A long line of a PDF is broken where it must be.
    assert record["command"].replace(" ", "") in text.replace(" ", "")


def test_the_page_is_one_with_real_text(processing, made: Path, output: Path) -> None:
    target = output / "note.pdf"
    write(processing, made, target)
    facts = pdf_facts(target)
    assert (facts["Pages"], facts["Page size"]) == ("1", "595 x 842 pts (A4)")
    assert facts["Title"].startswith("How this map was made: Sampleshire")
    fonts = fonts_of(target)
    assert fonts and all(font[-5] == "yes" for font in fonts)
    assert [path.name for path in output.iterdir()] == ["note.pdf"]


def test_weights_as_a_table(processing, sample: Path, county: County, output: Path) -> None:
    """Twice the weight on one of three domains: half of the whole, and a quarter each."""
    processing.run("cni:map", {**county.parameters, "WEIGHTS": "civic_assets=2", "OUTPUT": str(output / "result.gpkg")})
    write(processing, output / "result.gpkg", output / "note.md")
    text = (output / "note.md").read_text(encoding="utf-8")
    for row in ("| Civic assets | 2 | 50.0% |", "| Connectedness | 1 | 25.0% |", "| Engaged community | 1 | 25.0% |"):
        assert row in text
    assert "This is an own variant of the Sampleshire Community Needs Index" in text
    assert "High on both: worst 10% on both" in text and "eft behind" not in text.partition("## Notices")[0]


def test_an_own_index_of_indicators(processing, sample: Path, county: County, output: Path) -> None:
    """Four indicators of equal weight in each of three domains are a twelfth each; one of 150 values is missing."""
    given = {**county.parameters, "TABLES": [str(sample / "indicators.csv")]}
    given |= {"DEFINITION": str(sample / "own_index.json"), "OUTPUT": str(output / "result.gpkg")}
    processing.run("cni:map", given)
    write(processing, output / "result.gpkg", output / "note.pdf", MARKDOWN=str(output / "note.md"))
    text = (output / "note.md").read_text(encoding="utf-8")
    assert "| &emsp;Libraries (per 1,000 residents) | 1 | 8.3% | less need | 99.3% |" in text
    assert "| &emsp;Households without a car (percent) | 1 | 8.3% | more need | 100% |" in text
    assert "The logarithm is used of: Grants per head." in text
    assert "is an index of one's own, not the Community Needs Index." in text
    page = plain(output / "note.pdf")
    assert pdf_facts(output / "note.pdf")["Pages"] == "1" and "CNI 2019" not in page
    assert "Libraries (per 1,000 residents)" in page and "Shortened" not in page


def test_finished_scores_without_a_definition(processing, sample: Path, county: County, output: Path) -> None:
    scores = output / "scores.csv"
    deprivation = {name: county.parameters[name] for name in ("DEPRIVATION", "LOOKUP")}
    processing.run("cni:areadeprivation", {**deprivation, "OUTPUT": str(scores)})
    given = {"AREAS": county.parameters["AREAS"], "CNI": str(sample / "community_needs.csv"), "IMD": str(scores)}
    given |= {"CNI_SCORE": "cni_score", "OUTPUT": str(output / "result.gpkg")}
    processing.run("cni:leftbehind", given)
    write(processing, output / "result.gpkg", output / "note.pdf")
    text = plain(output / "note.pdf")
    assert "The scores of community need were taken as they stand in community_needs.csv." in text
    assert "The deprivation scores are those of scores.csv. The 150 wards that have one are ranked." in text
    assert "Describes places, not people." in text
    assert "The record does not say whose data this is, or under which licence" in text
    assert " in ." not in text and "None" not in text


def test_a_part_of_a_result(processing, made: Path, output: Path) -> None:
    write(processing, made, output / "note.md", FOCUS=COAST)
    text = plain(output / "note.md")
    assert "7 of 28 wards are left behind" in text and "ranks 1 to 15 of 150" in text
    assert "These are 28 of the 150 wards of the result; ranks are those of all wards ranked." in text


@pytest.mark.parametrize("ending", [".pdf", ".md"])
def test_the_note_says_of_which_place_it_is(processing, made: Path, output: Path, ending: str) -> None:
    """Marram Coast has 28 wards, 7 of them left behind: of what is shown, only the rows are known."""
    rows = rows_of(f"{made}|layername=result")
    by_district = rows["district_name"].value_counts()
    first, coast, one = min(by_district.index), "Marram Coast", rows.iloc[0]
    both = f"\"district_name\" IN ('{first}', '{coast}')"
    for focus, words in (
        (COAST, "How this map was made: 28 wards in Marram Coast"),
        (both, f"How this map was made: {by_district[[first, coast]].sum()} wards in {first} and {coast}"),
        (f"{COAST} AND \"category\" = 'left_behind'", "How this map was made: 7 wards in Marram Coast"),
        (f"\"area_code\" = '{one.name}'", f"How this map was made: {one.area_name} (ward), {one.district_name}"),
    ):
        target = output / f"note{ending}"
        write(processing, made, target, FOCUS=focus)
        text = plain(target)
        assert text.removeprefix("# ").startswith(words), text[:200]
        # Rows of the result are called by their name.
        assert " areas shown" not in text and "areas of the result" not in text


def test_people_that_are_not_known(processing, made: Path, output: Path) -> None:
    copy = output / "result.gpkg"
    shutil.copyfile(made, copy)
    layer = QgsVectorLayer(f"{copy}|layername=result", "result")
    position = layer.fields().indexOf("population")
    assert layer.dataProvider().changeAttributeValues({id: {position: None} for id in layer.allFeatureIds()})
    del layer
    write(processing, copy, output / "note.md")
    text = plain(output / "note.md")
    assert "How many people live there is not known." in text and "0%)" not in text


def nested_record() -> dict[str, Any]:
    """The run record of an index of domains within a domain."""

    def indicator(id: str, missing: str) -> dict[str, Any]:
        ways = {"higher_is": "more_need", "missing": missing, "treat": "none", "shrink": id == "b"}
        return {"id": id, "title": id.upper(), "weight": 1, "unit": "", **ways}

    parts = [indicator("a", "exclude"), indicator("b", "median")]
    combine = {"standardise": "zscore", "weights": "factor"}
    inner = {"id": "inner", "title": "Inner", "weight": 1, "transform": "none", "combine": combine, "indicators": parts}
    ready = {"id": "ready", "title": "Ready", "weight": 3, "published": {"kind": "rank"}}
    outer = {"id": "outer", "title": "Outer", "weight": 2, "domains": [inner, ready]}
    other = {"id": "other", "title": "Other", "weight": 2, "published": {"kind": "score"}}
    weights = [{"id": "a", "weight": 0.4, "coverage": 0.99999}, {"id": "b", "weight": 0.6, "coverage": 1.0}]
    return {
        "definition": {"domains": [outer, other], "notes": "A note."},
        "diagnostics": [{"id": "inner", "indicators": weights}],
        "index": "Mine",
        "status": "own",
        "variant": True,
        "changed": True,
        "inputs": [],
        "universe": {"noun": "tract", "plural": "tracts"},
    }


def test_nested_domains_and_weights_of_a_factor() -> None:
    """Half of the index is one domain, of which a quarter is a sub-domain, of which a factor gives 0.4 to one part."""
    record = nested_record()
    found = [(part.title, part.level, part.weight, part.share) for part in index_parts(record)]
    expected = [("Outer", 0, 2, 0.5), ("Inner", 1, 1, 0.125), ("A", 2, None, 0.05), ("B", 2, None, 0.075)]
    expected += [("Ready", 1, 3, 0.375), ("Other", 0, 2, 0.5)]
    assert [one[:3] for one in found] == [one[:3] for one in expected]
    assert [one[3] for one in found] == pytest.approx([one[3] for one in expected])
    words = " ".join(index_words(record))
    for said in (
        "Mine is an index of one's own, not the Community Needs Index.",
        "Its domain scores are taken as published.",
        "Its domains are taken as published ranks",
        "by mean and standard deviation (z-scores)",
        "Where the table says 'auto', a factor analysis finds the weights of the indicators.",
        "Where one is missing of A, the other indicators of the domain count for more.",
        "Where one is missing of B, the median of all tracts stands in.",
        "Rates of tracts with few people are drawn towards their district's: B.",
    ):
        assert said in words, said
    assert "A note." not in words


# A page that is too full


@pytest.fixture
def long_note(made: Path) -> Note:
    """A note with a hundred notices, and an index of two hundred indicators."""
    note = make_note(read_result(QgsVectorLayer(f"{made}|layername=result", "result")))
    rows = tuple(("\u2003" * (i % 10 > 0) + f"Part {i}", "1", "1%") for i in range(200))
    changes = {
        "warnings": {"points": tuple(f"Notice {i}: " + "words " * 30 for i in range(100))},
        "method": {"grid": Grid(("Part", "Weight", "Share"), rows)},
    }
    return replace(note, parts=tuple(replace(part, **changes.get(part.id, {})) for part in note.parts))


def test_a_full_page_is_shortened_and_says_so(long_note: Note, output: Path) -> None:
    assert write_note_pdf(output / "note.pdf", long_note, "note.md") is False
    text = plain(output / "note.pdf")
    assert pdf_facts(output / "note.pdf")["Pages"] == "1"
    assert "Shortened to fit one page. The whole note is in note.md." in text
    assert "Notice 0" in text and "Notice 99" not in text and re.search(r"and 9\d more", text)
    for kept in ("none of its places, people or figures is real", "Describes places, not people.", "qgis_process run"):
        assert kept in text
    whole = as_markdown(long_note)
    assert "Notice 99" in whole and "Part 199" in whole


def test_sources_are_never_cut(long_note: Note, output: Path) -> None:
    """A hundred publishers take a second page."""
    publishers = tuple(f"Publisher {i} asks that this line be shown wherever its data is used." for i in range(100))
    parts = tuple(replace(part, points=publishers) if part.id == "data" else part for part in long_note.parts)
    write_note_pdf(output / "note.pdf", replace(long_note, parts=parts), "")
    text = plain(output / "note.pdf")
    assert pdf_facts(output / "note.pdf")["Pages"] == "2"
    assert all(line in text for line in publishers) and "Describes places, not people." in text


def test_the_algorithm_tells_of_a_shortened_page(
    processing, made: Path, long_note: Note, output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(methodnote_steps, "make_note", lambda result: long_note)
    heard = Heard()
    write(processing, made, output / "note.pdf", heard)
    assert heard.warnings == [
        "The method note was shortened to fit the page of note.pdf. Write it as Markdown (.md) too to keep all of it."
    ]
    heard.warnings.clear()
    outputs = write(processing, made, output / "note.pdf", heard, MARKDOWN=str(output / "all.md"))
    assert outputs["MARKDOWN"] == str(output / "all.md") and heard.warnings == []
    assert "The whole note is in all.md." in plain(output / "note.pdf")
    assert "Notice 99" in plain(output / "all.md")


def test_marks_of_markdown_in_names_stay_letters() -> None:
    grid = Grid(("A", "B"), (("a|b", "*c*"),), (1,))
    note = Note("T_1", "S", (Part("x", "[H]", ("<b>",), grid, ("# p",), "run `a` ```b```"),))
    assert as_markdown(note) == (
        "# T\\_1\n\nS\n\n## \\[H\\]\n\n\\<b\\>\n\n| A | B |\n| --- | ---: |\n| a\\|b | \\*c\\* |\n\n- \\# p\n\n"
        "``````sh\nrun `a` ```b```\n``````\n"
    )


# What is refused, and what stays


def refusal(processing: Any, made: Path, target: Path, **more: Any) -> str:
    feedback = Feedback()
    with pytest.raises(QgsProcessingException) as caught:
        write(processing, made, target, feedback, **more)
    return feedback.errors[0] if feedback.errors else str(caught.value)


def test_endings_and_folders_are_refused(processing, made: Path, output: Path) -> None:
    text = "The method note cannot be written as note.docx. Let its name end in .pdf or .md."
    assert refusal(processing, made, output / "note.docx") == text
    text = "The method note cannot be written as b.pdf. Let its name end in .md."
    assert refusal(processing, made, output / "a.pdf", MARKDOWN=str(output / "b.pdf")) == text
    assert "does not exist" in refusal(processing, made, output / "none" / "note.pdf")
    assert refusal(processing, made, Path("/proc/note.pdf")).startswith("Nothing can be written to /proc")
    assert list(output.iterdir()) == []


@pytest.mark.parametrize("ending", [".pdf", ".md"])
def test_a_full_disk_leaves_the_old_note(processing, made: Path, output: Path, ending: str) -> None:
    target = output / f"note{ending}"
    target.write_text("the old one", encoding="utf-8")
    with short_of_disk(2000):
        text = refusal(processing, made, target)
    assert text.startswith(f"note{ending} could not be written: ")
    assert target.read_text(encoding="utf-8") == "the old one"
    assert [path.name for path in output.iterdir()] == [target.name]


def test_a_layer_that_is_no_result(processing, sample: Path, output: Path) -> None:
    feedback = Feedback()
    wards = f"{sample / 'wards.gpkg'}|layername=wards"
    with pytest.raises(QgsProcessingException):
        processing.run("cni:methodnote", {"RESULT": wards, "OUTPUT": str(output / "n.md")}, feedback=feedback)
    assert "wards" in feedback.errors[0] and list(output.iterdir()) == []
