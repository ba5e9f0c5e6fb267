"""For whom somebody speaks in the end, and on whose side people put it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache

from reportedly.model.entity import Entity
from reportedly.relate.judged import NOBODY, Judged, name_id
from reportedly.relate.naming.bearers import Bearer
from reportedly.relate.naming.edges import BODIES
from reportedly.relate.naming.entities import Directory
from reportedly.relate.terms import plain
from reportedly.vocabulary import listed
from reportedly.vocabulary.places import country_codes, peoples


@dataclass(frozen=True, slots=True)
class Speaking:
    """For whom the entities of a story speak, by id.

    `sides`: the principal in the end, or the side that people put it on. `bodies`: the body whose word an entity's is
    by its office, as a ministry's is its minister's and its spokesman's. `named`: the names of each side that somebody
    speaks for, as `land` gives them.
    """

    sides: Mapping[str, str] = field(default_factory=dict)
    bodies: Mapping[str, str] = field(default_factory=dict)
    named: Mapping[str, frozenset[str]] = field(default_factory=dict)


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


def of_story(bearers: Iterable[Bearer], directory: Directory, judged: Judged = NOBODY) -> Speaking:
    """For whom the entities of a story speak there."""
    bearers = tuple(bearers)
    known: dict[str, Entity] = {}
    for bearer in bearers:
        id_ = directory.of(bearer)
        past = known.get(id_)
        names, whom = (past.names, past.principal) if past is not None else ((), None)
        known[id_] = Entity(id_, "group", "", (*names, *bearer.names), whom or directory.principal(bearer))
    sides = principals(known.values(), judged)
    return Speaking(sides, _bodies(bearers, directory), _named(known, sides))


def land(name: str) -> str:
    """A name as sides are compared by it: of a country, a region or its people the code, else the plain words."""
    return _lands().get(plain(name).removeprefix("the "), plain(name).removeprefix("the "))


@cache
def _lands() -> dict[str, str]:
    return {plain(name): code for name, code in (*peoples().items(), *country_codes().items())}


def _named(known: Mapping[str, Entity], sides: Mapping[str, str]) -> dict[str, frozenset[str]]:
    """The names of those in the end spoken for, and of all whom people put on one side."""
    found: dict[str, frozenset[str]] = {}
    for id_, entity in known.items():
        side = sides.get(id_, id_)
        if side in sides.values() and (id_ == side or side not in known):
            found[side] = found.get(side, frozenset()) | {land(name) for name, _ in entity.names}
    return found


def _bodies(bearers: Iterable[Bearer], directory: Directory) -> dict[str, str]:
    """The bodies in whose name some speak by an office that has no word of its own."""
    bearers, offices = tuple(bearers), listed("principals", "one_voice")
    bodies = {directory.of(bearer) for bearer in bearers if bearer.kind in BODIES}
    found = {}
    for bearer in bearers:
        whom = directory.principal(bearer)
        by_office = bearer.speaks is not None and offices & set(bearer.speaks.words.lower().split())
        if whom in bodies and by_office and bearer.kind in ("person", None):
            found[directory.of(bearer)] = whom
    return {one: whom for one, whom in found.items() if whom is not None}


def _line(entity: str, whom: dict[str, str]) -> list[str]:
    """An entity, for whom it speaks, for whom that one speaks, and so on."""
    line = [entity]
    while (principal := whom.get(line[-1])) is not None and principal not in line:
        line.append(principal)
    return line
