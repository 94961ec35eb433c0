"""What is to be chosen for a printed page: one field below the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from qgis.core import QgsMapLayer, QgsProject
from qgis.gui import QgsFileWidget
from qgis.PyQt.QtCore import QSignalBlocker, pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QFileDialog, QFormLayout, QLabel, QLineEdit, QWidget

from ..algorithms.look import District
from ..maps.groups import THEME
from ..maps.layouts.keep_page import PAGE
from ..maps.layouts.page import PrintedResult
from ..maps.print_choices import DISTRICTS, PrintChoices, is_own_template
from .calm import CalmCombo
from .pages.district_list import DistrictList
from .print_areas import districts_of
from .print_results import Printable
from .print_words import area_names, colour_names, label_names, template_names
from .words import tr

_NAME = "cni_mapper_print"
_OWN = "own"
"""Data of the entry that asks for a template."""
TRIPTYCH = "a3_triptych"


class PrintForm(QWidget):
    """Shows choices and lets the user change them. changed: `choices` are others than before."""

    changed = pyqtSignal()

    def __init__(self, project: QgsProject) -> None:
        super().__init__()
        self._project = project
        self.choices = PrintChoices()
        self._found: tuple[District, ...] = ()
        self._form = QFormLayout(self)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._result = self._combo("result", tr("&Which result"), ())
        self._theme = self._combo("theme", tr("&Map shows"), ())
        self._template = self._combo("template", tr("&Page"), template_names())
        self._template.addItem(tr("Your own template…"), _OWN)
        self._areas = self._combo("areas", tr("A&reas"), area_names())
        self._districts = DistrictList(f"{_NAME}_areas")
        self._districts.chosen.connect(lambda keys: self._edit(districts=keys))
        self._form.addRow(self._districts)
        self._title = self._line("title", tr("&Title"))
        self._subtitle = self._line("subtitle", tr("Su&btitle"))
        self._notes = self._line("notes", tr("&Notes"))
        self._labels = self._combo("labels", tr("&Labels"), label_names())
        self._base_map = self._combo("base_map", tr("Map &underneath"), ())
        self._logo = self._make_logo()
        self._reference = self._line("reference", tr("R&eference number"))
        self._colours = self._combo("colours", tr("&Colours"), colour_names())
        self._words = self._uses()
        self._why = ""
        self._lacks: dict[QWidget, str] = {}
        self._show_state()

    # Making

    def _combo(self, name: str, label: str, entries: Sequence[tuple[str, str]]) -> CalmCombo:
        combo = CalmCombo(f"{_NAME}_{name}", label.replace("&", ""))
        for data, text in entries:
            combo.addItem(text, data)
        combo.activated.connect(lambda _: self._picked(name, combo.currentData()))
        self._form.addRow(label, combo)
        return combo

    def _line(self, name: str, label: str) -> QLineEdit:
        line = QLineEdit()
        line.setObjectName(f"{_NAME}_{name}")
        line.setAccessibleName(label.replace("&", ""))
        line.setClearButtonEnabled(True)
        line.textEdited.connect(lambda text: self._edit(**{name: text}))
        # The button that clears a line does not count as an edit.
        line.textChanged.connect(lambda text: text or self._edit(**{name: ""}))
        self._form.addRow(label, line)
        return line

    def _make_logo(self) -> QgsFileWidget:
        file = QgsFileWidget()
        file.setObjectName(f"{_NAME}_logo")
        file.setFilter(tr("Pictures (*.svg *.png *.jpg *.jpeg)"))
        file.setDialogTitle(tr("Choose a logo"))
        file.lineEdit().setObjectName(f"{_NAME}_logo_path")
        file.lineEdit().setAccessibleName(tr("Logo"))
        file.fileChanged.connect(lambda path: self._edit(logo=path.strip()))
        label = QLabel(tr("L&ogo"))
        label.setBuddy(file.lineEdit())
        self._form.addRow(label, file)
        return file

    def _uses(self) -> dict[QWidget, str]:
        """What each field is for."""
        return {
            self._result: tr("The project holds several results: which of them to print"),
            self._theme: tr("What the colours of the map stand for"),
            self._template: tr("The size of the paper and what stands where on it"),
            self._areas: tr("Which areas the page shows and counts; ranks stay as they are"),
            self._title: tr("Left blank, the title is what you see here in grey"),
            self._subtitle: tr("Left blank, the finding in one sentence"),
            self._notes: tr("A sentence of your own, printed with the sources"),
            self._labels: tr("Automatic: names where most of them have room, else numbers that a list explains"),
            self._base_map: tr("A layer of this project that is drawn under the areas"),
            self._logo: tr("A picture for the corner of the page, where the template has a place for one"),
            self._reference: tr("Printed in small type, such as the number of the agenda item"),
            self._colours: tr("Grey is for black-and-white printers"),
        }

    def _show_state(self) -> None:
        """Switch the fields on or off; either way a tooltip says what one is for, or why it cannot be used."""
        for part, words in self._words.items():
            why = self._why or self._lacks.get(part, "")
            part.setEnabled(not why)
            part.setToolTip(why or words)

    def allow(self, why_not: str) -> None:
        """Whether there is anything to choose for. why_not: blank when there is."""
        self._why = why_not
        self._show_state()

    # Showing

    def show_choices(self, choices: PrintChoices) -> None:
        """Show choices as they are; nothing is told of it."""
        self.choices = choices
        for combo, value in (
            (self._result, choices.result),
            (self._theme, choices.theme),
            (self._areas, choices.areas),
            (self._labels, choices.labels),
            (self._base_map, choices.base_map),
            (self._colours, choices.colours),
        ):
            combo.setCurrentIndex(max(combo.findData(value), 0))
        for line in (self._title, self._subtitle, self._notes, self._reference):
            text = getattr(choices, line.objectName()[len(_NAME) + 1 :])
            if line.text() != text:
                with QSignalBlocker(line):
                    line.setText(text)
        with QSignalBlocker(self._logo):
            self._logo.setFilePath(choices.logo)
        self._show_template()
        self._show_areas()

    def _show_template(self) -> None:
        """The template chosen, in an entry of its own where it is the user's."""
        template = self.choices.template
        own = self._template.count() - 1
        if is_own_template(template) and self._template.findData(template) < 0:
            self._template.insertItem(own, Path(template).name, template)
        self._template.setCurrentIndex(max(self._template.findData(template), 0))
        self.show_maps(3 if template == TRIPTYCH else 1)

    def show_maps(self, count: int) -> None:
        """How many maps the page has: with three there is nothing to choose for them."""
        why = tr("This page shows three maps: community need, deprivation, and both. Choose another page for one map.")
        self._lacks[self._theme] = why if count > 1 else ""
        self._show_state()

    def _show_areas(self) -> None:
        self._districts.setVisible(self.choices.areas == DISTRICTS)

    def offer_results(self, results: Sequence[Printable]) -> None:
        """List the results; the field is there only where there is a choice."""
        self._offer(self._result, [(one.layer, one.name) for one in results], self.choices.result)
        label = self._form.labelForField(self._result)
        for part in (self._result, label):
            part.setVisible(len(results) > 1)

    def offer(self, result: PrintedResult, themes: Sequence[tuple[str, str]]) -> None:
        """Offer what a result holds. themes: ids and titles; of a result without the theme chosen, the first is."""
        if self.choices.theme not in dict(themes):
            self.choices = replace(self.choices, theme=themes[0][0])
        self._offer(self._theme, themes, self.choices.theme)
        self._found = districts_of(result)
        self._districts.show_districts(self._found, self.choices.districts, tr("This result names no districts."))

    def offer_base_maps(self) -> None:
        """List the layers of the project that may lie under the areas."""
        layers = sorted(base_maps(self._project), key=lambda layer: layer.name().casefold())
        entries = [("", tr("None")), *((layer.id(), layer.name()) for layer in layers)]
        self._offer(self._base_map, entries, self.choices.base_map)
        why = tr("This project has no layer to put underneath, such as a street map. Add one in QGIS.")
        self._lacks[self._base_map] = "" if layers else why
        self._show_state()

    @staticmethod
    def _offer(combo: QComboBox, entries: Sequence[tuple[str, str]], chosen: str) -> None:
        if [(combo.itemData(i), combo.itemText(i)) for i in range(combo.count())] != list(entries):
            combo.clear()
            for data, text in entries:
                combo.addItem(text, data)
        combo.setCurrentIndex(max(combo.findData(chosen), 0))

    def hint(self, title: str, subtitle: str) -> None:
        """Show in grey what the page says where a text is left blank."""
        for line, text in ((self._title, title), (self._subtitle, subtitle)):
            if not line.text():
                line.setPlaceholderText(text)

    # Editing

    def _picked(self, name: str, value: Any) -> None:
        if name == "template" and value == _OWN:
            self._ask_template()
        else:
            self._edit(**{name: value})

    def _ask_template(self) -> None:
        start = str(Path(self.choices.template).parent) if is_own_template(self.choices.template) else ""
        words = tr("Choose a template"), start, tr("Layout templates of QGIS (*.qpt)")
        path, _ = QFileDialog.getOpenFileName(self, *words)
        if path:
            self._edit(template=path)
        self._show_template()

    def _edit(self, **changes: Any) -> None:
        choices = replace(self.choices, **changes)
        if choices == self.choices:
            return
        self.choices = choices
        if "template" in changes:
            self._show_template()
        if "areas" in changes:
            self._show_areas()
        if "districts" in changes:
            self._districts.show_districts(self._found, choices.districts, "")
        self.changed.emit()


def base_maps(project: QgsProject) -> list[QgsMapLayer]:
    """The layers of the user's that can be drawn: none of a result, and none that the plugin has made for itself."""
    nodes = project.layerTreeRoot().findLayers()
    layers = [node.layer() for node in nodes if node.layer() is not None]
    ours = [layer for layer in layers if layer.customProperty(THEME) or layer.customProperty(PAGE)]
    return [layer for layer in layers if layer.isValid() and layer.isSpatial() and layer not in ours]
