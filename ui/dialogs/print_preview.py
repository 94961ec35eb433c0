"""The preview of a page, as large as there is room for or as large as on paper."""

from __future__ import annotations

from qgis.PyQt.QtCore import QSize, Qt
from qgis.PyQt.QtGui import QImage, QPixmap, QResizeEvent
from qgis.PyQt.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from .words import tr

_NAME = "cni_mapper_print"
_INCHES_PER_METRE = 39.3701


class PagePreview(QWidget):
    """Shows a picture of a page; a line above says what is being done, or why there is no page."""

    def __init__(self) -> None:
        super().__init__()
        self._image = QImage()
        self.words = QLabel()
        self.words.setObjectName(f"{_NAME}_words")
        self.words.setWordWrap(True)
        # Two lines always, so that the page below stays where it is for most of what it says.
        self.words.setMinimumHeight(2 * self.words.fontMetrics().lineSpacing())
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._page = QLabel()
        self._page.setObjectName(f"{_NAME}_page")
        self._page.setAccessibleName(tr("The page as it will be printed"))
        self._page.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._area = QScrollArea()
        self._area.setObjectName(f"{_NAME}_scroll")
        self._area.setAccessibleName(tr("Preview"))
        self._area.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._area.setWidget(self._page)
        top = QHBoxLayout()
        top.addWidget(self.words, 1)
        self._zooms = QButtonGroup(self)
        for name, text, tip in (
            ("fit", tr("&Fit"), tr("The whole page, as large as there is room for")),
            ("full", tr("&100%"), tr("As large as on paper")),
        ):
            top.addWidget(self._zoom_button(name, text, tip))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(top)
        layout.addWidget(self._area, 1)
        self.say("")

    def _zoom_button(self, name: str, text: str, tip: str) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(f"{_NAME}_{name}")
        button.setToolTip(tip)
        button.setCheckable(True)
        button.setAutoDefault(False)
        button.setChecked(name == "fit")
        button.clicked.connect(lambda _: self._show())
        self._zooms.addButton(button)
        return button

    @property
    def _fits(self) -> bool:
        return self._zooms.checkedButton().objectName() == f"{_NAME}_fit"

    def say(self, words: str) -> None:
        """Say what is being done or what is wrong; the page that is shown stays."""
        self.words.setText(words)

    def show_page(self, image: QImage) -> None:
        self._image = image
        self._page.setEnabled(True)
        self._show()

    def empty(self) -> None:
        """Show no page."""
        self._image = QImage()
        self._show()

    def _show(self) -> None:
        for button in self._zooms.buttons():
            button.setEnabled(not self._image.isNull())
        if self._image.isNull():
            self._page.clear()
            self._page.resize(0, 0)
            return
        ratio = self.devicePixelRatioF()
        wanted = self._size() * ratio
        ways = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        shown = QPixmap.fromImage(self._image.scaled(wanted, *ways))
        shown.setDevicePixelRatio(ratio)
        self._page.setPixmap(shown)
        self._page.resize(shown.size() / ratio)

    def _size(self) -> QSize:
        """How large the page is shown, in pixels of the screen's own measure."""
        if self._fits:
            return self._area.maximumViewportSize()
        dots = self._image.dotsPerMeterX() / _INCHES_PER_METRE
        return self._image.size() * (self.logicalDpiX() / dots)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._image.isNull() and self._fits:
            self._show()
