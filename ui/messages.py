"""The words for every fault and notice. core raises codes with context; only this module turns them into sentences."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from qgis.PyQt.QtCore import QCoreApplication

if TYPE_CHECKING:
    from ..core.errors import CniError, Notice

_SHOWN = 8


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:
    return text


def _tr(text: str) -> str:
    return QCoreApplication.translate("Messages", text)


FAULTS: dict[str, str] = {
    "cancelled": QT_TRANSLATE_NOOP("Messages", "Stopped. Nothing was written."),
    "packages_missing": QT_TRANSLATE_NOOP(
        "Messages",
        "CNI Mapper needs the Python package(s) {packages}, which this QGIS does not have. Close QGIS, run this "
        "command, and start QGIS again (on Windows, in the OSGeo4W Shell of the Start menu): {command}",
    ),
    "file_unreadable": QT_TRANSLATE_NOOP(
        "Messages", "{file} cannot be read as a table ({reason}). Open it in a spreadsheet, and save it as CSV UTF-8."
    ),
    "layer_unreadable": QT_TRANSLATE_NOOP(
        "Messages", "{name} cannot be opened. Check that the file exists and that QGIS can load it as a layer."
    ),
    "input_missing": QT_TRANSLATE_NOOP("Messages", "Nothing is chosen for '{name}'. Choose a layer or a file."),
    "column_missing": QT_TRANSLATE_NOOP(
        "Messages", "There is no column '{column}' in {table}. It has: {columns}. Choose one of these."
    ),
    "code_column_not_found": QT_TRANSLATE_NOOP(
        "Messages",
        "No column of area codes was recognised in {table}. It has: {columns}. Name the column that holds the codes.",
    ),
    "code_column_ambiguous": QT_TRANSLATE_NOOP(
        "Messages", "{table} has several columns that may hold the area codes: {columns}. Name the one to use."
    ),
    "column_in_two_tables": QT_TRANSLATE_NOOP(
        "Messages", "Column '{column}' stands in more than one table ({tables}). Leave out all but one of them."
    ),
    "codes_repeated": QT_TRANSLATE_NOOP(
        "Messages",
        "{count} code(s) stand more than once in column '{column}' of {table}: {codes}. Keep one row for each area.",
    ),
    "codes_do_not_match": QT_TRANSLATE_NOOP(
        "Messages",
        "Only {matched} of {total} codes of {left} are found in {right}: {left} has {left_geography} such as "
        "{examples}, and {right} has {right_geography} such as {others}. Choose tables of the same areas and year, or "
        "a look-up between them.",
    ),
    "infinite_values": QT_TRANSLATE_NOOP(
        "Messages", "Column '{column}' of {table} holds infinite numbers, first for {rows}. Correct or blank them."
    ),
    "negative_values": QT_TRANSLATE_NOOP(
        "Messages",
        "Column '{column}' of {table} counts people but holds numbers below zero, first for {rows}. Correct or blank "
        "them.",
    ),
    "weights_all_zero": QT_TRANSLATE_NOOP(
        "Messages", "All weights in '{domain}' are zero. Give at least one of its domains a weight above zero."
    ),
    "weight_negative": QT_TRANSLATE_NOOP(
        "Messages", "The weight of '{domain}' is {weight}. A weight must be a number of zero or more."
    ),
    "weight_unknown_domain": QT_TRANSLATE_NOOP(
        "Messages", "There is no domain '{domain}' to weight. This index has: {domains}."
    ),
    "weights_unreadable": QT_TRANSLATE_NOOP(
        "Messages", "The weights '{text}' cannot be read. Write them like this: civic_assets=2, connectedness=1"
    ),
    "limit_not_percent": QT_TRANSLATE_NOOP(
        "Messages", "'{name}' is {found}. As a percentage it must be above 0 and at most 100."
    ),
    "limit_not_count": QT_TRANSLATE_NOOP(
        "Messages", "'{name}' is {found}. As a number of areas it must be a whole number of 1 or more."
    ),
    "limit_not_given": QT_TRANSLATE_NOOP(
        "Messages",
        "'{name}' is blank, but the limits are numbers of areas, so each must be given: a whole number of 1 or more.",
    ),
    "limit_beyond_universe": QT_TRANSLATE_NOOP(
        "Messages", "'{name}' is {found} areas, but only {ranked} areas are ranked. Choose a smaller number."
    ),
    "definition_not_found": QT_TRANSLATE_NOOP(
        "Messages", "There is no index definition '{name}'. Choose one of {shipped}, or the path of a definition file."
    ),
    "definition_not_json": QT_TRANSLATE_NOOP(
        "Messages", "{name} is not a definition file: {reason} (line {line}). It must be JSON text."
    ),
    "definition_faults": QT_TRANSLATE_NOOP(
        "Messages", "The definition {name} has {count} fault(s); correct them all: {faults}"
    ),
    "indicator_not_found": QT_TRANSLATE_NOOP(
        "Messages",
        "Domain '{domain}' needs a column called {wanted}, which none of the tables has ({tables}). Add a table "
        "that has it, or choose another index. A Shapefile cuts column names to ten letters.",
    ),
    "indicator_empty": QT_TRANSLATE_NOOP(
        "Messages",
        "Column '{column}' of {table} holds no number at all, so '{domain}' cannot be computed. Choose a table "
        "that has its numbers.",
    ),
    "indicator_constant": QT_TRANSLATE_NOOP(
        "Messages",
        "Column '{column}' of {table} is {value} everywhere, so it cannot rank areas on '{domain}'. Choose a table "
        "in which it differs from area to area.",
    ),
    "score_empty": QT_TRANSLATE_NOOP(
        "Messages", "Column '{column}' of {table} holds no number at all. Choose the column that holds the score."
    ),
    "score_constant": QT_TRANSLATE_NOOP(
        "Messages",
        "Column '{column}' of {table} is {value} everywhere, so it cannot rank areas. Choose another column.",
    ),
    "score_not_found": QT_TRANSLATE_NOOP(
        "Messages",
        "No column of deprivation scores was recognised in {table}. It has: {columns}. Name the score column.",
    ),
    "need_score_not_found": QT_TRANSLATE_NOOP(
        "Messages",
        "No column of community need scores was recognised in {table}. It has: {columns}. Name the score column.",
    ),
    "universe_too_small": QT_TRANSLATE_NOOP(
        "Messages",
        "{index} ranks all {wanted} areas of {place}, but the tables hold only {found}. Use the whole table. To rank "
        "these areas among themselves, set 'Rank among' to 'Areas shown only' in 'Map community need and deprivation'.",
    ),
    "two_nations": QT_TRANSLATE_NOOP(
        "Messages", "{index} ranks one nation at a time, but the tables hold areas of {places}. Use one nation's table."
    ),
    "focus_empty": QT_TRANSLATE_NOOP(
        "Messages", "No area is left to show in {where}. Check 'Show only areas where' and the layer's selection."
    ),
    "focus_unreadable": QT_TRANSLATE_NOOP(
        "Messages",
        "'Show only areas where' cannot be read ({reason}): {focus}. Write it like this: \"district_name\" = 'Leeds'",
    ),
    "focus_unknown_column": QT_TRANSLATE_NOOP(
        "Messages",
        "'Show only areas where' asks for a column '{column}', which {table} does not have. It has: {columns}. Choose "
        "one of these.",
    ),
    "lookup_repeats": QT_TRANSLATE_NOOP(
        "Messages",
        "{count} small area(s) stand in several rows of the look-up {table}, for example {codes}, so their people "
        "would be counted twice. Name the look-up's own column of residents per row (LOOKUP_WEIGHT), or use a look-up "
        "with one row for each small area.",
    ),
    "lookup_needed": QT_TRANSLATE_NOOP(
        "Messages",
        "{right} is by {right_geography}, such as {others}, but the areas to rank are {left_geography}, such as "
        "{examples}. Add a look-up from one to the other, or choose a table of {left_geography}.",
    ),
    "lookup_columns_not_found": QT_TRANSLATE_NOOP(
        "Messages",
        "The columns of the look-up {table} were not recognised: one must hold codes like {small}, another codes like "
        "{area}. It has: {columns}. Name both columns, or choose a look-up between these codes.",
    ),
    "crs_missing": QT_TRANSLATE_NOOP(
        "Messages", "{name} has no coordinate system. Set it in QGIS under Layer Properties, Source, and run again."
    ),
    "not_polygons": QT_TRANSLATE_NOOP(
        "Messages", "{name} holds no polygons. Choose a layer of ward or LSOA boundaries."
    ),
    "output_format": QT_TRANSLATE_NOOP(
        "Messages",
        "The result cannot be saved as {name}. Save it as a GeoPackage (.gpkg) or to PostGIS, which keep its column "
        "names and styles whole; a plain table may also be .csv or .xlsx.",
    ),
    "output_not_geopackage": QT_TRANSLATE_NOOP(
        "Messages", "{name} exists but is not a GeoPackage. Choose another name for the result."
    ),
    "output_is_input": QT_TRANSLATE_NOOP(
        "Messages", "The result would replace the input {name}. Choose another file or table for the result."
    ),
    "output_locked": QT_TRANSLATE_NOOP(
        "Messages",
        "{name} is in use by another program or window. Close it there, or choose another file. The file is unchanged.",
    ),
    "output_in_edit": QT_TRANSLATE_NOOP(
        "Messages", "Layer '{layer}' shows {name} and is being edited. Save or discard the edits, then run again."
    ),
    "output_folder_missing": QT_TRANSLATE_NOOP(
        "Messages", "The folder {folder} does not exist. Choose a folder that does."
    ),
    "output_not_writable": QT_TRANSLATE_NOOP(
        "Messages",
        "Nothing can be written to {folder} ({reason}). Choose a folder you may write to. What was there is unchanged.",
    ),
    "output_failed": QT_TRANSLATE_NOOP(
        "Messages", "{name} could not be written: {reason}. What was there before is unchanged."
    ),
    "district_needed": QT_TRANSLATE_NOOP(
        "Messages",
        "This index draws on districts, but no column of district codes was recognised in {tables}. Add one, such as "
        "district_code.",
    ),
    "district_missing": QT_TRANSLATE_NOOP(
        "Messages", "Column '{column}' of {table} names no district for {codes}. Every area needs one for this index."
    ),
    "denominator_zero": QT_TRANSLATE_NOOP(
        "Messages",
        "Column '{column}' is zero for {codes}, so no rate can be had there. Correct or leave out these areas.",
    ),
    "numerator_above_denominator": QT_TRANSLATE_NOOP(
        "Messages", "'{indicator}' counts more cases than people for {codes}. Correct these rows."
    ),
    "log_of_negative": QT_TRANSLATE_NOOP(
        "Messages",
        "'{indicator}' goes down to {value}, and a logarithm needs values of 0 or more. Choose another "
        "treatment of its outliers.",
    ),
    "indicator_constant_when_treated": QT_TRANSLATE_NOOP(
        "Messages", "'{indicator}' is the same everywhere once its outliers are treated, so it cannot rank areas."
    ),
    "indicator_incomplete": QT_TRANSLATE_NOOP(
        "Messages",
        "'{indicator}' has no value for {count} area(s), and its definition does not allow that. Fill them in, "
        "or choose what missing values get.",
    ),
    "factor_loading_negative": QT_TRANSLATE_NOOP(
        "Messages",
        "'{indicator}' points the other way than the rest of '{domain}' (loading {loading}). Turn its direction, "
        "leave it out, or use equal weights.",
    ),
    "definition_not_saved": QT_TRANSLATE_NOOP("Messages", "{name} could not be saved: {reason}."),
    "style_unreadable": QT_TRANSLATE_NOOP(
        "Messages", "The style {name} of the plugin cannot be read ({reason}). Install the plugin again."
    ),
}

NOTICES: dict[str, str] = {
    "codes_blank": QT_TRANSLATE_NOOP(
        "Messages", "{count} row(s) of {table} have no code in column '{column}' and were left out."
    ),
    "codes_of_another_kind": QT_TRANSLATE_NOOP(
        "Messages", "{count} row(s) of {table} are not {kind} and were left out: {codes}."
    ),
    "lookup_rows_blank": QT_TRANSLATE_NOOP(
        "Messages", "{count} row(s) of the look-up {table} lack a code and were left out."
    ),
    "not_numbers": QT_TRANSLATE_NOOP(
        "Messages", "{count} value(s) of column '{column}' in {table} are not numbers and count as missing: {marks}."
    ),
    "values_missing": QT_TRANSLATE_NOOP(
        "Messages", "{count} area(s) have no value in column '{column}' of {table}; they are not ranked on it."
    ),
    "areas_unmatched": QT_TRANSLATE_NOOP(
        "Messages", "{count} of {total} areas of {left} are not in {right}: {codes}. They show as no data."
    ),
    "lookup_unmatched": QT_TRANSLATE_NOOP(
        "Messages", "{count} of {total} small areas of the look-up {left} have no score in {right}: {codes}."
    ),
    "not_deprivation": QT_TRANSLATE_NOOP(
        "Messages", "{count} of the {total} areas ranked on need have no deprivation score: {codes}."
    ),
    "no_weights": QT_TRANSLATE_NOOP(
        "Messages",
        "No column of residents was given or found, so every small area counts the same and no people are counted.",
    ),
    "weight_found": QT_TRANSLATE_NOOP("Messages", "Column '{column}' of {table} is used for the number of residents."),
    "weight_not_used": QT_TRANSLATE_NOOP(
        "Messages", "Column '{column}' is not used: the look-up's own residents ('{used}') are."
    ),
    "ties_cross_limit": QT_TRANSLATE_NOOP(
        "Messages",
        "{count} areas share rank {rank} on the {index}, across the limit of {places}: all of them are inside.",
    ),
    "ties_cross_decile": QT_TRANSLATE_NOOP(
        "Messages",
        "{count} areas share rank {rank} on the {index}, across the edge of a decile at {places}: all of them "
        "are in the worse decile.",
    ),
    "empty_geometry": QT_TRANSLATE_NOOP(
        "Messages", "{count} area(s) of {name} have no shape and cannot be drawn: {codes}."
    ),
    "invalid_geometry": QT_TRANSLATE_NOOP(
        "Messages", "{count} area(s) of {name} have faulty shapes (drawn as they are): {codes}."
    ),
    "small_universe": QT_TRANSLATE_NOOP(
        "Messages", "Ranks are among the {found} areas supplied, not among all {wanted} of {place}."
    ),
    "too_few_for_deciles": QT_TRANSLATE_NOOP(
        "Messages", "Only {count} areas are ranked on the {index}, too few for deciles."
    ),
    "indicator_against_domain": QT_TRANSLATE_NOOP(
        "Messages", "'{indicator}' pulls against its domain '{domain}': r = {r}. Check its direction."
    ),
    "values_imputed": QT_TRANSLATE_NOOP("Messages", "'{indicator}' was filled in for {count} area(s) without a value."),
    "heywood_case": QT_TRANSLATE_NOOP(
        "Messages",
        "'{indicator}' takes nearly all of the factor of '{domain}' (a Heywood case): its weight is not firm.",
    ),
    "fewer_indicators": QT_TRANSLATE_NOOP(
        "Messages",
        "{count} ranked area(s) lack some indicators, which makes their ranks more extreme; {worst} of them are "
        "in decile 1.",
    ),
    "rebuilt_and_published": QT_TRANSLATE_NOOP(
        "Messages", "Left behind: rebuilt {rebuilt}, published {published}{differences}."
    ),
    "record_not_written": QT_TRANSLATE_NOOP(
        "Messages", "The run record {name} could not be written beside the result ({reason})."
    ),
}

INFORMATION = {"weight_found"}
"""Notices that only tell how a run went; the others are warnings."""

RULES: dict[str, str] = {
    "text": QT_TRANSLATE_NOOP("Messages", "some text"),
    "number_from_0": QT_TRANSLATE_NOOP("Messages", "a number of 0 or more"),
    "texts": QT_TRANSLATE_NOOP("Messages", "a list of texts"),
    "objects": QT_TRANSLATE_NOOP("Messages", "a list of JSON objects"),
    "object": QT_TRANSLATE_NOOP("Messages", "a JSON object"),
    "identifier": QT_TRANSLATE_NOOP("Messages", "small letters, digits and _ only, not beginning with a digit"),
    "unique": QT_TRANSLATE_NOOP("Messages", "an id that no other domain has"),
    "not_reserved": QT_TRANSLATE_NOOP("Messages", "an id other than cni, imd and index"),
    "at_most_4_levels": QT_TRANSLATE_NOOP("Messages", "at most 4 levels of domains"),
    "weights_not_all_zero": QT_TRANSLATE_NOOP("Messages", "at least one weight above 0"),
    "indicators_published_or_domains": QT_TRANSLATE_NOOP("Messages", "one of 'indicators', 'published' and 'domains'"),
    "factor_needs_three": QT_TRANSLATE_NOOP("Messages", "'equal' or 'given' for fewer than 3 indicators"),
    "both_of_a_ratio": QT_TRANSLATE_NOOP("Messages", "a column name for both numerator and denominator"),
    "columns_or_ratio": QT_TRANSLATE_NOOP("Messages", "given, unless numerator and denominator are"),
    "shrink_needs_ratio": QT_TRANSLATE_NOOP("Messages", "false unless numerator and denominator are given"),
    "true_or_false": QT_TRANSLATE_NOOP("Messages", "true or false"),
    "whole_number_from_1": QT_TRANSLATE_NOOP("Messages", "a whole number of 1 or more"),
}

_INDEX_NAMES = {
    "cni": QT_TRANSLATE_NOOP("Messages", "Community Needs Index"),
    "imd": QT_TRANSLATE_NOOP("Messages", "Index of Multiple Deprivation"),
}


def listed(items: Iterable[object], shown: int = _SHOWN) -> str:
    """Items with commas between them, and how many more there are."""
    texts = [str(item) for item in items]
    more = len(texts) - shown
    if more > 0:
        return ", ".join(texts[:shown]) + " " + _tr("and {count} more").format(count=more)
    return ", ".join(texts)


def _shown(key: str, value: Any) -> Any:
    if key == "index" and value in _INDEX_NAMES:
        return _tr(_INDEX_NAMES[value])
    if isinstance(value, (list, tuple)):
        return listed(value)
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return value
    return f"{value:,}" if isinstance(value, int) else f"{value:g}"


def _sentence(template: str, context: Mapping[str, Any]) -> str:
    return _tr(template).format(**{key: _shown(key, value) for key, value in context.items()})


def _found_text(found: object) -> str:
    """What stands in a definition file where something else should, in words."""
    if found is None:
        return _tr("missing")
    if found in ("", [], {}):
        return _tr("empty")
    if isinstance(found, dict):
        return _tr("a JSON object")
    return _tr("a list") if isinstance(found, list) else str(found)


def _definition_faults(context: Mapping[str, Any]) -> dict[str, Any]:
    parts = []
    for fault in context["faults"]:
        rule = _tr(RULES[fault.rule]) if fault.rule in RULES else fault.rule
        found = _found_text(fault.found)
        parts.append(_tr("{path} is {found}, but must be {rule}").format(path=fault.path, found=found, rule=rule))
    return {"name": context["name"], "count": len(parts), "faults": "; ".join(parts) + "."}


def fault_text(fault: CniError) -> str:
    """The sentence for a fault."""
    context = fault.context
    if fault.code == "definition_faults":
        context = _definition_faults(context)
    return _sentence(FAULTS[fault.code], context)


def notice_text(note: Notice) -> str:
    """The sentence for a notice."""
    context = dict(note.context)
    if note.code == "rebuilt_and_published":
        context["differences"] = _differences(context.pop("not_on_list"), context.pop("only_on_list"))
    return _sentence(NOTICES[note.code], context)


def _differences(not_on_list: list[str], only_on_list: list[str]) -> str:
    """What the rebuilt list has that the published has not, and the other way round."""
    text = ""
    if not_on_list:
        text += ", " + _tr("not on the published list: {names}").format(names=listed(not_on_list, 20))
    if only_on_list:
        text += ", " + _tr("only on the published list: {names}").format(names=listed(only_on_list, 20))
    return text
