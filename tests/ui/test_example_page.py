"""cni:example with a page: the made-up county's map as a PDF."""

from __future__ import annotations

from pathlib import Path

import pytest
from export_run import pdf_text
from output_run import Feedback
from qgis.core import QgsProcessingException


def test_the_example_prints_its_page(processing, output: Path) -> None:
    given = {"OUTPUT": str(output / "example.gpkg"), "PDF": str(output / "page.pdf")}
    outputs = processing.run("cni:example", given)
    assert (outputs["PDF"], outputs["LEFT_BEHIND"]) == (str(output / "page.pdf"), 8)
    text = pdf_text(output / "page.pdf")
    assert "Left behind neighbourhoods in Sampleshire" in text and "Describes places, not people." in text
    assert "Left behind: worst 10% on both (8)" in text


def test_the_example_refuses_a_page_that_cannot_be_written(processing, output: Path) -> None:
    feedback = Feedback()
    with pytest.raises(QgsProcessingException):
        given = {"OUTPUT": str(output / "example.gpkg"), "PDF": str(output / "none" / "page.pdf")}
        processing.run("cni:example", given, feedback=feedback)
    assert feedback.errors[0].startswith(f"The folder {output / 'none'} does not exist.")
    assert list(output.iterdir()) == []
