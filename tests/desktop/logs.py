"""What is a fault in QGIS's standard error. As a program: logs.py FILE, status 1 if the file holds one."""

from __future__ import annotations

import re
import sys
from pathlib import Path

# Never harmless: Qt objects used off the main thread, drawn on when they cannot be, or Python failing in a slot.
FAULT = re.compile(
    r"cni_mapper|Traceback \(most recent|(another|different|still running|main|GUI) thread|thread is still running"
    r"|^QPainter::|^QPaintDevice|Fatal|Segmentation|QGIS died"
)
REMARK = re.compile(r"^(Warning: |Critical: )?(Q[A-Z][A-Za-z]+(::|:| )|qt\.|Timers|libpng)")


def faults_in(text: str) -> list[str]:
    return [line for line in text.splitlines() if FAULT.search(line)]


def remarks_in(text: str) -> list[str]:
    """What Qt said, whoever made it say so."""
    return [line for line in text.splitlines() if REMARK.search(line)]


if __name__ == "__main__":
    found = faults_in(Path(sys.argv[1]).read_text(encoding="utf-8", errors="replace"))
    print("\n".join(found))
    sys.exit(bool(found))
