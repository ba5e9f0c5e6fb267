"""Sources named by what they are alone ("the airline"): the one body that the page, else the story, calls so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from reportedly.model.reading import Reading
from reportedly.model.statement import Link
from reportedly.relate.naming.names import one_bearer
from reportedly.relate.naming.relinked import Renamed, relinked
from reportedly.relate.terms import plain
from reportedly.vocabulary import listed

WORD = re.compile(r"[^\W_]+")
ASIDE = 60  # code points of an apposition that may stand before the noun: "Selvar Lines, the ferry's troubled operator"

NEAR = 300  # code points before a link in which a body was just named

Called = frozenset[tuple[str, str]]


def with_bodies(readings: Sequence[Reading]) -> tuple[Reading, ...]:
    """The readings, each link that only says what kind of body speaks naming the one body that is called so there."""
    pages = [_called(reading) for reading in readings]
    story = frozenset(pair for page in pages for pair in page)
    return tuple(relinked(r, _by(r, page, story)) for r, page in zip(readings, pages, strict=True))


def _by(reading: Reading, page: Called, story: Called) -> Renamed:
    def renamed(link: Link) -> tuple[str, str] | None:
        noun = _noun(link)
        just = _just_named(reading, link, noun) if noun is not None else None
        if just is not None:
            return just, "the one body just named"
        for known in (page, story) if noun is not None else ():
            bodies = {name for name, called in known if called == noun}
            if bodies:
                one = one_bearer(bodies)
                return (one, "the one body called so") if one is not None else None
        return None

    return renamed


def _just_named(reading: Reading, link: Link, noun: str) -> str | None:
    """The one body that the words before a link name, if it can be called so: no ministry is a company."""
    if link.span is None or noun not in listed("bodies", "business"):
        return None
    near = [m for m in reading.names if link.span.start - NEAR <= m.span.start and m.span.end <= link.span.start]
    if any(m.kind == "outlet" for m in near):
        return None
    bodies = {
        m.name for m in near if m.kind == "organisation" and not m.name.isupper() and not _of_another_kind(m.name, noun)
    }
    return one_bearer(bodies)


def _of_another_kind(name: str, noun: str) -> bool:
    """Whether a name tells another kind of body: "the Drivers' Union" is no company."""
    told = set(WORD.findall(plain(name)))
    return noun not in told and not told.isdisjoint(listed("bodies", "public"))


def _noun(link: Link) -> str | None:
    """The noun of a link that tells nothing but a kind of body, with at most a word before it."""
    told = [word for word in WORD.findall(plain(link.name or "")) if word not in listed("clauses", "articles")]
    if link.anonymous or not told or len(told) > 2 or ((link.name or "")[:1].isupper() and len(told) > 1):
        return None
    return told[-1] if told[-1] in listed("bodies", "called") else None


def _called(reading: Reading) -> Called:
    """Bodies with the nouns that the page sets beside them: "the airline Selvar", "Selvar, the largest airline"."""
    found = set()
    text = reading.capture.text
    for mention in reading.names:
        if mention.kind == "person" or not mention.text[:1].isupper():
            continue
        before = WORD.findall(text[max(0, mention.span.start - 25) : mention.span.start].lower())
        if before and text[mention.span.start - 1 : mention.span.start] == " ":
            found.add((mention.name, before[-1]))
        aside = _aside().match(text, mention.span.end, mention.span.end + ASIDE)
        if aside is not None:
            found.add((mention.name, aside[1].lower()))
    return frozenset(pair for pair in found if pair[1] in listed("bodies", "called"))


@cache
def _aside() -> re.Pattern[str]:
    nouns = "|".join(sorted(listed("bodies", "called")))
    return re.compile(rf",\s(?:the|a|an)\s(?:[^\s,.;]+\s){{0,3}}?({nouns})\b", re.IGNORECASE)
