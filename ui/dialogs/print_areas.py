"""Which areas of a result a page shows, and what a person does where there are none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

import numpy as np
import pandas as pd

from ..algorithms.look import District
from ..maps.layouts.page import Focus, PrintedResult
from ..maps.print_choices import CLICKED, DISTRICTS, SELECTED, PrintChoices
from .words import tr


def district_keys(result: PrintedResult) -> np.ndarray:
    """(n_areas,) the code of each area's district, its name where it has no code, blank where it has neither."""
    keys = pd.Series("", index=result.table.index, dtype=object)
    for column in ("district_code", "district_name"):
        if column in result.table:
            keys = keys.mask(keys == "", result.table[column].astype(object).fillna(""))
    return keys.to_numpy()


def districts_of(result: PrintedResult) -> tuple[District, ...]:
    """The districts of a result by name; none where it names none."""
    keys = [str(key) for key in district_keys(result)]
    names = result.table["district_name"].fillna("") if "district_name" in result.table else keys
    called = dict(zip(keys, names))
    found = [District(key, str(called[key] or key), count) for key, count in Counter(keys).items() if key]
    return tuple(sorted(found, key=lambda district: district.name.casefold()))


def chosen_areas(
    result: PrintedResult, choices: PrintChoices, selected: Collection[str], clicked: str
) -> tuple[Focus, str]:
    """The areas of a page, and why there are none in words, blank where there are.

    selected: codes of the areas selected on the map. clicked: code of the one last clicked, blank for none.
    """
    codes, why = result.table["area_code"], ""
    focus = np.ones(len(codes), dtype=bool)
    if choices.areas == DISTRICTS and choices.districts:
        focus = np.isin(district_keys(result).astype(str), choices.districts)
        why = tr("The districts ticked are not in this result. Tick others, or press 'Show all'.")
    elif choices.areas == SELECTED:
        focus = codes.isin(selected).to_numpy(dtype=bool)
        why = tr("No area is selected. Select some in a layer of the result, on the map.")
    elif choices.areas == CLICKED:
        focus = (codes == clicked).to_numpy(dtype=bool)
        why = tr("No area has been clicked. Press 'Inspect an area' in the panel and click one on the map.")
        if clicked:
            why = tr("The area last clicked ({code}) is not in this result. Click another.").format(code=clicked)
    return focus, "" if focus.any() else why
