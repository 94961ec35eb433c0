"""The small print of printed pages: sources, what is left out, attributions and the caveat."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import numpy as np
import pytest
from page_rows import COUNT_735, five, own_variant, printed, record
from qgis.core import QgsLayerMetadata, QgsProviderRegistry, QgsVectorLayer

from cni_mapper.ui.maps.layouts.page import OVERLAY, PageChoices, PrintedResult
from cni_mapper.ui.maps.layouts.result import read_result
from cni_mapper.ui.maps.layouts.sources import attributions, caveat, source_text

CHOICES = PageChoices("a4_portrait", OVERLAY, date(2026, 11, 21))


def _sources(result: PrintedResult | None = None, rows: Sequence[int] = range(5)) -> str:
    return source_text(result or printed(), np.isin(np.arange(5), rows), CHOICES)


def test_sources_tell_how_scores_were_made_and_what_is_left_out() -> None:
    text = _sources(rows=[0, 1, 2])
    assert text.startswith(
        "Community Needs Index 2019; 7,433 wards in England are ranked (1 ward not ranked). Deprivation: "
        "deprivation.csv (LSOAs of 2011); the score of a ward is the mean of its parts, weighted by residents; "
        "estimated for 1 of 3 wards, where parts had to be split; a part is missing for 1 of 3 wards. "
        "Worst 10% means rank 1 to 743. Grey: neighbouring areas; white: water or not in the result. "
    )
    assert text.endswith(", 21 November 2026.") and "Made with CNI Mapper " in text


def test_whole_districts_left_out_are_named() -> None:
    names = ["Seaport", "Seaport", "Seaport", "Seaport", "City of London"]
    assert "are ranked (City of London not ranked)." in _sources(printed(five(district_name=names)))


def test_scores_given_by_area_are_not_called_rebuilt() -> None:
    given = record(inputs=[{"role": "IMD", "name": "imd.csv", "geography": "wards"}], deprivation="imd.csv")
    assert "Deprivation: imd.csv (wards). Worst" in _sources(printed(given=given))
    assert "rebuilt" not in caveat(given)


def test_warnings_are_told_in_brief_and_once() -> None:
    told = [
        {"code": "weight_found", "text": "Column 'population' of lookup.csv is used for the number of residents."},
        {"code": "areas_unmatched", "text": "30 of 35 areas of wards.gpkg are not in cni.csv: E05000001."},
        {"code": "not_deprivation", "text": "3 of the 35 areas ranked on need have no deprivation score: E05000002."},
        {
            "code": "no_weights",
            "text": "No column of residents was given or found, so every small area counts the same.",
        },
    ]
    text = _sources(printed(given=record(warnings=[*told, told[2]])))
    assert text.count("is used for the number of residents.") == 1
    assert text.count("3 of the 35 areas ranked on need have no deprivation score.") == 1
    assert "E0500" not in text and "30 of 35" not in text
    assert "the score of a ward is the plain mean of its parts" in text


def test_the_publishers_list_is_told_where_it_differs() -> None:
    flags = ["no", "yes", "no", "no", "unknown"]
    text = _sources(printed(five(left_behind_published=flags)))
    assert (
        "Left behind: rebuilt 1, published 1, not on the publishers' list: Abbey, only on the publishers' list: Bridge."
        in text
    )
    assert "publishers' list" not in _sources()


def test_the_caveat_of_england() -> None:
    assert caveat(record()) == (
        'Describes places, not people. "Worst 10%" counts wards, not residents. Most people in England\'s most '
        "deprived neighbourhoods live outside these wards. Ward IMD is rebuilt, not official."
    )


@pytest.mark.parametrize(
    ("given", "text"),
    [
        (
            own_variant("15", 1114),
            'Describes places, not people. "Worst 15%" counts wards, not residents. Ward IMD is rebuilt, not official.',
        ),
        (
            record(limits={"cni": COUNT_735}, definition=None, inputs=[], universe={"plural": "MSOAs"}),
            'Describes places, not people. "Worst 735" and "Worst 10%" count MSOAs, not residents.',
        ),
    ],
)
def test_the_caveat_says_only_what_is_true(given: dict[str, Any], text: str) -> None:
    assert caveat(given) == text


ONS = (
    "Contains public sector information licensed under the Open Government Licence v3.0. Source: Office for National "
    "Statistics."
)
OS = "Contains OS data © Crown copyright and database right."
MAIL = "Contains Royal Mail data © Royal Mail copyright and database right."
CNI_2019 = "Local Trust and OCSI, Community Needs Index 2019."


@pytest.mark.parametrize(
    ("codes", "quality", "lines"),
    [
        ("E0500000", "estimated", (CNI_2019, ONS, OS, MAIL)),
        ("W0200000", "best_fit", (CNI_2019, ONS, OS)),
        ("X0500000", "estimated", (CNI_2019,)),
        (
            "95AA01S",
            "best_fit",
            (
                CNI_2019,
                ONS.replace("Office for National", "Northern Ireland").replace(
                    "Statistics.", "Statistics and Research Agency."
                ),
            ),
        ),
        (
            "S0200000",
            "best_fit",
            (
                CNI_2019,
                ONS.replace("Office for National Statistics", "Scottish Government and National Records of Scotland"),
                OS,
            ),
        ),
    ],
)
def test_attributions_go_by_the_nation_of_the_codes(codes: str, quality: str, lines: tuple[str, ...]) -> None:
    table = five(area_code=[f"{codes}{i}" for i in range(1, 6)], quality=[quality] * 5)
    assert attributions(printed(table)) == lines


def test_attributions_of_the_inputs_are_merged() -> None:
    crown = "Source: Office for National Statistics. Contains OS data © Crown copyright and database right 2017."
    licence = "Contains public sector information licensed under the Open Government Licence v3.0."
    texts = [crown, crown, f"{licence} Source: MHCLG, Indices 2019.", f"{licence} Source: DfT."]
    given = record(inputs=[{"role": "TABLES", "name": "t", "geography": "", "attribution": text} for text in texts])
    assert attributions(printed(given=given)) == (
        CNI_2019,
        crown,
        f"{licence} Source: MHCLG, Indices 2019.",
        "Source: DfT.",
    )


def test_what_a_table_asks_to_be_shown_reaches_the_page(processing, county, output) -> None:
    text = "Source: the made-up office of Sampleshire."
    metadata = QgsLayerMetadata()
    metadata.setRights([text])
    saved, reason = QgsProviderRegistry.instance().saveLayerMetadata("ogr", county.parameters["AREAS"], metadata)
    assert saved, reason
    source = processing.run("cni:map", {**county.parameters, "OUTPUT": str(output / "a.gpkg")})["OUTPUT"]
    result = read_result(QgsVectorLayer(source, "result"))
    assert [entry.get("attribution") for entry in result.record["inputs"]] == [text, None, None, None]
    assert attributions(result) == (
        "Sampleshire is a made-up county: none of its places, people or figures is real.",
        text,
    )
