"""Sources told by whom they belong to: "Krall of the Harbour Office", "rebels of the HLF", "the state archive"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from reportedly.model.reading import Reading
from reportedly.model.statement import Link
from reportedly.relate.naming.names import one_bearer, same_name, words
from reportedly.relate.naming.relinked import Renamed, relinked
from reportedly.vocabulary import listed

SOMEWHERE = re.compile(r"(?P<who>[^\W\d_]\S*(?: [^\W\d_]\S*)?) of (?:the )?(?=[^\W\d_])")
LEAST = 2  # words of a body's name that "the state …" must have, so that no two bodies are called so


def with_belonging(readings: Sequence[Reading]) -> tuple[Reading, ...]:
    """The readings, each link that tells a person by a place, a body by its fighters or by its state, naming it."""
    persons = frozenset(m.name for r in readings for m in r.names if m.kind == "person" and " of " not in m.name)
    bodies = frozenset(m.name for r in readings for m in r.names if m.kind in ("organisation", "group"))
    renamed = _by(persons, bodies)
    return tuple(relinked(reading, renamed) for reading in readings)


def _by(persons: frozenset[str], bodies: frozenset[str]) -> Renamed:
    def renamed(link: Link) -> tuple[str, str] | None:
        if link.name is None:
            return None
        for name, rule in (
            (_person(link.name, persons), "a person by a place"),
            (_fighters(link.name, bodies), "a body by its fighters"),
            (_of_the_state(link.name, bodies), "a body by its state"),
        ):
            if name is not None:
                return name, rule
        return None

    return renamed


def _person(told: str, persons: frozenset[str]) -> str | None:
    """ "Krall of the Harbour Office": the one person of the story with that last name."""
    found = SOMEWHERE.match(told)
    if found is None or not found["who"].split()[-1][0].isupper():
        return None
    who = words(found["who"])
    return one_bearer({name for name in persons if len(name.split()) > len(who) and words(name)[-len(who) :] == who})


def _fighters(told: str, bodies: frozenset[str]) -> str | None:
    """ "Rebels of the HLF": those who fight for a body speak for it."""
    found = _fighting().fullmatch(told)
    return found["body"] if found is not None and found["body"] in bodies else None


def _of_the_state(told: str, bodies: frozenset[str]) -> str | None:
    """ "The state geological survey": the one body of the story whose name is "Geological Survey of …"."""
    first, _, rest = told.partition(" ")
    if first.lower() not in listed("bodies", "of_the_state") or len(rest.split()) < LEAST or not rest.islower():
        return None
    called = {name for name in bodies if name.lower().startswith(f"{rest} of ") or name.lower().endswith(f" {rest}")}
    return one_bearer({name for name in called if not same_name(name, rest) or len(words(name)) > len(words(rest))})


@cache
def _fighting() -> re.Pattern[str]:
    nouns = "|".join(sorted(listed("bodies", "fighters")))
    return re.compile(rf"(?i:(?:the )?(?:{nouns}) (?:of|from|with) (?:the )?)(?P<body>[^\W\d_a-z].*)")
