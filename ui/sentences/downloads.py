"""Sentences about the catalogue and downloads."""

from __future__ import annotations

from . import QT_TRANSLATE_NOOP

FAULTS: dict[str, str] = {
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
}

NOTICES: dict[str, str] = {
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
}

RULES: dict[str, str] = {
    "web_address": QT_TRANSLATE_NOOP("Messages", "an address that begins with https:// or http://"),
    "two_sizes": QT_TRANSLATE_NOOP("Messages", "two whole numbers from 1, the smaller first"),
    "entry_id": QT_TRANSLATE_NOOP("Messages", "small letters and digits with - between them"),
    "unique_entry": QT_TRANSLATE_NOOP("Messages", "an id that no other entry of the file has"),
    "x_and_y": QT_TRANSLATE_NOOP("Messages", "with both 'x' and 'y', or with neither"),
    "crs_code": QT_TRANSLATE_NOOP("Messages", "a code such as EPSG:27700"),
    "sha256": QT_TRANSLATE_NOOP("Messages", "64 digits and letters from a to f"),
}
