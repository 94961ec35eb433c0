"""What the tree of an index and the editor of one weight share: numbers as text, how far weights go, moving values."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from qgis.PyQt.QtCore import QCoreApplication, QLocale, QObject, QSignalBlocker, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import QDoubleSpinBox, QWidget

from ...core.index.definition import Definition, Domain
from ...core.index.editing import largest_weight
from .quiet_wheel import QuietWheel

DECIMALS = 3
MOST = 1_000_000.0
_TIMES_THE_LARGEST = 4
_SETTLED_AFTER_MS = 600


def tr(text: str) -> str:
    return QCoreApplication.translate("Weighting", text)


def number_text(value: float, locale: QLocale) -> str:
    """A weight as text, without noughts at its end: 1, 0.225."""
    plain = QLocale(locale)
    plain.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
    text = plain.toString(float(value), "f", DECIMALS)
    point = plain.decimalPoint()
    return text.rstrip(plain.zeroDigit()).rstrip(point) if point in text else text


def percent_text(share: float, locale: QLocale) -> str:
    """A share of 0 to 1 as text with at most one decimal: 33.3%, 50%."""
    return number_text(round(100 * share, 1), locale) + locale.percent()


@dataclass(frozen=True)
class Reach:
    """How far a weight can be moved: at most by typing, at most by a slider, and in what steps."""

    most: float
    slider: float
    step: float


def reach_of(beside: Mapping[str, float], id: str, locked: Collection[str], rebalance: bool) -> Reach:
    """The reach of a weight among its siblings' weights. Where the total is kept it ends with the total.

    Otherwise a slider reaches four times the largest of the others, so that its end stays while it moves.
    """
    if rebalance:
        room = largest_weight(beside, id, locked)
        return Reach(room, room, _step(room))
    others = max((weight for other, weight in beside.items() if other != id), default=0.0)
    slider = max(beside[id], _TIMES_THE_LARGEST * others or 1.0)
    return Reach(MOST, slider, _step(slider))


def _step(slider: float) -> float:
    """About a hundredth of the way, as 1, 2 or 5 of a decimal place."""
    if slider <= 0:
        return 10.0**-DECIMALS
    place = 10.0 ** math.floor(math.log10(slider / 100))
    step = next(times * place for times in (5, 2, 1) if times * place <= slider / 100 * (1 + 1e-9))
    return max(step, 10.0**-DECIMALS)


def why_fixed(
    definition: Definition,
    parent: Domain | None,
    beside: Mapping[str, float],
    id: str,
    locked: Collection[str],
    rebalance: bool,
) -> str:
    """Why a weight cannot be moved, in words; empty where it can. parent: the part's domain. beside: its siblings."""
    title = definition.title if parent is None else parent.title
    if parent is not None and parent.indicators and parent.combine.weights == "factor":
        return tr(
            "The weights in '{domain}' are worked out from the data, by factor analysis. To set them yourself, "
            "give this domain equal weights or weights of your own."
        ).format(domain=title)
    if len(beside) == 1:
        return tr("It is the only part of '{domain}', so it always counts in full.").format(domain=title)
    if id in locked:
        return tr("Locked. Unlock it to change its weight.")
    free = any(other != id and other not in locked for other in beside)
    if rebalance and (not free or not largest_weight(beside, id, locked)):
        return tr(
            "The other parts of '{domain}' are locked, so this weight cannot change while the total is kept. "
            "Unlock one of them, or do not keep the total."
        ).format(domain=title)
    return ""


class WeightSpin(QuietWheel, QDoubleSpinBox):
    """A box for a weight. The wheel turns it only while it has the focus, since it stands in pages that scroll."""

    turned = pyqtSignal(float)
    """Another weight, by typing or turning. valueChanged comes with Enter too, where nothing has changed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDecimals(DECIMALS)
        self.setMaximum(MOST)
        self._known = self.value()
        self.valueChanged.connect(self._turn)

    def textFromValue(self, value: float) -> str:
        return number_text(value, self.locale())

    def show_weight(self, weight: float, reach: Reach) -> None:
        """Show a weight without telling of it; text being typed stays as long as it says the same."""
        blocker = QSignalBlocker(self)
        self.setMaximum(max(reach.most, weight))
        self.setSingleStep(5 * reach.step)
        if round(weight, DECIMALS) != round(self.value(), DECIMALS):
            self.setValue(weight)
        self._known = round(self.value(), DECIMALS)
        blocker.unblock()

    def _turn(self, weight: float) -> None:
        # Steps leave their dust behind the decimals.
        weight = round(weight, DECIMALS)
        if weight != self._known:
            self._known = weight
            self.turned.emit(weight)


class Settling(QObject):
    """Tells of a weight while it moves, and once more when it has come to rest."""

    moved = pyqtSignal(str, float, bool)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._last: tuple[str, float] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SETTLED_AFTER_MS)
        self._timer.timeout.connect(self.rest)

    @property
    def moving(self) -> bool:
        return self._last is not None

    def move(self, id: str, weight: float, held: bool = False) -> None:
        """Tell of a move. held: it rests only when `rest` is called, as when a slider is let go."""
        self._last = (id, weight)
        if held:
            self._timer.stop()
        else:
            self._timer.start()
        self.moved.emit(id, weight, False)

    def rest(self) -> None:
        """Tell of the last move as final, if one has not rested yet."""
        last, self._last = self._last, None
        self._timer.stop()
        if last is not None:
            self.moved.emit(*last, True)

    def forget(self) -> None:
        """Let the last move never have rested."""
        self._last = None
        self._timer.stop()
