"""Sentences about definitions, indicators, weights, limits and universes."""

from __future__ import annotations

from . import QT_TRANSLATE_NOOP

FAULTS: dict[str, str] = {
    "weights_all_zero": QT_TRANSLATE_NOOP(
        "Messages", "All weights in '{domain}' are zero. Give at least one of its domains a weight above zero."
    ),
    "weight_negative": QT_TRANSLATE_NOOP(
        "Messages", "The weight of '{domain}' is {weight}. A weight must be a number of zero or more."
    ),
    "weight_unknown_domain": QT_TRANSLATE_NOOP(
        "Messages", "There is no domain or indicator '{domain}' to weight. This index has: {domains}."
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
    "universe_too_small": QT_TRANSLATE_NOOP(
        "Messages",
        "{index} ranks all {wanted} areas of {place}, but the tables hold only {found}. Use the whole table. To rank "
        "these areas among themselves, set 'Rank among' to 'Areas shown only' in 'Map community need and deprivation'.",
    ),
    "definition_of_other_areas": QT_TRANSLATE_NOOP(
        "Messages",
        "{index} is about {wanted}, but {table} holds {found}, such as {examples}. Choose the index that fits "
        "the table, or the table that fits the index.",
    ),
    "two_nations": QT_TRANSLATE_NOOP(
        "Messages", "{index} ranks one nation at a time, but the tables hold areas of {places}. Use one nation's table."
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
    "domain_empty": QT_TRANSLATE_NOOP(
        "Messages",
        "No area has two thirds of the indicators of '{domain}', so it cannot be computed. Fill in values, or "
        "choose what missing values get.",
    ),
    "factor_not_found": QT_TRANSLATE_NOOP(
        "Messages",
        "No common factor can be found for '{domain}': too few areas have all its indicators, one repeats "
        "others, or they have nothing in common. Use equal or given weights.",
    ),
}

NOTICES: dict[str, str] = {
    "not_deprivation": QT_TRANSLATE_NOOP(
        "Messages", "{count} of the {total} areas ranked on need have no deprivation score: {codes}."
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
    "rebuilt_as_published": QT_TRANSLATE_NOOP(
        "Messages",
        "Left behind: the {count} areas that the publishers list, too.",
    ),
    "rebuilt_and_published": QT_TRANSLATE_NOOP(
        "Messages", "Left behind: rebuilt {rebuilt}, published {published}{differences}."
    ),
}

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
