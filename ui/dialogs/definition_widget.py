"""The widget of the DEFINITION parameter: the shipped indices in a list, and a button for a file."""

from __future__ import annotations

from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtWidgets import QWidget

from .list_or_text import ListOrText, ListOrTextWrapper


def tr(text: str) -> str:
    return QCoreApplication.translate("DefinitionWidget", text)


class DefinitionWidget(ListOrText):
    """A list of the shipped indices by title, in which a path may be typed, with a button to browse for one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("An index that comes with the plugin, or the path of a definition file"), parent)
        from ...core.index.library import find_definition, shipped_ids

        self.offer([(id, find_definition(id).title) for id in shipped_ids()])
        self.add_browse(tr("Choose a definition file"), tr("Definition (*.json)"))


class DefinitionWidgetWrapper(ListOrTextWrapper):
    """Puts the widget into Processing's dialogs, models and batches."""

    def make_widget(self) -> DefinitionWidget:
        return DefinitionWidget()
