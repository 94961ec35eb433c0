"""How the index of a run stands to the one it was made from, and that in words."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ....core.index.definition import Definition
from ....core.index.editing import differs
from ...maps.choices import Choices
from ..my_definitions import base_of, is_kept, is_shipped
from ..words import tr


@dataclass(frozen=True)
class IndexState:
    """base: what the index was made from, None where that is gone. is_from_base: whether it still goes by its name.

    is_changed: whether it is another than its base. is_moved: whether it ranks otherwise, and is not only named
    otherwise. is_kept: whether its base is one of the user's saved indices. is_safe: whether it stands in a file as it
    is, or comes with the plugin. can_be_saved: whether it is an own index that is not among the saved ones as it is.
    """

    definition: Definition
    base: Definition | None
    is_from_base: bool
    is_changed: bool
    is_moved: bool
    is_kept: bool
    is_safe: bool
    can_be_saved: bool


def state_of(choices: Choices, folder: Path) -> IndexState:
    """How the index of these choices stands. folder: of the user's saved indices."""
    definition, base = choices.definition, base_of(choices.base)
    from_base = base is not None and base.id == definition.id
    kept = from_base and is_kept(choices.base, folder)
    own = not definition.is_published and not is_shipped(definition)
    return IndexState(
        definition=definition,
        base=base,
        is_from_base=from_base,
        is_changed=base != definition,
        is_moved=base is None or differs(definition, base),
        is_kept=kept,
        is_safe=not own or base == definition,
        can_be_saved=own and not (kept and base == definition),
    )


def describe_index(state: IndexState, is_variant: bool) -> str:
    """What an index is, and what maps of it will be called. is_variant: see `Session.is_variant`."""
    definition = state.definition
    if definition.is_published:
        return _describe_published(state, is_variant)
    if is_shipped(definition):
        if state.is_moved:
            return tr("Comes with CNI Mapper, with your own weights.")
        return tr("Comes with CNI Mapper. It is not a publishers' index.")
    if state.is_kept and not state.can_be_saved:
        return tr("Your own index, saved in My indices.")
    if state.is_safe:
        return tr("Your own index, from a file. It is not among My indices.")
    if state.is_kept:
        return tr("Your own index, changed since it was saved in My indices.")
    if state.base is not None and not state.is_from_base:
        return tr("Your own index, made from {index}. It is not saved in My indices yet.").format(
            index=state.base.short
        )
    return tr("Your own index. It is not saved in My indices yet.")


def _describe_published(state: IndexState, is_variant: bool) -> str:
    short = state.definition.short
    if state.is_moved:
        words = tr("Published index, own weights: maps of it will be called 'Own variant of {index}'.")
    elif is_variant:
        words = tr("Published index, own limits: maps of it will be called 'Own variant of {index}'.")
    else:
        words = tr("Published index, as its publishers made it.")
    return words.format(index=short)
