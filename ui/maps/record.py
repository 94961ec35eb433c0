"""The run record: what went in, how it was computed, what came out, and the command that repeats it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from configparser import ConfigParser
from dataclasses import asdict, dataclass
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

import pandas as pd
from qgis.core import Qgis, QgsLayerMetadata, QgsMapLayer
from qgis.PyQt.QtCore import QCoreApplication

from ...core.analysis.overlay import Limit, OverlayResult
from ...core.analysis.result_table import (
    Counts,
    PublishedComparison,
    compare_published,
    count_by_district,
    count_categories,
)
from ...core.data.columns import year_in
from ...core.data.tables import Match, Origin
from ...core.errors import Notice, notice
from ...core.index.definition import Definition
from ...core.index.diagnostics import DomainDiagnostics
from ..messages import area_words, notice_text

FORMAT = 1
_LISTED = 200
_COMPARED = ("rebuilt_and_published", "rebuilt_as_published")


def _tr(text: str) -> str:
    return QCoreApplication.translate("Record", text)


@dataclass(frozen=True)
class InputRecord:
    """One input of a run: where it came from, how many rows it had, and how its codes met the others'."""

    origin: Origin
    rows: int
    geography: str
    match: Match | None


@dataclass(frozen=True, eq=False)
class Run:
    """Everything about a run that its rows and limits do not say.

    index, short: the title of the index, for words. definition: None where finished scores were overlaid. published:
    whether it is its publishers' index. changed: whether weights, limits or universe are not its own. universe: place,
    noun, plural, areas and whether these are whole. focus: how the areas were chosen.
    """

    algorithm: str
    command: str
    index: str
    short: str
    definition: Definition | None
    diagnostics: Sequence[DomainDiagnostics]
    published: bool
    changed: bool
    deprivation: str
    universe: Mapping[str, Any]
    focus: Mapping[str, Any]
    inputs: Sequence[InputRecord]
    notices: Sequence[Notice]

    @property
    def variant(self) -> bool:
        """Whether the result is not the publishers' index at its own limits."""
        return self.changed or not self.published


def plugin_version() -> str:
    metadata = ConfigParser(interpolation=None)
    metadata.read(Path(__file__).parents[2] / "metadata.txt", encoding="utf-8")
    return metadata["general"]["version"]


def limit_record(limit: Limit, places: int) -> dict[str, Any]:
    """A limit as a run record holds it. places: the last rank inside it."""
    return {"amount": f"{limit.amount.normalize():f}", "is": "count" if limit.is_count else "percent", "places": places}


def _counts(counts: Counts) -> dict[str, dict[str, int]]:
    return {"areas": dict(counts.areas), "people": {name: round(count) for name, count in counts.people.items()}}


def _input(entry: InputRecord) -> dict[str, Any]:
    origin = {key: value for key, value in asdict(entry.origin).items() if value or key != "attribution"}
    record: dict[str, Any] = {**origin, "rows": entry.rows, "geography": entry.geography}
    if entry.match is not None:
        record["matched"] = entry.match.matched
        for side, codes in (("here", entry.match.unmatched_left), ("there", entry.match.unmatched_right)):
            record[f"unmatched_{side}"] = {"count": len(codes), "codes": codes[:_LISTED]}
    return record


def make_record(run: Run, found: OverlayResult, table: pd.DataFrame) -> dict[str, Any]:
    """The run record as plain JSON values. table: the rows of the result layer."""
    comparison = compare_published(table)
    notices = [*run.notices, *found.notices]
    if comparison is not None and not run.variant:
        notices.append(_compared(comparison))
    return {
        **_about(run),
        "limits": {
            "cni": limit_record(found.limits.cni, found.places["cni"]),
            "imd": limit_record(found.limits.imd, found.places["imd"]),
        },
        "universe": {**run.universe, "ranked": dict(found.ranked)},
        "focus": {**run.focus, "areas": len(table)},
        "residents_year": residents_year(notices),
        "inputs": [_input(entry) for entry in run.inputs],
        "warnings": [_warning(note) for note in notices],
        **_rows_record(table, found.near_misses, comparison),
    }


def residents_year(notices: Iterable[Notice]) -> int | None:
    """The year of the residents of a run, as the names of the columns tell that were found for them; None if not."""
    years = {year_in(str(note.context["column"])) for note in notices if note.code == "weight_found"}
    return years.pop() if len(years) == 1 else None


def _warning(note: Notice) -> dict[str, str]:
    return {"code": note.code, "text": notice_text(note)}


def _rows_record(
    table: pd.DataFrame, near_misses: Sequence[str], comparison: PublishedComparison | None
) -> dict[str, Any]:
    """What a run record says of the rows of the layer."""
    return {
        "counts": _counts(count_categories(table)),
        "by_district": {name: _counts(district) for name, district in count_by_district(table).items()},
        "published": None if comparison is None else asdict(comparison),
        "near_misses": _shown(near_misses, table),
    }


def focused_record(record: Mapping[str, Any], table: pd.DataFrame) -> dict[str, Any]:
    """The run record of some rows of a result: ranks and limits stay, counts are of these rows.

    table: (n_shown,) the rows that are left. The warnings of the run stay, but for the comparison with the publishers'
    list, which is made anew.
    """
    comparison = compare_published(table)
    warnings = [entry for entry in record["warnings"] if entry["code"] not in _COMPARED]
    if comparison is not None and not record["variant"]:
        warnings.append(_warning(_compared(comparison)))
    return {
        **record,
        "focus": {**record["focus"], "areas": len(table), "part_of": record["focus"]["areas"]},
        "warnings": warnings,
        **_rows_record(table, record["near_misses"], comparison),
    }


def _compared(comparison: PublishedComparison) -> Notice:
    if comparison.not_on_list or comparison.only_on_list:
        return notice("rebuilt_and_published", **asdict(comparison))
    return notice("rebuilt_as_published", count=comparison.published)


def _shown(codes: Sequence[str], table: pd.DataFrame) -> list[str]:
    shown = set(table["area_code"])
    return [code for code in codes if code in shown]


def _about(run: Run) -> dict[str, Any]:
    definition = run.definition
    return {
        "format": FORMAT,
        "made": datetime.now(timezone.utc).isoformat(timespec="seconds"),
        "plugin": plugin_version(),
        "qgis": Qgis.QGIS_VERSION,
        "algorithm": run.algorithm,
        "command": run.command,
        "index": run.index,
        "short": run.short,
        "status": "published" if run.published else "own",
        "variant": run.variant,
        "changed": run.changed,
        "definition": None if definition is None else definition.as_json(),
        "diagnostics": [domain.as_json() for domain in run.diagnostics],
        "domain_titles": {} if definition is None else {domain.id: domain.title for domain in definition.domains},
        "deprivation": run.deprivation,
    }


def abstract(record: Mapping[str, Any]) -> str:
    """One plain sentence that says what the layer is."""
    universe, limits = record["universe"], record["limits"]
    template = (
        _tr("{count} of {areas} {nouns} are high on both: {words} ({variant}).")
        if record["variant"]
        else _tr("{count} of {areas} {nouns} are left behind: {words}.")
    )
    words = _tr(
        "among the worst {cni} of {n} on the {index} and the worst {imd} of {n_imd} on deprivation ({table})"
    ).format(
        cni=f"{limits['cni']['places']:,}",
        n=f"{universe['ranked']['cni']:,}",
        index=record["index"],
        imd=f"{limits['imd']['places']:,}",
        n_imd=f"{universe['ranked']['imd']:,}",
        table=record["deprivation"],
    )
    return template.format(
        count=f"{record['counts']['areas']['left_behind']:,}",
        areas=f"{record['focus']['areas']:,}",
        nouns=area_words(universe["plural"]),
        words=words,
        variant=variant_name(record),
    )


def headline(record: Mapping[str, Any]) -> str:
    """The finding in a few words: '8 of 150 wards are left behind.'"""
    template = (
        _tr("{count} of {areas} {nouns} are high on both ({variant}).")
        if record["variant"]
        else _tr("{count} of {areas} {nouns} are left behind.")
    )
    return template.format(
        count=f"{record['counts']['areas']['left_behind']:,}",
        areas=f"{record['focus']['areas']:,}",
        nouns=area_words(record["universe"]["plural"]),
        variant=variant_name(record),
    )


def variant_name(record: Mapping[str, Any]) -> str:
    """'own variant of CNI 2019', or the name of an own index; with 'among the 23 areas supplied' where not all were."""
    name = _tr("own variant of {index}").format(index=record["short"]) if record["changed"] else record["short"]
    if record["universe"]["whole"]:
        return name
    return _tr("{name}, among the {n} areas supplied").format(name=name, n=f"{record['universe']['areas']:,}")


def record_text(record: Mapping[str, Any]) -> str:
    return json.dumps(record, ensure_ascii=False, indent=2, default=str)


def layer_metadata(record: Mapping[str, Any], title: str) -> QgsLayerMetadata:
    """The record as metadata of the result layer: a plain sentence as abstract, the whole record as its history."""
    metadata = QgsLayerMetadata()
    metadata.setTitle(title)
    metadata.setAbstract(abstract(record))
    metadata.setHistory([json.dumps(record, ensure_ascii=False, default=str)])
    return metadata


def read_record(text: str) -> dict[str, Any] | None:
    """The run record in a text; None where there is none."""
    try:
        record = json.loads(text)
    except ValueError:
        return None
    return record if isinstance(record, dict) and "limits" in record and "counts" in record else None


def layer_record(layer: QgsMapLayer) -> dict[str, Any] | None:
    """The run record of a result layer; None when the layer is no result."""
    found = map(read_record, layer.metadata().history())
    return next((record for record in found if record is not None), None)
