"""Every way in which a publisher may answer badly, with the sentence that the user must then read."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from email.utils import formatdate
from typing import Any

from bad_server import (
    CSV,
    MOST,
    Answer,
    ArcGis,
    closes,
    cut_gzip,
    drips,
    endless,
    feature,
    geojson,
    gzip_bomb,
    half,
    lying_size,
    no_gzip,
    redirects,
    refuses,
    sends,
    stalls,
    wrong_checksum,
    zipped,
)

GOOD = sends(CSV)


@dataclass(frozen=True)
class BadAnswer:
    """A bad answer. words: parts of the sentence the user must read. entry: what the catalogue says in this case.

    good: the answer of the next run, if there is one. tries: how often the address is asked for; None where that may
    differ. limits: settings of the network for this case.
    """

    id: str
    answer: Answer
    words: list[str]
    entry: dict[str, Any] = field(default_factory=dict)
    good: Answer | None = GOOD
    tries: int | None = 1
    limits: dict[str, Any] = field(default_factory=dict)


_SERVICE = {
    "format": "arcgis",
    "type": "polygon",
    "columns": {"code": "WD22CD"},
    "rows": [10, 1000],
    "bytes": None,
}
_GEOJSON = {"format": "geojson", "type": "polygon", "columns": {"code": "WD22CD"}}
_ZIP = {"format": "zip", "member": "*.csv"}
_XLSX = {"format": "xlsx", "columns": {}}
_GOOD_ZIP = sends(zipped({"data.csv": CSV}), "application/zip")
_GOOD_GEOJSON = sends(geojson(), "application/geo+json")
_HTML = b"<!DOCTYPE html><html><body>Service unavailable</body></html>"
_AGAIN = "Run again"
_LATER = "Try again later"
_LOOK = "look at http://127.0.0.1/page"


def _file(id: str, answer: Answer, words: list[str], tries: int | None = 1, **entry: Any) -> BadAnswer:
    return BadAnswer(id, answer, words, entry, tries=tries)


def _zip(id: str, body: bytes, words: list[str]) -> BadAnswer:
    return BadAnswer(id, sends(body, "application/zip"), words, _ZIP, _GOOD_ZIP)


def _service(id: str, answer: Answer, words: list[str]) -> BadAnswer:
    return BadAnswer(id, answer, words, _SERVICE, ArcGis(), None)


def _json(id: str, body: bytes, words: list[str]) -> BadAnswer:
    return BadAnswer(id, sends(body, "application/geo+json"), words, _GEOJSON, _GOOD_GEOJSON)


def _date(seconds: float) -> str:
    return formatdate(time.time() + seconds, usegmt=True)


FILES = [
    _file("429 for ever", refuses(429), ["3 tries", "HTTP 429", _LATER], 3),
    _file("429 with a wait too long", refuses(429, Retry_After="3600"), ["asks to wait 3,600 seconds"]),
    _file("503 with a date too far", refuses(503, Retry_After=_date(9000)), ["asks to wait", "seconds"]),
    _file("500 for ever", refuses(500), ["3 tries", "HTTP 500", _LATER], 3),
    _file("404", refuses(404), ["HTTP 404", "address may have changed", _LOOK]),
    _file("401 without sign-in", refuses(401), ["HTTP 401"], None),
    _file("204 without content", refuses(204, b""), ["HTTP 204"]),
    _file("206 unasked for", refuses(206, CSV), ["HTTP 206"]),
    _file("connection closed at once", closes, ["gave no answer", "proxy"], None),
    _file("half a body", half(), ["broke off", _AGAIN], None),
    _file("cut gzip", cut_gzip, ["broke off", _AGAIN], 3),
    _file("gzip that is none", no_gzip, ["damaged", _AGAIN], 3),
    _file("gzip bomb", gzip_bomb, ["more", "than the 200,000 bytes"]),
    _file("empty body", sends(b""), ["sent nothing"]),
    _file("blanks only", sends(b" \r\n\r\n"), ["sent nothing"]),
    _file("too small", sends(CSV[:80]), ["only 80 bytes", "at least 300"]),
    _file("too large, and says so", sends(CSV * 500), ["more", "than the 200,000 bytes"]),
    _file("too large without an end", endless, ["more", "than the 200,000 bytes"]),
    BadAnswer("slow drip", drips, ["too slowly", _LATER], limits={"longest": 0.4}),
    BadAnswer("stall", stalls, ["too slowly", _LATER], limits={"stall": 0.3}),
    _file("web page for a table", sends(_HTML * 9, "text/html"), ["sent a web page", "a table as text", _LOOK]),
    _file("web page called a table", sends(_HTML * 9), ["sent a web page", _LOOK]),
    _file("table called a web page", sends(CSV, "text/html"), ["sent a web page", _LOOK]),
    _file("error as JSON for a table", sends(b'{"error": "quota"}' * 30), ["sent JSON text", _LOOK]),
    _file("error as XML for a table", sends(b"<Error>no</Error>" * 30), ["sent an XML message", _LOOK]),
    _file("zip for a table", sends(zipped({"a.bin": bytes(range(256)) * 4})), ["sent a zip file"]),
    _file("picture for a table", sends(b"\x89PNG\r\n\x1a\n" + CSV), ["sent a picture"]),
    _file("UTF-16 text", sends(CSV.decode().encode("utf-16")), ["sent a file of an unknown kind"]),
    _file("no text in any encoding", sends(CSV + b"E05,\x81\x8d\xff,1,1\n"), ["damaged", _AGAIN]),
    _file("NUL in a table", sends(CSV * 2 + b"E05,\x00,1,1\n"), ["damaged"]),
    _file("row with too many values", sends(CSV + b"1,2,3,4,5,6,7\n"), ["damaged", "line 62"]),
    _file("column gone", sends(CSV.replace(b"area_code", b"gss")), ["lacks the column(s) area_code", "gss, area_name"]),
    _file("other content than pinned", sends(CSV), ["SHA-256", "no longer the file"], sha256="0" * 64),
    _file("redirect to a file", redirects("file:///etc/passwd"), ["on to file:///etc/passwd", "may be followed"]),
    _file("redirect to ftp", redirects("ftp://127.0.0.1/data.csv"), ["on to ftp://", "may be followed"]),
    _file("redirect to no host", redirects("http:///x"), ["may be followed"], None),
    _file("redirect without an address", lambda h: h.send(status=302), ["address to address"], None),
    _file("redirect loop", redirects("SELF"), ["address to address", "more than 3 times"], 4),
]
OTHERS = [
    _zip("zip with a parent folder", zipped({"../data.csv": CSV}), ["not unpacked", "../data.csv"]),
    _zip("zip with a parent folder beside", zipped({"data.csv": CSV, "a/../../x": CSV}), ["not unpacked", "a/../../x"]),
    _zip("zip with a Windows parent", zipped({"data.csv": CSV, "..\\x": CSV}), ["not unpacked"]),
    _zip("zip with an absolute path", zipped({"/tmp/data.csv": CSV}), ["not unpacked", "/tmp/data.csv"]),
    _zip("zip with a drive", zipped({"C:/data.csv": CSV}), ["not unpacked", "C:/data.csv"]),
    _zip("zip with a link", zipped({"data.csv": b"/etc/passwd"}, links=("data.csv",)) + b"\0" * 300, ["not unpacked"]),
    _zip("zip bomb", zipped({"data.csv": b"a" * 100_000_000}), ["not unpacked", "200 times"]),
    _zip("zip bomb of many files", zipped({f"{i}.csv": b"a" for i in range(60)}), ["not unpacked", "50 files"]),
    _zip("zip that lies about a size", lying_size(), ["damaged"]),
    _zip("zip with a wrong checksum", wrong_checksum(), ["zip file", "damaged", "CRC"]),
    _zip("zip without the file", zipped({"readme.txt": CSV}), ["no file like *.csv", "readme.txt"]),
    _zip("zip that is none", b"PK\x03\x04" + CSV, ["zip file", "damaged"]),
    _zip("zip cut in the middle", zipped({f"{i}.csv": CSV for i in range(9)})[:1500], ["zip file", "damaged"]),
    _zip("zip with a wrong table", zipped({"data.csv": b"a,b\n" * 99 + bytes(range(256))}), ["damaged"]),
    BadAnswer("workbook that is none", sends(zipped({"a.txt": bytes(range(256)) * 3})), ["damaged"], _XLSX, None),
    _json("geojson cut in the middle", geojson()[: len(geojson()) // 2], ["damaged", _AGAIN]),
    _json("geojson that is not UTF-8", geojson().replace(b"Ward 7", b"W\xe9rd 7"), ["damaged", _AGAIN]),
    _json("geojson without rows", b'{"type": "FeatureCollection", "features": []}' + b" " * 400, ["sent nothing"]),
    _json("geojson that is another object", b'{"message": "no"}' + b" " * 400, ["damaged"]),
    _json("geojson of points", geojson(point=True), ["damaged"]),
]
SERVICES = [
    _service(
        "service: error with status 200",
        ArcGis(error={"code": 400, "message": "Invalid query", "details": ["'x' is no field"]}),
        ["Invalid query 'x' is no field", "Only rows where"],
    ),
    _service("service: busy with status 200", ArcGis(error={"code": 504, "message": "Timed out"}), ["Timed out"]),
    _service(
        "service: token needed",
        ArcGis(error={"code": 499, "message": "Token Required", "details": []}),
        ["Token Required"],
    ),
    _service("service: error as text", lambda h: h.send_json({"error": "down"}), ["down"]),
    _service("service: web page", sends(_HTML, "text/html"), ["sent a web page", "JSON text"]),
    _service("service: JSON list", lambda h: h.send_json([1]), ["damaged"]),
    _service("service: cut JSON", sends(b'{"maxRecordCount": 10, "fie', "application/json"), ["damaged"]),
    _service("service: not UTF-8", sends(b'{"name": "\xe9\xff"}', "application/json"), ["damaged"]),
    _service("service: empty", sends(b"", "application/json"), ["sent nothing"]),
    _service(
        "service: no object ids", ArcGis(about={"objectIdField": None, "fields": []}), ["not answer", "map service"]
    ),
    _service("service: no count", ArcGis(count="many"), ["not answer", "map service"]),
    _service(
        "service: columns changed",
        ArcGis(about={"fields": [{"name": "gss", "type": "x"}]}),
        ["lacks the column(s) WD22CD"],
    ),
    _service(
        "service: same page for ever",
        ArcGis(change=lambda o, p: [feature(i) for i in range(MOST)]),
        ["same row", "number 1"],
    ),
    _service("service: one row twice in a page", ArcGis(change=lambda o, p: [p[0], *p[:-1]]), ["same row"]),
    _service(
        "service: pages end early", ArcGis(change=lambda o, p: p if o < 20 else []), ["counts 47 rows", "sent 20"]
    ),
    _service("service: a row missing", ArcGis(change=lambda o, p: [f for f in p if f["id"] != 44]), ["same row"]),
    _service("service: the last rows missing", ArcGis(count=50), ["counts 50 rows", "sent 47"]),
    _service("service: more rows than counted", ArcGis(count=15), ["counts 15 rows", "sent 20"]),
    _service("service: too few rows", ArcGis(count=3), ["has 3 rows", "10 to 1,000"]),
    _service("service: too many rows", ArcGis(count=70000), ["has 70,000 rows"]),
    _service("service: no rows at all", ArcGis(rows=0), ["No row", "is left"]),
    _service(
        "service: rows without ids",
        ArcGis(change=lambda o, p: [{**f, "id": None, "properties": {}} for f in p]),
        ["map service"],
    ),
    _service("service: features that are none", ArcGis(change=lambda o, p: [1, 2]), ["map service"]),
    _service(
        "service: properties that are none",
        ArcGis(change=lambda o, p: [{**f, "properties": [1]} for f in p]),
        ["map service"],
    ),
    _service("service: JSON too deep", sends(b"[" * 200_000, "application/json"), ["damaged"]),
    _service(
        "service: busy on the third page",
        lambda h: (refuses(503) if h.query.get("resultOffset") == "20" else ArcGis())(h),
        ["HTTP 503", "3 tries"],
    ),
    _service(
        "service: half a page",
        lambda h: (half(geojson(), "application/json") if h.query.get("resultOffset") == "20" else ArcGis())(h),
        ["broke off"],
    ),
]
BAD_ANSWERS = [*FILES, *OTHERS, *SERVICES]
