"""The inspector, clicked on a map: what it says of an area is what the result layer in the file holds."""

from __future__ import annotations

import re
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from county import DOMAINS, layer_frame
from desk import wait_until
from inspecting import Bench
from inspector_map import bands, click_area, codes_by, middle
from qgis.core import QgsProject
from qgis.PyQt.QtGui import QGuiApplication
from qgis.PyQt.QtWidgets import QApplication, QLabel

from cni_mapper.core.index.definition import with_weights

pytest_plugins = ["inspector_fixtures"]
CATEGORY = {
    "left_behind": "Left behind: among the worst 10% on both community need and deprivation.",
    "deprived": "Deprived: among the worst 10% on deprivation, but not the worst 10% on community need.",
    "high_need": "High need: among the worst 10% on community need, but not the worst 10% on deprivation.",
    "other": "Other: inside neither limit.",
}


@pytest.fixture
def made(bench: Bench) -> Bench:
    """A bench whose result has been written, with the inspector's tool in hand."""
    bench.read(bench.choices())
    bench.make()
    bench.inspector.action.trigger()
    return bench


def plain(text: str) -> str:
    """A label's rich text as it is read."""
    return re.sub(r"<[^>]+>", " ", text.replace("<br>", " ")).replace("&#x27;", "'").strip()


def margin_words(margin: int, limit: str) -> str:
    if margin > 0:
        return f"{margin} place{'s' * (margin > 1)} outside the limit ({limit})."
    if margin == 0:
        return f"The last place inside the limit ({limit})."
    return f"Inside the limit ({limit}), {-margin} place{'s' * (margin < -1)} to spare."


def test_a_click_says_what_the_result_layer_holds(made: Bench) -> None:
    rows = made.rows()
    for code in [code for category in CATEGORY for code in codes_by(made, category)]:
        row = rows[code]
        made.click(middle(row))
        assert made.text("area_name") == row["area_name"]
        people = f"{row['population']:,.0f} people live here"
        assert made.text("area_place") == f"{code} · {row['district_name']} · {people}"
        assert made.text("area_category") == CATEGORY[row["category"]]
        for key, label, title in (
            ("cni", "area_need", "Community need (Sampleshire CNI)"),
            ("imd", "area_deprivation", "Deprivation (IMD)"),
        ):
            place = f"{title} : rank {row[f'{key}_rank']} of 150, decile {row[f'{key}_decile']}."
            margin = margin_words(row[f"{key}_margin"], "worst 10%, ranks 1 to 15")
            assert plain(made.text(label)) == f"{place} {margin}"
        listed = "On" if row["left_behind_published"] == "yes" else "Not on"
        assert plain(made.text("area_notes")) == f"{listed} the publishers' own list."
        quality = {"best_fit": "(best fit), so not official", "estimated": "(estimated), so not official"}
        assert quality[row["quality"]] in made.text("area_quality")


def test_the_bars_are_the_ranks_of_the_result_layer(made: Bench) -> None:
    frame = layer_frame(made.result())
    code = codes_by(made, "left_behind", 1)[0]
    click_area(made, code)
    bars = made.widget("area_bars")._bars
    assert [bar.title for bar in bars] == [
        *("Community need, all domains", "Civic assets", "Connectedness", "Engaged community", "Deprivation (IMD)")
    ]
    for bar, key in zip(bars, ("cni", *DOMAINS, "imd")):
        ranks = frame[f"{key}_rank"].astype(float)
        assert (bar.rank, bar.n, bar.decile) == (ranks[code], 150, frame.loc[code, f"{key}_decile"])
        others = ranks.drop(code)
        need = 100 * ((others > ranks[code]).sum() + (others == ranks[code]).sum() / 2) / len(others)
        assert bar.position == pytest.approx(need)


def test_the_areas_most_like_it_are_the_nearest_by_their_ranks(made: Bench) -> None:
    frame = layer_frame(made.result())
    places = pd.DataFrame({key: (150 - frame[f"{key}_rank"].astype(float).rank()) for key in (*DOMAINS, "imd")})
    code = codes_by(made, "deprived", 1)[0]
    distance = ((places - places.loc[code]) ** 2).sum(axis=1).drop(code).sort_values()
    click_area(made, code)
    for number_, nearest in enumerate(distance.index[:5], start=1):
        row = frame.loc[nearest]
        words = plain(made.text(f"area_similar_{number_}"))
        assert words.startswith(f"{row['area_name']}  – {row['district_name']}: ")
        assert f"rank {row['cni_rank']} on need, {row['imd_rank']} on deprivation" in words
    label = made.widget("area_similar_2", QLabel)
    label.linkActivated.emit(re.search(r"href='(\d+)'", label.text())[1])
    second = made.rows()[distance.index[1]]
    assert made.text("area_name") == second["area_name"]
    assert made.canvas.extent().contains(second.geometry().boundingBox())


@pytest.mark.parametrize(("limit", "places", "sides"), [(10, 15, {"pushes it over"}), (15, 22, {"holds it under"})])
def test_it_says_which_domain_pushes_an_area_over_its_limit_or_holds_it_under(
    made: Bench, limit: int, places: int, sides: set[str]
) -> None:
    """Worked out from the file: the total with the median of one domain in the place of its own score."""
    made.session.edit("Limit", cni_limit=float(limit))
    wait_until(lambda: made.session.tried.limits.cni.amount == limit)
    frame = layer_frame(made.result())
    scores = frame[[f"{domain}_score" for domain in DOMAINS]].astype(float)
    total, titles = scores.sum(axis=1), ("Civic assets", "Connectedness", "Engaged community")
    ranks, seen = frame["cni_rank"], set()
    for code in frame.index[((ranks > places - 10) & (ranks <= places + 5)).to_numpy()]:
        click_area(made, code)
        words = plain(made.text("area_decisive"))
        for domain, title in zip(scores.columns, titles):
            then = total[code] - scores.loc[code, domain] + scores[domain].median()
            rank = 1 + int((total.drop(code) > then + 1e-9).sum())
            changes = (ranks[code] <= places) != (rank <= places)
            side = "pushes it over" if ranks[code] <= places else "holds it under"
            assert (f"{title} {side}" in words) == changes, (code, title, words)
            if changes:
                assert f"it would rank {rank}, " in words
                seen.add(side)
    assert seen >= sides


def test_only_domains_in_the_worst_fifth_are_called_so(made: Bench) -> None:
    frame = layer_frame(made.result())
    for code in [*codes_by(made, "left_behind", 3), *codes_by(made, "other", 2)]:
        click_area(made, code)
        titles = ("Civic assets", "Connectedness", "Engaged community")
        worst = [title for title, domain in zip(titles, DOMAINS) if frame.loc[code, f"{domain}_decile"] <= 2]
        said = f"In the worst 20% on: {', '.join(worst)}." if worst else "On none of its domains in the worst 20%."
        assert said in plain(made.text("area_decisive"))


def test_it_follows_the_what_if_as_the_preview_does(made: Bench) -> None:
    code = codes_by(made, "left_behind", 1)[0]
    click_area(made, code)
    session = made.session
    weighted = with_weights(session.choices.definition, {"civic_assets": 0.0, "connectedness": 5.0})
    session.edit("Weights and limits", definition=weighted, cni_limit=20.0, imd_limit=15.0)
    wait_until(lambda: made.live_map.preview.layer is not None and not made.live_map.preview.is_writing)
    shown = {feature["area_code"]: feature for feature in made.live_map.preview.layer.getFeatures()}[code]
    need = plain(made.text("area_need"))
    assert f": rank {shown['cni_rank']} of 150, decile {shown['cni_decile']}." in need
    assert margin_words(shown["cni_rank"] - 30, "worst 20%, ranks 1 to 30") in need
    start = {"left_behind": "High on both: among the worst 20% on community need and the worst 15%",
             "deprived": "Deprived: among the worst 15% on deprivation, but not the worst 20%"}  # fmt: skip
    assert made.text("area_category").startswith(start[shown["category"]])
    assert plain(made.text("area_notes")) == "By: Own variant of Sampleshire CNI."
    session.reset()
    QApplication.processEvents()
    assert made.text("area_category") == CATEGORY["left_behind"]


def test_the_copied_text_holds_it_all_and_ends_with_what_must_be_said(made: Bench) -> None:
    row = made.rows()[codes_by(made, "left_behind", 1)[0]]
    made.click(middle(row))
    made.widget("area_copy").click()
    text = QGuiApplication.clipboard().text()
    assert text.splitlines()[0] == row["area_name"]
    for line in (
        CATEGORY["left_behind"],
        f"Community need (Sampleshire CNI): rank {row['cni_rank']} of 150, decile {row['cni_decile']}.",
        f"Deprivation (IMD): rank {row['imd_rank']} of 150, decile {row['imd_decile']}.",
        f"Connectedness: rank {row['connectedness_rank']} of 150, decile {row['connectedness_decile']}",
        "Most like it:",
        "The index is given as finished scores of its domains; the tables do not hold what is behind these.",
    ):
        assert line in text.splitlines()
    last = "Describes places, not people. 'Worst 10%' counts wards, not residents."
    assert text.splitlines()[-1] == last
    assert "<" not in text
    assert made.text("area_message") == "Copied. Paste it where you need it."


def test_the_values_behind_an_index_are_those_of_the_table(bench: Bench) -> None:
    table = pd.read_csv(bench.folder / "indicators.csv", dtype={"ward_code": str})
    table.loc[table["ward_code"] == "X05000043", "turnout_percent"] = np.nan
    table.to_csv(bench.folder / "indicators.csv", index=False)
    bench.read(bench.choices("own_index.json", "indicators.csv"))
    bench.inspector.action.trigger()
    wards = QgsProject.instance().mapLayer(bench.session.choices.areas)
    bench.click(middle(next(f for f in wards.getFeatures() if f["ward_code"] == "X05000043")))
    row = table.set_index("ward_code").loc["X05000043"]
    cells = re.findall(r"<td align='left'>([^<]*)</td><td align='right'>([^<]*)</td><td align='right'>([^<]*)</td>",
                       bench.text("area_values"))  # fmt: skip
    values = {title: (value, position) for title, value, position in cells}
    definition = bench.session.choices.definition
    indicators = {one.title: one for domain in definition.domains for one in domain.indicators}
    assert set(values) == set(indicators)
    for title, one in indicators.items():
        value, column = row[one.columns[0]], table[one.columns[0]]
        if np.isnan(value):
            assert values[title] == ("not known", "–")
            continue
        assert float(values[title][0].split()[0].replace(",", "")) == pytest.approx(value, rel=5e-3, abs=5e-4)
        assert values[title][0].endswith(one.unit)
        others = column.drop(table.index[table["ward_code"] == "X05000043"]).dropna()
        less = (others < value) if one.higher_is == "more_need" else (others > value)
        share = 100 * (less.sum() + (others == value).sum() / 2) / len(others)
        assert values[title][1] == f"{int(share + 1e-9)}%"
    missing = next(title for title, one in indicators.items() if one.columns[0] == "turnout_percent")
    assert f"Missing: {missing}." in plain(bench.text("area_quality"))


def test_an_area_without_a_table_and_one_without_a_shape(bench: Bench) -> None:
    needs = pd.read_csv(bench.folder / "community_needs.csv")
    extra = needs.iloc[[0]].assign(ward_code="X05999999", ward_name="Drowned Ward")
    pd.concat([needs.iloc[1:], extra]).to_csv(bench.folder / "community_needs.csv", index=False)
    bench.read(bench.choices())
    bench.inspector.action.trigger()
    wards = QgsProject.instance().mapLayer(bench.session.choices.areas)
    bench.click(middle(next(f for f in wards.getFeatures() if f["ward_code"] == "X05000001")))
    assert bench.text("area_message") == (
        "Abbotsmead is on the map, but no table of need holds it, so it is not ranked."
    )
    bench.inspector.show_area(bench.session.data.basis.values.codes.get_loc("X05999999"))
    assert bench.text("area_name") == "Drowned Ward"
    assert "so it is not on the map" in plain(bench.text("area_notes"))
    assert plain(bench.text("area_deprivation")).endswith("not ranked, since a value is missing.")
    assert bench.text("area_category") == "No data: it lacks a rank, so it has no category."
    assert bands(bench) == []


def test_an_area_outside_the_districts_shown_says_so(made: Bench) -> None:
    made.session.edit("Districts", districts=("X07000001",))
    wait_until(lambda: made.session.shown().sum() < 150)
    row = next(row for row in made.rows().values() if row["district_code"] != "X07000001")
    made.click(middle(row))
    assert "This area is not in the districts that the map shows." in plain(made.text("area_notes"))


def test_without_data_it_says_what_to_do(bench: Bench) -> None:
    bench.inspector.action.trigger()
    assert bench.text("area_message").startswith("Nothing has been ranked yet. In the CNI Mapper panel, choose")
    bench.click(bench.canvas.extent().center())
    assert bench.text("area_message").startswith("Nothing has been ranked yet.")
    bench.session.begin_run(replace(bench.choices(), lookup=""))
    wait_until(lambda: bench.session.fault is not None)
    assert "look-up" in bench.text("area_message")
