"""What is worth knowing about the codes of a layer, with every code of it behind a button."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.gui import QgsMessageViewer
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ....core.errors import Notice, notice
from ...messages import listed, notice_text
from ..parts import note
from ..words import tr

_FEW = 3
_NAMES = ("table", "left", "name")


class NoticeList(QWidget):
    """A paragraph for each notice, and 'Details'. Seen only while there are some."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self._details = ""
        self._words = note(f"cni_mapper_{page}_notices")
        self._button = QPushButton(tr("Details…"))
        self._button.setObjectName(f"cni_mapper_{page}_details")
        self._button.setToolTip(tr("Every code that this is about, to copy"))
        self._button.clicked.connect(self._show_details)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._words)
        layout.addWidget(self._button, 0, Qt.AlignmentFlag.AlignLeft)

    def show_notices(self, notices: Sequence[Notice], more: Sequence[str] = ()) -> None:
        """Show notices. more: paragraphs that only the details have."""
        text = "\n".join(notice_text(_naming(one, _FEW)) for one in notices)
        self._words.setText(text)
        self._words.setVisible(bool(text))
        self._details = "\n\n".join([*more, *(notice_text(_naming(one)) for one in notices)])
        self.setVisible(bool(self._details))

    def _show_details(self) -> None:
        viewer = QgsMessageViewer(self)
        # It would otherwise be gone before `exec` has returned.
        viewer.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        viewer.setTitle(tr("Details"))
        viewer.setMessageAsPlainText(self._details)
        viewer.exec()
        viewer.deleteLater()


def notices_about(notices: Sequence[Notice], names: Sequence[str]) -> list[Notice]:
    """The notices about one of several tables or layers, but for what a page says in its own words."""
    about = [one for one in notices if any(one.context.get(key) in names for key in _NAMES)]
    return [one for one in about if one.code != "weight_found"]


def _naming(one: Notice, count: int | None = None) -> Notice:
    """A notice that names so many codes; every one of them when `count` is None."""
    codes = one.context.get("codes")
    if not isinstance(codes, list):
        return one
    return notice(one.code, **{**one.context, "codes": listed(codes, len(codes) if count is None else count)})
