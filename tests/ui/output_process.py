"""A QGIS of its own that runs algorithms in forks of itself: each can be killed or kept short of disk at no start-up.

As a script it reads one request a line as JSON and answers each with one line.
"""

from __future__ import annotations

import importlib
import json
import os
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

TESTS = Path(__file__).resolve().parent.parent


class Process:
    """The other end, for tests."""

    def __init__(self) -> None:
        command = [sys.executable, "-W", "ignore", str(Path(__file__).resolve())]
        pipe = subprocess.PIPE
        self._process = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL, text=True)

    def run(self, parameters: dict[str, Any], **request: Any) -> dict[str, Any]:
        """Run cni:example. `kill_after`: seconds until SIGKILL. `kill_at`: module, function and "before" or "after" it.
        `file_limit`: bytes a file may have. Returns seconds, killed (a bool) and fault (the sentence, or empty)."""
        print(json.dumps({"parameters": parameters, **request}), file=self._process.stdin, flush=True)
        return json.loads(self._process.stdout.readline())

    def close(self) -> None:
        self._process.stdin.close()
        self._process.wait()
        self._process.stdout.close()


def _start_qgis() -> Any:
    sys.path.insert(0, str(TESTS))
    importlib.import_module("conftest")
    from qgis.core import QgsApplication

    application = QgsApplication([], True)
    application.initQgis()
    sys.path.append(str(Path(QgsApplication.pkgDataPath()) / "python" / "plugins"))
    import processing
    from processing.core.Processing import Processing

    Processing.initialize()
    from cni_mapper.ui.algorithms.provider import Provider

    provider = Provider()
    QgsApplication.processingRegistry().addProvider(provider)
    return application, processing, provider


def _kill_at(module: str, function: str, when: str) -> None:
    owner = importlib.import_module(f"cni_mapper.ui.maps.{module}")
    original = getattr(owner, function)

    def killer(*arguments: Any, **named: Any) -> Any:
        if when == "before":
            os.kill(os.getpid(), signal.SIGKILL)
        original(*arguments, **named)
        os.kill(os.getpid(), signal.SIGKILL)

    setattr(owner, function, killer)


def _child(processing: Any, request: dict[str, Any], answers: int) -> None:
    fault = ""
    if request.get("kill_at"):
        _kill_at(*request["kill_at"])
    if request.get("file_limit"):
        resource.setrlimit(resource.RLIMIT_FSIZE, (request["file_limit"], resource.RLIM_INFINITY))
    try:
        processing.run("cni:example", request["parameters"])
    except Exception as caught:
        fault = str(caught) or type(caught).__name__
    os.write(answers, fault.encode())
    os._exit(0)


def _serve(processing: Any, request: dict[str, Any]) -> dict[str, Any]:
    read, write = os.pipe()
    start = time.monotonic()
    child = os.fork()
    if child == 0:
        _child(processing, request, write)
    os.close(write)
    if request.get("kill_after") is not None:
        time.sleep(request["kill_after"])
        os.kill(child, signal.SIGKILL)
    with os.fdopen(read) as answers:
        fault = answers.read()
    _, status = os.waitpid(child, 0)
    return {"seconds": time.monotonic() - start, "killed": os.WIFSIGNALED(status), "fault": fault}


def main() -> None:
    answers = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)  # what QGIS prints must not come between the answers
    _application, processing, _provider = _start_qgis()
    for line in sys.stdin:
        print(json.dumps(_serve(processing, json.loads(line))), file=answers, flush=True)
    os._exit(0)


if __name__ == "__main__":
    main()
