"""For whom somebody speaks: from titles, and from a place-name in front of an office."""

from __future__ import annotations

from collections.abc import Iterable

from reportedly.model.entity import Entity
from reportedly.relate.judged import NOBODY, Judged, name_id


def principals(entities: Iterable[Entity], judged: Judged = NOBODY) -> dict[str, str]:
    """The principal of each entity that has one, by id; all that a person put on one side have one."""
    entities = tuple(entities)
    names = {entity.id: {judged.side(name_id(name)) for name, _ in entity.names} for entity in entities}
    sides = {entity.id: min(names[entity.id] & judged.all_sides, default=None) for entity in entities}
    found = {}
    for entity in entities:
        speaks_for = entity.principal or entity.id
        side = sides[entity.id] or sides.get(speaks_for)
        if side is not None or entity.principal is not None:
            found[entity.id] = side or speaks_for
    return found
