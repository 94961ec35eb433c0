"""Prints the pages of docs/gallery through the packaged plugin. Usage: gallery.py PLUGIN.zip REFERENCE_DATA"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from demo import packaged

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "gallery"
LONGER_SIDE, COLOURS, MOST_BYTES = 1500, 160, 300_000
HULL, SCARBOROUGH, ISLE_OF_WIGHT = (f"\"district_code\" = '{code}'" for code in ("E06000010", "E07000168", "E06000046"))
NORTH_EAST = "E12000001"
PAGES = {
    "hull_triptych": ("england", "a3_triptych", "overlay", HULL),
    "north_east_overlay": ("england", "a3_landscape", "overlay", NORTH_EAST),
    "hull_bivariate": ("england", "a4_portrait", "bivariate", HULL),
    "scarborough_deprivation": ("england", "a3_portrait", "imd", SCARBOROUGH),
    "isle_of_wight_engaged_community": ("england", "a4_landscape", "engaged_community", ISLE_OF_WIGHT),
    "sampleshire_triptych": ("sample", "a3_triptych", "overlay", ""),
}
"""By name of the picture: result, template, theme and focus (a region's code for its districts)."""


def results(call: Callable[..., dict[str, object]], data: Path, folder: Path) -> dict[str, object]:
    """The two results that the pages show: England's wards, and the sample."""
    england = call(
        "cni:map",
        AREAS=f"{data / 'wards_2017.gpkg'}|layername=wards_2017",
        TABLES=data / "cni_2019_ward17.csv",
        DEFINITION="cni-2019",
        DEPRIVATION=data / "imd_2019_lsoa11.csv.gz",
        LOOKUP=data / "oa11_to_ward17_estimated.csv.gz",
        OUTPUT=folder / "england.gpkg",
    )
    sample = call("cni:example", OUTPUT=folder / "sample.gpkg")
    return {"england": england["OUTPUT"], "sample": sample["OUTPUT"]}


def districts(data: Path, region: str) -> str:
    """An expression for the districts of a region."""
    rows = (data / "la_to_region.csv").read_text(encoding="utf-8").splitlines()
    codes = sorted({row.split(",")[1] for row in rows if f",{region}," in row})
    return '"district_code" IN ({})'.format(", ".join(f"'{code}'" for code in codes))


def picture(page: Path, target: Path) -> None:
    """A page as a small PNG: fewer colours, which a map of flat fills does not show."""
    raw = page.with_suffix("")
    subprocess.run(["pdftoppm", "-png", "-singlefile", "-scale-to", str(LONGER_SIDE), str(page), str(raw)], check=True)
    shrink = ["convert", f"{raw}.png", "+dither", "-colors", str(COLOURS), "-strip", f"PNG8:{target}"]
    subprocess.run(shrink, check=True)
    if target.stat().st_size > MOST_BYTES:
        sys.exit(f"{target.name} has {target.stat().st_size:,} bytes: at most {MOST_BYTES:,}")


def main(plugin: Path, data: Path) -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as made, packaged(plugin) as call:
        sources = results(call, data, Path(made))
        for name, (result, template, theme, focus) in PAGES.items():
            page = Path(made, f"{name}.pdf")
            wanted = {"FOCUS": districts(data, focus) if focus == NORTH_EAST else focus} if focus else {}
            call("cni:printmap", RESULT=sources[result], TEMPLATE=template, THEME=theme, OUTPUT=page, **wanted)
            picture(page, FOLDER / f"{name}.png")
            print(f"{name}.png: {(FOLDER / f'{name}.png').stat().st_size:,} bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
