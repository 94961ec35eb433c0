"""Bad answers: the sentence, nothing kept that is later read, and a good run afterwards."""

from __future__ import annotations

import json
import threading
from pathlib import Path
from typing import Any

import pytest
from bad_answers import BAD_ANSWERS, BadAnswer
from bad_server import CSV, ROWS, ArcGis, BadServer, drips, first, refuses, sends
from county import hashes
from download_runs import Runs
from fault_files import Heard, assert_plain
from qgis.core import QgsProcessingException

from cni_mapper.ui.maps import cache, download

pytest_plugins = ["download_fixtures"]


@pytest.mark.parametrize("case", [pytest.param(case, id=case.id.replace(" ", "-")) for case in BAD_ANSWERS])
def test_a_bad_answer(case: BadAnswer, runs: Runs, server: BadServer) -> None:
    kept = runs.keep_something()
    before = hashes(runs.cache)
    server.answer, server.asked = case.answer, []
    runs.entry(**case.entry)
    runs.settings(**case.limits)
    sentence = runs.refusal()
    assert all(word in sentence for word in case.words), sentence
    assert_plain(sentence.replace(runs.last_entry["title"], ""))
    assert case.tries is None or len(server.asked) == case.tries, server.asked
    assert hashes(runs.cache) == before, "the cache is changed"
    assert hashes(runs.output) == {}, "something was written"
    assert runs.is_kept(kept)
    runs.settings()
    if case.good is not None:
        server.answer = case.good
        runs.entry(**{**case.entry, "sha256": None})
        assert runs.run()["ROWS"] in (60, ROWS)


def test_one_bad_answer_is_tried_again(runs: Runs, server: BadServer) -> None:
    for bad in (
        refuses(500),
        refuses(429),
        refuses(429, Retry_After="0"),
        refuses(503, Retry_After="Thu, 01 Jan 2015 00:00:00 GMT"),
    ):
        server.answer, server.asked = first(1, bad, sends(CSV)), []
        assert runs.run(REFRESH=True)["ROWS"] == 60
        assert len(server.asked) == 2


def test_one_bad_page_is_asked_for_again(runs: Runs, server: BadServer) -> None:
    """Each page once with an error, half of them as JSON with status 200."""
    service = ArcGis()

    def busy(handler: Any) -> None:
        if len(handler.path) % 2:
            refuses(503)(handler)
        else:
            handler.send_json({"error": {"code": 503, "message": "busy"}})

    server.answer = first(1, busy, service)
    runs.service()
    assert runs.run()["ROWS"] == ROWS


def test_cancel_in_the_middle(runs: Runs, server: BadServer) -> None:
    runs.keep_something()
    before = hashes(runs.cache)
    heard = Heard()

    def answer(handler: Any) -> None:
        threading.Timer(0.1, heard.cancel).start()
        drips(handler)

    server.answer = answer
    with pytest.raises(QgsProcessingException, match="Stopped"):
        runs.run(feedback=heard)
    assert hashes(runs.cache) == before and hashes(runs.output) == {}
    server.answer = sends(CSV)
    assert runs.run()["ROWS"] == 60


def test_cancel_between_tries(runs: Runs, server: BadServer) -> None:
    heard = Heard()

    def answer(handler: Any) -> None:
        heard.cancel()
        refuses(503, Retry_After="50")(handler)

    server.answer = answer
    with pytest.raises(QgsProcessingException, match="Stopped"):
        runs.run(feedback=heard)
    assert len(server.asked) == 1


def _full(*arguments: object, **options: object) -> None:
    raise OSError(28, "No space left on device")


@pytest.mark.parametrize("step", ["a part", "the name", "the index"])
def test_a_full_disk(runs: Runs, server: BadServer, monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    runs.keep_something()
    before = hashes(runs.cache)
    with monkeypatch.context() as patch:
        if step == "a part":
            patch.setattr(download.Fetcher, "get", _full)
        elif step == "the name":
            patch.setattr(cache.Path, "replace", _full)
        else:
            patch.setattr(cache.json, "dump", _full)
        sentence = runs.refusal()
    assert "cannot be kept in" in sentence and "No space left on device" in sentence
    assert_plain(sentence)
    assert {name: content for name, content in hashes(runs.cache).items() if name in before} == before
    assert not cache.Cache(runs.cache).find(runs.wanted().key)
    assert runs.run()["ROWS"] == 60


def test_a_cache_that_may_not_be_made(runs: Runs, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    monkeypatch.setattr(download, "cache_folder", lambda: tmp_path / "file" / "cache")
    assert "cannot be kept in" in runs.refusal()


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-5])


def _change(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b"Ward 7,", b"Ward 8,"))


@pytest.mark.parametrize("spoil", [_cut, _change, Path.unlink])
def test_a_spoilt_copy_is_not_read(runs: Runs, server: BadServer, spoil: Any) -> None:
    runs.run()
    spoil(next(runs.cache.glob("*.csv")))
    server.answer = refuses(404)
    assert "HTTP 404" in runs.refusal()
    server.answer = sends(CSV)
    assert runs.run()["ROWS"] == 60 and "Ward 7" in runs.names()


@pytest.mark.parametrize("text", ["", "{", "[]", '{"format": 1, "kept": 3}', '{"format": 9, "kept": {}}'])
def test_a_spoilt_index_is_not_read(runs: Runs, server: BadServer, text: str) -> None:
    runs.run()
    (runs.cache / cache.INDEX).write_text(text)
    server.asked = []
    assert runs.run()["ROWS"] == 60
    assert len(server.asked) == 1
    json.loads((runs.cache / cache.INDEX).read_text())


def test_an_index_leads_to_no_other_file(runs: Runs, tmp_path: Path) -> None:
    secret = tmp_path / "secret.csv"
    secret.write_bytes(CSV)
    runs.run()
    index = json.loads((runs.cache / cache.INDEX).read_text())
    for name in ("../secret.csv", str(secret), 3, None):
        key = next(iter(index["kept"]))
        index["kept"][key] = {**index["kept"][key], "name": name}
        (runs.cache / cache.INDEX).write_text(json.dumps(index))
        assert cache.Cache(runs.cache).find(key) is None


def test_what_a_crash_left_is_not_read(runs: Runs, server: BadServer) -> None:
    runs.keep_something()
    (runs.cache / f"{cache.PREFIX}abc.csv").write_bytes(CSV[:100])
    (runs.cache / f"{'0' * 64}.csv").write_bytes(CSV[:100])
    server.asked = []
    assert runs.run()["ROWS"] == 60
    assert len(server.asked) == 1
    assert not (runs.cache / f"{'0' * 64}.csv").exists()


def test_an_old_output_stays_when_a_download_fails(runs: Runs, server: BadServer) -> None:
    runs.run()
    before = hashes(runs.output)
    server.answer = refuses(500)
    assert "HTTP 500" in runs.refusal(REFRESH=True)
    assert hashes(runs.output) == before


def test_a_failed_refresh_names_the_copy(runs: Runs, server: BadServer) -> None:
    runs.run()
    server.answer = refuses(404)
    heard = runs.heard()
    runs.refusal(REFRESH=True, feedback=heard)
    assert "is kept: run again without 'Download again'" in "\n".join(heard.warnings)
    assert runs.run()["ROWS"] == 60


def test_every_bad_answer_has_its_own_name() -> None:
    assert len({case.id for case in BAD_ANSWERS}) == len(BAD_ANSWERS) >= 20
