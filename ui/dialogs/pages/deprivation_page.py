"""The page 'Deprivation' of the dock: which table of scores, and how each area gets its own from it."""

from __future__ import annotations

from dataclasses import replace

from qgis.core import QgsVectorLayer
from qgis.PyQt.QtGui import QShowEvent
from qgis.PyQt.QtWidgets import QVBoxLayout

from ....core.data.geographies import Geography, parse_geography
from ....core.errors import CniError
from ...algorithms.look import LINK_FIELDS, SCORE_FIELDS, LinkLook, ScoresLook
from ...messages import fault_text
from ..data import Data
from ..looks import Looks, Seen
from ..parts import note
from ..reasons import why_lacking
from ..session import Session
from ..words import tr
from .column_pickers import ColumnPickers, Wanted, more_columns
from .cures import Cures
from .deprivation_preview import DeprivationPreview, count_words
from .downloads import DownloadButton, deprivation_offered, fitting_deprivation, with_words
from .guess import guess_lookup, guess_scores, own_layers
from .guessing import Guesses
from .layer_choice import with_layer
from .layer_picker import TABLES, LayerPicker
from .look_words import how_scored, seen_lookup, seen_scores
from .page import Page, Status
from .read_again import ReadAgain

_UNCLEAR = (
    "column_missing",
    "code_column_not_found",
    "code_column_ambiguous",
    "score_not_found",
    "score_empty",
    "score_constant",
    "rank_as_score",
    "lookup_columns_not_found",
    "lookup_repeats",
)
"""Faults that another column cures."""


class DeprivationPage(Page):
    """Chooses the deprivation table and the look-up, and shows what the areas' scores come to."""

    def __init__(self, session: Session, looks: Looks) -> None:
        super().__init__(session)
        self.setObjectName("cni_mapper_deprivation_page")
        self._looks = looks
        self._guesses = Guesses(session)
        self._opened_for: CniError | None = None
        self._make_pickers()
        self._make_columns()
        self._cures = Cures()
        self._cures.leave_out.connect(lambda: self._choose("lookup", ""))
        self._preview = DeprivationPreview()
        self._again = ReadAgain(session, self._looks, "deprivation")
        self._lay_out()
        session.project.layersAdded.connect(self._guess)

    def _make_pickers(self) -> None:
        self._table = LayerPicker(
            self.session,
            "cni_mapper_deprivation",
            tr("&Deprivation table"),
            tr("Choose a table…"),
            tr("The Index of Multiple Deprivation: a row and a score for every area or small area (LSOA)"),
            TABLES,
        )
        self._lookup = LayerPicker(
            self.session,
            "cni_mapper_lookup",
            tr("&Look-up from small areas to areas"),
            tr("No look-up"),
            tr("Which area each small area, or part of one, lies in; needed only when the table is by small area"),
            TABLES,
        )
        for picker, role in ((self._table, "deprivation"), (self._lookup, "lookup")):
            picker.chosen.connect(lambda id, role=role: self._choose(role, id))
        self._table_words = note("cni_mapper_deprivation_recognised")
        self._lookup_words = note("cni_mapper_lookup_recognised")
        self._how = note("cni_mapper_deprivation_how")
        self._get = DownloadButton(
            "cni_mapper_deprivation_get",
            tr("&Get the tables…"),
            tr("Download the official tables and look-ups from their publishers and add them to this project"),
            deprivation_offered,
        )
        self._get.set_fit(lambda entries: fitting_deprivation(entries, self._wanted(), self._small()))

    def _make_columns(self) -> None:
        self._columns = ColumnPickers(
            self.session,
            "deprivation",
            [
                Wanted("DEPRIVATION_CODE", tr("Table: codes"), tr("The table's column of area codes")),
                Wanted("DEPRIVATION_SCORE", tr("Table: scores"), tr("The table's column of scores, higher is worse")),
                Wanted(
                    "DEPRIVATION_WEIGHT",
                    tr("Table: residents"),
                    tr("Weights the small areas where the look-up has no residents of its own"),
                ),
                Wanted("LOOKUP_FROM", tr("Look-up: from"), tr("The look-up's column of small-area codes")),
                Wanted("LOOKUP_TO", tr("Look-up: to"), tr("The look-up's column of area codes")),
                Wanted("LOOKUP_WEIGHT", tr("Look-up: residents"), tr("How many people live in each row's part")),
            ],
        )

    def _lay_out(self) -> None:
        self._more = more_columns("cni_mapper_deprivation_more", tr("More: columns"), self._columns)
        get = with_words(self._get)
        layout = QVBoxLayout(self)
        for part in (self._table, self._table_words, self._lookup, self._lookup_words, self._how, self._cures, get):
            layout.addWidget(part)
        layout.addWidget(self._more)
        layout.addWidget(self._preview)
        layout.addStretch(1)
        layout.addWidget(self._again)

    def title(self) -> str:
        return tr("Deprivation")

    def help_name(self) -> str:
        return "deprivation"

    # What is chosen and known

    def _wanted(self) -> Geography:
        """What the areas are of: the boundaries as seen, else as the index says."""
        seen = self._looks.areas(self.session.choices).look
        return parse_geography(self.session.choices.definition.geography) if seen is None else seen.areas.geography

    def _small(self) -> Geography | None:
        """What the table chosen is by; None while there is none."""
        seen = self._looks.scores(self.session.choices).look
        return None if seen is None else seen.areas.geography

    def _layer(self, id: str) -> QgsVectorLayer | None:
        layer = self.session.project.mapLayer(id) if id else None
        return layer if isinstance(layer, QgsVectorLayer) else None

    def _data(self) -> Data | None:
        """What was read of the layers chosen: what was read earlier stays in the session when one is taken away."""
        return None if self.session.lacks() else self.session.data

    def _fault(self) -> CniError | None:
        """What is wrong with the table or the look-up; reading has the last word."""
        if self._data() is not None:
            return None
        scores, link = self._looks.scores(self.session.choices), self._looks.link(self.session.choices)
        return self.session.fault or scores.fault or link.fault

    def status(self) -> Status:
        choices = self.session.choices
        if self._layer(choices.deprivation) is None:
            return Status(self._why_none(), "todo")
        if choices.lookup and self._layer(choices.lookup) is None:
            return Status(tr("The look-up chosen before is no longer in the project. Choose one, or none."), "todo")
        if self._again.words():
            return Status(tr("{changed} Press 'Read again'.").format(changed=self._again.words()), "ready")
        fault = self._fault()
        if fault is not None:
            return Status(fault_text(fault), "fault")
        data = self._data()
        if data is not None:
            return Status(tr("{scores} Next: the limits.").format(scores=count_words(data)), "ready")
        if self._looks.scores(choices).is_pending or self._looks.link(choices).is_pending:
            return Status(tr("Looking at the tables…"), "todo")
        return Status(why_lacking(self.session) or tr("The tables are being read…"), "todo")

    def _why_none(self) -> str:
        if self.session.choices.deprivation:
            return tr("The deprivation table chosen before is no longer in the project. Choose a table.")
        return tr("Choose the table of deprivation scores, by area or by small area (LSOA), or get the official ones.")

    # Showing

    def refresh(self) -> None:
        choices = self.session.choices
        self._table.show_layer(choices.deprivation)
        self._lookup.show_layer(choices.lookup)
        self._guesses.note("deprivation", choices.deprivation)
        self._guesses.note("lookup", choices.lookup)
        scores, link = self._looks.scores(choices), self._looks.link(choices)
        self._show_columns(scores, link)
        self._show_words(scores.look, link.look)
        # What was seen of the tables themselves says more of a cure than that they did not match.
        self._cures.show_for(self._fault() and (link.fault or self._fault()), choices)
        self._again.refresh()
        self._guess()

    def _show_columns(self, scores: Seen, link: Seen) -> None:
        choices = self.session.choices
        for parameters, id, seen, why_not in (
            (SCORE_FIELDS, choices.deprivation, scores, tr("Choose the table first.")),
            (LINK_FIELDS, choices.lookup, link, tr("Choose a look-up first.")),
        ):
            found = {} if seen.look is None else seen.look.columns
            self._columns.show_columns(parameters, self._layer(id), found, why_not)
        unclear = next((one.fault for one in (scores, link) if one.fault and one.fault.code in _UNCLEAR), None)
        if self._columns.any_named() or (unclear is not None and unclear is not self._opened_for):
            self._more.setCollapsed(False)
        self._opened_for = unclear

    def show_outcome(self) -> None:
        self.refresh()
        scores, link = (look(self.session.choices).look for look in (self._looks.scores, self._looks.link))
        names = [] if scores is None else [scores.areas.name]
        if link is not None and link.areas is not None:
            names.append(link.areas.name)
        small = self._small() if self.session.choices.lookup else None
        self._preview.show_data(self._data(), names, small)

    def _show_words(self, scores: ScoresLook | None, link: LinkLook | None) -> None:
        choices = self.session.choices
        table = "" if scores is None else seen_scores(scores)
        if self._layer(choices.deprivation) is not None and self._guesses.made("deprivation", choices.deprivation):
            table += " " + tr("Chosen for you, as the only one that fits.")
        lookup = "" if link is None else seen_lookup(link)
        if link is not None and link.by_area and link.areas is None:
            lookup = tr("Not needed: the table is by area.")
        if self._layer(choices.lookup) is not None and self._guesses.made("lookup", choices.lookup):
            lookup += " " + tr("Chosen for you, as the only one that fits.")
        areas = self._looks.areas(choices).look
        how = ""
        if scores is not None and link is not None:
            how = how_scored(scores, link, None if areas is None else areas.areas.geography)
        for label, text in ((self._table_words, table), (self._lookup_words, lookup), (self._how, how)):
            label.setText(text)
            label.setVisible(bool(text))

    # Choosing

    def _choose(self, role: str, id: str) -> None:
        self._guesses.settle(role)
        layer = self.session.project.mapLayer(id) if id else None
        words = tr("Choose the deprivation table") if role == "deprivation" else tr("Choose the look-up")
        self.session.apply(with_layer(self.session.choices, role, layer), words)
        self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._guess()

    def _guess(self, *_: object) -> None:
        """Choose the one table, and then the one look-up, that can be meant, when the page is in front."""
        if not self.isVisible():
            return
        choices = self.session.choices
        if not choices.deprivation and self._guesses.may("deprivation"):
            id = guess_scores(own_layers(self.session.project))
            if id and self._looks.scores(replace(choices, deprivation=id)).look is not None:
                self._guesses.make("deprivation", id)
                self.session.edit(tr("Choose the deprivation table"), deprivation=id)
        elif choices.deprivation and not choices.lookup and self._guesses.may("lookup"):
            self._guess_lookup()

    def _guess_lookup(self) -> None:
        choices, small = self.session.choices, self._small()
        link = self._looks.link(choices)
        needed = link.fault is not None and link.fault.code == "lookup_needed"
        if small is None or not needed:
            return
        id = guess_lookup(own_layers(self.session.project), small, self._wanted())
        if id and self._looks.link(replace(choices, lookup=id)).look is not None:
            self._guesses.make("lookup", id)
            self.session.edit(tr("Choose the look-up"), lookup=id)
