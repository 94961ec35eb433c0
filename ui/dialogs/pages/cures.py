"""What may help where the codes of two tables do not meet: buttons that are seen only then."""

from __future__ import annotations

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ....core.errors import CniError
from ...maps.choices import Choices
from ...tasks import open_algorithm
from ..words import tr

_YEARS = ("codes_of_another_year", "codes_do_not_match", "lookup_columns_not_found")
_NOT_NEEDED = "lookup_not_needed"


class Cures(QWidget):
    """Buttons for the fault at hand. leave_out: the look-up is to be left blank."""

    leave_out = pyqtSignal()

    def __init__(self) -> None:
        super().__init__()
        self._choices: Choices | None = None
        self._join = self._button(
            "join",
            tr("Join two look-ups…"),
            tr("Makes one look-up of two: LSOAs of 2021 to LSOAs of 2011, and LSOAs of 2011 to wards, for example"),
            self._open_join,
        )
        self._carry = self._button(
            "carry",
            tr("Carry the table to other areas…"),
            tr("Makes a table by the areas or the year that you need, by a look-up from one to the other"),
            self._open_carry,
        )
        self._leave = self._button(
            "leave_out", tr("Leave the look-up blank"), tr("The table is by the areas themselves"), self.leave_out.emit
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for button in (self._join, self._carry, self._leave):
            layout.addWidget(button)

    def _button(self, name: str, text: str, words: str, call: object) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(f"cni_mapper_deprivation_{name}")
        button.setToolTip(words)
        button.clicked.connect(lambda _: call())
        return button

    def show_for(self, fault: CniError | None, choices: Choices) -> None:
        """Show what may cure a fault; nothing where there is none that this could cure."""
        self._choices = choices
        code = "" if fault is None else fault.code
        self._join.setVisible(code in _YEARS)
        self._carry.setVisible(code in _YEARS)
        self._leave.setVisible(code == _NOT_NEEDED)
        self.setVisible(code in (*_YEARS, _NOT_NEEDED))

    def _open_join(self) -> None:
        """The look-up at hand mostly leads to the right areas, and lacks the step before."""
        open_algorithm("cni:chainlookups", {"SECOND": self._choices.lookup} if self._choices.lookup else {})

    def _open_carry(self) -> None:
        open_algorithm("cni:bridge", {"TABLE": self._choices.deprivation})
