"""The dock in the real QGIS on a virtual screen: opening, a weight moved, a district chosen."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import made_up
from common import ROOT, Figure, hand_over, load_plugin, reference_data

load_plugin()

LSOAS = 33_755
MOVED = (
    "In the real QGIS, a result on the map: the weight of a domain moves, timed to the last attribute of the "
    "preview layer, drawing switched off. The bound is two argsorts and one whole number written into every row of a "
    "layer in memory. Median of 15 moves."
)
LONGEST = "The longest pause of QGIS's event loop while those 15 weights were moved."
OPEN = "From the click on the menu to the panel on the screen, for the first time: the imports of pandas included."
START = "What QGIS itself records as the time to load and start the plugin."
FOCUS = "England's wards shown as a what-if, a district chosen: timed until the map of that district has been drawn."


def grid(path: Path) -> None:
    """Squares of 1 km with the codes of made-up LSOAs."""
    import geopandas
    from shapely.geometry import box

    corners = [(1000 * (k % 184), 1000 * (k // 184)) for k in range(LSOAS)]
    squares = [box(x, y, x + 1000, y + 1000) for x, y in corners]
    codes = made_up.codes(LSOAS, "E01")
    frame = geopandas.GeoDataFrame({"lsoa21_code": codes}, geometry=squares, crs="EPSG:27700")
    frame.to_file(path, layer="lsoas", driver="GPKG")


def made_up_case(folder: Path) -> dict[str, str]:
    grid(folder / "lsoas.gpkg")
    made_up.need_ranks(LSOAS, "E01").to_csv(folder / "needs.csv", index=False)
    scores = made_up.deprivation(made_up.codes(LSOAS, "E01")).rename("imd_score")
    scores.rename_axis("lsoa21_code").reset_index().to_csv(folder / "scores.csv", index=False)
    return {
        "name": "lsoas",
        "areas": str(folder / "lsoas.gpkg"),
        "table": str(folder / "needs.csv"),
        "deprivation": str(folder / "scores.csv"),
        "lookup": "",
        "definition": "cni-2023",
        "part": "civic_assets",
        "output": str(folder / "lsoas_result.gpkg"),
    }


def ward_case(data: Path, folder: Path) -> dict[str, str]:
    return {
        "name": "wards",
        "areas": str(data / "wards_2017.gpkg"),
        "table": str(data / "cni_2019_ward17.csv"),
        "deprivation": str(data / "imd_2019_lsoa11.csv.gz"),
        "lookup": str(data / "oa11_to_ward17_estimated.csv.gz"),
        "definition": "cni-2019",
        "part": "civic_assets",
        "output": str(folder / "wards_result.gpkg"),
    }


def play(cases: list[dict[str, str]], folder: Path) -> dict[str, object]:
    """The times that dock_figures.py writes down."""
    subprocess.run(["make", "package"], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    known = {"DOCK_CASES": json.dumps(cases), "DOCK_TIMES": str(folder / "times.json"), "LIMIT": "300"}
    environment = {key: value for key, value in os.environ.items() if key != "QGIS_CUSTOM_CONFIG_PATH"}
    command = [
        str(ROOT / "tests/desktop/desktop.sh"),
        str(ROOT / "tests/benchmarks/dock_figures.py"),
        str(folder / "out"),
    ]
    done = subprocess.run(command, env={**environment, **known}, stdout=subprocess.PIPE, text=True, check=False)
    if done.returncode:
        sys.exit(f"the desktop run failed: {done.stdout}")
    return json.loads((folder / "times.json").read_text(encoding="utf-8"))


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder, data = Path(name), reference_data()
        cases = [made_up_case(folder), *([ward_case(data, folder)] if data else [])]
        times = play(cases, folder)
    figures = [
        Figure("Panel opens for the first time", times["open"], "ms", OPEN, holds="measured", target=1000),
        Figure("QGIS starts the plugin", times["start"], "ms", START, holds="measured", target=50),
    ]
    for key, words, target in (("wards", "7,433 wards", 100), ("lsoas", "33,755 LSOAs", 450)):
        if key in times:
            case = times[key]
            name = f"Weight moved to the last preview attribute, {words}"
            bound = "argsorts and one column written"
            figures.append(Figure(name, case["moved"], "ms", MOVED, case["bare"], bound, "measured", target))
            longest = f"Longest block while weights move, {words}"
            figures.append(Figure(longest, case["longest"], "ms", LONGEST, holds="measured", target=100))
    if "focus" in times:
        figures.append(
            Figure("District of England chosen and drawn", times["focus"], "ms", FOCUS, holds="measured", target=500)
        )
    hand_over(figures)


main()
