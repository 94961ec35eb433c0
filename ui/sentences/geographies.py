"""Sentences about boundaries, look-ups, bridges, patches and places."""

from __future__ import annotations

from . import QT_TRANSLATE_NOOP

FAULTS: dict[str, str] = {
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
        "would be counted twice. Name the look-up's own column of residents, or use a look-up "
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
    "lookup_one_column": QT_TRANSLATE_NOOP(
        "Messages", "The look-up {table} would lead from column '{column}' to itself. Choose two different columns."
    ),
    "lookup_column_unclear": QT_TRANSLATE_NOOP(
        "Messages",
        "Which column of the look-up {table} is the '{parameter}' is not clear: it has {columns}. Name the column.",
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
    "result_record_missing": QT_TRANSLATE_NOOP(
        "Messages",
        "{table} holds no run record, which says what was computed and from what, so it cannot be printed. Keep the "
        "file that ends in .run.json beside the result, or make the result again.",
    ),
    "page_focus_empty": QT_TRANSLATE_NOOP(
        "Messages",
        "No area of {table} is left to show where: {focus}. It has the columns {columns}. Correct the condition.",
    ),
    "page_selection_empty": QT_TRANSLATE_NOOP(
        "Messages", "No area of {table} is selected. Select the areas to show, or show all."
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
        "No column of residents was given or found in {tables}. Name the column of residents of the points or of "
        "a look-up.",
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
    "lookup_rows_blank": QT_TRANSLATE_NOOP(
        "Messages", "{count} row(s) of the look-up {table} lack a code and were left out."
    ),
    "lookup_unmatched": QT_TRANSLATE_NOOP(
        "Messages", "{count} of {total} small areas of the look-up {left} have no score in {right}: {codes}."
    ),
    "no_weights": QT_TRANSLATE_NOOP(
        "Messages",
        "No column of residents was given or found, so every small area counts the same and no people are counted.",
    ),
    "weight_found": QT_TRANSLATE_NOOP("Messages", "Column '{column}' of {table} is used for the number of residents."),
    "weight_not_used": QT_TRANSLATE_NOOP(
        "Messages", "Column '{column}' is not used: the look-up's own residents ('{used}') are."
    ),
    "empty_geometry": QT_TRANSLATE_NOOP(
        "Messages", "{count} area(s) of {name} have no shape and cannot be drawn: {codes}."
    ),
    "invalid_geometry": QT_TRANSLATE_NOOP(
        "Messages", "{count} area(s) of {name} have faulty shapes (drawn as they are): {codes}."
    ),
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
