"""Agencies known by their initials, spelled out as other accounts of the story have them: "AW" is "Allied Wire"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from reportedly.model.reading import Reading
from reportedly.model.statement import Link, Statement

ACRONYM = re.compile(r"[A-Z]{2,6}")
CAPITALS = re.compile(r"[A-Z]")


def spelled_out(readings: Sequence[Reading]) -> tuple[Reading, ...]:
    """The readings; a credited agency's initials become its name where the story has one name alone that fits them.

    Only what an account is credited to is spelled out, in its wire and in the chains of its statements.
    """
    short = {r.article.wire for r in readings if r.article.wire is not None and ACRONYM.fullmatch(r.article.wire)}
    if not short:
        return tuple(readings)
    full = _names(readings, short)
    return tuple(_spelled(reading, full) for reading in readings)


def _names(readings: Iterable[Reading], short: Iterable[str]) -> dict[str, str]:
    """The one name for each of the initials; none where there are several."""
    fitting: defaultdict[str, dict[str, str]] = defaultdict(dict)
    wanted = frozenset(short)
    for name in _media(readings):
        letters = "".join(CAPITALS.findall(name))
        if letters in wanted and not ACRONYM.fullmatch(name) and not any(c.isdigit() for c in name):
            fitting[letters].setdefault(name.casefold(), name)
    return {letters: next(iter(found.values())) for letters, found in fitting.items() if len(found) == 1}


def _media(readings: Iterable[Reading]) -> Iterable[str]:
    """What the story's accounts call media, in order: their outlets, whom they credit, what they name."""
    for reading in readings:
        page = reading.article
        if page.outlet is not None:
            yield page.outlet.name
        yield from (name for name in (page.wire, page.carried_by) if name is not None)
        yield from (n.name for n in reading.names if n.kind in ("outlet", "organisation"))


def _spelled(reading: Reading, full: Mapping[str, str]) -> Reading:
    wire = reading.article.wire
    if wire is None or wire not in full:
        return reading
    article = replace(reading.article, wire=full[wire])
    statements = tuple(_relayed(statement, wire, full[wire]) for statement in reading.statements)
    return replace(reading, article=article, statements=statements)


def _relayed(statement: Statement, wire: str, name: str) -> Statement:
    links = tuple(_named(link, wire, name) for link in statement.attribution)
    return statement if links == statement.attribution else replace(statement, attribution=links)


def _named(link: Link, wire: str, name: str) -> Link:
    return replace(link, name=name) if link.name == wire else link
