"""A local HTTP server that answers as a publisher does on a good day, and in every way it may on a bad one."""

from __future__ import annotations

import gzip
import io
import json
import stat
import struct
import threading
import zipfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

CSV = b"area_code,area_name,score,count\n" + b"".join(
    f'E05{i:06d},Ward {i},{i / 4},"{i * 1000:,}"\n'.encode() for i in range(60)
)
POINTS = b"code,name,x,y\n" + b"".join(f"P{i},Place {i},{400000 + i},{300000 + i}\n".encode() for i in range(60))
ROWS = 47
MOST = 10


def feature(i: int) -> dict[str, Any]:
    """A row of the service: a square in degrees."""
    x, y = -1 + i / 100, 52.0
    ring = [[x, y], [x + 0.01, y], [x + 0.01, y + 0.01], [x, y + 0.01], [x, y]]
    return {
        "type": "Feature",
        "id": i + 1,
        "properties": {"OBJECTID": i + 1, "WD22CD": f"E05{i:06d}", "WD22NM": f"Ward {i}", "people": i * 10},
        "geometry": {"type": "Polygon", "coordinates": [ring]},
    }


def geojson(count: int = ROWS, *, point: bool = False) -> bytes:
    features = [feature(i) for i in range(count)]
    for one in features:
        del one["id"], one["properties"]["OBJECTID"]
        if point:
            one["geometry"] = {"type": "Point", "coordinates": [-1, 52]}
    return json.dumps({"type": "FeatureCollection", "features": features}).encode()


def zipped(members: dict[str, bytes], *, links: tuple[str, ...] = ()) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            info = zipfile.ZipInfo(name)
            info.external_attr = ((stat.S_IFLNK if name in links else stat.S_IFREG) | 0o644) << 16
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, content)
    return stream.getvalue()


def wrong_checksum() -> bytes:
    """A zip whose file was changed after its checksum was taken."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("data.csv", CSV)
    return stream.getvalue().replace(b"Ward 7,", b"Ward X,", 1)


def lying_size() -> bytes:
    """A zip that calls 20 MB of zeros a small file, in both of its headers."""
    packed = zipped({"data.csv": b"a" * 20_000_000})
    true, false = struct.pack("<L", 20_000_000), struct.pack("<L", 2_000)
    return packed.replace(true, false)


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    # Otherwise a body waits for the receipt of its headers, a twentieth of a second each time.
    disable_nagle_algorithm = True
    server: BadServer

    def do_GET(self) -> None:
        self.server.asked.append(self.path)
        with suppress(BrokenPipeError, ConnectionResetError):
            self.server.answer(self)

    def log_message(self, *arguments: object) -> None:
        pass

    @property
    def query(self) -> dict[str, str]:
        return {key: values[0] for key, values in parse_qs(urlsplit(self.path).query).items()}

    @property
    def times_asked(self) -> int:
        """How often this address was asked for, this time included."""
        return self.server.asked.count(self.path)

    def send(self, body: bytes = b"", kind: str = "text/csv", status: int = 200, **headers: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", headers.pop("length", str(len(body))))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)
        self.wfile.flush()

    def send_json(self, node: object, **headers: str) -> None:
        self.send(json.dumps(node).encode(), "application/json", **headers)

    def hang_up(self) -> None:
        self.close_connection = True


Answer = Callable[[Handler], None]


class BadServer(ThreadingHTTPServer):
    """Answers every request with `answer`, in a thread of its own."""

    daemon_threads = True
    block_on_close = False

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.answer: Answer = sends(CSV)
        self.asked: list[str] = []
        self.stopping = threading.Event()
        self._thread = threading.Thread(target=self.serve_forever, args=(0.02,), daemon=True)
        self._thread.start()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def stop(self) -> None:
        self.stopping.set()
        self.shutdown()
        self.server_close()
        self._thread.join()


def sends(body: bytes, kind: str = "text/csv", **headers: str) -> Answer:
    return lambda handler: handler.send(body, kind, **headers)


def refuses(status: int, body: bytes = b"no", **headers: str) -> Answer:
    return lambda handler: handler.send(body, "text/plain", status, **headers)


def first(times: int, bad: Answer, then: Answer) -> Answer:
    """Answers the first times in one way, and then in another."""
    return lambda handler: (bad if handler.times_asked <= times else then)(handler)


def half(body: bytes = CSV, kind: str = "text/csv") -> Answer:
    def answer(handler: Handler) -> None:
        handler.send(body[: len(body) // 2], kind, length=str(len(body)))
        handler.hang_up()

    return answer


def closes(handler: Handler) -> None:
    handler.hang_up()


def cut_gzip(handler: Handler) -> None:
    packed = gzip.compress(CSV)
    handler.send(packed[: len(packed) // 2], Content_Encoding="gzip")


def gzip_bomb(handler: Handler) -> None:
    handler.send(gzip.compress(b"a,b\n" + b"1,2\n" * 5_000_000), Content_Encoding="gzip")


def no_gzip(handler: Handler) -> None:
    handler.send(CSV, Content_Encoding="gzip")


def redirects(to: str) -> Answer:
    return lambda handler: handler.send(status=302, Location=to.replace("SELF", handler.path))


def endless(handler: Handler) -> None:
    """A body without a length that does not end."""
    handler.send_response(200)
    handler.send_header("Content-Type", "text/csv")
    handler.end_headers()
    handler.hang_up()
    while not handler.server.stopping.is_set():
        handler.wfile.write(CSV)


def drips(handler: Handler) -> None:
    """A byte now and then, so that it never stalls and never ends."""
    handler.send_response(200)
    handler.send_header("Content-Type", "text/csv")
    handler.send_header("Content-Length", str(len(CSV)))
    handler.end_headers()
    for byte in CSV:
        if handler.server.stopping.wait(0.02):
            return
        handler.wfile.write(bytes([byte]))
        handler.wfile.flush()


def stalls(handler: Handler) -> None:
    """The first half, and then nothing."""
    handler.send(CSV[:100], length=str(len(CSV)))
    handler.server.stopping.wait(20)


@dataclass
class ArcGis:
    """A layer of a feature service: pages of at most `most` rows, in the order of the object ids.

    change: changes the features of a page, given its offset. count: what it says it holds. flags: says whether more
    rows follow at the top, in `properties`, or not at all. about: more or other words about the layer.
    """

    rows: int = ROWS
    most: int = MOST
    change: Callable[[int, list[dict[str, Any]]], list[dict[str, Any]]] = lambda offset, page: page
    count: Any = None
    flags: str = "top"
    about: dict[str, Any] = field(default_factory=dict)
    error: dict[str, Any] | None = None
    asked: list[dict[str, str]] = field(default_factory=list)

    def __call__(self, handler: Handler) -> None:
        query = handler.query
        if not urlsplit(handler.path).path.endswith("/query"):
            handler.send_json(self._about())
        elif self.error is not None:
            handler.send_json({"error": self.error})
        elif query.get("returnCountOnly") == "true":
            handler.send_json({"count": self.rows_left(query) if self.count is None else self.count})
        else:
            self.asked.append(query)
            handler.send_json(self._page(query))

    def rows_left(self, query: dict[str, str]) -> int:
        return 5 if query["where"] != "1=1" or "geometry" in query else self.rows

    def _about(self) -> dict[str, Any]:
        names = {"OBJECTID": "OID", "WD22CD": "String", "WD22NM": "String", "people": "Integer"}
        fields = [{"name": name, "type": f"esriFieldType{kind}"} for name, kind in names.items()]
        return {"maxRecordCount": self.most, "objectIdField": "OBJECTID", "fields": fields, **self.about}

    def _page(self, query: dict[str, str]) -> dict[str, Any]:
        rows = self.rows_left(query)
        order = range(rows) if query.get("orderByFields") == "OBJECTID" else reversed(range(rows))
        offset = int(query["resultOffset"])
        size = min(int(query["resultRecordCount"]), self.most)
        page = [feature(i) for i in order][offset : offset + size]
        if query.get("returnGeometry") == "false":
            page = [{**one, "geometry": None} for one in page]
        node: dict[str, Any] = {"type": "FeatureCollection", "features": self.change(offset, page)}
        if offset + size < rows and self.flags == "top":
            node["exceededTransferLimit"] = True
        elif offset + size < rows and self.flags == "properties":
            node["properties"] = {"exceededTransferLimit": True}
        return node
