"""The finer choices about a part of the index: what is done with gaps and outliers, how indicators become a score."""

from __future__ import annotations

from qgis.PyQt.QtCore import QSignalBlocker
from qgis.PyQt.QtWidgets import QCheckBox, QFormLayout, QLabel, QLineEdit, QWidget

from ....core.index.definition import Domain, Indicator
from ....core.index.editing import set_option
from ..calm import CalmCombo
from ..index_edits import IndexEdits
from ..words import tr


class PartOptions(QWidget):
    """Edits the choices of one domain or indicator, each as a list; only those that apply are there."""

    def __init__(self, edits: IndexEdits) -> None:
        super().__init__()
        self._edits = edits
        self._part: Domain | Indicator | None = None
        self.is_empty = True
        """Whether there is nothing to choose about the part shown."""
        self._lists: dict[str, tuple[QLabel, CalmCombo]] = {}
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._shrink = QCheckBox(tr("Draw the rates of small areas towards their district's"))
        self._shrink.setObjectName("cni_mapper_index_shrink")
        self._shrink.setToolTip(
            tr("A rate out of few people is shaky; this leans on the district's where they are few")
        )
        self._shrink.clicked.connect(lambda on: self._set("shrink", on))
        self._unit = QLineEdit()
        self._unit.setObjectName("cni_mapper_index_unit")
        self._unit.setAccessibleName(tr("Unit of the values"))
        self._unit.editingFinished.connect(self._unit_typed)
        self._unit_words = QLabel(tr("Unit"))
        self._unit_words.setBuddy(self._unit)
        self._form.addRow(self._unit_words, self._unit)
        self._add_indicator_lists()
        self._add_domain_lists()
        self._form.addRow(self._shrink)

    def _add_indicator_lists(self) -> None:
        self._add(
            "missing",
            tr("No value"),
            tr("What happens with areas that have no value"),
            {
                "exclude": tr("left out for that area"),
                "median": tr("middle value of all areas"),
                "district_median": tr("middle value of its district"),
                "refuse": tr("not allowed"),
            },
        )
        self._add(
            "treat",
            tr("Extremes"),
            tr("What happens with extreme values, so that a few areas do not decide everything"),
            {
                "none": tr("count in full"),
                "winsorise": tr("drawn in"),
                "log": tr("softened (logarithm)"),
            },
        )

    def _add_domain_lists(self) -> None:
        self._add(
            "standardise",
            tr("Compared by"),
            tr("How indicators in different units are made comparable"),
            {
                "normal_scores": tr("rank, bell curve (usual)"),
                "percentile": tr("rank, evenly spread"),
                "zscore": tr("distance from the mean"),
                "minmax": tr("lowest to highest"),
                "none": tr("values as they are"),
            },
        )
        self._add(
            "weights",
            tr("Weights"),
            tr("Where the weights of the indicators in this domain come from"),
            {
                "equal": tr("equal"),
                "given": tr("as I set them"),
                "factor": tr("from the data (factor)"),
            },
        )
        self._add(
            "transform",
            tr("Score"),
            tr("Stretching lets a high need in one domain not be made up for by a low one in another"),
            {
                "exponential": tr("stretched (usual)"),
                "none": tr("as it comes"),
            },
        )

    def _add(self, name: str, words: str, tip: str, entries: dict[str, str]) -> None:
        combo = CalmCombo(f"cni_mapper_index_{name}", words)
        combo.setToolTip(tip)
        for value, text in entries.items():
            combo.addItem(text, value)
        combo.activated.connect(lambda _: self._set(name, combo.currentData()))
        label = QLabel(words)
        label.setBuddy(combo)
        self._form.addRow(label, combo)
        self._lists[name] = (label, combo)

    def show_part(self, part: Domain | Indicator) -> None:
        self._part = part
        if isinstance(part, Indicator):
            values = {"missing": part.missing, "treat": part.treat}
        elif part.indicators:
            combine = part.combine
            values = {"standardise": combine.standardise, "weights": combine.weights, "transform": part.transform}
        else:
            values = {"transform": part.transform}
        if isinstance(part, Domain) and part.published is not None and part.published.kind == "score":
            del values["transform"]  # a score as published is transformed already
        self.is_empty = not values
        for name, (label, combo) in self._lists.items():
            label.setVisible(name in values)
            combo.setVisible(name in values)
            if name in values:
                combo.setCurrentIndex(combo.findData(values[name]))
        self._show_indicator(part)

    def _show_indicator(self, part: Domain | Indicator) -> None:
        is_indicator = isinstance(part, Indicator)
        self._unit.setVisible(is_indicator)
        self._unit_words.setVisible(is_indicator)
        self._shrink.setVisible(isinstance(part, Indicator) and part.numerator is not None)
        if isinstance(part, Indicator):
            self._shrink.setChecked(part.shrink)
            if not self._unit.hasFocus() or not self._unit.isModified():
                blocker = QSignalBlocker(self._unit)
                self._unit.setText(part.unit)
                blocker.unblock()

    def _unit_typed(self) -> None:
        text = self._unit.text().strip()
        if isinstance(self._part, Indicator) and text != self._part.unit:
            self._set("unit", text)

    def _set(self, name: str, value: object) -> None:
        part = self._part
        if part is None:
            return
        names = {"unit": tr("Unit of {part}"), "weights": tr("Kind of weights of {part}")}
        words = names.get(name, tr("Treatment of {part}")).format(part=part.title)
        self._edits.change(words, lambda old: set_option(old, part.id, name, value))
