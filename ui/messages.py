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
    "heading_repeated": QT_TRANSLATE_NOOP(
        "Messages", "{table} has more than one column called '{column}'. Rename or leave out all but one."
    ),
    "table_empty": QT_TRANSLATE_NOOP("Messages", "{table} has no rows below its headings. Choose another table."),
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
    "entry_not_found": QT_TRANSLATE_NOOP(
        "Messages",
        "There is no catalogue entry '{name}'. Choose one of {known}, or write file.json#id for an entry of "
        "your own catalogue file.",
    ),
    "entry_not_in_file": QT_TRANSLATE_NOOP(
        "Messages", "The catalogue {file} has no entry '{name}'. It has: {known}. Write file.json#id with one of these."
    ),
    "catalogue_not_json": QT_TRANSLATE_NOOP(
        "Messages", "{name} is not a catalogue file: {reason} (line {line}). It must be JSON text."
    ),
    "catalogue_faults": QT_TRANSLATE_NOOP(
        "Messages", "The catalogue {name} has {count} fault(s); correct them all: {faults}"
    ),
    "output_layer_format": QT_TRANSLATE_NOOP(
        "Messages", "'{title}' has shapes and cannot be saved as {name}. Save it as a GeoPackage (.gpkg)."
    ),
    "download_by_hand": QT_TRANSLATE_NOOP(
        "Messages",
        "'{title}' has no address that a program may fetch it from. Download it by hand from {page}, and "
        "load the file in QGIS.",
    ),
    "download_not_filtered": QT_TRANSLATE_NOOP(
        "Messages",
        "'{title}' is one file, so it cannot be filtered on its way. Leave 'Only rows where' and 'Only "
        "within' blank, and filter the result.",
    ),
    "download_no_answer": QT_TRANSLATE_NOOP(
        "Messages",
        "{host} gave no answer for '{title}' ({reason}). Check the connection and QGIS's proxy (Settings, "
        "Options, Network), and run again.",
    ),
    "download_status": QT_TRANSLATE_NOOP(
        "Messages",
        "{host} does not give '{title}' (HTTP {status} {reason}). Its address may have changed: look at {page}.",
    ),
    "download_busy": QT_TRANSLATE_NOOP(
        "Messages", "{host} could not give '{title}' in {attempts} tries (HTTP {status}). Try again later."
    ),
    "download_wait": QT_TRANSLATE_NOOP(
        "Messages", "{host} asks to wait {seconds} seconds before '{title}' is asked for again. Try again after that."
    ),
    "download_redirect": QT_TRANSLATE_NOOP(
        "Messages",
        "{host} sends '{title}' on to {target}, which is not a web address that may be followed. Look at {page}.",
    ),
    "download_loop": QT_TRANSLATE_NOOP(
        "Messages", "{host} sends '{title}' on from address to address, more than {count} times. Look at {page}."
    ),
    "download_cut": QT_TRANSLATE_NOOP(
        "Messages", "'{title}' broke off on its way from {host} after {received} bytes. Run again."
    ),
    "download_too_slow": QT_TRANSLATE_NOOP(
        "Messages", "'{title}' came too slowly from {host} and was given up after {received} bytes. Try again later."
    ),
    "download_empty": QT_TRANSLATE_NOOP(
        "Messages", "{host} sent nothing in place of '{title}'. Try again later, or look at {page}."
    ),
    "download_too_small": QT_TRANSLATE_NOOP(
        "Messages", "{host} sent only {found} bytes in place of '{title}', which has at least {least}. Look at {page}."
    ),
    "download_too_large": QT_TRANSLATE_NOOP(
        "Messages", "{host} sends more in place of '{title}' than the {limit} bytes it may have. Look at {page}."
    ),
    "download_wrong_type": QT_TRANSLATE_NOOP(
        "Messages",
        "{host} sent {found} in place of '{title}', which should be {wanted}. Its address may have changed: "
        "look at {page}.",
    ),
    "download_damaged": QT_TRANSLATE_NOOP(
        "Messages",
        "What {host} sent in place of '{title}' is damaged ({reason}). Run again; if it stays so, look at {page}.",
    ),
    "download_changed": QT_TRANSLATE_NOOP(
        "Messages",
        "'{title}' is no longer the file that the catalogue knows (its SHA-256 begins with {found}, not with "
        "{wanted}). Look at {page}.",
    ),
    "download_columns": QT_TRANSLATE_NOOP(
        "Messages",
        "'{title}' lacks the column(s) {missing}. It has: {columns}. The publisher may have changed it: look "
        "at {page}.",
    ),
    "archive_damaged": QT_TRANSLATE_NOOP(
        "Messages",
        "The zip file of '{title}' from {host} is damaged ({reason}). Run again; if it stays so, look at {page}.",
    ),
    "archive_unsafe": QT_TRANSLATE_NOOP(
        "Messages",
        "The zip file of '{title}' from {host} was not unpacked: '{name}' in it is a link, locked, or would "
        "be written outside its folder. Look at {page}.",
    ),
    "archive_too_large": QT_TRANSLATE_NOOP(
        "Messages",
        "The zip file of '{title}' from {host} was not unpacked: it would grow too large ({found}, where "
        "{limit} {of} is the limit). Look at {page}.",
    ),
    "archive_without": QT_TRANSLATE_NOOP(
        "Messages",
        "The zip file of '{title}' from {host} holds no file like {pattern}. It holds: {names}. Look at {page}.",
    ),
    "service_error": QT_TRANSLATE_NOOP(
        "Messages", "{host} cannot answer for '{title}': {reason}. Check 'Only rows where', or look at {page}."
    ),
    "service_unsuited": QT_TRANSLATE_NOOP(
        "Messages",
        "{host} does not answer for '{title}' as a map service does. Its address may have changed: look at {page}.",
    ),
    "service_repeats": QT_TRANSLATE_NOOP(
        "Messages",
        "{host} sent the same row of '{title}' twice (number {id}), so others would be missing. Try again later.",
    ),
    "service_incomplete": QT_TRANSLATE_NOOP(
        "Messages", "{host} counts {expected} rows of '{title}' but sent {received}. Try again later."
    ),
    "service_rows": QT_TRANSLATE_NOOP(
        "Messages", "{host} has {found} rows of '{title}', where {least} to {most} are expected. Look at {page}."
    ),
    "service_no_rows": QT_TRANSLATE_NOOP(
        "Messages", "No row of '{title}' is left. Check 'Only rows where' and 'Only within'."
    ),
    "cache_not_writable": QT_TRANSLATE_NOOP(
        "Messages",
        "Downloads cannot be kept in {folder} ({reason}). Make room there, or give yourself the right to write there.",
    ),
    "lookup_one_column": QT_TRANSLATE_NOOP(
        "Messages", "The look-up {table} would lead from column '{column}' to itself. Choose two different columns."
    ),
    "lookup_column_unclear": QT_TRANSLATE_NOOP(
        "Messages",
        "Which column of the look-up {table} to use for {parameter} is not clear: it has {columns}. Name the column.",
    ),
    "bridge_nothing_chosen": QT_TRANSLATE_NOOP(
        "Messages",
        "Nothing says how the columns of {table} travel. It has: {columns}. Choose counts under 'Columns to "
        "sum', rates "
        "and scores under 'Columns to average', kinds under 'Columns by majority'. Ranks and deciles cannot travel.",
    ),
    "bridge_column_twice": QT_TRANSLATE_NOOP(
        "Messages", "Column '{column}' of {table} is chosen twice. A column is summed, averaged or taken by majority."
    ),
    "bridge_column_reserved": QT_TRANSLATE_NOOP(
        "Messages",
        "Column '{column}' of {table} cannot travel, since the result has a column of that name with another meaning. "
        "Leave it out, or rename it.",
    ),
    "bridge_rank": QT_TRANSLATE_NOOP(
        "Messages",
        "Column '{column}' of {table} holds ranks or deciles. They say nothing of other areas: carry the score or the "
        "count behind them, and rank the new areas by it.",
    ),
    "bridge_no_numbers": QT_TRANSLATE_NOOP(
        "Messages",
        "Column '{column}' of {table} holds no number at all, so it can be neither summed nor averaged. "
        "Choose it under "
        "'Columns by majority' if it holds kinds.",
    ),
    "not_a_result": QT_TRANSLATE_NOOP(
        "Messages",
        "{table} has no column '{column}', so it is no result. Choose a layer that 'Map community need and "
        "deprivation' "
        "or 'Overlay finished scores' made.",
    ),
    "categories_unknown": QT_TRANSLATE_NOOP(
        "Messages",
        "Column 'category' of {table} holds {found}, but a result has only {allowed}. Choose a result as it was made.",
    ),
    "not_a_decile": QT_TRANSLATE_NOOP(
        "Messages",
        "Column '{column}' of {table} holds {found}, but deciles go from 1 to 10. Choose a result as it was made.",
    ),
    "no_residents": QT_TRANSLATE_NOOP(
        "Messages",
        "No column of residents was given or found in {tables}. Name one: POINTS_POPULATION, LOOKUP_WEIGHT or "
        "TARGET_LOOKUP_WEIGHT.",
    ),
    "overlap_no_people": QT_TRANSLATE_NOOP(
        "Messages",
        "Nothing says where people live. Give small areas with residents, or both look-ups from small areas; "
        "only where "
        "there are none, tick 'Estimate by land area'.",
    ),
    "overlap_land_and_people": QT_TRANSLATE_NOOP(
        "Messages",
        "'Estimate by land area' is ticked although small areas or look-ups say where people live. Untick it, or leave "
        "these out.",
    ),
    "overlap_no_population": QT_TRANSLATE_NOOP(
        "Messages",
        "{table} holds no residents ('population'), so its land says nothing about people. Give small areas with "
        "residents instead.",
    ),
    "overlap_code_blank": QT_TRANSLATE_NOOP(
        "Messages", "{count} row(s) of {table} have no code in column '{column}'. Fill them in, or name another column."
    ),
    "not_points": QT_TRANSLATE_NOOP(
        "Messages", "{name} holds neither points nor polygons. Choose a layer of small areas, such as output areas."
    ),
    "crs_in_degrees": QT_TRANSLATE_NOOP(
        "Messages",
        "Land cannot be measured in degrees, and that is what {names} are in. Export one of them in metres, "
        "for example "
        "EPSG:27700.",
    ),
    "working_crs_unknown": QT_TRANSLATE_NOOP(
        "Messages",
        "The coordinate system to measure in is not known. Choose one in metres, such as EPSG:27700 (British National "
        "Grid).",
    ),
    "working_crs": QT_TRANSLATE_NOOP(
        "Messages",
        "{crs} is in {units}, so metres cannot be measured in it. Choose a coordinate system in metres, such as "
        "EPSG:27700 (British National Grid).",
    ),
    "distance_not_number": QT_TRANSLATE_NOOP(
        "Messages", "'{name}' must be a number of metres, 0 or more. CNI 2019 uses 1,000."
    ),
    "no_shapes": QT_TRANSLATE_NOOP(
        "Messages",
        "{name} is a table without shapes. Choose a layer of points, lines or polygons; a CSV file with coordinates "
        "can be loaded by Layer, Add Layer, Add Delimited Text Layer.",
    ),
    "centres_not_points": QT_TRANSLATE_NOOP(
        "Messages", "{name} holds no points. Choose a layer of points with residents."
    ),
    "places_none": QT_TRANSLATE_NOOP(
        "Messages", "{name} holds no place with a position. Check its filter and selection, or choose another layer."
    ),
    "areas_none": QT_TRANSLATE_NOOP(
        "Messages", "{name} holds no area with a shape. Check its filter and selection, or choose another layer."
    ),
    "residents_not_found": QT_TRANSLATE_NOOP(
        "Messages", "No column of residents was recognised in {table}. It has: {columns}. Name the column of residents."
    ),
    "population_zero": QT_TRANSLATE_NOOP(
        "Messages",
        "The column of residents of {table} is zero for {count} area(s), first {codes}, so nothing can be given per "
        "1,000 residents. Correct or blank them, or choose only measures that need no residents.",
    ),
    "measure_needs_residents": QT_TRANSLATE_NOOP(
        "Messages",
        "A measure per 1,000 residents was chosen, but no column of residents was given or recognised in {name}. Name "
        "the column, or leave these measures out.",
    ),
    "measure_needs_polygons": QT_TRANSLATE_NOOP(
        "Messages",
        "The share covered was chosen, but {name} holds no polygons, so it covers no ground. Choose other measures, or "
        "a layer of polygons.",
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
    "values_missing_several": QT_TRANSLATE_NOOP(
        "Messages",
        "Areas without a value in columns of {table}: {columns} ({counts} of them); they are not ranked on these.",
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
    "downloaded": QT_TRANSLATE_NOOP("Messages", "{rows} rows of '{title}' were downloaded on {day}."),
    "from_cache": QT_TRANSLATE_NOOP(
        "Messages",
        "{rows} rows of '{title}' are from the copy downloaded on {day}; nothing was fetched. Tick 'Download "
        "again' for today's.",
    ),
    "copy_kept": QT_TRANSLATE_NOOP(
        "Messages", "The copy of '{title}' downloaded on {day} is kept: run again without 'Download again' to use it."
    ),
    "entry_unchecked": QT_TRANSLATE_NOOP(
        "Messages", "The address of '{title}' has not been confirmed. Compare what you get with {page}."
    ),
    "attribution": QT_TRANSLATE_NOOP("Messages", "Show this wherever the data is used: {text} Licence: {licence}."),
    "shared_equally": QT_TRANSLATE_NOOP(
        "Messages",
        "{count} area(s) of the look-up {table} lie in several others and have no weights, so they are shared equally: "
        "{codes}.",
    ),
    "bridge_total": QT_TRANSLATE_NOOP(
        "Messages", "{column}: {into} in, {out} out, {lost} lost ({rows} rows unmatched)."
    ),
    "bridge_no_weights": QT_TRANSLATE_NOOP(
        "Messages",
        "No weights were given or found, so every area of the table counts the same in averages and majorities.",
    ),
    "bridge_unmatched": QT_TRANSLATE_NOOP(
        "Messages", "{count} of {total} rows of {left} are not in the look-up {right} and are lost: {codes}."
    ),
    "bridge_partial": QT_TRANSLATE_NOOP(
        "Messages",
        "{count} of {total} areas lack a value for a part of them (quality 'partial'; 'missing' names the columns): "
        "{codes}.",
    ),
    "bridge_tied": QT_TRANSLATE_NOOP(
        "Messages",
        "In {count} of {total} areas two kinds have equal weight, and the first of the alphabet was taken "
        "('tied' names "
        "the columns): {codes}.",
    ),
    "chain_shared_equally": QT_TRANSLATE_NOOP(
        "Messages",
        "{count} middle area(s) hold several small areas of {table}, whose residents it does not give, so their "
        "residents are shared equally: {codes}.",
    ),
    "chain_leads_nowhere": QT_TRANSLATE_NOOP(
        "Messages", "{count} middle area(s) of {left} are not in {right}, so what lies in them leads nowhere: {codes}."
    ),
    "chain_not_reached": QT_TRANSLATE_NOOP(
        "Messages", "{count} middle area(s) of {right} are not in {left}, so no small area leads to them: {codes}."
    ),
    "chain_no_residents": QT_TRANSLATE_NOOP(
        "Messages",
        "Neither look-up has residents, so the weights are shares, which sum to 1 for each small area: they "
        "count no people.",
    ),
    "overlap_no_residents": QT_TRANSLATE_NOOP(
        "Messages", "{count} of {total} places hold no residents of any small area, so they have no shares: {names}."
    ),
    "overlap_unknown": QT_TRANSLATE_NOOP(
        "Messages",
        "In {count} of {total} places most residents live where the result has no data or no area: {names}.",
    ),
    "overlap_partial": QT_TRANSLATE_NOOP(
        "Messages", "{count} of {total} places are known in part only (quality 'partial'): {names}."
    ),
    "overlap_two_areas": QT_TRANSLATE_NOOP(
        "Messages", "{count} point(s) stand in two areas of {table} that overlap, and count in the first."
    ),
    "overlap_by_land": QT_TRANSLATE_NOOP(
        "Messages",
        "Estimated by land area: residents are taken as spread evenly over each area, which they are not.",
    ),
    "places_repaired": QT_TRANSLATE_NOOP(
        "Messages", "{count} place(s) of {name} have faulty shapes, repaired for measuring (feature numbers): {codes}."
    ),
    "places_without_shape": QT_TRANSLATE_NOOP(
        "Messages", "{count} place(s) of {name} have no shape and were left out (feature numbers): {codes}."
    ),
    "places_lost": QT_TRANSLATE_NOOP(
        "Messages",
        "{count} feature(s) of {name} have coordinates outside the system measured in and were left out (feature "
        "numbers): {codes}.",
    ),
    "areas_repaired": QT_TRANSLATE_NOOP(
        "Messages", "{count} area(s) of {name} have faulty shapes, repaired for measuring: {codes}."
    ),
    "areas_without_shape": QT_TRANSLATE_NOOP(
        "Messages", "{count} area(s) of {name} have no shape, so nothing was measured for them: {codes}."
    ),
    "places_far": QT_TRANSLATE_NOOP(
        "Messages",
        "None of the {count} place(s) of {name} lies within {distance} m of an area. Check that its coordinate system "
        "is set right.",
    ),
    "places_shared": QT_TRANSLATE_NOOP(
        "Messages",
        "{count} different place(s) were counted {times} times, once for each area they are in or near: the counts of "
        "areas do not add up.",
    ),
    "residents_unknown": QT_TRANSLATE_NOOP(
        "Messages", "{count} area(s) of {table} have no number of residents, so they have no rate: {codes}."
    ),
    "centres_missing": QT_TRANSLATE_NOOP(
        "Messages",
        "{count} area(s) have no residents in {name}; their distance starts from a point inside them instead: {codes}.",
    ),
    "centres_unknown": QT_TRANSLATE_NOOP(
        "Messages", "{count} row(s) of {table} have no number in column '{column}' and count as nobody."
    ),
}

INFORMATION = {"weight_found", "attribution", "downloaded", "from_cache", "bridge_total", "places_shared"}
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
    "web_address": QT_TRANSLATE_NOOP("Messages", "an address that begins with https:// or http://"),
    "two_sizes": QT_TRANSLATE_NOOP("Messages", "two whole numbers from 1, the smaller first"),
    "entry_id": QT_TRANSLATE_NOOP("Messages", "small letters and digits with - between them"),
    "unique_entry": QT_TRANSLATE_NOOP("Messages", "an id that no other entry of the file has"),
    "x_and_y": QT_TRANSLATE_NOOP("Messages", "with both 'x' and 'y', or with neither"),
    "crs_code": QT_TRANSLATE_NOOP("Messages", "a code such as EPSG:27700"),
    "sha256": QT_TRANSLATE_NOOP("Messages", "64 digits and letters from a to f"),
}

_INDEX_NAMES = {
    "cni": QT_TRANSLATE_NOOP("Messages", "Community Needs Index"),
    "imd": QT_TRANSLATE_NOOP("Messages", "Index of Multiple Deprivation"),
}

_FILE_KINDS = {
    "html": QT_TRANSLATE_NOOP("Messages", "a web page"),
    "xml": QT_TRANSLATE_NOOP("Messages", "an XML message"),
    "json": QT_TRANSLATE_NOOP("Messages", "JSON text"),
    "text": QT_TRANSLATE_NOOP("Messages", "a table as text"),
    "zip": QT_TRANSLATE_NOOP("Messages", "a zip file or workbook"),
    "geopackage": QT_TRANSLATE_NOOP("Messages", "a GeoPackage"),
    "gzip": QT_TRANSLATE_NOOP("Messages", "a gzip file"),
    "pdf": QT_TRANSLATE_NOOP("Messages", "a PDF"),
    "picture": QT_TRANSLATE_NOOP("Messages", "a picture"),
    "binary": QT_TRANSLATE_NOOP("Messages", "a file of an unknown kind"),
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
    if fault.code in ("definition_faults", "catalogue_faults"):
        context = _definition_faults(context)
    elif fault.code == "download_wrong_type":
        kinds = {key: _tr(_FILE_KINDS[context[key]]) for key in ("found", "wanted")}
        context = {**context, **kinds}
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
