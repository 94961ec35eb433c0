"""Sentences about tables, columns, codes and numbers."""

from __future__ import annotations

from . import QT_TRANSLATE_NOOP

FAULTS: dict[str, str] = {
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
    "codes_of_another_year": QT_TRANSLATE_NOOP(
        "Messages",
        "{left} has {left_geography}, but {right} has {right_geography}: {missing} of {total} codes are not "
        "found, such as {examples}. Use files of the same year, or carry one over with 'Carry a table to other "
        "areas' or 'Join two look-ups'.",
    ),
    "infinite_values": QT_TRANSLATE_NOOP(
        "Messages", "Column '{column}' of {table} holds infinite numbers, first for {rows}. Correct or blank them."
    ),
    "negative_values": QT_TRANSLATE_NOOP(
        "Messages",
        "Column '{column}' of {table} counts people but holds numbers below zero, first for {rows}. Correct or blank "
        "them.",
    ),
    "score_empty": QT_TRANSLATE_NOOP(
        "Messages", "Column '{column}' of {table} holds no number at all. Choose the column that holds the score."
    ),
    "score_constant": QT_TRANSLATE_NOOP(
        "Messages",
        "Column '{column}' of {table} is {value} everywhere, so it cannot rank areas. Choose another column.",
    ),
    "rank_as_score": QT_TRANSLATE_NOOP(
        "Messages",
        "Column '{column}' of {table} holds ranks, where 1 is worst; a score is higher where things are worse. "
        "Choose the column of scores.",
    ),
    "score_not_found": QT_TRANSLATE_NOOP(
        "Messages",
        "No column of deprivation scores was recognised in {table}. It has: {columns}. Name the score column.",
    ),
    "need_score_not_found": QT_TRANSLATE_NOOP(
        "Messages",
        "No column of community need scores was recognised in {table}. It has: {columns}. Name the score column.",
    ),
}

NOTICES: dict[str, str] = {
    "codes_blank": QT_TRANSLATE_NOOP(
        "Messages", "{count} row(s) of {table} have no code in column '{column}' and were left out."
    ),
    "codes_of_another_kind": QT_TRANSLATE_NOOP(
        "Messages", "{count} row(s) of {table} are not {kind} and were left out: {codes}."
    ),
    "not_numbers": QT_TRANSLATE_NOOP(
        "Messages", "{count} value(s) of column '{column}' in {table} are not numbers and count as missing: {marks}."
    ),
    "values_missing": QT_TRANSLATE_NOOP(
        "Messages", "{count} area(s) have no value in column '{column}' of {table}, and count as missing there."
    ),
    "values_missing_several": QT_TRANSLATE_NOOP(
        "Messages",
        "Some areas have no value in columns of {table} and count as missing there: {columns} ({counts} areas).",
    ),
    "areas_unmatched": QT_TRANSLATE_NOOP(
        "Messages", "{count} of {total} areas of {left} are not in {right}: {codes}. They show as no data."
    ),
}
