"""The page of cni:example. Imported only when the algorithm runs."""

from __future__ import annotations

from datetime import datetime, timezone
from pathlib import Path
from typing import Any

import numpy as np
from qgis.core import QgsProcessingContext, QgsProcessingFeedback, QgsVectorLayer
from qgis.PyQt.QtCore import QCoreApplication, QThread

from ...core.errors import CniError
from ..maps.layouts.export import check_page_file
from ..maps.layouts.page import OVERLAY, PageChoices
from ..maps.layouts.result import read_result
from ..maps.result_layer import Destination
from ..settings import read_settings
from .base import Steps
from .printmap_steps import PageInput, print_page

_TEMPLATE = "a4_portrait"


def note_pdf(algorithm: Any, parameters: dict[str, Any], context: QgsProcessingContext) -> Path | None:
    """Where the page goes; None where none is asked for. Raises the faults of `check_page_file`."""
    given = algorithm.parameterAsFileOutput(parameters, "PDF", context)
    if not given:
        return None
    path = Path(given).absolute()
    check_page_file(path)
    return path


def print_example(destination: Destination, output: Path, feedback: QgsProcessingFeedback) -> None:
    """Print the saved result of the example on a page. Raises `page_in_background` away from the main thread."""
    if QThread.currentThread() != QCoreApplication.instance().thread():
        raise CniError("page_in_background", name=output.name)
    layer = QgsVectorLayer(destination.uri(), destination.table, destination.provider)
    result = read_result(layer)
    today = datetime.now(timezone.utc).astimezone().date()
    choices = PageChoices(_TEMPLATE, OVERLAY, today, colours=read_settings().colours)
    print_page(PageInput(result, np.ones(len(result.table), dtype=bool), choices, output), Steps(feedback), feedback)
