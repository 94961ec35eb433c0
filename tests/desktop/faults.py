"""What QGIS logged about the plugin, from before the plugin was loaded on."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from logs import faults_in, remarks_in
from qgis.core import Qgis, QgsApplication

OURS = {"CNI Mapper", "Plugins"}
# QGIS translates the tags of Python's errors, but these name the file.
TRACE = "cni_mapper"


@dataclass(frozen=True)
class Message:
    text: str
    tag: str
    serious: bool

    def __str__(self) -> str:
        return f"[{self.tag}{'!' if self.serious else ''}] {self.text}"


messages: list[Message] = []


def no_faults(allowed: tuple[str, ...] = ()) -> None:
    """Fail if QGIS's log or its standard error so far hold a fault of ours; messages.txt has all that was said.

    allowed: parts of the messages that were provoked.
    """
    out = Path(os.environ["DESKTOP_OUT"])
    said = (out / "qgis.log").read_text(encoding="utf-8", errors="replace")
    listing = [*map(str, messages), "--- Qt", *remarks_in(said)]
    (out / "messages.txt").write_text("\n".join(listing) + "\n", encoding="utf-8")
    found = [str(message) for message in messages if _is_fault(message)] + faults_in(said)
    found = [fault for fault in found if not any(part in fault for part in allowed)]
    assert not found, "QGIS's log holds faults of ours:\n" + "\n".join(found)


def _is_fault(message: Message) -> bool:
    return message.serious and (message.tag in OURS or TRACE in message.text)


def _keep(text: str, tag: str, level: Qgis.MessageLevel) -> None:
    messages.append(Message(text, tag, level in (Qgis.MessageLevel.Warning, Qgis.MessageLevel.Critical)))


QgsApplication.messageLog().messageReceived.connect(_keep)
