"""What all algorithms share: names, help, faults as sentences, progress and cancel. Imports nothing heavy."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
)
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtGui import QIcon

from ..compat import install_command, missing_packages

if TYPE_CHECKING:
    from ...core.errors import CniError

RESOURCES = Path(__file__).parents[2] / "resources"


def tr(text: str) -> str:
    return QCoreApplication.translate("Algorithms", text)


def help_file(name: str) -> Path:
    """The help text of that name, in the language of the interface where there is one."""
    # A translation names its folder here, so that help and interface are always in one language.
    translated = RESOURCES / "help" / tr("en") / f"{name}.html"
    return translated if translated.is_file() else RESOURCES / "help" / f"{name}.html"


def tell(feedback: QgsProcessingFeedback, code: str, text: str) -> None:
    """Tell the user a notice: as information or as a warning, by its code."""
    from ..messages import INFORMATION

    if code in INFORMATION:
        feedback.pushInfo(text)
    else:
        feedback.pushWarning(text)


def lacking(packages: list[str]) -> CniError:
    """The fault of packages that Python cannot find."""
    from ...core.errors import CniError

    names = [name.partition(".")[0] for name in packages]
    return CniError("packages_missing", packages=", ".join(names), command=install_command(names))


class Steps:
    """Progress through an algorithm, and where it stops when the user cancels.

    Each part of the work has its share of the whole; `within` reports inside the present one.
    """

    def __init__(self, feedback: QgsProcessingFeedback) -> None:
        self._feedback = feedback
        self._done = 0.0
        self._share = 0.0

    def start(self, text: str, share: float) -> None:
        """Begin a part that is `share` (0 to 1) of the whole. Raises `cancelled`."""
        self._done += self._share
        self._share = share
        self._feedback.setProgressText(text)
        self.within(0.0)

    def within(self, fraction: float) -> None:
        """Report the fraction done of the present part. Raises `cancelled`."""
        if self._feedback.isCanceled():
            from ...core.errors import CniError

            raise CniError("cancelled")
        self._feedback.setProgress(100 * min(1.0, self._done + self._share * fraction))


class CniAlgorithm(QgsProcessingAlgorithm):
    """Base of the plugin's algorithms. Subclasses set ID and TITLE (marked for translation), and write `note` and
    `compute`.

    `note` runs in the thread of the project and may look at it; `compute` may not.
    """

    ID = ""
    TITLE = ""
    ON_MAIN_THREAD = False

    def flags(self) -> QgsProcessingAlgorithm.Flag:
        known = super().flags()
        return known | QgsProcessingAlgorithm.Flag.FlagNoThreading if self.ON_MAIN_THREAD else known

    def name(self) -> str:
        return self.ID

    def displayName(self) -> str:
        return tr(self.TITLE)

    def createInstance(self) -> CniAlgorithm:
        return type(self)()

    def icon(self) -> QIcon:
        return QIcon(str(RESOURCES / "icons" / "cni_mapper.svg"))

    def shortHelpString(self) -> str:
        # Joined to one line, since QGIS makes a paragraph of every line.
        return " ".join(help_file(self.ID).read_text(encoding="utf-8").split())

    def prepareAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> bool:
        missing = missing_packages()
        if missing:
            from ..messages import fault_text

            raise QgsProcessingException(fault_text(lacking(missing)))
        self._in_words(lambda: self.note(parameters, context, feedback))
        return True

    def processAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        return self._in_words(lambda: self.compute(parameters, context, feedback))

    def note(self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> None:
        raise NotImplementedError

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        raise NotImplementedError

    @staticmethod
    def _in_words(work: Callable[[], Any]) -> Any:
        """Do the work; a fault becomes the sentence the user reads."""
        from ...core.errors import CniError
        from ..messages import fault_text

        try:
            return work()
        except CniError as fault:
            raise QgsProcessingException(fault_text(fault)) from None
        except ModuleNotFoundError as fault:
            # scipy and geopandas are looked for only where an index or a measure needs them.
            raise QgsProcessingException(fault_text(lacking([fault.name]))) from None

    def given(self, parameters: dict[str, Any], name: str, context: QgsProcessingContext) -> str | None:
        """A text or field parameter, None when blank."""
        return self.parameterAsString(parameters, name, context).strip() or None
