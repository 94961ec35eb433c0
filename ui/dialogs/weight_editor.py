"""The weight of one domain or indicator, with a slider, and how the others give way to it."""

from __future__ import annotations

import math
from collections.abc import Collection

from qgis.PyQt.QtCore import QCoreApplication, QSignalBlocker, Qt, pyqtSignal
from qgis.PyQt.QtGui import QFont
from qgis.PyQt.QtWidgets import QCheckBox, QGridLayout, QLabel, QSizePolicy, QWidget

from ...core.index.definition import Definition
from .index_rows import Row, rows_of
from .quiet_wheel import QuietSlider
from .weighting import DECIMALS, Reach, Settling, WeightSpin, percent_text


def tr(text: str) -> str:
    return QCoreApplication.translate("WeightEditor", text)


class WeightEditor(QWidget):
    """Edits the weight of the part that is shown; it never changes a definition itself.

    weight_changed(id, weight, final): final is False while the weight is being moved. lock_changed(id, locked).
    rebalance_changed(on): whether the rest are to be shared out so that the total stays.
    """

    weight_changed = pyqtSignal(str, float, bool)
    lock_changed = pyqtSignal(str, bool)
    rebalance_changed = pyqtSignal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._given: tuple[Definition, str, Collection[str]] | None = None
        self._row: Row | None = None
        self._reach = Reach(0.0, 0.0, 1.0)
        self._settling = Settling(self)
        self._settling.moved.connect(self.weight_changed)
        self.setObjectName("cni_mapper_index_weight_editor")
        self._make_widgets()
        self._lay_out()
        self._show()

    def _make_widgets(self) -> None:
        self._title, self._share, self._reason = QLabel(), QLabel(), QLabel()
        bold = QFont()
        bold.setBold(True)
        self._title.setFont(bold)
        for label in (self._title, self._share, self._reason):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._slider = QuietSlider(Qt.Orientation.Horizontal)
        self._slider.setObjectName("cni_mapper_index_weight_slider")
        self._slider.setPageStep(10)
        self._slider.valueChanged.connect(self._slide)
        self._slider.sliderReleased.connect(self._settling.rest)
        self._spin = WeightSpin()
        self._spin.setObjectName("cni_mapper_index_weight_box")
        self._spin.turned.connect(self._type)
        self._spin.editingFinished.connect(self._settling.rest)
        self._lock = QCheckBox(tr("Lock this weight"))
        self._lock.setObjectName("cni_mapper_index_weight_lock")
        self._lock.clicked.connect(lambda on: self.lock_changed.emit(self._row.id, on))
        self._keep = QCheckBox(tr("Keep the total: share the rest out in proportion"))
        self._keep.setObjectName("cni_mapper_index_weight_rebalance")
        self._keep.setToolTip(
            tr("What this part gains, the unlocked others beside it lose, each in proportion to its weight")
        )
        self._keep.clicked.connect(self._change_rebalance)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.addWidget(self._title, 0, 0, 1, 2)
        grid.addWidget(self._slider, 1, 0)
        grid.addWidget(self._spin, 1, 1)
        grid.addWidget(self._share, 2, 0, 1, 2)
        grid.addWidget(self._keep, 3, 0, 1, 2)
        grid.addWidget(self._lock, 4, 0, 1, 2)
        # Last, so that what is pressed does not move away when a reason comes or goes.
        grid.addWidget(self._reason, 5, 0, 1, 2)
        grid.setColumnStretch(0, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def show_part(self, definition: Definition, id: str, locked: Collection[str]) -> None:
        """Show the weight of a part, "" for none. A weight that is being moved stays as it is."""
        if self._row is not None and self._row.id != id:
            self._settling.rest()
        self._given = (definition, id, frozenset(locked))
        self._show()

    def rebalance(self) -> bool:
        """Whether the total is to be kept."""
        return self._keep.isChecked()

    def set_rebalance(self, on: bool) -> None:
        """Tick or untick keeping the total, without telling of it."""
        self._keep.setChecked(on)
        self._show()

    def _change_rebalance(self, on: bool) -> None:
        self._show()
        self.rebalance_changed.emit(on)

    def _show(self) -> None:
        row = parent = None
        if self._given is not None:
            definition, id, locked = self._given
            rows = rows_of(definition, locked, {}, self.rebalance())
            row = rows.get(id)
            parent = rows.get(row.parent) if row is not None else None
        self._row = row
        if row is None:
            self._show_nothing()
        else:
            self._show_words(row, parent)
            self._show_weight(row)

    def _show_nothing(self) -> None:
        self._title.setText(tr("Choose a domain or an indicator to change its weight."))
        for widget in (self._slider, self._spin, self._share, self._lock, self._reason):
            widget.hide()

    def _show_words(self, row: Row, parent: Row | None) -> None:
        self._title.setText(tr("Weight of '{part}'").format(part=row.title))
        self._share.setText(self._share_text(row, parent))
        self._share.show()
        self._lock.show()
        self._reason.setText(row.fixed)
        self._reason.setVisible(bool(row.fixed))
        self._slider.setAccessibleName(tr("Weight of {part}, slider").format(part=row.title))
        self._spin.setAccessibleName(tr("Weight of {part}").format(part=row.title))
        for widget in (self._slider, self._spin):
            widget.setToolTip(row.fixed)
        self._lock.setToolTip(
            tr("A locked weight stays when the others are shared out again") if row.lockable else row.fixed
        )

    def _share_text(self, row: Row, parent: Row | None) -> str:
        if row.share is None:
            return tr("Share of the index: known once the index is computed")
        share = percent_text(row.share, self.locale())
        if parent is None or not parent.share:
            return tr("Share of the index: {share}").format(share=share)
        within = percent_text(row.share / parent.share, self.locale())
        return tr("Share of the index: {share} ({within} of '{domain}')").format(
            share=share, within=within, domain=parent.title
        )

    def _show_weight(self, row: Row) -> None:
        for widget in (self._slider, self._spin):
            widget.setVisible(row.weight is not None)
            widget.setEnabled(not row.fixed)
        self._lock.setEnabled(row.lockable)
        self._lock.setChecked(row.locked)
        # A move not yet computed may be ahead of the definition that is shown: the hand is right.
        if not self._settling.moving and not self._slider.isSliderDown():
            self._reach = row.reach
            self._spin.show_weight(row.weight or 0.0, row.reach)
            self._place_slider(row.weight or 0.0)

    def _place_slider(self, weight: float) -> None:
        blocker = QSignalBlocker(self._slider)
        self._slider.setMaximum(max(1, math.ceil(self._reach.slider / self._reach.step - 1e-9)))
        self._slider.setValue(round(weight / self._reach.step))
        blocker.unblock()

    def _slide(self, position: int) -> None:
        at_end = position == self._slider.maximum()
        weight = self._reach.slider if at_end else round(position * self._reach.step, DECIMALS)
        self._spin.show_weight(weight, self._reach)
        self._settling.move(self._row.id, weight, held=self._slider.isSliderDown())

    def _type(self, weight: float) -> None:
        self._place_slider(weight)
        self._settling.move(self._row.id, weight)
