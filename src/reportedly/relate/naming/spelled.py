"""Agencies known by their initials, spelled out as other accounts of the story have them: "AW" is "Allied Wire"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from reportedly.model.reading import Reading
from reportedly.model.statement import Link, Statement
from reportedly.vocabulary.outlets import known_outlet

ACRONYM = re.compile(r"[A-Z]{2,6}")
CAPITALS = re.compile(r"[A-Z]")


def spelled_out(readings: Sequence[Reading]) -> tuple[Reading, ...]:
    """The readings; a credited agency's initials become its name where the story has one name alone that fits them.

    Only who passes words on is spelled out: the wire that an account is credited to, the relays of its statements.
    """
    letters = {name for reading in readings for name in _relays(reading) if ACRONYM.fullmatch(name)}
    short = {name for name in letters if known_outlet(name) is None}  # a known outlet has one name everywhere
    if not short:
        return tuple(readings)
    full = _names(readings, short)
    return tuple(_spelled(reading, full) for reading in readings)


def _names(readings: Sequence[Reading], short: Iterable[str]) -> dict[str, str]:
    """The one name for each of the initials; none where there are several."""
    fitting: defaultdict[str, dict[str, str]] = defaultdict(dict)
    wanted = frozenset(short)
    for name in _media(readings):
        letters = "".join(CAPITALS.findall(name))
        if letters in wanted and not ACRONYM.fullmatch(name) and not any(c.isdigit() for c in name):
            fitting[letters].setdefault(name.casefold(), name)
    return {letters: next(iter(found.values())) for letters, found in fitting.items() if len(found) == 1}


def _relays(reading: Reading) -> Iterator[str]:
    """Through whom an account has its words."""
    if reading.article.wire is not None:
        yield reading.article.wire
    for statement in reading.statements:
        yield from (link.name for link in statement.attribution if link.role == "via" and link.name is not None)


def _media(readings: Sequence[Reading]) -> Iterable[str]:
    """What the story's accounts call media, in order: their outlets, whom they credit, what they name."""
    outlets = {r.article.outlet.name.casefold() for r in readings if r.article.outlet is not None}
    for reading in readings:
        page = reading.article
        if page.outlet is not None:
            yield page.outlet.name
        yield from (name for name in (page.wire, page.carried_by) if name is not None)
        yield from (
            n.name for n in reading.names if n.kind in ("outlet", "organisation") or n.name.casefold() in outlets
        )


def _spelled(reading: Reading, full: Mapping[str, str]) -> Reading:
    wire = reading.article.wire
    article = replace(reading.article, wire=full.get(wire, wire)) if wire is not None else reading.article
    statements = tuple(_relayed(statement, full) for statement in reading.statements)
    return replace(reading, article=article, statements=statements)


def _relayed(statement: Statement, full: Mapping[str, str]) -> Statement:
    links = tuple(_named(link, full) for link in statement.attribution)
    return statement if links == statement.attribution else replace(statement, attribution=links)


def _named(link: Link, full: Mapping[str, str]) -> Link:
    return replace(link, name=full.get(link.name or "", link.name)) if link.role == "via" else link
