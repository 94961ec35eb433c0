"""The page 'Areas' of the dock: which boundaries, with which columns, and which districts of them to show."""

from __future__ import annotations

from dataclasses import replace

from qgis.core import QgsVectorLayer
from qgis.PyQt.QtGui import QShowEvent
from qgis.PyQt.QtWidgets import QVBoxLayout

from ....core.data.geographies import Geography, parse_geography
from ....core.errors import CniError
from ...algorithms.look import AREA_FIELDS, District, list_districts
from ...messages import fault_text
from ..data import Data
from ..looks import Looks, Seen
from ..parts import heading, note
from ..session import Session
from ..words import tr
from .column_pickers import ColumnPickers, Wanted, more_columns
from .district_list import DistrictList
from .downloads import DownloadButton, boundaries_offered, fitting_boundaries, with_words
from .guess import fits, guess_boundaries, own_layers
from .guessing import Guesses
from .layer_choice import with_layer
from .layer_picker import POLYGONS, LayerPicker
from .look_words import areas_words, misfit_words, seen_areas
from .map_zoom import DistrictZoom
from .notice_list import NoticeList, notices_about
from .page import Page, Status
from .read_again import ReadAgain


class AreasPage(Page):
    """Chooses the boundaries, says what they were recognised as, and limits the map to districts."""

    def __init__(self, session: Session, looks: Looks) -> None:
        super().__init__(session)
        self.setObjectName("cni_mapper_areas_page")
        self._looks = looks
        self._guesses = Guesses(session)
        self._zoom = DistrictZoom(session, self)
        self._districts_of_data: tuple[Data, tuple[District, ...]] | None = None
        self._make_boundaries()
        self._make_columns()
        self._districts = DistrictList()
        self._districts.chosen.connect(self._choose_districts)
        self._again = ReadAgain(session, self._looks, "areas")
        self._lay_out()
        session.project.layersAdded.connect(self._guess)

    def _make_boundaries(self) -> None:
        self._picker = LayerPicker(
            self.session,
            "cni_mapper_areas",
            tr("&Boundaries of the areas"),
            tr("Choose a layer…"),
            tr("A layer of polygons: wards, LSOAs or other areas, each with its code"),
            POLYGONS,
        )
        self._picker.chosen.connect(self._choose_layer)
        self._recognised = note("cni_mapper_areas_recognised")
        self._notices = NoticeList("areas")
        self._get = DownloadButton(
            "cni_mapper_areas_get",
            tr("&Get boundaries…"),
            tr("Download official boundaries from their publisher and add them to this project"),
            boundaries_offered,
        )
        self._get.set_fit(lambda entries: fitting_boundaries(entries, self._wanted()))

    def _make_columns(self) -> None:
        self._main = ColumnPickers(
            self.session,
            "areas",
            [
                Wanted("AREA_CODE", tr("Area &codes"), tr("The column of codes, such as E05001234")),
                Wanted("AREA_NAME", tr("Area &names"), tr("The column of names, for lists and labels")),
            ],
        )
        self._more = ColumnPickers(
            self.session,
            "areas",
            [
                Wanted("DISTRICT", tr("District codes"), tr("The column of the council each area lies in, by code")),
                Wanted("DISTRICT_NAME", tr("District names"), tr("The column of the council's name")),
                Wanted("POPULATION", tr("Residents"), tr("Used where no look-up gives the number of residents")),
            ],
        )

    def _lay_out(self) -> None:
        self._more_box = more_columns("cni_mapper_areas_more", tr("More columns"), self._more)
        get = with_words(self._get)
        layout = QVBoxLayout(self)
        for part in (self._picker, self._recognised, self._notices, get, self._main, self._more_box):
            layout.addWidget(part)
        layout.addWidget(heading(tr("Districts to show")))
        layout.addWidget(self._districts, 1)
        layout.addWidget(self._again)

    def title(self) -> str:
        return tr("Areas")

    def help_name(self) -> str:
        return "areas"

    # What is chosen and known

    def _wanted(self) -> Geography:
        return parse_geography(self.session.choices.definition.geography)

    def _layer(self) -> QgsVectorLayer | None:
        layer = self.session.project.mapLayer(self.session.choices.areas)
        return layer if isinstance(layer, QgsVectorLayer) else None

    def _data(self) -> Data | None:
        """What was read of the layers chosen: what was read earlier stays in the session when one is taken away."""
        return None if self.session.lacks() else self.session.data

    def _listed(self, seen: Seen) -> tuple[District, ...]:
        """The districts of the boundaries, by the tables where the boundaries do not name them."""
        data = self._data()
        named = seen.look is not None and "DISTRICT_NAME" in seen.look.columns
        if data is None or named:
            return () if seen.look is None else seen.look.districts
        if self._districts_of_data is None or self._districts_of_data[0] is not data:
            found = list_districts(data.on_map["district_code"], data.on_map["district_name"])
            self._districts_of_data = (data, found)
        return self._districts_of_data[1]

    def status(self) -> Status:
        layer, seen = self._layer(), self._looks.areas(self.session.choices)
        if layer is None:
            return Status(self._why_none(), "todo")
        if self._again.words():
            return Status(tr("{changed} Press 'Read again'.").format(changed=self._again.words()), "ready")
        if seen.is_pending:
            return Status(tr("Looking at {name}…").format(name=layer.name()), "todo")
        if seen.fault is not None and self._data() is None:
            return Status(fault_text(seen.fault), "fault")
        misfit = self._misfit(seen)
        if misfit:
            return Status(misfit, "ready")
        return Status(tr("{areas} Next: choose the index.").format(areas=self._areas_words(seen)), "ready")

    def _why_none(self) -> str:
        if self.session.choices.areas:
            return tr("The boundaries chosen before are no longer in the project. Choose a layer.")
        return tr("Choose the layer with the boundaries of your wards or other areas, or get official ones.")

    def _areas_words(self, seen: Seen) -> str:
        data = self._data()
        if seen.look is not None:
            return seen_areas(seen.look)
        return "" if data is None else areas_words(len(data.on_map), data.geography, len(self._listed(seen)))

    def _misfit(self, seen: Seen) -> str:
        """Why the boundaries do not go with the index, as long as reading has not shown that they do."""
        if seen.look is None or self._data() is not None:
            return ""
        return misfit_words(seen.look.areas.geography, self.session.choices.definition, self._wanted())

    # Showing

    def refresh(self) -> None:
        self._picker.show_layer(self.session.choices.areas)
        self._guesses.note("areas", self.session.choices.areas)
        seen, layer = self._looks.areas(self.session.choices), self._layer()
        found = {} if seen.look is None else seen.look.columns
        for pickers, parameters in ((self._main, AREA_FIELDS[:2]), (self._more, AREA_FIELDS[2:])):
            pickers.show_columns(parameters, layer, found, tr("Choose the boundaries first."))
        if self._more.any_named():
            self._more_box.setCollapsed(False)
        self._show_recognised(seen)
        districts = self._listed(seen)
        self._districts.show_districts(districts, self.session.choices.districts, self._why_no_districts(seen))
        self._again.refresh()
        self._guess()

    def show_outcome(self) -> None:
        self.refresh()

    def _show_recognised(self, seen: Seen) -> None:
        words = [self._areas_words(seen)]
        # The line of status says one fault only, and one of reading goes before this.
        if self.session.fault is not None:
            words.append(self._misfit(seen) if seen.fault is None else self._other_fault(seen.fault))
        if self._layer() is not None and self._guesses.made("areas", self.session.choices.areas):
            words.append(tr("Chosen for you, as the only layer of the project that fits."))
        text = " ".join(filter(None, words))
        self._recognised.setText(text)
        self._recognised.setVisible(bool(text))
        data, names = self._data(), [] if seen.look is None else [seen.look.areas.name]
        notices = data.notices if data is not None else [] if seen.look is None else seen.look.notices
        self._notices.show_notices(notices_about(notices, names))

    def _other_fault(self, fault: CniError) -> str:
        """What is wrong with the boundaries, where reading has not found the same."""
        read = self.session.fault
        return "" if read is not None and read.code == fault.code else fault_text(fault)

    def _why_no_districts(self, seen: Seen) -> str:
        if self._layer() is None:
            return tr("Choose the boundaries first: their districts are listed here.")
        if seen.is_pending or self.session.is_busy:
            return tr("The districts are being read…")
        if seen.look is None:
            return tr("There are no districts to list, since the boundaries could not be read.")
        return tr("These boundaries name no districts. If they have such a column, choose it under 'More columns'.")

    # Choosing

    def _choose_layer(self, id: str) -> None:
        self._guesses.settle("areas")
        layer = self.session.project.mapLayer(id) if id else None
        self.session.apply(with_layer(self.session.choices, "areas", layer), tr("Choose boundaries"))
        self.refresh()

    def _choose_districts(self, districts: tuple[str, ...]) -> None:
        self.session.edit(tr("Choose districts"), districts=districts)
        self._zoom.zoom(districts, self._looks.areas(self.session.choices).look, self._data())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._guess()

    def _guess(self, *_: object) -> None:
        """Choose the one layer that can be meant, when the page is in front and nothing is chosen."""
        choices = self.session.choices
        if choices.areas or not self.isVisible() or not self._guesses.may("areas"):
            return
        id = guess_boundaries(own_layers(self.session.project), self._wanted())
        seen = self._looks.areas(replace(choices, areas=id)) if id else None
        if seen is not None and seen.look is not None and fits(seen.look.areas.geography, self._wanted()):
            self._guesses.make("areas", id)
            self.session.edit(tr("Choose boundaries"), areas=id)
