"""What a reader of a PDF finds in it: words and where they are, fonts, pictures and colours (poppler's programs)."""

from __future__ import annotations

import re
import subprocess
import unicodedata
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from page_ink import pixels
from qgis.PyQt.QtCore import QPointF, QRectF
from qgis.PyQt.QtGui import QImage

MM = 25.4 / 72


@dataclass(frozen=True)
class Word:
    text: str
    box: QRectF
    """mm from the top left of the page."""


def run(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout


def plain(text: str) -> str:
    """A text without the ligatures and hard spaces that a PDF may write in place of others, with single spaces."""
    return " ".join(unicodedata.normalize("NFKC", text).split())


def words(pdf: Path, page: int = 1) -> list[Word]:
    """Every word of a page, in the order in which it is drawn."""
    text = run("pdftotext", "-bbox", "-f", str(page), "-l", str(page), str(pdf), "-")
    text = re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", "", text[text.index("<html") :])
    root = ET.fromstring(text.replace(' xmlns="http://www.w3.org/1999/xhtml"', ""))
    found = []
    for word in root.iter("word"):
        left, top, right, bottom = (float(word.attrib[side]) * MM for side in ("xMin", "yMin", "xMax", "yMax"))
        found.append(Word(word.text or "", QRectF(left, top, right - left, bottom - top)))
    return found


def words_in(found: list[Word], box: QRectF) -> str:
    """The words whose middle lies in a rectangle, as one text with single spaces."""
    inside = [word.text for word in found if box.contains(QPointF(word.box.center()))]
    return plain(" ".join(inside))


def page_size(pdf: Path) -> tuple[float, float]:
    """Width and height of the first page in mm."""
    size = re.search(r"Page size:\s+([\d.]+) x ([\d.]+) pts", run("pdfinfo", str(pdf)))
    return float(size[1]) * MM, float(size[2]) * MM


def fonts_not_embedded(pdf: Path) -> list[str]:
    """A sentence for each font that another computer may lack, and one where there is no real text at all."""
    rows = run("pdffonts", str(pdf)).splitlines()[2:]
    # name, type, encoding, emb, sub, uni, object ID: names and types hold spaces, the last five columns do not.
    kinds = [(row.split()[0], row.split()[-5], row) for row in rows]
    faults = [f"font {name} is not embedded" for name, embedded, _ in kinds if embedded != "yes"]
    faults += [f"font {name} is drawn as shapes (Type 3)" for name, _, row in kinds if "Type 3" in row]
    return faults or ([] if kinds else ["the PDF has no text, only shapes"])


def pictures(pdf: Path) -> list[str]:
    """The raster pictures in a PDF, one text each."""
    return [" ".join(row.split()) for row in run("pdfimages", "-list", str(pdf)).splitlines()[2:]]


@dataclass(frozen=True)
class Raster:
    """A page as dots. dots: (height, width) of 0xRRGGBB. per_mm: dots in a mm.

    complaints: what the reader has to say against the file itself: a sound one gives it no cause.
    """

    dots: np.ndarray
    per_mm: float
    complaints: tuple[str, ...]

    def part(self, box: QRectF) -> np.ndarray:
        """The dots in a rectangle given in mm."""
        left, top, right, bottom = (
            max(round(side * self.per_mm), 0) for side in (box.left(), box.top(), box.right(), box.bottom())
        )
        return self.dots[top:bottom, left:right]


def raster(pdf: Path, folder: Path, per_inch: int = 150) -> Raster:
    """A PDF's first page as its reader draws it, without smoothed edges, so that fills have their exact colours."""
    target = folder / f"{pdf.stem}-page"
    plain_edges = ["-aa", "no", "-aaVector", "no"]
    command = ["pdftoppm", "-r", str(per_inch), "-png", "-singlefile", *plain_edges, str(pdf), str(target)]
    said = subprocess.run(command, check=True, capture_output=True, encoding="utf-8", errors="replace").stderr
    found = pixels(QImage(f"{target}.png")).astype(np.uint32)
    dots = found[:, :, 2] << 16 | found[:, :, 1] << 8 | found[:, :, 0]
    return Raster(dots, per_inch / 25.4, tuple(sorted(set(said.splitlines()))))
