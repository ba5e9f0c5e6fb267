"""For whom somebody speaks, by name, office or house: "the Danish navy" for Denmark, "COMOL's director" for COMOL."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache, partial

from reportedly.model.reading import Reading
from reportedly.model.why import Why
from reportedly.relate.naming.bearers import Bearer
from reportedly.relate.naming.edges import Key
from reportedly.relate.naming.names import OWNER
from reportedly.relate.naming.names import words as words_of
from reportedly.relate.terms import plain
from reportedly.vocabulary import listed, table
from reportedly.vocabulary.outlets import known_outlet
from reportedly.vocabulary.places import country_codes, peoples

_listed = partial(listed, "principals")

BEHIND = re.compile(r"\b(?:of|for|to|from)\s+(?:the\s+)?(\S.*)$")  # "the head of the harbour office"
AHEAD = re.compile(r"^(?:the\s+)?(.+?)\s+\S+$")  # "Kremlin spokesman"
WORD = re.compile(r"[^\W\d_]+")


def with_principals(named: Sequence[Bearer], readings: Sequence[Reading]) -> tuple[Bearer, ...]:
    """The bearers of a story's names, each with its principal where a rule tells it and the story names that one."""
    by_name = {plain(name): b.fullest for b in reversed(named) if b.kind != "person" for name, _ in b.names}
    home = {key: bearer.fullest for bearer in named for key in bearer.keys}
    offices = _by_office(readings, home)
    return tuple(_with(bearer, by_name, offices.get(bearer.fullest, Counter())) for bearer in named)


def _with(bearer: Bearer, by_name: Mapping[str, Key], offices: Counter[tuple[Key, str]]) -> Bearer:
    told = [(by_name.get(plain(name)), why) for name, why in _by_name(bearer)]
    told += [(principal, Why("its office", words)) for (principal, words), _ in _commonest(offices)]
    for principal, why in told:
        if principal is not None and principal != bearer.fullest:
            return replace(bearer, principal=principal, speaks=why)
    return bearer


def _commonest(offices: Counter[tuple[Key, str]]) -> list[tuple[tuple[Key, str], int]]:
    return sorted(offices.items(), key=lambda pair: (-pair[1], pair[0]))


def _by_name(bearer: Bearer) -> Iterator[tuple[str, Why]]:
    """Names of whom a bearer speaks for by its own names: a state's outlet, organ or seat; an owner."""
    for name, _ in bearer.names:
        house = known_outlet(name)
        if house is not None and house.speaks_for is not None:
            yield from ((each, Why("a state's outlet", name)) for each in _names_of(house.speaks_for))
        seat = _seats().get(plain(name).removeprefix("the "))
        if seat is not None:
            yield from ((each, Why("a seat of government", name)) for each in _names_of(seat))
        if bearer.kind not in ("person", "place"):
            country = state(name)
            if country is not None:
                yield from ((each, Why("an organ of its state", name)) for each in _names_of(country))
            if (owner := OWNER.match(name)) is not None:
                yield owner[1], Why("whose it is", name)


def state(words: str) -> str | None:
    """The country (ISO 3166-1) whose organ some words name: "Danish navy", "Denmark's defence ministry"."""
    stems = {word.lower() for word in WORD.findall(words)}
    if not stems & _listed("organs"):
        return None
    near = ((name, code) for name, code in _states().items() if name in words)  # few patterns are ever made
    found = {code for name, code in near if re.search(rf"\b{re.escape(name)}\b", words)}
    return found.pop() if len(found) == 1 else None


def _by_office(readings: Iterable[Reading], home: Mapping[Key, Key]) -> dict[Key, Counter[tuple[Key, str]]]:
    """For each bearer those that its roles name, with the words of the role."""
    offices: defaultdict[Key, Counter[tuple[Key, str]]] = defaultdict(Counter)
    for name, role in (pair for reading in readings for pair in _roles(reading)):
        bearer = home.get(words_of(name))
        whom = next((key for each in named(role) if (key := home.get(words_of(each)))), None)
        if bearer is not None and whom is not None and whom != bearer:
            offices[bearer][whom, role] += 1
    return offices


def _roles(reading: Reading) -> Iterator[tuple[str, str]]:
    for mention in reading.names:
        yield from ((mention.name, role.text) for role in mention.roles)
    for statement in reading.statements:
        yield from ((link.name, link.described) for link in statement.attribution if link.name and link.described)


def named(role: str) -> Iterator[str]:
    """Whom a role names, as far as its form tells: "Kremlin spokesman", "COMOL's director", "head of the harbour"."""
    if not {word.lower() for word in WORD.findall(role)} & _listed("offices"):
        return
    for form in (OWNER, BEHIND, AHEAD):
        found = form.search(role)
        if found is not None:
            yield found[1]


@cache
def _seats() -> dict[str, str]:
    return {plain(name): code for name, code in table("principals")["seats"].items()}


@cache
def _states() -> dict[str, str]:
    return {name: code for name, code in {**country_codes(), **peoples()}.items() if len(code) == 2}


def _names_of(country: str) -> Sequence[str]:
    names: Sequence[str] = table("countries").get(country, {}).get("names", ())
    return names
