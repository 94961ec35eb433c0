"""The inspector's page about a patch: a shape of the user's that fits no area."""

from __future__ import annotations

from html import escape

from qgis.core import QgsGeometry, QgsVectorLayer, QgsWkbTypes
from qgis.gui import QgsFilterLineEdit
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QShowEvent
from qgis.PyQt.QtWidgets import QAction, QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ..maps.patches import kept_patches
from ..messages import fault_text
from .area_facts import make_setting
from .area_words import caveat, index_words, obstacle, tr
from .inspector_parts import (
    Column,
    copy_text,
    make_button,
    make_heading,
    make_label,
    make_table,
    say,
    say_lines,
    scrolled,
)
from .patch import Patch
from .patch_facts import PatchFacts
from .patch_people import PeopleBox
from .patch_words import (
    area_words,
    category_rows,
    decile_rows,
    no_rank_words,
    patch_text,
    people_words,
    quality_words,
    shown_areas,
)
from .patch_work import PatchWork
from .session import Session


class PatchPanel(QWidget):
    """Takes a patch from the map, a selection or the kept ones, and shows what is known of it.

    asked: the position of an area that was clicked. taken: another patch, or none, is shown; the map is to follow.
    """

    asked = pyqtSignal(int)
    taken = pyqtSignal()

    def __init__(self, session: Session, draw: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.work = PatchWork(session, self)
        self._message = make_label("patch_message")
        self._details = self._make_details()
        content = Column()
        layout = QVBoxLayout(content)
        layout.addLayout(self._make_sources(draw))
        self.people = PeopleBox(session)
        self._add_labelled(layout, tr("Where people live"), self.people)
        layout.addWidget(self._message)
        self._stop = make_button("patch_stop", tr("Stop"), tr("Stop describing or keeping the patch"))
        self._stop.clicked.connect(self.work.stop)
        layout.addWidget(self._stop, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._details)
        layout.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(content))
        self.people.chosen.connect(lambda: self.work.live_by(self.people.people()))
        self.work.live_by(self.people.people())
        self.work.changed.connect(self.refresh)
        self.work.kept.connect(self._show_kept)
        for signal in (session.changed, session.work_changed):
            signal.connect(self._show_state)
        session.project.layersAdded.connect(self._show_kept)
        session.project.layersRemoved.connect(self._show_kept)

    def _make_sources(self, draw: QAction) -> QVBoxLayout:
        """Where a patch comes from."""
        button = make_button("patch_draw", draw.text(), draw.toolTip())
        button.setIcon(draw.icon())
        button.setCheckable(True)
        button.clicked.connect(draw.trigger)
        draw.toggled.connect(button.setChecked)
        tip = tr("Take the shapes that are selected in the active layer together as one patch")
        selected = make_button("patch_selected", tr("Use the selected shapes"), tip)
        selected.clicked.connect(self._take_selected)
        layout = QVBoxLayout()
        for widget in (button, selected):
            layout.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft)
        self._kept = QComboBox()
        self._kept.setSizeAdjustPolicy(self._kept.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._kept.setObjectName("cni_mapper_patch_kept")
        self._kept.activated[int].connect(self._take_kept)
        self._kept_label = self._add_labelled(layout, tr("Kept patches"), self._kept)
        return layout

    def _add_labelled(self, layout: QVBoxLayout, text: str, widget: QWidget) -> QLabel:
        label = QLabel(text)
        label.setBuddy(widget)
        widget.setAccessibleName(text)
        layout.addWidget(label)
        layout.addWidget(widget)
        return label

    def _make_details(self) -> QWidget:
        self._people_words = make_label("patch_people_words", bold=True)
        self._no_rank = make_label("patch_no_rank")
        self._categories = make_label("patch_categories")
        self._deciles = make_label("patch_deciles")
        self._areas = make_label("patch_areas")
        self._areas.linkActivated.connect(lambda link: self.asked.emit(int(link)))
        self._quality = make_label("patch_quality")
        box = QWidget()
        layout = QVBoxLayout(box)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._people_words)
        layout.addWidget(self._no_rank)
        self._results = []
        for text, part in (
            (tr("By category of the area they live in"), self._categories),
            (tr("By decile of the area they live in"), self._deciles),
            (tr("Areas they live in"), self._areas),
        ):
            self._results += [make_heading(text), part]
        for part in (*self._results, self._quality):
            layout.addWidget(part)
        layout.addLayout(self._make_keeping())
        return box

    def _make_keeping(self) -> QVBoxLayout:
        self._name = QgsFilterLineEdit()
        self._name.setObjectName("cni_mapper_patch_name")
        self._name.textChanged.connect(self._show_keeping)
        self._name.returnPressed.connect(self._keep_patch)
        self._keep = make_button("patch_keep", tr("Keep this patch"), "")
        self._keep.clicked.connect(self._keep_patch)
        copy = make_button("patch_copy", tr("Copy as text"), tr("Put all of this on the clipboard, to paste elsewhere"))
        copy.clicked.connect(self._copy)
        row = QHBoxLayout()
        row.addWidget(self._keep)
        row.addWidget(copy)
        row.addStretch(1)
        layout = QVBoxLayout()
        self._add_labelled(layout, tr("Name of the patch"), self._name)
        layout.addLayout(row)
        self._reason = make_label("patch_reason")
        layout.addWidget(self._reason)
        return layout

    def say(self, text: str) -> None:
        say(self._message, text)

    def put_away(self) -> None:
        """Stop what is going on."""
        self.work.take(None)

    # Taking a patch

    def take(self, patch: Patch | None) -> None:
        """Show another patch; None for none."""
        self._name.setText("" if patch is None else patch.name)
        self.work.take(patch)
        self._show_kept()
        self.taken.emit()

    def _take_selected(self) -> None:
        layer = self._session.iface.activeLayer()
        polygon = QgsWkbTypes.GeometryType.PolygonGeometry
        is_polygon = isinstance(layer, QgsVectorLayer) and layer.geometryType() == polygon
        shapes = [feature.geometry() for feature in layer.getSelectedFeatures()] if is_polygon else []
        if not shapes:
            self.say(
                tr("No shape is selected. Choose a layer in the Layers panel, then select one of its shapes, or more.")
            )
            return
        self.take(Patch(QgsGeometry.unaryUnion(shapes), layer.crs()))

    def _take_kept(self, number: int) -> None:
        found = {patch.name: patch for patch in kept_patches(self._session.project)}
        patch = found.get(self._kept.itemText(number))
        if patch is not None:
            self.take(Patch(patch.shape, patch.crs, patch.name))

    def _keep_patch(self) -> None:
        if self._keep.isEnabled():
            self.work.keep(self._name.text().strip())

    def _copy(self) -> None:
        patch = self.work.patch
        copy_text(patch_text(self.work.facts(), make_setting(self._session), patch.name or self._name.text().strip()))
        self.say(tr("Copied. Paste it where you need it."))

    # Showing it

    def refresh(self) -> None:
        """Show the patch there is; only while the page can be seen."""
        if not self.isVisible():
            return
        facts = self.work.facts() if self.work.patch is not None else None
        self.say(self._words(facts))
        self._stop.setVisible(self.work.is_busy)
        self._details.setVisible(facts is not None)
        if facts is not None:
            self._show_facts(facts)
            self._show_keeping()

    def _show_state(self) -> None:
        """What the session says of a patch, where the patch itself is as it was."""
        if self.isVisible() and self.work.patch is not None:
            self._show_keeping()
        elif self.isVisible():
            self.say(self._words(None))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_kept()
        self.refresh()

    def _words(self, facts: PatchFacts | None) -> str:
        work = self.work
        if work.fault is not None:
            return fault_text(work.fault)
        if work.is_busy:
            return tr("{words}…").format(words=work.words)
        if facts is not None:
            return tr("Kept as '{name}'.").format(name=work.patch.name) if work.patch.name else ""
        return obstacle(self._session) or tr(
            "Draw a patch on the map: click its corners, then right-click to end. Backspace takes back the last "
            "corner, Esc all of them."
        )

    def _show_facts(self, facts: PatchFacts) -> None:
        setting = make_setting(self._session)
        say(self._people_words, people_words(facts))
        say_lines(self._no_rank, [no_rank_words(), index_words(setting)])
        for part in self._results:
            part.setVisible(bool(facts.residents))
        heads = (tr("Category"), tr("Share"), tr("People"))
        self._categories.setText(make_table(heads, category_rows(facts, setting)))
        heads = (tr("Decile"), tr("Community need"), tr("Deprivation"))
        self._deciles.setText(make_table(heads, decile_rows(facts)))
        areas, more = shown_areas(facts)
        lines = [f"{_link(area.position, area.name)} – {escape(area_words(area, setting))}" for area in areas]
        self._areas.setText("<br>".join(filter(None, [*lines, escape(more)])))
        say_lines(self._quality, [quality_words(facts), caveat(setting)])

    def _show_kept(self, *_: object) -> None:
        """Offer the patches that the project keeps."""
        names = list(dict.fromkeys(patch.name for patch in kept_patches(self._session.project)))
        shown = "" if self.work.patch is None else self.work.patch.name
        self._kept.clear()
        self._kept.addItems(names)
        self._kept.setCurrentIndex(self._kept.findText(shown) if shown else -1)
        for part in (self._kept, self._kept_label):
            part.setVisible(bool(names))

    def _show_keeping(self) -> None:
        """Whether the patch can be kept, and why not."""
        work, reason = self.work, ""
        if work.destination() is None:
            reason = tr("To keep a patch, make the result layers first (page Results): it is saved beside them.")
        elif work.is_busy or self._session.is_busy:
            reason = tr("To keep a patch, wait until the work that is going on has ended.")
        elif not self._name.text().strip():
            reason = tr("To keep a patch, give it a name.")
        self._keep.setEnabled(not reason)
        self._keep.setToolTip(reason or tr("Save the patch beside the result, and show it as a layer of the project"))
        say(self._reason, reason)


def _link(position: int | None, name: str) -> str:
    return escape(name) if position is None else f"<a href='{position}'>{escape(name)}</a>"
