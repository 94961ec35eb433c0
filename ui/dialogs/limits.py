"""The limits of a run, from its choices."""

from __future__ import annotations

from ...core.analysis.overlay import Limits, make_limit
from ..maps.choices import Choices
from .words import tr


def limits_of(choices: Choices) -> Limits:
    """Raises `limit_not_percent` or `limit_not_count`."""
    return Limits(
        make_limit(choices.cni_limit, is_count=choices.counted, name=tr("Limit on community need")),
        make_limit(choices.imd_limit, is_count=choices.counted, name=tr("Limit on deprivation")),
    )
