"""Parts of the Indices of Deprivation, made again from their published indicators and sub-domain ranks.

The limits are the agreement that the published figures allow: indicators are published rounded.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from builders import definition, group, published
from test_factor import CLOSE, independent_loadings

from cni_mapper.core.data.tables import Origin, Table, code_table, read_csv
from cni_mapper.core.index.diagnostics import diagnose
from cni_mapper.core.index.engine import compute
from cni_mapper.core.index.library import find_definition
from cni_mapper.core.index.values import gather

# Indicators in the order of the shipped definitions: years of life lost, illness and disability, acute morbidity, mood.
HEALTH = {
    "2019": ([0.8575, 0.9492, 0.8094, 0.5452], [0.2712, 0.3003, 0.2560, 0.1725]),
    "2025": ([0.8043, 0.9841, 0.7440, 0.8192], [0.2400, 0.2936, 0.2220, 0.2444]),
}
INDICATORS = {"2019": "imd_2019_indicators_lsoa11.csv.gz", "2025": "imd_2025_indicators_lsoa21.csv.gz"}
CODES = {"2019": "lsoa11_code", "2025": "lsoa21_code"}
PARTS = {
    "education": {"children_young_people_rank": 1 / 2, "adult_skills_rank": 1 / 2},
    "barriers_housing_services": {"geographical_barriers_rank": 1 / 2, "wider_barriers_rank": 1 / 2},
    "living_environment": {"indoors_rank": 2 / 3, "outdoors_rank": 1 / 3},
}


def read(path: Path, code_column: str) -> Table:
    return code_table(read_csv(path), Origin("TABLES", path.name, str(path)), code_column=code_column)


def published_column(data: Path, file: str, column: str, codes: pd.Index) -> np.ndarray:
    return pd.read_csv(data / file, index_col=0)[column].reindex(codes).to_numpy(dtype=float)


def rebuilt(data: Path, name: str, year: str):
    wanted = find_definition(f"iod-{year}-{name}")
    return compute(wanted, gather(wanted, [read(data / INDICATORS[year], CODES[year])]))


def largest(difference: np.ndarray) -> float:
    return float(np.abs(difference).max())


class TestHealth:
    def test_ranks_of_2019(self, reference_data):
        result = rebuilt(reference_data, "health", "2019")
        wanted = published_column(reference_data, "imd_2019_lsoa11.csv.gz", "health_rank", result.codes)
        assert result.n == 32844
        assert largest(result.rank - wanted) <= 18
        assert np.abs(result.rank - wanted).mean() < 0.85
        np.testing.assert_array_equal(result.domains["health"].rank, result.rank)

    def test_scores_of_2025(self, reference_data):
        result = rebuilt(reference_data, "health", "2025")
        scores = published_column(reference_data, "imd_2025_lsoa21.csv", "health_score", result.codes)
        ranks = published_column(reference_data, "imd_2025_lsoa21.csv", "health_rank", result.codes)
        assert result.n == 33755
        assert largest(result.score - scores) <= 0.0035
        assert largest(result.rank - ranks) <= 42

    @pytest.mark.parametrize("year", ["2019", "2025"])
    def test_loadings_and_weights(self, reference_data, year):
        result = rebuilt(reference_data, "health", year)
        part = result.domains["health"]
        loadings, weights = HEALTH[year]
        np.testing.assert_allclose(part.factor.loadings, loadings, atol=5.1e-5)
        # The weights written down were made from loadings already rounded.
        np.testing.assert_allclose(part.weights, weights, atol=1e-4)
        assert not part.factor.heywood.any()
        (told,) = diagnose(result)
        assert told.variance_explained == pytest.approx(np.square(loadings).mean(), abs=1e-4)

    @pytest.mark.parametrize("year", ["2019", "2025"])
    def test_an_independent_program_finds_the_same_loadings(self, reference_data, year):
        part = rebuilt(reference_data, "health", year).domains["health"]
        scores = np.column_stack([one.scores for one in part.indicators])
        np.testing.assert_allclose(part.factor.loadings, independent_loadings(scores), atol=CLOSE)


class TestBarriers:
    def test_geographical_barriers_of_2019(self, reference_data):
        result = rebuilt(reference_data, "geographical-barriers", "2019")
        file = "imd_2019_subdomains_lsoa11.csv.gz"
        wanted = published_column(reference_data, file, "geographical_barriers_rank", result.codes)
        assert result.n == 32844
        assert largest(result.rank - wanted) <= 73
        assert np.abs(result.rank - wanted).mean() < 5.1


class TestDomainsFromSubDomains:
    @pytest.mark.parametrize("name", list(PARTS))
    def test_ranks_of_2019(self, reference_data, name):
        parts = [published(column, weight, kind="rank") for column, weight in PARTS[name].items()]
        wanted = definition(group(name, *parts))
        subdomains = read(reference_data / "imd_2019_subdomains_lsoa11.csv.gz", "lsoa11_code")
        result = compute(wanted, gather(wanted, [subdomains]))
        ranks = published_column(reference_data, "imd_2019_lsoa11.csv.gz", f"{name}_rank", result.codes)
        assert result.n == 32844
        assert largest(result.domains[name].rank - ranks) <= 2
        assert largest(result.rank - ranks) <= 2
