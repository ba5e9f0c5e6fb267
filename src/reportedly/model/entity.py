"""Names that mean the same."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.model.mention import NameKind
from reportedly.model.why import Why


@dataclass(frozen=True, slots=True)
class Entity:
    """One person, body, place, unit, outlet or group, under all its spellings.

    `names` holds each spelling with how often it occurs, commonest first; `principal` is the id of the entity for
    whom it speaks (a spokesman's ministry); `why` tells what joined the spellings.
    """

    id: str
    kind: NameKind
    name: str
    names: tuple[tuple[str, int], ...]
    principal: str | None = None
    why: tuple[Why, ...] = ()
