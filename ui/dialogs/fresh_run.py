"""A run in which nothing has been chosen yet."""

from __future__ import annotations

from dataclasses import replace

from ...core.errors import CniError
from ...core.index.library import find_definition
from ..maps.choices import Choices, new_choices
from ..settings import read_settings
from .words import tr

_USUAL = "cni-2019"


def fresh_choices(name: str = "") -> Choices:
    """Choices with the index and the limits of the settings; the usual index where theirs is gone."""
    settings = read_settings()
    try:
        base, definition = settings.definition, find_definition(settings.definition)
    except CniError:
        base, definition = _USUAL, find_definition(_USUAL)
    choices = new_choices(name or tr("Map 1"), definition, base)
    return replace(choices, cni_limit=settings.cni_limit, imd_limit=settings.imd_limit)
