"""One address at a time through QGIS's network manager: proxy, sign-in, retries, limits and cancel."""

from __future__ import annotations

import json
import time
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timezone
from email.utils import parsedate_to_datetime
from io import BytesIO
from typing import Any, BinaryIO

from qgis.core import QgsNetworkAccessManager
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QEventLoop, QTimer, QUrl
from qgis.PyQt.QtNetwork import QNetworkReply, QNetworkRequest

from ...core.data.catalogue import Entry
from ...core.errors import CniError

_BUSY = (408, 425, 429, 500, 502, 503, 504)
_MOVED = (301, 302, 303, 307, 308)
_SCHEMES = ("http", "https")


@dataclass(frozen=True)
class NetworkSettings:
    """Limits of a download. Times in seconds, sizes in bytes.

    attempts: tries for one address. first_wait: before the second try; doubled each time, and never above
    longest_wait. stall: without a byte. longest: for one address. page_bytes: for one answer of a service.
    page_rows: rows asked of a service at once. unpacked, members, ratio: limits of an archive.
    """

    attempts: int = 5
    first_wait: float = 1.0
    longest_wait: float = 60.0
    stall: float = 45.0
    longest: float = 1800.0
    poll: float = 0.05
    redirects: int = 5
    page_bytes: int = 64 << 20
    page_rows: int = 2000
    unpacked: int = 4 << 30
    members: int = 2000
    ratio: int = 200


@dataclass(frozen=True)
class Answer:
    """What came with a body: its type as the server calls it, and the address it came from in the end."""

    content_type: str
    address: str


class PassingError(Exception):
    """A fault that may pass by itself, and the seconds the server asks to wait (None when it does not say)."""

    def __init__(self, fault: CniError, wait: float | None = None) -> None:
        super().__init__(fault.code)
        self.fault = fault
        self.wait = wait


def _header(reply: QNetworkReply, name: bytes) -> str:
    return bytes(reply.rawHeader(name)).decode("latin-1").strip()


def _retry_after(text: str) -> float | None:
    """Seconds to wait by a Retry-After header: a number of seconds or a date; None when there is neither."""
    if text.isdigit():
        return float(text)
    try:
        when = parsedate_to_datetime(text)
    except (TypeError, ValueError, IndexError):
        return None
    now = datetime.now(timezone.utc)
    return max(0.0, ((when if when.tzinfo else when.replace(tzinfo=timezone.utc)) - now).total_seconds())


class _Body:
    """Takes a body as it arrives, unpacks gzip, and stops at a limit of bytes."""

    def __init__(self, sink: BinaryIO, limit: int, too_large: CniError) -> None:
        self._sink = sink
        self._limit = limit
        self._too_large = too_large
        self._gzip: Any = None
        self.received = 0
        self.written = 0

    def use_gzip(self) -> None:
        self._gzip = zlib.decompressobj(wbits=31)

    def take(self, block: bytes) -> None:
        """Raises `download_too_large`, and zlib.error for what is no gzip."""
        self.received += len(block)
        if self._gzip is not None:
            block = self._gzip.decompress(block, self._limit - self.written + 1)
        self.written += len(block)
        if self.written > self._limit:
            raise self._too_large
        self._sink.write(block)

    @property
    def is_whole(self) -> bool:
        return self._gzip is None or self._gzip.eof


class Fetcher:
    """Fetches addresses for one catalogue entry.

    cancelled: asked at least every `settings.poll` seconds. Raises `cancelled`, and the `download_...` faults, which
    name the entry and the server.
    """

    def __init__(self, entry: Entry, settings: NetworkSettings, cancelled: Callable[[], bool]) -> None:
        self._entry = entry
        self._settings = settings
        self._cancelled = cancelled

    def fault(self, code: str, address: str, **context: Any) -> CniError:
        """A fault with the title and the page of the entry, and the server's name."""
        host = QUrl(address).host()
        return CniError(code, title=self._entry.title, page=self._entry.page, host=host, **context)

    def get(
        self,
        address: str,
        sink: BinaryIO,
        limit: int,
        *,
        check: Callable[[Answer], None] | None = None,
        progress: Callable[[int, int], None] | None = None,
    ) -> Answer:
        """Write the body at an address to a sink, trying again what may pass.

        limit: bytes. check: looks at the sink and raises; a `PassingError` leads to another try. progress: told the
        bytes received and expected (0 when unknown).
        """
        for attempt in range(1, self._settings.attempts + 1):
            sink.seek(0)
            sink.truncate()
            try:
                answer = self._follow(address, sink, limit, progress)
                if check is not None:
                    check(answer)
                return answer
            except PassingError as passing:
                self._wait(passing, attempt, address)
        raise self.fault("download_no_answer", address, reason="")

    def get_json(self, address: str, check: Callable[[Any], None]) -> Any:
        """The JSON at an address. check: looks at it and raises, as in `get`."""
        sink = BytesIO()
        read: list[Any] = []

        def parse(_: Answer) -> None:
            try:
                read[:] = [json.loads(sink.getvalue().decode("utf-8-sig"))]
            except (ValueError, RecursionError) as fault:
                if sink.getvalue().lstrip()[:1] == b"<":
                    raise self.fault("download_wrong_type", address, found="html", wanted="json") from None
                raise PassingError(self.fault("download_damaged", address, reason=str(fault))) from None
            check(read[0])

        self.get(address, sink, self._settings.page_bytes, check=parse)
        return read[0]

    def _wait(self, passing: PassingError, attempt: int, address: str) -> None:
        """Wait before the next try, as long as the server asks or twice as long as last time; or give up."""
        if attempt == self._settings.attempts:
            raise passing.fault from None
        wait = self._settings.first_wait * 2 ** (attempt - 1) if passing.wait is None else passing.wait
        if passing.wait is not None and wait > self._settings.longest_wait:
            raise self.fault("download_wait", address, seconds=round(wait)) from None
        until = time.monotonic() + min(wait, self._settings.longest_wait)
        while time.monotonic() < until:
            if self._cancelled():
                raise CniError("cancelled") from None
            time.sleep(min(self._settings.poll, max(0.0, until - time.monotonic())))

    def _follow(self, address: str, sink: BinaryIO, limit: int, progress: Callable[[int, int], None] | None) -> Answer:
        """One try: the address, and where it redirects to. Only http and https are ever asked."""
        start, url, secure = address, QUrl(address), False
        for _ in range(self._settings.redirects + 1):
            if url.scheme() not in _SCHEMES or not url.host():
                raise self.fault("download_redirect", start, target=url.toString())
            if secure and url.scheme() != "https":
                raise self.fault("download_redirect", start, target=url.toString())
            secure = url.scheme() == "https"
            moved, answer = self._once(url, sink, limit, progress)
            if answer is not None:
                return answer
            url = url.resolved(QUrl(moved))
        raise self.fault("download_loop", start, count=self._settings.redirects)

    def _once(
        self, url: QUrl, sink: BinaryIO, limit: int, progress: Callable[[int, int], None] | None
    ) -> tuple[str, Answer | None]:
        """One request: where it redirects to, or the answer whose body is in the sink."""
        address = url.toString()
        # The loop comes first: a timer needs the event dispatcher that it makes in a thread of a pool.
        loop = QEventLoop()
        reply = QgsNetworkAccessManager.instance().get(_request(url))
        try:
            body = _Body(sink, limit, self.fault("download_too_large", address, limit=limit))
            self._receive(reply, loop, body, progress)
            return self._judge(reply, body, address)
        except zlib.error as fault:
            raise PassingError(self.fault("download_damaged", address, reason=str(fault))) from None
        except RuntimeError:
            # In a worker thread Qt has been seen to take a reply away under load: as good as no answer.
            if not sip.isdeleted(reply):
                raise
            raise PassingError(self.fault("download_no_answer", address, reason="")) from None
        finally:
            if not sip.isdeleted(reply):
                if not reply.isFinished():
                    reply.abort()
                reply.deleteLater()

    def _receive(
        self, reply: QNetworkReply, loop: QEventLoop, body: _Body, progress: Callable[[int, int], None] | None
    ) -> None:
        """Take what arrives until the reply has finished."""
        timer = QTimer()
        timer.timeout.connect(loop.quit)
        timer.start(max(1, round(self._settings.poll * 1000)))
        reply.readyRead.connect(loop.quit)
        reply.finished.connect(loop.quit)
        started = heard = time.monotonic()
        first = True
        while True:
            if not reply.isFinished():
                # A run in the main thread must not let the user change the project meanwhile.
                loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
            if self._cancelled():
                raise CniError("cancelled")
            block = bytes(reply.readAll()) if reply.isOpen() else b""
            now = time.monotonic()
            if block and _status(reply) == 200:
                if first and _header(reply, b"Content-Encoding").lower() == "gzip":
                    body.use_gzip()
                first = False
                body.take(block)
                if progress is not None:
                    progress(body.received, _expected(reply))
            heard = now if block else heard
            if reply.isFinished() and not block:
                return
            if now - started > self._settings.longest or now - heard > self._settings.stall:
                raise self.fault("download_too_slow", reply.url().toString(), received=body.received)

    def _judge(self, reply: QNetworkReply, body: _Body, address: str) -> tuple[str, Answer | None]:
        """What a finished reply means."""
        status = _status(reply)
        reason = str(reply.attribute(QNetworkRequest.Attribute.HttpReasonPhraseAttribute) or "")
        if status in _BUSY:
            fault = self.fault("download_busy", address, status=str(status), attempts=self._settings.attempts)
            raise PassingError(fault, _retry_after(_header(reply, b"Retry-After")))
        if status in _MOVED:
            return _header(reply, b"Location"), None
        if status == 0:
            raise PassingError(self.fault("download_no_answer", address, reason=reply.errorString()))
        if status != 200:
            raise self.fault("download_status", address, status=str(status), reason=reason)
        expected = _expected(reply)
        failed = reply.error() != QNetworkReply.NetworkError.NoError
        if failed or (expected and body.received != expected) or not body.is_whole:
            raise PassingError(self.fault("download_cut", address, received=body.received))
        if not body.written:
            raise self.fault("download_empty", address)
        return "", Answer(_header(reply, b"Content-Type").partition(";")[0].lower(), address)


def _status(reply: QNetworkReply) -> int:
    """The HTTP status; 0 when there was no answer."""
    return int(reply.attribute(QNetworkRequest.Attribute.HttpStatusCodeAttribute) or 0)


def _expected(reply: QNetworkReply) -> int:
    """Bytes the server says it sends; 0 when it does not say."""
    length = _header(reply, b"Content-Length")
    return int(length) if length.isdigit() else 0


def _plain(value: Any) -> Any:
    """An enum member as the number that Qt keeps in an attribute, under Qt 5 and Qt 6."""
    return getattr(value, "value", value)


def _request(url: QUrl) -> QNetworkRequest:
    """A request that follows no redirect, and that neither reads nor fills QGIS's own cache."""
    request = QNetworkRequest(url)
    attribute = QNetworkRequest.Attribute
    request.setAttribute(attribute.RedirectPolicyAttribute, _plain(QNetworkRequest.RedirectPolicy.ManualRedirectPolicy))
    request.setAttribute(attribute.CacheLoadControlAttribute, _plain(QNetworkRequest.CacheLoadControl.AlwaysNetwork))
    request.setAttribute(attribute.CacheSaveControlAttribute, False)
    # Named by us, gzip is left to us to unpack: Qt would take a cut stream for a whole one.
    request.setRawHeader(b"Accept-Encoding", b"gzip")
    return request
