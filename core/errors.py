"""Faults and notices, as codes with context. The words for them are in ui/messages.py."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


class CniError(Exception):
    """A fault the user can act on: a code, and the column, code or area it is about."""

    def __init__(self, code: str, **context: Any) -> None:
        super().__init__(f"{code}: {context}")
        self.code = code
        self.context = context


@dataclass(frozen=True)
class Notice:
    """Something the user should know although the run goes on; same form as a fault."""

    code: str
    context: dict[str, Any]


def notice(code: str, **context: Any) -> Notice:
    return Notice(code, context)
