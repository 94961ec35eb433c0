"""How the cells of the tree of an index are drawn and edited."""

from __future__ import annotations

from collections.abc import Callable

from qgis.PyQt.QtCore import (
    QAbstractItemModel,
    QCoreApplication,
    QEvent,
    QModelIndex,
    QObject,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    pyqtSignal,
)
from qgis.PyQt.QtGui import QColor, QPainter, QPainterPath, QPalette, QPen
from qgis.PyQt.QtWidgets import (
    QApplication,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from .index_rows import Row
from .weighting import DECIMALS, Settling, WeightSpin

RowOf = Callable[[QModelIndex], Row]


def tr(text: str) -> str:
    return QCoreApplication.translate("IndexTree", text)


def _text_colour(option: QStyleOptionViewItem) -> QColor:
    """The colour that the style writes this cell's text in."""
    active = option.state & QStyle.StateFlag.State_Active
    group = QPalette.ColorGroup.Active if active else QPalette.ColorGroup.Inactive
    selected = option.state & QStyle.StateFlag.State_Selected
    return option.palette.color(group, QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.Text)


def _faint(colour: QColor, strength: float) -> QColor:
    faint = QColor(colour)
    faint.setAlphaF(strength)
    return faint


class Cell(QStyledItemDelegate):
    """A cell as high as a title of two lines, and as a box to type in, so that nothing jumps when one opens in it."""

    def __init__(self, parent: QObject, row_of: RowOf) -> None:
        super().__init__(parent)
        self.row_of = row_of

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        return QSize(super().sizeHint(option, index).width(), round(2.1 * option.fontMetrics.height()))

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex) -> QWidget | None:
        return None

    def draw_without_text(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex
    ) -> QStyleOptionViewItem:
        """Draw what lies under the text: selection and focus. Returns the option with the text that is left to draw."""
        drawn = QStyleOptionViewItem(option)
        self.initStyleOption(drawn, index)
        text, drawn.text = drawn.text, ""
        drawn.features &= ~QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator
        style = drawn.widget.style() if drawn.widget else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, drawn, painter, drawn.widget)
        drawn.text = text
        return drawn


class NameCell(Cell):
    """The title, which can be changed in place."""

    renamed = pyqtSignal(str, str)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex) -> QWidget:
        editor = QLineEdit(parent)
        editor.setObjectName("cni_mapper_index_name")
        editor.setAccessibleName(tr("New name of {part}").format(part=self.row_of(index).title))
        return editor

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        # Titles are longer than their column: the box lies over the row.
        room = QRect(option.rect)
        room.setRight(editor.parentWidget().width() - 1)
        editor.setGeometry(room)

    def setModelData(self, editor: QLineEdit, model: QAbstractItemModel, index: QModelIndex) -> None:
        row, title = self.row_of(index), editor.text().strip()
        if title and title != row.title:
            self.renamed.emit(row.id, title)


class BarCell(Cell):
    """A percentage with a bar under it. part_of: how much of the bar is filled, 0 to 1, None where there is none."""

    def __init__(self, parent: QObject, row_of: RowOf, part_of: Callable[[Row], float | None]) -> None:
        super().__init__(parent, row_of)
        self._part_of = part_of

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        drawn = self.draw_without_text(painter, option, index)
        part = self._part_of(self.row_of(index))
        room = QRectF(drawn.rect)
        high = drawn.fontMetrics.height()
        edge = high / 4
        room.adjust(edge, 0, -edge, 0)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = _text_colour(drawn)
        painter.setPen(colour)
        painter.setFont(drawn.font)
        if part is not None:
            thick = max(3.0, high / 5)
            track = QRectF(room.left(), room.bottom() - thick - high / 4, room.width(), thick)
            room.setBottom(track.top())
            self._draw_bar(painter, track, part, colour, drawn)
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, drawn.text)
        painter.restore()

    def _draw_bar(
        self, painter: QPainter, track: QRectF, part: float, colour: QColor, drawn: QStyleOptionViewItem
    ) -> None:
        filled = QRectF(track)
        filled.setWidth(track.width() * min(max(part, 0.0), 1.0))
        selected = drawn.state & QStyle.StateFlag.State_Selected
        fill = colour if selected else drawn.palette.color(QPalette.ColorRole.Highlight)
        painter.fillRect(track, _faint(colour, 0.2))
        painter.fillRect(filled, fill)


class LockCell(Cell):
    """A padlock, closed or open: unlike a box to tick it is seen in every theme."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        drawn = self.draw_without_text(painter, option, index)
        row = self.row_of(index)
        if not row.lockable:
            return
        high = 0.9 * drawn.fontMetrics.height()
        middle = QRectF(drawn.rect).center()
        body = QRectF(middle.x() - 0.35 * high, middle.y() - 0.05 * high, 0.7 * high, 0.5 * high)
        colour = _text_colour(drawn)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour if row.locked else _faint(colour, 0.5), high / 10))
        painter.drawPath(_shackle(body, 0.0 if row.locked else 0.15 * high))
        if row.locked:
            painter.setBrush(colour)
        painter.drawRoundedRect(body, high / 12, high / 12)
        painter.restore()

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: QModelIndex
    ) -> bool:
        # The tree changes locks, since the whole cell is to be pressed and not only where a tick would stand.
        return False


def _shackle(body: QRectF, gap: float) -> QPainterPath:
    """The bow over a padlock's body; with a gap its right end hangs free."""
    left, right = body.left() + body.width() / 6, body.right() - body.width() / 6
    bend, foot = right - left, body.top() - body.height() / 4 - gap / 2
    path = QPainterPath(QPointF(left, body.top()))
    path.lineTo(left, foot)
    path.arcTo(QRectF(left, foot - bend / 2, bend, bend), 180, -180)
    path.lineTo(right, body.top() - gap)
    return path


class WeightCell(Cell):
    """A weight that looks like the box it becomes when it is edited; plain text where it is fixed.

    moved(id, weight, final): the definition follows it and comes back through the tree; nothing is kept here.
    """

    moved = pyqtSignal(str, float, bool)

    def __init__(self, parent: QObject, row_of: RowOf) -> None:
        super().__init__(parent, row_of)
        self._settling = Settling(self)
        self._settling.moved.connect(self.moved)
        self._spin: WeightSpin | None = None
        self._start = ("", 0.0)
        self._has_moved = False

    @property
    def box(self) -> WeightSpin | None:
        """The box that is open."""
        return self._spin

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        drawn = self.draw_without_text(painter, option, index)
        fixed = bool(self.row_of(index).fixed)
        edge = drawn.fontMetrics.height() // 4
        box = QRect(drawn.rect).adjusted(2, edge // 2, -2, -edge // 2)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = _text_colour(drawn)
        if fixed:
            colour = _faint(colour, 0.7)
        else:
            colour = drawn.palette.color(QPalette.ColorRole.Text)
            painter.setPen(_faint(colour, 0.4))
            painter.setBrush(drawn.palette.color(QPalette.ColorRole.Base))
            painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 2, 2)
        painter.setPen(colour)
        painter.setFont(drawn.font)
        alignment = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(box.adjusted(edge, 0, -edge, 0), alignment, drawn.text)
        painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex) -> QWidget | None:
        row = self.row_of(index)
        if row.fixed or row.weight is None:
            return None
        spin = WeightSpin(parent)
        spin.setObjectName("cni_mapper_index_weight")
        spin.setAccessibleName(tr("Weight of {part}").format(part=row.title))
        spin.setAlignment(Qt.AlignmentFlag.AlignRight)
        spin.show_weight(row.weight, row.reach)
        spin.turned.connect(self._move)
        self._spin, self._start, self._has_moved = spin, (row.id, row.weight), False
        return spin

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        editor.setGeometry(option.rect)

    def _move(self, weight: float) -> None:
        id, before = self._start
        self._has_moved = True
        # The box rounds: what it opened with is told as it was.
        self._settling.move(id, before if weight == round(before, DECIMALS) else weight)

    def setEditorData(self, editor: WeightSpin, index: QModelIndex) -> None:
        self.refresh(self.row_of(index))

    def refresh(self, row: Row) -> None:
        """Bring the open box up to date, unless a move that is not yet computed is ahead of the row."""
        if self._spin is not None and row.id == self._start[0] and not self._settling.moving:
            self._spin.show_weight(row.weight or 0.0, row.reach)

    def setModelData(self, editor: WeightSpin, model: QAbstractItemModel, index: QModelIndex) -> None:
        editor.interpretText()
        self._settling.rest()

    def revert(self) -> None:
        """Tell that the weight is again what it was when the box opened."""
        moved = self._has_moved
        self.forget()
        if moved:
            self.moved.emit(*self._start, True)

    def forget(self) -> None:
        """Say no more about the box that is open."""
        self._settling.forget()
        self._has_moved = False

    def destroyEditor(self, editor: QWidget, index: QModelIndex) -> None:
        self._settling.rest()
        self._spin = None
        super().destroyEditor(editor, index)
