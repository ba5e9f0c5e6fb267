"""For whom somebody speaks: from titles, and from a place-name in front of an office."""

from __future__ import annotations

from collections.abc import Iterable

from reportedly.model.entity import Entity


def principals(entities: Iterable[Entity]) -> dict[str, str]:
    """The principal of each entity that has one, by id."""
    return {entity.id: entity.principal for entity in entities if entity.principal is not None}
