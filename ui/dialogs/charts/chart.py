"""What every chart does: it is painted once into a picture, says what it shows, and can be saved or copied."""

from __future__ import annotations

from qgis.PyQt.QtCore import QEvent, QPoint, QPointF, QRectF, QSizeF, Qt, pyqtSignal
from qgis.PyQt.QtGui import QContextMenuEvent, QHelpEvent, QPainter, QPaintEvent, QPen, QPixmap
from qgis.PyQt.QtWidgets import QSizePolicy, QToolTip, QWidget

from .export import make_menu
from .painting import Look, screen_look

_LOOKS = (
    QEvent.Type.PaletteChange,
    QEvent.Type.FontChange,
    QEvent.Type.StyleChange,
    QEvent.Type.EnabledChange,
)


class Chart(QWidget):
    """A chart that is read with the eye, the pointer, the keyboard or a screen reader.

    A subclass draws itself in `draw`, what changes with pointer and keyboard in `draw_marks`, and gives its words.
    failed: a fault in saving, in words. done: what was saved or copied, in words.
    """

    failed = pyqtSignal(str)
    done = pyqtSignal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture: QPixmap | None = None
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)

    def draw(self, painter: QPainter, area: QRectF, look: Look) -> None:
        """Paint the chart into the area, whose background is there already."""
        raise NotImplementedError

    def draw_marks(self, painter: QPainter, area: QRectF, look: Look) -> None:
        """Paint what only a screen shows: the place of the pointer or of the keyboard."""

    def words(self) -> str:
        """All that the chart says, for a screen reader and for the file."""
        return ""

    def words_at(self, point: QPointF) -> str:
        """What the chart says about a point of it, as a tooltip."""
        return self.words()

    def look(self) -> Look:
        return screen_look(self)

    def area(self) -> QRectF:
        return QRectF(self.rect())

    def redraw(self) -> None:
        """To be called whenever what is shown has changed."""
        self._picture = None
        self.setAccessibleDescription(self.words())
        self.updateGeometry()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self.look()
        painter = QPainter(self)
        painter.drawPixmap(QPoint(0, 0), self._painted(look))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.draw_marks(painter, self.area(), look)
        if self.hasFocus():
            painter.setPen(QPen(look.accent, 2))
            painter.drawRect(self.area().adjusted(1, 1, -1, -1))

    def _painted(self, look: Look) -> QPixmap:
        wanted = (QSizeF(self.size()) * look.scale).toSize()
        if self._picture is None or self._picture.size() != wanted:
            picture = QPixmap(wanted)
            picture.setDevicePixelRatio(look.scale)
            picture.fill(look.page)
            painter = QPainter(picture)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self.draw(painter, self.area(), look)
            painter.end()
            self._picture = picture
        return self._picture

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            return self._tell(event)
        return super().event(event)

    def _tell(self, event: QHelpEvent) -> bool:
        words = self.words_at(QPointF(event.pos()))
        if words:
            QToolTip.showText(event.globalPos(), words, self)
        else:
            QToolTip.hideText()
            event.ignore()
        return True

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in _LOOKS:
            self._picture = None
            self.updateGeometry()
            self.update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        make_menu(self).popup(self.mapToGlobal(self.rect().center()) if by_key else event.globalPos())
