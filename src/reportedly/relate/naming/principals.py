"""For whom somebody speaks in the end, and on whose side people put it."""

from __future__ import annotations

from collections.abc import Iterable

from reportedly.model.entity import Entity
from reportedly.relate.judged import NOBODY, Judged, name_id
from reportedly.relate.naming.bearers import Bearer
from reportedly.relate.naming.entities import Directory


def principals(entities: Iterable[Entity], judged: Judged = NOBODY) -> dict[str, str]:
    """The principal of each entity that has one, by id; all that a person put on one side have one."""
    entities = tuple(entities)
    whom = {entity.id: entity.principal for entity in entities if entity.principal is not None}
    names = {entity.id: {judged.side(name_id(name)) for name, _ in entity.names} for entity in entities}
    sides = {entity.id: min(names[entity.id] & judged.all_sides, default=None) for entity in entities}
    found = {}
    for entity in entities:
        line = _line(entity.id, whom)
        side = next((side for each in line if (side := sides.get(each))), None)
        if side is not None or len(line) > 1:
            found[entity.id] = side or line[-1]
    return found


def of_story(bearers: Iterable[Bearer], directory: Directory, judged: Judged = NOBODY) -> dict[str, str]:
    """The principal of each entity of a story that has one there, by id."""
    known: dict[str, Entity] = {}
    for bearer in bearers:
        id_ = directory.of(bearer)
        past = known.get(id_)
        names, whom = (past.names, past.principal) if past is not None else ((), None)
        known[id_] = Entity(id_, "group", "", (*names, *bearer.names), whom or directory.principal(bearer))
    return principals(known.values(), judged)


def _line(entity: str, whom: dict[str, str]) -> list[str]:
    """An entity, for whom it speaks, for whom that one speaks, and so on."""
    line = [entity]
    while (principal := whom.get(line[-1])) is not None and principal not in line:
        line.append(principal)
    return line
