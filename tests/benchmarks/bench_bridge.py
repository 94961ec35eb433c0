"""cni:bridge alone: a table of output areas carried to wards, without reading or writing files."""

from __future__ import annotations

import made_up
import numpy as np
import pandas as pd
from common import MILLI, Figure, hand_over, load_plugin, medians

load_plugin()

from cni_mapper.core.data.bridge import Travel, bridge  # noqa: E402
from cni_mapper.core.data.chain import chain  # noqa: E402
from cni_mapper.core.data.links import read_links  # noqa: E402
from cni_mapper.core.data.tables import Origin, code_table  # noqa: E402

ROWS, WARDS, SPLIT = 239_000, 8_400, 20
RUNS = 5
ORIGIN = Origin("TABLE", "table", "")
TRAVEL = Travel(("people", "homes"), ("rate",), ("kind",))
HOW = (
    "239,000 made-up output areas, 5% of them in two wards, every value as text: find and check the codes, read the "
    "look-up, sum two counts, average one rate, one kind by majority. The bound is a pandas merge of the two tables "
    "and a groupby sum of the two counts and the rate, without codes checked, quality or report."
)
CHAIN = "The look-up of output areas to wards, joined to one of wards to districts; both as text."


def table() -> pd.DataFrame:
    random = np.random.default_rng(made_up.SEED)
    people = random.integers(100, 500, ROWS)
    columns = {"people": people, "homes": people // 2, "rate": np.round(random.random(ROWS), 4)}
    kinds = np.array(["rural", "town", "urban"])[random.integers(0, 3, ROWS)]
    return pd.DataFrame({"oa21_code": made_up.codes(ROWS, "E00"), **columns, "kind": kinds}).astype(str)


def lookup() -> pd.DataFrame:
    random = np.random.default_rng(made_up.SEED + 1)
    wards = made_up.codes(WARDS, "E05").to_numpy()
    whole = pd.DataFrame({"oa21_code": made_up.codes(ROWS, "E00"), "ward24_code": wards[np.arange(ROWS) % WARDS]})
    second = whole[::SPLIT].assign(ward24_code=wards[random.integers(0, WARDS, len(whole[::SPLIT]))])
    both = pd.concat([whole, second], ignore_index=True)
    return both.assign(residents=random.integers(50, 400, len(both)).astype(str))


def districts() -> pd.DataFrame:
    return pd.DataFrame(
        {"ward24_code": made_up.codes(WARDS, "E05"), "lad24_code": [f"E07{i % 300:06d}" for i in range(WARDS)]}
    )


class Job:
    """The work on the made-up tables, and its lower bound."""

    def __init__(self) -> None:
        self._table, self._lookup, self._districts = table(), lookup(), districts()

    def _links(self, frame: pd.DataFrame, start: str, end: str, weight: str | None) -> object:
        return read_links(frame, ORIGIN, from_column=start, to_column=end, weight_column=weight)

    def carry(self) -> None:
        links = self._links(self._lookup, "oa21_code", "ward24_code", "residents")
        bridge(code_table(self._table, ORIGIN), links, TRAVEL)

    def join(self) -> None:
        first = self._links(self._lookup, "oa21_code", "ward24_code", "residents")
        chain(first, self._links(self._districts, "ward24_code", "lad24_code", None))

    def bare(self) -> None:
        numbers = self._table.astype({"people": float, "homes": float, "rate": float})
        merged = self._lookup.astype({"residents": float}).merge(numbers, on="oa21_code")
        share = merged["residents"] / merged.groupby("oa21_code")["residents"].transform("sum")
        merged[["people", "homes"]] = merged[["people", "homes"]].mul(share, axis=0)
        merged.groupby("ward24_code")[["people", "homes", "rate"]].sum()


def main() -> None:
    job = Job()
    carried, joined, bare = medians([job.carry, job.join, job.bare], RUNS)
    hand_over(
        [
            Figure(
                "Bridge, 239,000 rows", MILLI * carried, "ms", HOW, MILLI * bare, "merge and groupby", "measured", 2000
            ),
            Figure("Chain, 239,000 rows", MILLI * joined, "ms", CHAIN),
        ]
    )


main()
