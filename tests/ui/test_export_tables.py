"""What the sheets and the record of an exported result count."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
from county import record_of, rows_of

from cni_mapper.ui.maps.export_tables import district_counts


def test_people_are_missing_where_a_number_is_not_known() -> None:
    table = pd.DataFrame(
        {
            "district_code": ["D1", "D1", "D2", "D2"],
            "district_name": ["One", "One", "Two", "Two"],
            "category": ["left_behind", "left_behind", "other", "no_data"],
            "population": [1000.0, None, 500.0, None],
        }
    )
    counts = district_counts(table, {"variant": False}).set_index("District")
    assert pd.isna(counts.loc["One", "People"]) and pd.isna(counts.loc["One", "Left behind: people"])
    # Nobody is missed in an area that has no place in the ranks, such as the City of London's wards.
    assert counts.loc["Two", "People"] == 500 and counts.loc["Two", "Left behind: people"] == 0
    assert pd.isna(counts.loc["All areas shown", "People"])


def test_a_filtered_layer_is_counted_as_what_it_shows(processing, county, output: Path) -> None:
    made = processing.run("cni:example", {"OUTPUT": str(output / "county.gpkg")})["OUTPUT"]
    coast = rows_of(made).query("district_name == 'Marram Coast'")
    filtered = f"{made}|subset=\"district_name\" = 'Marram Coast'"
    target = output / "coast.gpkg"
    processing.run("cni:export", {"RESULT": filtered, "OUTPUT": str(target)})
    record = record_of(str(target))
    assert record["focus"]["areas"] == len(coast) == len(rows_of(str(target)))
    assert record["counts"]["areas"]["left_behind"] == (coast["category"] == "left_behind").sum()
