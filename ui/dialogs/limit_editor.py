"""One limit: a box and a slider for how far down the ranks 'worst' goes, and what it means in words."""

from __future__ import annotations

import math
from dataclasses import dataclass

from qgis.PyQt.QtCore import QCoreApplication, QSignalBlocker, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QGridLayout, QLabel, QSlider, QWidget

from .quiet_wheel import QuietSlider
from .weighting import DECIMALS, WeightSpin

_PERCENT_STEP, _PERCENT_SLIDER = 0.5, 50.0
_STEPS = 100


def tr(text: str) -> str:
    return QCoreApplication.translate("LimitEditor", text)


@dataclass(frozen=True)
class LimitReach:
    """How far a limit goes: at most by typing, at most by its slider, and in what steps the slider moves."""

    most: float
    slider: float
    step: float


def percent_reach(value: float) -> LimitReach:
    """The reach of a limit in percent. The slider ends at half of the areas, unless the limit is beyond."""
    return LimitReach(100.0, 100.0 if value > _PERCENT_SLIDER else _PERCENT_SLIDER, _PERCENT_STEP)


def count_reach(value: float, ranked: int) -> LimitReach:
    """The reach of a limit that is a number of so many areas, in steps of 1, 2 or 5 times a power of ten."""
    half = math.ceil(ranked / 2)
    place = 10 ** max(math.floor(math.log10(max(half / _STEPS, 1))), 0)
    step = next(times * place for times in (1, 2, 5, 10) if times * place * _STEPS >= half)
    return LimitReach(float(ranked), float(ranked if value > half else half), float(step))


def percent_of(places: int, ranked: int) -> float:
    """The roundest percentage that is a limit of so many places among the areas ranked."""
    for decimals in range(DECIMALS + 1):
        unit = 10**decimals
        parts = -(-100 * places * unit // ranked)
        if parts * ranked // (100 * unit) == places:
            break
    return min(parts / unit, 100.0)


class LimitEditor(QWidget):
    """moved: the limit, each time that the user changes it. settled: a change has come to its end."""

    moved = pyqtSignal(float)
    settled = pyqtSignal()

    def __init__(self, name: str, label: str, parent: QWidget | None = None) -> None:
        """label: what the limit is on."""
        super().__init__(parent)
        self._step = _PERCENT_STEP
        self._shown: tuple[float, bool, LimitReach] | None = None
        self._box = self._make_box(f"{name}_box", label)
        self._slider = self._make_slider(f"{name}_slider", tr("{limit}, slider").format(limit=label))
        title = QLabel(label)
        title.setBuddy(self._box)
        title.setWordWrap(True)
        self._words = QLabel()
        self._words.setObjectName(f"{name}_words")
        self._words.setWordWrap(True)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(title, 0, 0)
        layout.addWidget(self._box, 0, 1, Qt.AlignmentFlag.AlignRight)
        layout.addWidget(self._slider, 1, 0, 1, 2)
        layout.addWidget(self._words, 2, 0, 1, 2)
        layout.setColumnStretch(0, 1)

    def _make_box(self, name: str, label: str) -> WeightSpin:
        box = WeightSpin()
        box.setObjectName(name)
        box.setAccessibleName(label)
        box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # Half a number typed is no limit yet.
        box.setKeyboardTracking(False)
        box.setToolTip(tr("How far down the ranks 'worst' goes. Type a number, or press the up and down arrows."))
        box.valueChanged.connect(self.moved)
        box.editingFinished.connect(self.settled)
        return box

    def _make_slider(self, name: str, label: str) -> QSlider:
        slider = QuietSlider(Qt.Orientation.Horizontal)
        slider.setObjectName(name)
        slider.setAccessibleName(label)
        slider.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        slider.setPageStep(10)
        slider.setToolTip(tr("Drag to see at once what another limit gives."))
        slider.valueChanged.connect(self._slid)
        slider.sliderReleased.connect(self.settled)
        return slider

    def show_limit(self, value: float, *, counted: bool, reach: LimitReach) -> None:
        """Show a limit without telling of it; text being typed stays while the limit does.

        counted: whether it is a number of areas, else a percentage.
        """
        blockers = [QSignalBlocker(part) for part in (self._box, self._slider)]
        self._step = reach.step
        if self._shown != (value, counted, reach) or self._box.value() != value:
            self._shown = (value, counted, reach)
            self._show_in_box(value, counted=counted, reach=reach)
        self._slider.setRange(1, math.ceil(reach.slider / reach.step))
        if not self._slider.isSliderDown():
            self._slider.setValue(round(value / reach.step))
        for blocker in blockers:
            blocker.unblock()

    def _show_in_box(self, value: float, *, counted: bool, reach: LimitReach) -> None:
        self._box.setDecimals(0 if counted else DECIMALS)
        self._box.setSuffix("" if counted else "%")
        self._box.setRange(1 if counted else 10.0**-DECIMALS, max(reach.most, value))
        self._box.setSingleStep(reach.step if counted else 1.0)
        self._box.setValue(value)

    def say(self, words: str) -> None:
        """What the limit means."""
        self._words.setText(words)
        self._words.setVisible(bool(words))

    def _slid(self, steps: int) -> None:
        self.moved.emit(min(steps * self._step, self._box.maximum()))
