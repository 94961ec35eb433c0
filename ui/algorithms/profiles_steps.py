"""The steps of cni:profiles. Imported only when the algorithm runs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

import numpy as np
from qgis.core import (
    QgsPrintLayout,
    QgsProcessingContext,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingFeedback,
    QgsProject,
)

from ...core.errors import CniError, notice
from ..maps.file_names import file_names
from ..maps.layouts.export import PdfPages
from ..maps.layouts.page import OVERLAY, PageChoices
from ..maps.layouts.profile_page import ProfilePage
from ..maps.layouts.profile_patch import Patches, PatchPage, read_patches
from ..maps.output_file import check_file, check_folder, folder_written_aside
from ..maps.patches import NAME
from ..messages import notice_text
from ..settings import COLOURS
from .base import Steps, tell, tr
from .overlap import OverlapAlgorithm
from .overlap_steps import OverlapInput, describe, note_overlap
from .result_input import ResultInput, note_result

_PDF = ".pdf"
_OF_OVERLAP = {
    "PATCHES": "TARGET",
    "PATCH_NAME": "TARGET_NAME",
    **{name: name for name in ("POINTS", "POINTS_CODE", "POINTS_POPULATION", "BY_LAND_AREA")},
    **{name: name for name in ("LOOKUP", "LOOKUP_FROM", "LOOKUP_TO", "LOOKUP_WEIGHT")},
}
"""Our parameters by what cni:overlap calls them, which knows where people of a patch live."""
_DESCRIBING = 0.6
"""What `describe` takes of the whole."""
_NAMED = 8


@dataclass(frozen=True, eq=False)
class ProfilesInput:
    """What cni:profiles was given. rows: of the areas that get a page, in the order of the pages.

    overlap: what tells where the people of the patches live; None without patches. is_folder: whether `output` is one.
    """

    given: ResultInput
    rows: list[int]
    overlap: OverlapInput | None
    choices: PageChoices
    patch_template: str
    output: Path
    is_folder: bool


@dataclass(frozen=True, eq=False)
class Page:
    """One page to be made. make: gives the layout, which the next page may change. cut: texts that did not fit."""

    name: str
    key: str
    make: Callable[[], QgsPrintLayout]
    cut: Callable[[], list[str]]


def note_profiles(algorithm: Any, parameters: dict[str, Any], context: QgsProcessingContext) -> ProfilesInput:
    """Read the parameters and the result; refuse at once what cannot be written.

    Raises `page_format` and the faults of `check_file`, `check_folder`, `note_result` and `note_overlap`.
    """
    output = Path(algorithm.parameterAsFileOutput(parameters, "OUTPUT", context)).absolute()
    is_folder = _is_folder(output)
    (check_folder if is_folder else check_file)(output)
    given = note_result(algorithm, parameters, context)
    overlap = _note_patches(algorithm, parameters, context)
    return ProfilesInput(
        given=given,
        rows=_rows(given) if overlap is None or not given.focus.all() else [],
        overlap=overlap,
        choices=PageChoices(
            template=algorithm.parameterAsString(parameters, "TEMPLATE", context).strip(),
            theme=OVERLAY,
            made_on=datetime.now(timezone.utc).astimezone().date(),
            colours=COLOURS[algorithm.parameterAsEnum(parameters, "COLOURS", context)],
        ),
        patch_template=algorithm.parameterAsString(parameters, "PATCH_TEMPLATE", context).strip(),
        output=output,
        is_folder=is_folder,
    )


def _is_folder(output: Path) -> bool:
    """Whether the name is of a folder. Raises `page_format` for one with another ending."""
    if output.is_dir() or not output.suffix:
        return True
    if output.suffix.lower() != _PDF:
        raise CniError("page_format", name=output.name, endings=[_PDF])
    return False


def _note_patches(algorithm: Any, parameters: dict[str, Any], context: QgsProcessingContext) -> OverlapInput | None:
    if parameters.get("PATCHES") in (None, ""):
        return None
    asked = {theirs: parameters[ours] for ours, theirs in _OF_OVERLAP.items() if ours in parameters}
    source = algorithm.parameterAsSource(parameters, "PATCHES", context)
    if not asked.get("TARGET_NAME") and source is not None and source.fields().lookupField(NAME) >= 0:
        asked["TARGET_NAME"] = NAME
    result = parameters["RESULT"]
    # People of a patch are looked for in all areas, not only in those that get a page.
    asked["RESULT"] = result.source if isinstance(result, QgsProcessingFeatureSourceDefinition) else result
    return note_overlap(OverlapAlgorithm().create(), asked, context)


def _rows(given: ResultInput) -> list[int]:
    """The rows of the focus, by district and name."""
    table = given.result.table

    def key(row: int) -> tuple[str, str, str]:
        names = (table[column].iloc[row] for column in ("district_name", "area_name", "area_code"))
        district, area, code = ("" if name is None or name != name else str(name).casefold() for name in names)
        return district, area, code

    return sorted((int(row) for row in np.flatnonzero(given.focus)), key=key)


def print_profiles(noted: ProfilesInput, steps: Steps, feedback: QgsProcessingFeedback) -> dict[str, Any]:
    """Make the pages and write them; every page that is written is let go of before the next."""
    project, share = QgsProject.instance(), 1.0
    pages: list[Page] = []
    if noted.overlap is not None:
        patches = _describe_patches(noted.overlap, steps, feedback)
        pages += _patch_pages(noted, patches, project, feedback)
        share -= _DESCRIBING
    if noted.rows:
        pages += _area_pages(noted, project, feedback)
    steps.start(tr("Writing the pages"), share)
    cut = _write_folder(noted, pages, steps) if noted.is_folder else _write_file(noted, pages, steps)
    if cut:
        items = [*cut[:_NAMED], *(["…"] if len(cut) > _NAMED else [])]
        tell(feedback, "page_texts_shortened", notice_text(notice("page_texts_shortened", items=items)))
    return {"OUTPUT": str(noted.output), "PAGES": len(pages)}


def _describe_patches(overlap: OverlapInput, steps: Steps, feedback: QgsProcessingFeedback) -> Patches:
    frame, notices = describe(overlap, steps)
    for note in notices:
        tell(feedback, note.code, notice_text(note))
    return read_patches(overlap.target.source, overlap.target.rows.name, frame)


def _area_pages(noted: ProfilesInput, project: QgsProject, feedback: QgsProcessingFeedback) -> list[Page]:
    made = ProfilePage(noted.given.result, noted.choices, project)
    for note in made.notices:
        tell(feedback, note.code, notice_text(note))
    source = made.source

    def page(row: int) -> Page:
        return Page(str(source.names[row]), str(source.codes[row]), lambda: made.show(row), lambda: made.cut)

    return [page(row) for row in noted.rows]


def _patch_pages(
    noted: ProfilesInput, patches: Patches, project: QgsProject, feedback: QgsProcessingFeedback
) -> list[Page]:
    made = PatchPage(noted.given.result, patches, replace(noted.choices, template=noted.patch_template), project)
    for note in made.notices:
        tell(feedback, note.code, notice_text(note))

    def page(number: int) -> Page:
        name = str(patches.frame["target_name"].iloc[number])
        return Page(name, "", lambda: made.show(number), lambda: made.cut)

    return [page(number) for number in range(len(patches.frame))]


def _write_file(noted: ProfilesInput, pages: list[Page], steps: Steps) -> list[str]:
    """All pages in one PDF. Returns the texts that did not fit whole."""
    cut: list[str] = []
    title = pages[0].name if len(pages) == 1 else tr("Area profiles: {index}").format(index=_index(noted))
    with PdfPages(noted.output, title) as file:
        for i, page in enumerate(pages):
            steps.within(i / len(pages))
            file.add(page.make())
            cut += page.cut()
    return cut


def _write_folder(noted: ProfilesInput, pages: list[Page], steps: Steps) -> list[str]:
    """A PDF for each page. Returns the texts that did not fit whole."""
    cut: list[str] = []
    with folder_written_aside(noted.output) as folder:
        names = file_names([f"{page.name} {page.key}".strip() for page in pages], _PDF)
        for i, (page, name) in enumerate(zip(pages, names)):
            steps.within(i / len(pages))
            with PdfPages(folder / name, page.name) as file:
                file.add(page.make())
            cut += page.cut()
    return cut


def _index(noted: ProfilesInput) -> str:
    return str(noted.given.result.record["short"])
