"""Sources named by their office alone ("the minister"): whom the same page, else the story, names with that office."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from reportedly.model.reading import Reading
from reportedly.model.statement import Link, Statement
from reportedly.model.why import Why
from reportedly.relate.terms import content_stems, plain, stem
from reportedly.vocabulary import table

Holders = Mapping[frozenset[str], frozenset[str]]


def with_holders(readings: Sequence[Reading]) -> tuple[Reading, ...]:
    """The readings, each link that names but an office naming who holds it, if that is one person there."""
    pages = [_holders(_named(reading)) for reading in readings]
    story = _holders(pair for reading in readings for pair in _named(reading))
    return tuple(_resolved(reading, page, story) for reading, page in zip(readings, pages, strict=True))


def _named(reading: Reading) -> Iterator[tuple[str, str]]:
    """Persons with the words that tell their office."""
    persons = {mention.name for mention in reading.names if mention.kind == "person"}
    for mention in reading.names:
        for role in mention.roles if mention.kind == "person" else ():
            yield mention.name, role.text
    for statement in reading.statements:
        for link in statement.attribution:
            if link.name in persons and link.described:
                yield link.name, link.described


def _holders(named: Iterable[tuple[str, str]]) -> Holders:
    """Who is named with each office: by the office's words, and by its head alone."""
    found: defaultdict[frozenset[str], set[str]] = defaultdict(set)
    for name, words in named:
        office = _office(words, name)
        if office is not None:
            found[office].add(name)
            found[office & _offices()].add(name)
    return {office: frozenset(names) for office, names in found.items()}


def _office(words: str, name: str = "") -> frozenset[str] | None:
    """The content words of an office, without the bearer's name; None where they tell no office of one holder."""
    kept = frozenset(content_stems(words.split(",", maxsplit=1)[0])) - frozenset(content_stems(name))
    return kept if kept & _offices() else None


@cache
def _offices() -> frozenset[str]:
    return frozenset(stem(word) for word in table("titles")["office"]["sole"].split())


def _resolved(reading: Reading, page: Holders, story: Holders) -> Reading:
    statements = tuple(_told(statement, page, story) for statement in reading.statements)
    return replace(reading, statements=statements) if statements != reading.statements else reading


def _told(statement: Statement, page: Holders, story: Holders) -> Statement:
    links = tuple(_held(link, page, story) for link in statement.attribution)
    told = [
        Why("office held by one person", f"{old.name}: {new.name}")
        for old, new in zip(statement.attribution, links, strict=True)
        if old is not new
    ]
    return replace(statement, attribution=links, why=(*statement.why, *told)) if told else statement


def _held(link: Link, page: Holders, story: Holders) -> Link:
    if link.name is None or link.anonymous:
        return link
    office = _office(link.name)
    if office is None or len(office) > len(link.name.split()) or _bearer(link.name):
        return link
    for known in (page, story):
        holders = known.get(office, frozenset())
        if len(holders) == 1:
            return replace(link, name=min(holders))
        if holders:
            return link
    return link


def _bearer(name: str) -> bool:
    """Whether the words go on with a name ("Minister Ada Krall"): then the office is not all that they tell."""
    return any(word[:1].isupper() and stem(plain(word)) not in _offices() for word in name.split()[1:]) and (
        " of " not in name
    )
